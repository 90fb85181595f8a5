import type { Address, Family } from '../../api/address.ts'
import type { Sharing } from '../../api/objects.ts'
import type { Finding } from '../../api/finding.ts'
import type {
  AllocationRule,
  Assignment,
  ClusterFacts,
  PoolSet,
  ServiceKey,
} from '../model/model.ts'
import type { HeldAddress } from '../plan/held.ts'

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

/** Why a pool does not take a Service. */
export type AdmissionObstacle =
  /** `serviceSelector` does not match the labels of the Service. */
  | 'serviceSelector'
  /** The namespace is not one of `namespaces`. */
  | 'namespaces'
  /** `namespaceSelector` does not match the labels of the namespace. */
  | 'namespaceSelector'
  /** There is a `namespaceSelector`, and the labels of the namespace are not known. */
  | 'namespaceUnknown'

/** Why a pool gave no address to a Service that names none. */
export type PoolObstacle =
  | AdmissionObstacle
  /** `autoAssign` is false: only Services that ask for the pool or the address get one. */
  | 'autoAssignOff'
  | 'suspended'
  /** The pool has no addresses of this family at all. */
  | 'noneOfFamily'
  /** Every address of this family is in use, reserved, or a node's own. */
  | 'exhausted'
  /** It has free addresses, but another pool has or gave the Service's other family as well. */
  | 'otherHasBothFamilies'

export interface PoolVerdict {
  readonly pool: string
  readonly because: PoolObstacle
}

/** Why two Services cannot have one address. */
export type SharingObstacle =
  /** One of them has no `bellwether.dev/share`. */
  | { readonly type: 'noSharingKey' }
  | { readonly type: 'otherSharingKey'; readonly key: string; readonly otherKey: string }
  | { readonly type: 'samePort'; readonly protocol: string; readonly port: number }
  | { readonly type: 'otherTrafficPolicy' }
  /** With externalTrafficPolicy Local, both must select the same Pods. */
  | { readonly type: 'otherSelector' }
  /** The pool's `sharing` forbids it. */
  | { readonly type: 'poolSharing'; readonly sharing: Sharing }
  /** The pool of the address is not in force: nobody new gets the address. */
  | { readonly type: 'poolNotInForce' }
  /** The other one requires both families and lacks one: the address is kept for it, but not given yet. */
  | { readonly type: 'notGivenYet' }

/** Why a Service may not have one particular address. */
export type AddressObstacle =
  /** `poolsUnknown`: a pool that is broken or could not be read might have it. */
  | { readonly type: 'outsidePools'; readonly poolsUnknown: boolean }
  /** The Service also names a pool, and the address is not in that one. */
  | { readonly type: 'outsideRequestedPool'; readonly pool: string }
  | { readonly type: 'notAdmitted'; readonly pool: string; readonly because: AdmissionObstacle }
  | { readonly type: 'suspended'; readonly pool: string }
  | { readonly type: 'reservedForOther'; readonly pool: string; readonly service: ServiceKey }
  /** An address of a node itself. */
  | { readonly type: 'nodeAddress'; readonly node: string }
  | { readonly type: 'inUse'; readonly by: ServiceKey; readonly sharing: SharingObstacle }
  /** The Service does not want an address of this family. */
  | { readonly type: 'familyNotWanted' }
  /** A Service gets one address of a family; another of those that it asks for comes first. */
  | { readonly type: 'secondOfFamily'; readonly first: Address }
  /** A reservation for the same Service comes before what it asks for. */
  | { readonly type: 'reservationFirst'; readonly reserved: Address }

/**
 * Why a Service did not get what it wants for one family. `instead` is the address of that family which it
 * has nevertheless: with `instead`, only a wish is refused; without, the Service has none of this family.
 */
export type AllocationRefusal = {
  readonly family: Family
  readonly instead: Address | undefined
} & (
  | { readonly type: 'request'; readonly address: Address; readonly because: AddressObstacle }
  | { readonly type: 'reservation'; readonly address: Address; readonly because: AddressObstacle }
  /** `bellwether.dev/pool` names a pool that gives out nothing, or that nobody knows. */
  | {
      readonly type: 'requestedPool'
      readonly pool: string
      readonly because: 'absent' | 'broken' | 'unknown'
    }
  /** What the Service asks for cannot be read: it gets nothing rather than something else. */
  | { readonly type: 'requestUnreadable' }
  /** No pool takes the Service; `pools` in the order in which they were asked. */
  | { readonly type: 'noPoolFits'; readonly pools: readonly PoolVerdict[] }
  /** At least one pool takes the Service, but has no free address. */
  | { readonly type: 'poolsExhausted'; readonly pools: readonly PoolVerdict[] }
  /** RequireDualStack: both or none, and `missing` could not be had. */
  | { readonly type: 'otherFamilyMissing'; readonly missing: Family }
  /**
   * The Service's status has `address`, which may lie in a pool that is broken or could not be read: giving
   * another address would take this one away.
   */
  | { readonly type: 'statusAddressUnknown'; readonly address: Address }
)

/** Why an address was let go by a Service. */
export type ReleaseReason =
  | { readonly type: 'serviceGone' }
  /** It exists, but has another type or class. */
  | { readonly type: 'serviceNotOurs' }
  | { readonly type: 'familyNotWanted'; readonly family: Family }
  /** The Service got the address that it asks for, or that is reserved for it. */
  | { readonly type: 'moved'; readonly to: Address; readonly rule: AllocationRule }
  /** The Services may no longer share; `keeper`, the older one, has the address. */
  | {
      readonly type: 'sharingEnded'
      readonly keeper: ServiceKey
      readonly because: SharingObstacle
    }
  /** Outside of every pool, and `bellwether.dev/allow-release` of `pool` names it. */
  | { readonly type: 'releaseAllowed'; readonly pool: string }
  /** The Service holds another address of the same family for longer. */
  | { readonly type: 'secondOfFamily'; readonly keeps: Address }
  /** Two plans had the address, and the other one had it first. */
  | { readonly type: 'otherPlanFirst'; readonly segment: string }

/** One Service lets go of one address; others may still have it. */
export interface Release {
  readonly address: Address
  readonly service: ServiceKey
  readonly pool: string
  readonly segment: string
  readonly reason: ReleaseReason
}

/** Why an address is kept although the rules of today would not give it. */
export type RetentionReason =
  /** No pool of that name is declared any more, and no other pool has the address. */
  | { readonly type: 'poolRemoved' }
  /** The pool is there, but neither it nor another pool has the address any more. */
  | { readonly type: 'poolNarrowed' }
  /** The declaration of the pool has an error: what it would say is not known. */
  | { readonly type: 'poolBroken' }
  /** Some pool file could not be read, and no pool of that name was read. */
  | { readonly type: 'poolUnknown' }
  /** Services are not known: none of their addresses is touched. */
  | { readonly type: 'servicesUnknown' }
  /** The pool would not take `service` today. */
  | {
      readonly type: 'notAdmitted'
      readonly service: ServiceKey
      readonly because: AdmissionObstacle
    }
  /** Reserved for another Service, which gets it when those that have it are gone. */
  | { readonly type: 'reservedForOther'; readonly reservedFor: ServiceKey }
  | { readonly type: 'nodeAddress'; readonly node: string }
  /** The pool's `sharing` would not let these Services share today. */
  | { readonly type: 'poolSharing'; readonly sharing: Sharing }

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
