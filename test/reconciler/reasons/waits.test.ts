import t from 'tap'
import { forOwner } from '../../../reconciler/reasons/reason.ts'
import type { WaitReason } from '../../../reconciler/reasons/waits.ts'
import { WAITS } from '../../../reconciler/reasons/waits.ts'

const addresses = '192.0.2.1 of pool lan'

const CASES: readonly (readonly [WaitReason, string])[] = [
  [
    { type: 'noLiveSpeaker', addresses, segments: 'default' },
    'NoLiveSpeaker: 192.0.2.1 of pool lan waits for a speaker of segment default',
  ],
  [
    { type: 'ingressOwnedByOther', addresses, manager: 'kube-vip' },
    'IngressOwnedByOther: 192.0.2.1 of pool lan cannot be published: kube-vip owns status.loadBalancer.ingress; --adopt takes it',
  ],
  [{ type: 'inputUnknown' }, 'NotDecided: nothing is given while an input is not known'],
  [
    { type: 'planBlocked', message: 'too much' },
    'NotDecided: nothing is given out while the plan is blocked: too much',
  ],
]

for (const [reason, says] of CASES)
  t.test(reason.type, async (t) => {
    t.equal(`${WAITS[reason.type].word}: ${forOwner(WAITS, reason, 'x/a')}`, says)
  })
