import t from 'tap'
import type { AddressObstacle } from '../../../reconciler/reasons/addresses.ts'
import { ADDRESS_OBSTACLES } from '../../../reconciler/reasons/addresses.ts'
import { forOperators, forOwner } from '../../../reconciler/reasons/reason.ts'
import { addressFrom } from '../../support/planning/addresses.ts'

const other = addressFrom('198.51.100.241')

/** `owner` is what the owner of tenant/web reads, where it differs. */
interface Case {
  readonly because: AddressObstacle
  readonly says: string
  readonly owner?: string
}

const OBSTACLES: readonly Case[] = [
  { because: { type: 'outsidePools', poolsUnknown: false }, says: 'no pool holds it' },
  {
    because: { type: 'outsidePools', poolsUnknown: true },
    says: 'no pool that could be read holds it, and a broken one might',
  },
  {
    because: { type: 'outsideRequestedPool', pool: 'p' },
    says: 'it is not in pool p, which the Service asks for too',
  },
  {
    because: { type: 'notAdmitted', pool: 'p', because: 'namespaces' },
    says: 'pool p does not take the Service: the namespace of the Service is not among its namespaces',
  },
  { because: { type: 'suspended', pool: 'p' }, says: 'pool p is suspended' },
  {
    because: { type: 'reservedForOther', pool: 'p', service: 'default/a' },
    says: 'pool p reserves it for default/a',
    owner: 'pool p reserves it for another Service',
  },
  {
    because: { type: 'reservedForOther', pool: 'p', service: 'tenant/a' },
    says: 'pool p reserves it for tenant/a',
  },
  {
    because: { type: 'inUse', by: 'tenant/a', sharing: { type: 'noSharingKey' } },
    says: 'tenant/a has it, and they cannot share: they do not both have the annotation bellwether.dev/share',
  },
  {
    because: {
      type: 'inUse',
      by: 'default/a',
      sharing: { type: 'otherSharingKey', key: 'x', otherKey: 'secret' },
    },
    says: 'default/a has it, and they cannot share: their sharing keys differ ("x" and "secret")',
    owner: 'it is in use, and it is not shared with this Service',
  },
  {
    because: { type: 'nodeAddress', node: 'worker-1' },
    says: 'it is an address of node worker-1 itself',
  },
  { because: { type: 'familyNotWanted' }, says: 'the Service wants no address of this family' },
  {
    because: { type: 'secondOfFamily', first: other },
    says: 'one address of a family is enough, and 198.51.100.241 comes first',
  },
  {
    because: { type: 'reservationFirst', reserved: other },
    says: '198.51.100.241 is reserved for the Service and comes first',
  },
]

for (const { because, says, owner = says } of OBSTACLES)
  t.test(`an address that a Service may not have: ${says}`, async (t) => {
    t.equal(forOperators(ADDRESS_OBSTACLES, because), says)
    t.equal(forOwner(ADDRESS_OBSTACLES, because, 'tenant/web'), owner)
  })

t.test('every obstacle tells what to do instead', async (t) => {
  for (const [type, { advice }] of Object.entries(ADDRESS_OBSTACLES)) {
    t.equal(advice.code, type === 'inUse' ? 'BW4004' : 'BW4003')
    t.not(advice.hint, '')
  }
})
