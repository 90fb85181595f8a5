import type {
  AddressObstacle,
  AdmissionObstacle,
  AllocationRefusal,
  AllocationStep,
  PoolObstacle,
  PoolVerdict,
  Release,
  ReleaseReason,
  Retention,
  RetentionReason,
  SharingObstacle,
  SkippedAddress,
} from './result.ts'
import type { AllocationRule } from '../model/model.ts'

/** One function for each member of a union, picked by `type`: the compiler misses none. */
type Sentences<Union extends { readonly type: string }> = {
  readonly [Type in Union['type']]: (value: Extract<Union, { readonly type: Type }>) => string
}

function say<Union extends { readonly type: string }>(
  sentences: Sentences<Union>,
  value: Union,
): string {
  return (sentences[value.type as Union['type']] as (value: Union) => string)(value)
}

const ADMISSION: Readonly<Record<AdmissionObstacle, string>> = {
  serviceSelector: 'its serviceSelector does not match the labels of the Service',
  namespaces: 'the namespace of the Service is not among its namespaces',
  namespaceSelector: 'its namespaceSelector does not match the namespace of the Service',
  namespaceUnknown: 'it selects namespaces by label, and the state holds no Namespaces',
}

const POOL: Readonly<Record<PoolObstacle, string>> = {
  ...ADMISSION,
  autoAssignOff: 'it gives addresses only to those who ask for it (autoAssign: false)',
  suspended: 'it is suspended',
  noneOfFamily: 'it has no addresses of this family',
  exhausted: 'it has no free address of this family',
  otherHasBothFamilies: 'another pool has addresses of both families for it',
}

const RULE: Readonly<Record<AllocationRule, string>> = {
  held: 'it had the address before, and what is held stays',
  reserved: 'the pool reserves the address for it',
  requested: 'it asks for the address',
  automatic: 'it takes what is free',
}

const SHARING: Sentences<SharingObstacle> = {
  noSharingKey: () => 'they do not both have the annotation bellwether.dev/share',
  otherSharingKey: ({ key, otherKey }) => `their sharing keys differ ("${key}" and "${otherKey}")`,
  samePort: ({ protocol, port }) => `both use port ${port}/${protocol}`,
  otherTrafficPolicy: () => 'their externalTrafficPolicy differs',
  otherSelector: () => 'externalTrafficPolicy is Local, and they select different Pods',
  poolSharing: ({ sharing }) => `the pool does not let them share (sharing: ${sharing})`,
  notGivenYet: () => 'it is kept for that one until its other family can be had',
  poolNotInForce: () => 'its pool is not in force, so nobody new gets the address',
}

const OBSTACLE: Sentences<AddressObstacle> = {
  outsidePools: ({ poolsUnknown }) =>
    poolsUnknown
      ? 'no pool that could be read holds it, and a broken one might'
      : 'no pool holds it',
  outsideRequestedPool: ({ pool }) => `it is not in pool ${pool}, which the Service asks for too`,
  notAdmitted: ({ pool, because }) =>
    `pool ${pool} does not take the Service: ${ADMISSION[because]}`,
  suspended: ({ pool }) => `pool ${pool} is suspended`,
  reservedForOther: ({ pool, service }) => `pool ${pool} reserves it for ${service}`,
  nodeAddress: ({ node }) => `it is an address of node ${node} itself`,
  inUse: ({ by, sharing }) => `${by} has it, and they cannot share: ${say(SHARING, sharing)}`,
  familyNotWanted: () => 'the Service wants no address of this family',
  secondOfFamily: ({ first }) => `one address of a family is enough, and ${first.text} comes first`,
  reservationFirst: ({ reserved }) =>
    `${reserved.text} is reserved for the Service and comes first`,
}

const REQUESTED_POOL = {
  absent: 'there is no such pool',
  broken: 'its declaration has an error, so it gives out nothing',
  unknown: 'it may be in a file that could not be read',
} as const

const REFUSAL: Sentences<AllocationRefusal> = {
  request: ({ address, because }) =>
    `it asks for ${address.text} and cannot have it: ${say(OBSTACLE, because)}`,
  reservation: ({ address, because }) =>
    `${address.text} is reserved for it and cannot be had: ${say(OBSTACLE, because)}`,
  requestUnreadable: () =>
    'what it asks for cannot be read, and it gets nothing rather than another',
  requestedPool: ({ pool, because }) => `it asks for pool ${pool}: ${REQUESTED_POOL[because]}`,
  noPoolFits: ({ pools }) =>
    pools.length === 0
      ? 'no pool is in force'
      : `no pool takes it: ${pools.map(describeVerdict).join('; ')}`,
  poolsExhausted: ({ pools }) =>
    `no pool has an address left: ${pools.map(describeVerdict).join('; ')}`,
  otherFamilyMissing: ({ missing }) =>
    `it requires both families, and no ${missing} address could be had`,
  statusAddressUnknown: ({ address }) =>
    `its status names ${address.text}, which may belong to a pool that could not be read`,
}

const RELEASE: Sentences<ReleaseReason> = {
  serviceGone: () => 'there is no such Service any more',
  serviceNotOurs: () => 'the Service has another type or class now',
  familyNotWanted: ({ family }) => `the Service wants no ${family} address any more`,
  moved: ({ to, rule }) =>
    `it moves to ${to.text}, ${rule === 'reserved' ? 'reserved for it' : 'as it asks for'}`,
  sharingEnded: ({ keeper, because }) =>
    `${keeper}, the older one, keeps it, and they cannot share any more: ${say(SHARING, because)}`,
  releaseAllowed: ({ pool }) =>
    `no pool holds it, and the annotation bellwether.dev/allow-release of pool ${pool} lets it go`,
  secondOfFamily: ({ keeps }) => `it has had ${keeps.text} of the same family for longer`,
  otherPlanFirst: ({ segment }) => `the plan of segment ${segment} had it first`,
}

const RETENTION: Sentences<RetentionReason> = {
  poolRemoved: () => 'its pool is not declared any more',
  poolNarrowed: () => 'its pool does not hold it any more',
  poolBroken: () => 'the declaration of its pool has an error',
  poolUnknown: () => 'its pool may be in a file that could not be read',
  servicesUnknown: () => 'the state holds no Services, so nobody knows who is gone',
  notAdmitted: ({ service, because }) =>
    `its pool would not take ${service} today: ${ADMISSION[because]}`,
  reservedForOther: ({ reservedFor }) => `it is reserved for ${reservedFor}, which has to wait`,
  nodeAddress: ({ node }) => `it is an address of node ${node} itself`,
  poolSharing: ({ sharing }) => `its pool would not let them share today (sharing: ${sharing})`,
}

const NOT_OURS = {
  absent: 'there is no such Service',
  otherTypeOrClass: 'it is of another type or of another load balancer class',
  servicesUnknown: 'the state holds no Services',
} as const

const STEP: Sentences<AllocationStep> = {
  heldBefore: ({ service, address, by }) =>
    by === 'plan'
      ? `The previous plan gave ${address.text} to ${service}.`
      : `The status of ${service} names ${address.text}.`,
  released: ({ release }) => sentence(describeRelease(release)),
  retained: ({ retention }) => sentence(describeRetention(retention)),
  refused: ({ service, refusal }) => sentence(`${service} has ${describeRefusal(refusal)}`),
  poolPassedOver: ({ family, verdict }) =>
    `For ${family}, pool ${verdict.pool} was asked before and gave none: ${POOL[verdict.because]}.`,
  lowestFree: ({ pool, address, inUse, skipped }) =>
    sentence(
      [
        `${address.text} was the lowest free address of pool ${pool}`,
        ...belowInWords(inUse, skipped),
      ].join('; '),
    ),
  assigned: ({ service, address, pool, rule, since, sharedWith }) =>
    `${service} has ${address.text} of pool ${pool} since ${since}: ${RULE[rule]}.` +
    (sharedWith.length === 0 ? '' : ` It shares it with ${sharedWith.join(', ')}.`),
  inPools: ({ address, pools }) =>
    pools.length === 0
      ? `No pool holds ${address.text}.`
      : `${address.text} lies in pool ${pools.join(', and after that in pool ')}.`,
  excluded: ({ address, pool, by }) => `Pool ${pool} takes ${address.text} out by \`${by}\`.`,
  reserved: ({ address, pool, service }) => `Pool ${pool} reserves ${address.text} for ${service}.`,
  nodeAddress: ({ address, node }) =>
    `${address.text} is an address of node ${node} itself, so it is not given out.`,
  free: ({ address }) => `Nobody has ${address.text}.`,
  notOurs: ({ service, because }) => `${service} is not served: ${NOT_OURS[because]}.`,
}

/** One step of an allocation as a sentence. */
export function describeStep(step: AllocationStep): string {
  return say(STEP, step)
}

/** Why a Service has not what it wants of one family, without its name. */
export function describeRefusal(refusal: AllocationRefusal): string {
  const { instead, family } = refusal
  const has = instead === undefined ? `no ${family} address` : `${instead.text} instead`
  return `${has}, because ${say(REFUSAL, refusal)}`
}

export function describeRelease({ service, address, reason }: Release): string {
  return `${service} lets go of ${address.text}: ${say(RELEASE, reason)}`
}

function describeRetention({ services, address, reason }: Retention): string {
  const keep = services.length === 1 ? 'keeps' : 'keep'
  return `${services.join(' and ')} ${keep} ${address.text}, although ${say(RETENTION, reason)}`
}

function describeVerdict({ pool, because }: PoolVerdict): string {
  return `${pool} (${POOL[because]})`
}

function belowInWords(inUse: number, skipped: readonly SkippedAddress[]): string[] {
  const lower = inUse === 1 ? '1 lower one is in use' : `${inUse} lower ones are in use`
  return [...(inUse === 0 ? [] : [lower]), ...skipped.map(skippedInWords)]
}

function skippedInWords({ address, because }: SkippedAddress): string {
  return because.type === 'reserved'
    ? `${address.text} is reserved for ${because.service}`
    : `${address.text} is an address of node ${because.node}`
}

function sentence(text: string): string {
  return `${text}.`
}
