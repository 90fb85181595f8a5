import t from 'tap'
import { forOperators, forOwner } from '../../../reconciler/reasons/reason.ts'
import type { RetentionReason } from '../../../reconciler/reasons/retentions.ts'
import { retentionEntry, RETENTIONS } from '../../../reconciler/reasons/retentions.ts'

const TOLD: readonly { readonly reason: RetentionReason; readonly says: string }[] = [
  { reason: { type: 'poolRemoved' }, says: 'its pool is not declared any more' },
  { reason: { type: 'poolNarrowed' }, says: 'its pool does not hold it any more' },
  { reason: { type: 'poolBroken' }, says: 'the declaration of its pool has an error' },
  { reason: { type: 'poolUnknown' }, says: 'its pool may be in a file that could not be read' },
  {
    reason: { type: 'servicesUnknown' },
    says: 'the state holds no Services, so nobody knows who is gone',
  },
  {
    reason: { type: 'notAdmitted', service: 'default/web', because: 'namespaceUnknown' },
    says: 'its pool would not take default/web today: it selects namespaces by label, and the state holds no Namespaces',
  },
  {
    reason: { type: 'reservedForOther', reservedFor: 'default/a' },
    says: 'it is reserved for default/a, which has to wait',
  },
  {
    reason: { type: 'nodeAddress', node: 'worker-1' },
    says: 'it is an address of node worker-1 itself',
  },
  {
    reason: { type: 'poolSharing', sharing: 'none' },
    says: 'its pool would not let them share today (sharing: none)',
  },
]

for (const { reason, says } of TOLD)
  t.test(`an address that is kept: ${says}`, async (t) => {
    t.equal(forOperators(RETENTIONS, reason), says)
    t.notMatch(forOwner(RETENTIONS, reason, 'tenant/web'), /default|worker/)
  })

t.test('one finding for a pool, or one for each address', async (t) => {
  const kept = { address: '192.0.2.1', pool: 'lan', services: 'x/a' }
  const found = TOLD.map(({ reason }) => {
    const { advice, single } = retentionEntry(reason.type)
    return [reason.type, advice?.code ?? single?.(kept, reason as never)]
  })
  t.match(Object.fromEntries(found), {
    poolRemoved: 'BW4008',
    poolNarrowed: 'BW4008',
    poolBroken: 'BW4009',
    poolUnknown: 'BW4009',
    servicesUnknown: undefined,
    notAdmitted: 'BW4010',
    reservedForOther: {
      code: 'BW4011',
      message: '192.0.2.1 is reserved for Service default/a, while x/a has it',
      hint: 'let x/a ask for another address, or reserve another one',
    },
    nodeAddress: {
      code: 'BW4013',
      message: '192.0.2.1, which x/a has, is an address of Node worker-1',
      hint: 'exclude 192.0.2.1 from pool lan, and let the Service ask for another address',
    },
    poolSharing: 'BW4015',
  })
})
