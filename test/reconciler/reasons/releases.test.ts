import t from 'tap'
import { forOperators, forOwner } from '../../../reconciler/reasons/reason.ts'
import type { ReleaseReason } from '../../../reconciler/reasons/releases.ts'
import {
  describeReleaseWord,
  releaseAdvice,
  RELEASES,
} from '../../../reconciler/reasons/releases.ts'
import { addressFrom } from '../../support/planning/addresses.ts'

const other = addressFrom('198.51.100.241')

const TOLD: readonly { readonly reason: ReleaseReason; readonly says: string }[] = [
  { reason: { type: 'serviceGone' }, says: 'there is no such Service any more' },
  { reason: { type: 'serviceNotOurs' }, says: 'the Service has another type or class now' },
  {
    reason: { type: 'familyNotWanted', family: 'IPv4' },
    says: 'the Service wants no IPv4 address any more',
  },
  {
    reason: { type: 'moved', to: other, rule: 'reserved' },
    says: 'it moves to 198.51.100.241, reserved for it',
  },
  {
    reason: { type: 'moved', to: other, rule: 'requested' },
    says: 'it moves to 198.51.100.241, as it asks for',
  },
  {
    reason: { type: 'sharingEnded', keeper: 'default/a', because: { type: 'noSharingKey' } },
    says: 'default/a, the older one, keeps it, and they cannot share any more: they do not both have the annotation bellwether.dev/share',
  },
  {
    reason: { type: 'releaseAllowed', pool: 'lan' },
    says: 'no pool holds it, and the annotation bellwether.dev/allow-release of pool lan lets it go',
  },
  {
    reason: { type: 'secondOfFamily', keeps: other },
    says: 'it has had 198.51.100.241 of the same family for longer',
  },
  {
    reason: { type: 'otherPlanFirst', segment: 'storage' },
    says: 'the plan of segment storage had it first',
  },
]

for (const { reason, says } of TOLD)
  t.test(`an address that was let go: ${says}`, async (t) => {
    const { word } = RELEASES[reason.type]
    t.equal(forOperators(RELEASES, reason), says)
    t.equal(forOwner(RELEASES, reason, 'tenant/web'), describeReleaseWord(word))
    t.equal(word.toLowerCase(), reason.type.toLowerCase())
    t.equal(releaseAdvice(reason.type)?.code, word === 'SharingEnded' ? 'BW4014' : undefined)
  })

t.test('a release in a few words', async (t) => {
  t.equal(describeReleaseWord('Moved'), 'the Service moved to another address')
  t.equal(describeReleaseWord('Unexplained'), '')
})
