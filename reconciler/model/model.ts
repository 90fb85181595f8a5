import type { Address, AddressRange, Family, Prefix } from '../../api/address.ts'
import type { AnnounceSpec, LabelSelector, PlanPool, Sharing } from '../../api/objects.ts'
import type { Position } from '../../api/finding.ts'

/** `namespace/name`: how a Service is named throughout. */
export type ServiceKey = string

/** An address kept for a Service, whether that exists yet or not. */
export interface PoolReservation {
  readonly address: Address
  readonly service: ServiceKey
  readonly at?: Position | undefined
}

/** Nodes with this sum of weights come before those with less. */
export interface NodePreference {
  readonly weight: number
  readonly selector: LabelSelector
}

/** A pool that passed validation, with its defaults filled in. */
export interface Pool {
  readonly name: string
  readonly segment: string
  /** `addresses` without `exclude`: sorted and disjoint. With `avoidBuggyIPs` ask pool-addresses.ts what is held. */
  readonly ranges: readonly AddressRange[]
  /** IPv4 addresses that end in .0 or .255 are not given out. They are never cut out of `ranges`: a /8 has 131,072. */
  readonly avoidBuggyIPs: boolean
  /** What `exclude` takes out of `addresses`: sorted and disjoint. Only explanations ask. */
  readonly excluded?: readonly AddressRange[]
  readonly autoAssign: boolean
  readonly priority: number
  readonly serviceSelector: LabelSelector | undefined
  readonly namespaces: readonly string[] | undefined
  readonly namespaceSelector: LabelSelector | undefined
  readonly sharing: Sharing
  readonly reservations: readonly PoolReservation[]
  readonly suspend: boolean
  readonly nodeSelector: LabelSelector | undefined
  readonly nodeNetworks: readonly Prefix[]
  readonly preferredNodes: readonly NodePreference[]
  /** As it goes into the plan. */
  readonly announced: PlanPool
  /** Annotation `bellwether.dev/allow-release`: addresses, or `*` for all of this pool. */
  readonly allowRelease: readonly string[]
  readonly announce: AnnounceSpec
  /** Where the pool is declared; undefined if no text holds it. */
  readonly at: Position | undefined
}

/**
 * The pools of one source. A pool that is declared but broken keeps what it carries and gives out nothing.
 * `complete` is false if a file could not be read or parsed: then nobody knows which pools there are.
 */
export interface PoolSet {
  /** Sorted by priority, then name: the order in which they are asked for an address. */
  readonly pools: readonly Pool[]
  /** Names of pools whose declaration has an error. Sorted. */
  readonly broken: readonly string[]
  readonly complete: boolean
}

export interface PortKey {
  readonly protocol: string
  readonly port: number
}

/** A Service that is ours: `type: LoadBalancer` of our class. */
export interface ServiceFact {
  readonly key: ServiceKey
  readonly namespace: string
  readonly name: string
  /** RFC 3339, or empty: the older Service wins where two want one thing. */
  readonly createdAt: string
  readonly labels: Readonly<Record<string, string>>
  readonly families: readonly Family[]
  readonly familyPolicy: 'SingleStack' | 'PreferDualStack' | 'RequireDualStack'
  readonly ports: readonly PortKey[]
  readonly selector: Readonly<Record<string, string>>
  readonly externalTrafficPolicy: 'Cluster' | 'Local'
  /** Of Services with `externalTrafficPolicy: Local` alone. */
  readonly healthCheckNodePort?: number
  /** From `bellwether.dev/addresses`, else `spec.loadBalancerIP`. */
  readonly requestedAddresses: readonly Address[]
  /** A request of this Service cannot be read: it keeps what it has and gets nothing new, least of all another address. */
  readonly requestBroken?: true
  /** From `bellwether.dev/pool`. */
  readonly requestedPool: string | undefined
  /** From `bellwether.dev/share`. */
  readonly sharingKey: string | undefined
  /** From `bellwether.dev/node`: a preference. */
  readonly preferredNode: string | undefined
  /** Addresses in `status.loadBalancer.ingress`. */
  readonly statusAddresses: readonly Address[]
}

export interface NodeFact {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly ready: boolean
  /** `lastTransitionTime` of the Ready condition, RFC 3339, or empty. */
  readonly readySince: string
  readonly networkUnavailable: boolean
  /** Label `node.kubernetes.io/exclude-from-external-load-balancers`. */
  readonly excludedByLabel: boolean
  readonly internalIPs: readonly Address[]
  /** Annotation `bellwether.dev/address.<segment>`, by segment. */
  readonly segmentAddresses: Readonly<Record<string, readonly Address[]>>
}

/** `nodeName` is undefined for endpoints that name no node: they count for every node. */
export interface EndpointFact {
  readonly nodeName: string | undefined
  readonly ready: boolean
  readonly serving: boolean
  readonly terminating: boolean
}

export interface NamespaceFact {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
}

/**
 * What the planner knows of the cluster. Undefined means: not known (see ClusterSnapshot). All sorted by key
 * or name. `services` holds ours alone; `otherServices` the keys of existing Services that are not ours
 * (another type or class), which is what releases an address they once had.
 */
export interface ClusterFacts {
  readonly services: readonly ServiceFact[] | undefined
  readonly otherServices: ReadonlySet<ServiceKey>
  readonly nodes: readonly NodeFact[] | undefined
  /** Of Services with `externalTrafficPolicy: Local`: nobody asks for the others. */
  readonly endpoints: ReadonlyMap<ServiceKey, readonly EndpointFact[]> | undefined
  readonly namespaces: ReadonlyMap<string, NamespaceFact> | undefined
}

/** How an address came to its Service: the first rule that applied. */
export type AllocationRule = 'held' | 'reserved' | 'requested' | 'automatic'

/** An address with the Services that it belongs to. */
export interface Assignment {
  readonly address: Address
  readonly pool: string
  readonly segment: string
  /** Sorted; several only by sharing. */
  readonly services: readonly ServiceKey[]
  /** RFC 3339, UTC: when the assignment began; kept from the previous plan. */
  readonly since: string
  readonly rule: AllocationRule
}
