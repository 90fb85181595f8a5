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
