import type { AllocationStep } from '../allocation/result.ts'
import type { Assignment, ServiceKey } from '../model/model.ts'
import type { NodeRank } from '../placement/node-rank.ts'
import type {
  ExclusionReason,
  Exclusion,
  CandidateBasis,
  OwnerLoss,
  OwnerReason,
} from '../reasons/placement.ts'

export interface PlacementExplanation {
  readonly basis: CandidateBasis
  readonly ownerReason: OwnerReason
  /** The planned owner of the previous plan, where it is not the planned owner any more. */
  readonly formerOwner?: {
    readonly node: string
    /** Absent if it is still a candidate; `nodeGone` if there is no such Node. */
    readonly reason?: OwnerLoss
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
