import type { AllocationStep } from '../allocation/result.ts'
import type { Assignment, ServiceKey } from '../model/model.ts'

/** Why a node may not carry an address; the first that applies, in this order. */
export type ExclusionReason =
  /** The pool's `announce.nodeSelector` does not match it. */
  | 'notSelected'
  /** Condition NetworkUnavailable. */
  | 'networkUnavailable'
  /** Label `node.kubernetes.io/exclude-from-external-load-balancers`. */
  | 'excludedByLabel'
  /** None of its addresses lies on the segment. */
  | 'noAddressOnSegment'
  /** `externalTrafficPolicy: Local`, and no endpoint of the Service that may serve runs on it. */
  | 'noLocalEndpoint'

export interface Exclusion {
  readonly node: string
  readonly reason: ExclusionReason
}

/** Where the candidates of an address come from. All but the first and the last two keep former ones. */
export type CandidateBasis =
  /** The nodes that pass every filter. */
  | 'filtered'
  /** The state holds no Nodes: the last candidates stay. */
  | 'nodesUnknown'
  /** The state holds no Services, which would say the traffic policy: the last candidates stay. */
  | 'servicesUnknown'
  /** `externalTrafficPolicy: Local`, and the state holds no EndpointSlices: the last candidates stay. */
  | 'endpointsUnknown'
  /** The pool is gone or broken: the last candidates stay, or, without any, all nodes of the segment. */
  | 'poolUnknown'
  /** The filters leave nobody: the last candidates stay. */
  | 'nobodyLeft'
  /** `externalTrafficPolicy: Local` without any endpoint: nobody answers. */
  | 'noLocalEndpoints'
  /** The filters leave nobody, and there are no last candidates: nobody answers. */
  | 'nobody'

/** Why the planned owner is the planned owner. */
export type OwnerReason =
  /** It was before, and is still a candidate. */
  | 'kept'
  /** The planned owner is no candidate any more; this node announces the address already. */
  | 'reportedOwner'
  /** The planned owner is no candidate any more; this was its next standby. */
  | 'nextStandby'
  /** A new placement: the first of the ranking. */
  | 'placed'
  /** The pool's fail-back allows a move to a better node. */
  | 'failback'
  /** There are no candidates. */
  | 'nobody'

/**
 * What a new placement compares, in this order: ready first, the Service's preferred node, more weight, fewer
 * addresses of the pool, fewer of the segment, then a hash of address and node.
 */
export interface NodeRank {
  readonly node: string
  readonly ready: boolean
  /** Named by a Service's annotation `bellwether.dev/node`. */
  readonly preferred: boolean
  /** Sum of the pool's `preferredNodes` weights that match. */
  readonly weight: number
  /** Addresses of the pool that it carries already when this one is placed. */
  readonly poolAddresses: number
  /** Addresses of the segment that it carries already when this one is placed. */
  readonly segmentAddresses: number
}

export interface PlacementExplanation {
  readonly basis: CandidateBasis
  readonly ownerReason: OwnerReason
  /** The planned owner of the previous plan, where it is not the planned owner any more. */
  readonly formerOwner?: {
    readonly node: string
    /** Absent if it is still a candidate; `nodeGone` if there is no such Node. */
    readonly reason?: ExclusionReason | 'nodeGone'
  }
  /** The planned owner first, then its standbys. */
  readonly candidates: readonly string[]
  /** Every candidate from first to last, as compared when the owner was placed; only for `placed`. */
  readonly ranking?: readonly NodeRank[]
  /** Nodes that might carry the address too, but are not among the candidates of the plan. Sorted. */
  readonly alsoEligible: readonly string[]
  /** Sorted by node. */
  readonly excluded: readonly Exclusion[]
}

export interface AddressExplanation {
  readonly kind: 'address'
  /** In its canonical form, or as asked for where it is no address. */
  readonly address: string
  readonly standing: 'assigned' | 'free' | 'outsidePools' | 'notAnAddress'
  /** How it came to its Services, or why to nobody. */
  readonly allocation: readonly AllocationStep[]
  /** Present exactly if it is assigned. */
  readonly assignment?: Assignment
  readonly placement?: PlacementExplanation
}

export interface NodeInPool {
  readonly pool: string
  /** Absent if the node may carry addresses of the pool. */
  readonly excluded?: ExclusionReason
}

export interface NodeInSegment {
  readonly segment: string
  /** What the speaker resolves and probes; empty if the node is not in the segment's node table. */
  readonly addresses: readonly string[]
  readonly pools: readonly NodeInPool[]
  /** Addresses whose planned owner it is. */
  readonly owns: readonly string[]
  /** Addresses that it is a standby for. */
  readonly standsByFor: readonly string[]
}

export interface NodeExplanation {
  readonly kind: 'node'
  readonly node: string
  /** `absent`: the state has Nodes, and not this one. `unknown`: the state has no Nodes. */
  readonly standing: 'present' | 'absent' | 'unknown'
  readonly ready?: boolean
  readonly segments: readonly NodeInSegment[]
}

export interface ServiceExplanation {
  readonly kind: 'service'
  readonly service: ServiceKey
  /**
   * `ours`: of our class. `other`: of another type or class. `absent`: the state has Services, and not this one.
   * `unknown`: the state has no Services.
   */
  readonly standing: 'ours' | 'other' | 'absent' | 'unknown'
  /** How it came to its addresses, or why to none. */
  readonly allocation: readonly AllocationStep[]
  /** Those that it has, sorted. */
  readonly addresses: readonly AddressExplanation[]
}

/** Each answer is made when asked for. */
export interface Explanations {
  service(key: ServiceKey): ServiceExplanation
  /** `address` in any form that parses; what does not parse is `outside`. */
  address(address: string): AddressExplanation
  node(name: string): NodeExplanation
}
