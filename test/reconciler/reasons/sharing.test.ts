import t from 'tap'
import { forOperators, forOwner } from '../../../reconciler/reasons/reason.ts'
import type { SharingObstacle } from '../../../reconciler/reasons/sharing.ts'
import { SHARING_OBSTACLES } from '../../../reconciler/reasons/sharing.ts'

const SHARING: readonly { readonly sharing: SharingObstacle; readonly says: string }[] = [
  {
    sharing: { type: 'noSharingKey' },
    says: 'they do not both have the annotation bellwether.dev/share',
  },
  {
    sharing: { type: 'otherSharingKey', key: 'a', otherKey: 'b' },
    says: 'their sharing keys differ ("a" and "b")',
  },
  { sharing: { type: 'samePort', protocol: 'TCP', port: 443 }, says: 'both use port 443/TCP' },
  { sharing: { type: 'otherTrafficPolicy' }, says: 'their externalTrafficPolicy differs' },
  {
    sharing: { type: 'otherSelector' },
    says: 'externalTrafficPolicy is Local, and they select different Pods',
  },
  {
    sharing: { type: 'poolSharing', sharing: 'none' },
    says: 'the pool does not let them share (sharing: none)',
  },
  {
    sharing: { type: 'poolNotInForce' },
    says: 'its pool is not in force, so nobody new gets the address',
  },
  {
    sharing: { type: 'notGivenYet' },
    says: 'it is kept for that one until its other family can be had',
  },
]

for (const { sharing, says } of SHARING)
  t.test(`why two Services cannot share: ${sharing.type}`, async (t) => {
    t.equal(forOperators(SHARING_OBSTACLES, sharing), says)
  })

t.test('owners are told what is so of the pool, and nothing of the other Service', async (t) => {
  const told = Object.fromEntries(
    SHARING.map(({ sharing }) => [sharing.type, forOwner(SHARING_OBSTACLES, sharing, 'a/web')]),
  )
  const notShared = 'it is not shared with this Service'
  t.strictSame(told, {
    noSharingKey: notShared,
    otherSharingKey: notShared,
    samePort: notShared,
    otherTrafficPolicy: notShared,
    otherSelector: notShared,
    notGivenYet: notShared,
    poolSharing: 'its pool does not let this Service share it (sharing: none)',
    poolNotInForce: 'its pool is not in force, so nobody new gets the address',
  })
})
