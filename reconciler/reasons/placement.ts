import type { FindingCode } from '../../api/codes/code.ts'
import type { ReasonTable, Sentences } from './reason.ts'
import { toAll } from './reason.ts'

/** `counted` is said of many nodes at once: "3 without an address on the segment". */
interface ExclusionEntry extends Sentences<never> {
  readonly counted?: string
}

/** Why a node may not carry an address; the first that applies, in this order. */
export const EXCLUSIONS = {
  /** The pool's `announce.nodeSelector` does not match it. */
  notSelected: toAll("the pool's nodeSelector does not match it"),
  /** Condition NetworkUnavailable. */
  networkUnavailable: {
    ...toAll('its condition NetworkUnavailable is true'),
    counted: 'with NetworkUnavailable',
  },
  /** Label `node.kubernetes.io/exclude-from-external-load-balancers`. */
  excludedByLabel: {
    ...toAll('it has the label node.kubernetes.io/exclude-from-external-load-balancers'),
    counted: 'labelled as excluded from external load balancers',
  },
  /** None of its addresses lies on the segment. */
  noAddressOnSegment: {
    ...toAll('it has no address on the segment'),
    counted: 'without an address on the segment',
  },
  /** `externalTrafficPolicy: Local`, and no endpoint of the Service that may serve runs on it. */
  noLocalEndpoint: toAll(
    'externalTrafficPolicy is Local, and no endpoint of the Service runs on it',
  ),
} satisfies Readonly<Record<string, ExclusionEntry>>

/** Why a node may not carry an address. */
export type ExclusionReason = keyof typeof EXCLUSIONS

export interface Exclusion {
  readonly node: string
  readonly reason: ExclusionReason
}

/** All of them, in the order in which they apply. */
export const EXCLUSION_REASONS = Object.keys(EXCLUSIONS) as readonly ExclusionReason[]

/** Why the former owner of an address cannot stay. */
export const OWNER_LOSSES = {
  ...EXCLUSIONS,
  /** The state has Nodes, and not this one. */
  nodeGone: toAll('there is no such Node any more'),
} satisfies ReasonTable

export type OwnerLoss = keyof typeof OWNER_LOSSES

/** Why a node may not carry an address, or cannot any more. */
export function describeOwnerLoss(reason: OwnerLoss): string {
  return OWNER_LOSSES[reason].operators(undefined)
}

/** What is said of many such nodes after their number; undefined where they are not counted. */
export function countedExclusion(reason: ExclusionReason): string | undefined {
  const { counted }: ExclusionEntry = EXCLUSIONS[reason]
  return counted
}

/** A finding on addresses: once for each pool, which has to be corrected, or once for each of them. */
interface PlacementAdvice {
  readonly each: 'pool' | 'address'
  readonly code: FindingCode
  /** `addresses` are those of the pool, or one. */
  readonly message: (addresses: string) => string
  readonly hint: (address: string) => string
}

interface BasisEntry extends Sentences<never> {
  readonly advice?: PlacementAdvice
}

/** Where the candidates of an address come from, if not from the filters alone. */
export const CANDIDATE_BASES = {
  /** The state holds no Nodes: the last candidates stay. */
  nodesUnknown: toAll('The state holds no Nodes, so the candidates stay as they were.'),
  /** The state holds no Services, which would say the traffic policy: the last candidates stay. */
  servicesUnknown: toAll('The state holds no Services, so the candidates stay as they were.'),
  /** `externalTrafficPolicy: Local`, and the state holds no EndpointSlices: the last candidates stay. */
  endpointsUnknown: toAll(
    'externalTrafficPolicy is Local and the state holds no EndpointSlices, so the candidates stay as they were.',
  ),
  /** The pool is gone or broken: the last candidates stay, or, without any, all nodes of the segment. */
  poolUnknown: toAll('Its pool is gone or broken, so the candidates stay as they were.'),
  /** The filters leave nobody: the last candidates stay. */
  nobodyLeft: {
    ...toAll('No node passes the filters, so the candidates stay as they were.'),
    advice: {
      each: 'pool',
      code: 'BW5101',
      message: (addresses) =>
        `no node may carry ${addresses}: the candidates of the previous plan stay`,
      hint: askWhy,
    },
  },
  /** `externalTrafficPolicy: Local` without any endpoint: nobody answers. */
  noLocalEndpoints: {
    ...toAll('externalTrafficPolicy is Local and the Service has no endpoint: nobody answers.'),
    advice: {
      each: 'address',
      code: 'BW5103',
      message: (address) =>
        `nobody answers for ${address}: externalTrafficPolicy is Local, and there is no endpoint`,
      hint: () => 'see that the selector matches Pods, and that one of them is ready',
    },
  },
  /** The filters leave nobody, and there are no last candidates: nobody answers. */
  nobody: {
    ...toAll('No node passes the filters: nobody answers.'),
    advice: {
      each: 'pool',
      code: 'BW5102',
      message: (addresses) => `no node may carry ${addresses}: nobody answers`,
      hint: askWhy,
    },
  },
} satisfies Readonly<Record<string, BasisEntry>>

/** Where the candidates of an address come from: `filtered`, from the nodes that pass every filter. */
export type CandidateBasis = keyof typeof CANDIDATE_BASES | 'filtered'

/** A sentence on candidates; undefined if they were found in the normal way. */
export function describeBasis(basis: CandidateBasis): string | undefined {
  return basis === 'filtered' ? undefined : CANDIDATE_BASES[basis].operators(undefined)
}

/** The finding on addresses whose candidates were found in this way. */
export function basisAdvice(basis: CandidateBasis): PlacementAdvice | undefined {
  if (basis === 'filtered') return undefined
  const { advice }: BasisEntry = CANDIDATE_BASES[basis]
  return advice
}

function askWhy(address: string): string {
  return `see why with "bellwether explain ${address}"`
}

/** Why the planned owner is the planned owner; the sentence goes on after its name. */
export const OWNER_REASONS = {
  /** It was before, and is still a candidate. */
  kept: toAll('was the owner before and may stay'),
  /** The planned owner is no candidate any more; this node announces the address already. */
  reportedOwner: toAll('announces the address already'),
  /** The planned owner is no candidate any more; this was its next standby. */
  nextStandby: toAll('was the next standby'),
  /** A new placement: the first of the ranking. */
  placed: toAll('comes first of all nodes that may carry it'),
  /** The pool's fail-back allows a move to a better node. */
  failback: toAll('is a better place, and the fail-back of the pool allows the move'),
} satisfies ReasonTable

/** Why the planned owner is the planned owner; `nobody`: there are no candidates. */
export type OwnerReason = keyof typeof OWNER_REASONS | 'nobody'

/** What is said of the planned owner after its name; nothing where there is none. */
export function describeOwner(reason: OwnerReason): string {
  return reason === 'nobody' ? '' : OWNER_REASONS[reason].operators(undefined)
}
