/**
 * The objects of `bellwether.dev/v1alpha1`, as they stand in Git and in the API server. The CRDs in
 * config/crd are the schema; test/api/objects.test.ts holds these types against it.
 */

export const API_VERSION = 'bellwether.dev/v1alpha1'

export type Failback = 'never' | 'afterStable' | 'immediate'
export type Sharing = 'none' | 'withinNamespace' | 'acrossNamespaces'
export type ProbeMethod = 'auto' | 'echo' | 'arp'
export type ConflictDetection = 'off' | 'report' | 'hold'

/** metav1.ObjectMeta, the part that is read. */
export interface ObjectMeta {
  readonly name: string
  readonly labels?: Readonly<Record<string, string>>
  readonly annotations?: Readonly<Record<string, string>>
}

/** metav1.LabelSelectorRequirement. */
export interface LabelSelectorRequirement {
  readonly key: string
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'
  readonly values?: readonly string[]
}

/** metav1.LabelSelector: all labels and all expressions must match; the empty one matches everything. */
export interface LabelSelector {
  readonly matchLabels?: Readonly<Record<string, string>>
  readonly matchExpressions?: readonly LabelSelectorRequirement[]
}

/** An address that is kept for the Service `namespace/name`, whether that exists yet or not. */
export interface Reservation {
  readonly address: string
  readonly service: string
}

export interface PreferredNodes {
  /** 1-100, added up over all terms that match a node. */
  readonly weight: number
  readonly selector: LabelSelector
}

export interface ProbeSpec {
  readonly method?: ProbeMethod
  readonly intervalMilliseconds?: number
  readonly failureThreshold?: number
}

export interface AnnounceSpec {
  readonly segment?: string
  readonly nodeSelector?: LabelSelector
  readonly nodeNetworks?: readonly string[]
  readonly preferredNodes?: readonly PreferredNodes[]
  readonly interfaces?: readonly string[]
  readonly failback?: Failback
  readonly failbackDelaySeconds?: number
  readonly probe?: ProbeSpec
  readonly conflictDetection?: ConflictDetection
}

export interface AddressPoolSpec {
  readonly addresses: readonly string[]
  readonly exclude?: readonly string[]
  readonly avoidBuggyIPs?: boolean
  readonly autoAssign?: boolean
  readonly priority?: number
  readonly serviceSelector?: LabelSelector
  readonly namespaces?: readonly string[]
  readonly namespaceSelector?: LabelSelector
  readonly sharing?: Sharing
  readonly reservations?: readonly Reservation[]
  readonly suspend?: boolean
  readonly announce?: AnnounceSpec
}

export interface AddressPool {
  readonly apiVersion: typeof API_VERSION
  readonly kind: 'AddressPool'
  readonly metadata: ObjectMeta
  readonly spec: AddressPoolSpec
}

/** What the defaults of the schema are; a field that is left out means this. */
export const POOL_DEFAULTS = {
  avoidBuggyIPs: false,
  autoAssign: true,
  priority: 100,
  sharing: 'withinNamespace',
  suspend: false,
  segment: 'default',
  failback: 'never',
  failbackDelaySeconds: 60,
  probe: { method: 'auto', intervalMilliseconds: 100, failureThreshold: 5 },
  conflictDetection: 'report',
} as const

/** A node of the segment: `addresses` are those the speaker resolves to a MAC and probes. */
export interface PlanNode {
  readonly name: string
  readonly addresses: readonly string[]
}

/** How the addresses of a pool are announced: what the speaker needs of the pool, said once. */
export interface PlanPool {
  readonly name: string
  readonly interfaces?: readonly string[]
  readonly failback: Failback
  readonly failbackDelaySeconds: number
  readonly probe: {
    readonly method: ProbeMethod
    readonly intervalMilliseconds: number
    readonly failureThreshold: number
  }
  readonly conflictDetection: ConflictDetection
}

/**
 * One address. `services` are the Services that it belongs to (several only by sharing), sorted;
 * `candidates` are indexes into `spec.nodes`, the planned owner first, empty if nobody may answer;
 * `since` is when this assignment began (RFC 3339, UTC). `healthCheckNodePort` is where a node tells whether it has
 * endpoints, for Services with `externalTrafficPolicy: Local`.
 */
export interface PlanAnnouncement {
  readonly address: string
  readonly services: readonly string[]
  readonly pool: string
  readonly candidates: readonly number[]
  readonly since: string
  readonly healthCheckNodePort?: number
}

/** Digests of the inputs, only of the fields that decisions read: `sha256:` and 64 hex digits. */
export interface PlanDigests {
  readonly pools: string
  readonly state: string
}

export interface AnnouncementPlanSpec {
  readonly segment: string
  /** The commit of the pools, or whatever names their version; empty where nobody knows. */
  readonly revision: string
  readonly digests: PlanDigests
  /** Sorted by name. */
  readonly nodes: readonly PlanNode[]
  /** Sorted by name. */
  readonly pools: readonly PlanPool[]
  /** Sorted by address: IPv4 first, then by value. */
  readonly announcements: readonly PlanAnnouncement[]
}

/** One for each segment; `metadata.name` is the segment's name. */
export interface AnnouncementPlan {
  readonly apiVersion: typeof API_VERSION
  readonly kind: 'AnnouncementPlan'
  readonly metadata: ObjectMeta
  readonly spec: AnnouncementPlanSpec
}

/** A pool that neither the inputs nor a previous plan describe: its address is known by a Service's status. */
export function defaultPool(name: string): PlanPool {
  const { failback, failbackDelaySeconds, probe, conflictDetection } = POOL_DEFAULTS
  return { name, failback, failbackDelaySeconds, probe, conflictDetection }
}
