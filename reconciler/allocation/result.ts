import type { Address, Family } from '../../api/address.ts'
import type { Finding } from '../../api/finding.ts'
import type {
  AllocationRule,
  Assignment,
  ClusterFacts,
  PoolSet,
  ServiceKey,
} from '../model/model.ts'
import type { HeldAddress } from '../plan/held.ts'
import type { PoolVerdict } from '../reasons/pools.ts'
import type { AllocationRefusal } from '../reasons/refusals.ts'
import type { ReleaseReason } from '../reasons/releases.ts'
import type { RetentionReason } from '../reasons/retentions.ts'

/**
 * What addresses are decided from. `previous` is what all previous plans hold, in any order: an address in
 * two of them belongs to the one with the earlier `since`, then to the first segment by name.
 */
export interface AllocationInput {
  readonly pools: PoolSet
  readonly facts: ClusterFacts
  readonly previous: readonly HeldAddress[]
  /** RFC 3339, UTC: the `since` of new assignments. */
  readonly now: string
}

/** One Service lets go of one address; others may still have it. */
export interface Release {
  readonly address: Address
  readonly service: ServiceKey
  readonly pool: string
  readonly segment: string
  readonly reason: ReleaseReason
}

export interface Retention {
  readonly address: Address
  readonly pool: string
  readonly segment: string
  /** Sorted. */
  readonly services: readonly ServiceKey[]
  readonly reason: RetentionReason
}

/** What the absence of a kind made impossible. */
export type AllocationIncomplete =
  /** Nothing was given or released; `addresses` were kept as they are. */
  | { readonly kind: 'Service'; readonly type: 'servicesUnknown'; readonly addresses: number }
  /** These pools select namespaces by label, and took no new Service. Sorted. */
  | {
      readonly kind: 'Namespace'
      readonly type: 'namespacesUnknown'
      readonly pools: readonly string[]
    }
  /** New addresses were given without knowing whether one is a node's own. */
  | { readonly kind: 'Node'; readonly type: 'nodeAddressesUnknown'; readonly addresses: number }

/** An address below the one that was given, and why it was passed over. */
export interface SkippedAddress {
  readonly address: Address
  readonly because:
    | { readonly type: 'reserved'; readonly service: ServiceKey }
    | { readonly type: 'nodeAddress'; readonly node: string }
}

/** One step of the decision on a Service or an address, in the order in which they were taken. */
export type AllocationStep =
  /** The Service had the address before, by a previous plan or by its own status. */
  | {
      readonly type: 'heldBefore'
      readonly service: ServiceKey
      readonly address: Address
      readonly by: 'plan' | 'status'
    }
  | { readonly type: 'released'; readonly release: Release }
  | { readonly type: 'retained'; readonly retention: Retention }
  | { readonly type: 'refused'; readonly service: ServiceKey; readonly refusal: AllocationRefusal }
  /** A pool that was asked before the one that gave the address. */
  | {
      readonly type: 'poolPassedOver'
      readonly service: ServiceKey
      readonly family: Family
      readonly verdict: PoolVerdict
    }
  /** `inUse` counts the lower addresses of the pool that were taken; `skipped` names the others. */
  | {
      readonly type: 'lowestFree'
      readonly service: ServiceKey
      readonly pool: string
      readonly address: Address
      readonly inUse: number
      readonly skipped: readonly SkippedAddress[]
    }
  /** `since` is when the assignment of the address began; `sharedWith` is sorted. */
  | {
      readonly type: 'assigned'
      readonly service: ServiceKey
      readonly address: Address
      readonly pool: string
      readonly rule: AllocationRule
      readonly since: string
      readonly sharedWith: readonly ServiceKey[]
    }
  /** About an address: the pools that contain it, in the order in which they are asked. */
  | { readonly type: 'inPools'; readonly address: Address; readonly pools: readonly string[] }
  /** About an address: the pool lists it, and takes it out again by this field. */
  | {
      readonly type: 'excluded'
      readonly address: Address
      readonly pool: string
      readonly by: 'exclude' | 'avoidBuggyIPs'
    }
  | {
      readonly type: 'reserved'
      readonly address: Address
      readonly pool: string
      readonly service: ServiceKey
    }
  | { readonly type: 'nodeAddress'; readonly address: Address; readonly node: string }
  /** Nobody has the address. */
  | { readonly type: 'free'; readonly address: Address }
  /** The Service is not one of ours: unknown, of another type or of another class. */
  | {
      readonly type: 'notOurs'
      readonly service: ServiceKey
      readonly because: 'absent' | 'otherTypeOrClass' | 'servicesUnknown'
    }

export interface AllocationResult {
  /** Sorted by address. */
  readonly assignments: readonly Assignment[]
  /** By Service, in the order of its families. Services that got all they want are absent. */
  readonly refusals: ReadonlyMap<ServiceKey, readonly AllocationRefusal[]>
  /** Sorted by address, then Service. */
  readonly releases: readonly Release[]
  /** Sorted by address. An address can be retained for several reasons. */
  readonly retained: readonly Retention[]
  readonly findings: readonly Finding[]
  readonly incomplete: readonly AllocationIncomplete[]
  /** The chain of decisions for a Service key or the text of an address, worked out when asked for. */
  readonly trace: (subject: string) => readonly AllocationStep[]
}
