import t from 'tap'
import type {
  AddressObstacle,
  AllocationRefusal,
  AllocationStep,
  ReleaseReason,
  RetentionReason,
  SharingObstacle,
} from '../../../reconciler/allocation/result.ts'
import { describeRefusal, describeStep } from '../../../reconciler/allocation/describe.ts'
import { addressFrom } from '../../support/addresses.ts'
import { SINCE } from '../../support/plans.ts'

const service = 'default/web'
const address = addressFrom('198.51.100.240')
const other = addressFrom('198.51.100.241')
const at = { address, pool: 'lan', segment: 'default' }

function refused(refusal: AllocationRefusal): string {
  return describeRefusal(refusal)
}

function refusedRequest(because: AddressObstacle): string {
  return refused({ type: 'request', family: 'IPv4', instead: undefined, address, because })
}

function cannotShare(sharing: SharingObstacle): string {
  return refusedRequest({ type: 'inUse', by: 'default/a', sharing })
}

function released(reason: ReleaseReason): string {
  return describeStep({ type: 'released', release: { ...at, service, reason } })
}

function retained(reason: RetentionReason): string {
  return describeStep({ type: 'retained', retention: { ...at, services: [service], reason } })
}

const ASKS = 'it asks for 198.51.100.240 and cannot have it'
const NONE = 'no IPv4 address, because'
const IN_USE = 'default/a has it, and they cannot share'

const OBSTACLES: readonly { readonly because: AddressObstacle; readonly says: string }[] = [
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

for (const { because, says } of OBSTACLES)
  t.test(`an address that a Service may not have: ${because.type}`, (t) => {
    t.equal(refusedRequest(because), `${NONE} ${ASKS}: ${says}`)
    t.end()
  })

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
  t.test(`why two Services cannot share: ${sharing.type}`, (t) => {
    t.equal(cannotShare(sharing), `${NONE} ${ASKS}: ${IN_USE}: ${says}`)
    t.end()
  })

const none = { family: 'IPv4', instead: undefined } as const

const REFUSALS: readonly { readonly refusal: AllocationRefusal; readonly says: string }[] = [
  {
    refusal: {
      ...none,
      instead: other,
      type: 'request',
      address,
      because: { type: 'familyNotWanted' },
    },
    says: `198.51.100.241 instead, because ${ASKS}: the Service wants no address of this family`,
  },
  {
    refusal: { ...none, type: 'reservation', address, because: { type: 'familyNotWanted' } },
    says: `${NONE} 198.51.100.240 is reserved for it and cannot be had: the Service wants no address of this family`,
  },
  {
    refusal: { ...none, type: 'requestUnreadable' },
    says: `${NONE} what it asks for cannot be read, and it gets nothing rather than another`,
  },
  {
    refusal: { ...none, type: 'requestedPool', pool: 'p', because: 'absent' },
    says: `${NONE} it asks for pool p: there is no such pool`,
  },
  { refusal: { ...none, type: 'noPoolFits', pools: [] }, says: `${NONE} no pool is in force` },
  {
    refusal: {
      ...none,
      type: 'noPoolFits',
      pools: [
        { pool: 'p', because: 'suspended' },
        { pool: 'q', because: 'serviceSelector' },
      ],
    },
    says: `${NONE} no pool takes it: p (it is suspended); q (its serviceSelector does not match the labels of the Service)`,
  },
  {
    refusal: { ...none, type: 'poolsExhausted', pools: [{ pool: 'p', because: 'exhausted' }] },
    says: `${NONE} no pool has an address left: p (it has no free address of this family)`,
  },
  {
    refusal: { ...none, type: 'otherFamilyMissing', missing: 'IPv6' },
    says: `${NONE} it requires both families, and no IPv6 address could be had`,
  },
  {
    refusal: { ...none, type: 'statusAddressUnknown', address },
    says: `${NONE} its status names 198.51.100.240, which may belong to a pool that could not be read`,
  },
]

for (const { refusal, says } of REFUSALS)
  t.test(`a Service that waits: ${says}`, (t) => {
    t.equal(refused(refusal), says)
    t.equal(describeStep({ type: 'refused', service, refusal }), `${service} has ${says}.`)
    t.end()
  })

const RELEASES: readonly { readonly reason: ReleaseReason; readonly says: string }[] = [
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

for (const { reason, says } of RELEASES)
  t.test(`an address that was let go: ${says}`, (t) => {
    t.equal(released(reason), `default/web lets go of 198.51.100.240: ${says}.`)
    t.end()
  })

const RETENTIONS: readonly { readonly reason: RetentionReason; readonly says: string }[] = [
  { reason: { type: 'poolRemoved' }, says: 'its pool is not declared any more' },
  { reason: { type: 'poolNarrowed' }, says: 'its pool does not hold it any more' },
  { reason: { type: 'poolBroken' }, says: 'the declaration of its pool has an error' },
  { reason: { type: 'poolUnknown' }, says: 'its pool may be in a file that could not be read' },
  {
    reason: { type: 'servicesUnknown' },
    says: 'the state holds no Services, so nobody knows who is gone',
  },
  {
    reason: { type: 'notAdmitted', service, because: 'namespaceUnknown' },
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

for (const { reason, says } of RETENTIONS)
  t.test(`an address that is kept: ${says}`, (t) => {
    t.equal(retained(reason), `default/web keeps 198.51.100.240, although ${says}.`)
    t.end()
  })

const STEPS: readonly { readonly step: AllocationStep; readonly says: string }[] = [
  {
    step: { type: 'heldBefore', service, address, by: 'plan' },
    says: 'The previous plan gave 198.51.100.240 to default/web.',
  },
  {
    step: { type: 'heldBefore', service, address, by: 'status' },
    says: 'The status of default/web names 198.51.100.240.',
  },
  {
    step: {
      type: 'retained',
      retention: { ...at, services: ['default/a', service], reason: { type: 'poolRemoved' } },
    },
    says: 'default/a and default/web keep 198.51.100.240, although its pool is not declared any more.',
  },
  {
    step: {
      type: 'poolPassedOver',
      service,
      family: 'IPv4',
      verdict: { pool: 'p', because: 'autoAssignOff' },
    },
    says: 'For IPv4, pool p was asked before and gave none: it gives addresses only to those who ask for it (autoAssign: false).',
  },
  {
    step: { type: 'lowestFree', service, pool: 'lan', address, inUse: 0, skipped: [] },
    says: '198.51.100.240 was the lowest free address of pool lan.',
  },
  {
    step: {
      type: 'lowestFree',
      service,
      pool: 'lan',
      address: other,
      inUse: 1,
      skipped: [
        { address, because: { type: 'reserved', service: 'default/a' } },
        { address, because: { type: 'nodeAddress', node: 'worker-1' } },
      ],
    },
    says: '198.51.100.241 was the lowest free address of pool lan; 1 lower one is in use; 198.51.100.240 is reserved for default/a; 198.51.100.240 is an address of node worker-1.',
  },
  {
    step: { type: 'lowestFree', service, pool: 'lan', address: other, inUse: 2, skipped: [] },
    says: '198.51.100.241 was the lowest free address of pool lan; 2 lower ones are in use.',
  },
  {
    step: {
      type: 'assigned',
      service,
      address,
      pool: 'lan',
      rule: 'automatic',
      since: SINCE,
      sharedWith: [],
    },
    says: `default/web has 198.51.100.240 of pool lan since ${SINCE}: it takes what is free.`,
  },
  {
    step: {
      type: 'assigned',
      service,
      address,
      pool: 'lan',
      rule: 'held',
      since: SINCE,
      sharedWith: ['default/a', 'default/b'],
    },
    says: `default/web has 198.51.100.240 of pool lan since ${SINCE}: it had the address before, and what is held stays. It shares it with default/a, default/b.`,
  },
  { step: { type: 'inPools', address, pools: [] }, says: 'No pool holds 198.51.100.240.' },
  {
    step: { type: 'excluded', address, pool: 'p', by: 'exclude' },
    says: 'Pool p takes 198.51.100.240 out by `exclude`.',
  },
  {
    step: { type: 'inPools', address, pools: ['p', 'q'] },
    says: '198.51.100.240 lies in pool p, and after that in pool q.',
  },
  {
    step: { type: 'reserved', address, pool: 'p', service },
    says: 'Pool p reserves 198.51.100.240 for default/web.',
  },
  {
    step: { type: 'nodeAddress', address, node: 'worker-1' },
    says: '198.51.100.240 is an address of node worker-1 itself, so it is not given out.',
  },
  { step: { type: 'free', address }, says: 'Nobody has 198.51.100.240.' },
  {
    step: { type: 'notOurs', service, because: 'otherTypeOrClass' },
    says: 'default/web is not served: it is of another type or of another load balancer class.',
  },
]

for (const { step, says } of STEPS)
  t.test(`a step: ${says}`, (t) => {
    t.equal(describeStep(step), says)
    t.end()
  })
