import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { EndpointSliceObject, NamespaceObject, NodeObject, ServiceObject } from './objects.ts'

/** The kinds that are read of a cluster: those of Kubernetes, and ours. */
export type SnapshotKind =
  'Service' | 'Node' | 'EndpointSlice' | 'Namespace' | 'AddressPool' | 'AnnouncementPlan'

/** The kinds of Kubernetes among them. */
export type StateKind = Exclude<SnapshotKind, 'AddressPool' | 'AnnouncementPlan'>

/**
 * What was read of a cluster, from its API server or from files. A kind that is absent (undefined: not exported, not
 * readable) is not a kind that is empty (`[]`): nothing is released or moved because of an absence.
 */
export interface ClusterSnapshot {
  readonly services?: readonly ServiceObject[] | undefined
  readonly nodes?: readonly NodeObject[] | undefined
  readonly endpointSlices?: readonly EndpointSliceObject[] | undefined
  readonly namespaces?: readonly NamespaceObject[] | undefined
  /** AddressPools; nobody looks at them where the pools come from files. */
  readonly pools?: readonly KubernetesObject[] | undefined
  /** AnnouncementPlans. */
  readonly plans?: readonly KubernetesObject[] | undefined
  /** Plans that were there before and are gone: what they gave stays given, by whom it was answered. */
  readonly gonePlans?: readonly KubernetesObject[]
  /** Why a kind is not known, or may be out of date. In the order of the kinds. */
  readonly failures?: ReadonlyMap<SnapshotKind, ApiFailure>
  /** Segments whose Lease has been seen renewed within its duration. */
  readonly liveSegments?: ReadonlySet<string>
}

/** The part of a snapshot that plans are made from, beside pools and plans: `Inputs.state`. */
export type ClusterState = Pick<
  ClusterSnapshot,
  'services' | 'nodes' | 'endpointSlices' | 'namespaces'
>

/** Where the objects of each kind are, in the order in which kinds are printed. */
const FIELDS = {
  Service: 'services',
  Node: 'nodes',
  EndpointSlice: 'endpointSlices',
  Namespace: 'namespaces',
  AddressPool: 'pools',
  AnnouncementPlan: 'plans',
} as const satisfies Readonly<Record<SnapshotKind, keyof ClusterSnapshot>>

export const SNAPSHOT_KINDS = Object.keys(FIELDS) as readonly SnapshotKind[]

export const STATE_KINDS: readonly StateKind[] = ['Service', 'Node', 'EndpointSlice', 'Namespace']

/** The objects of one kind; undefined where they are not known. */
export function objectsOfKind(
  kind: SnapshotKind,
  snapshot: ClusterSnapshot,
): readonly KubernetesObject[] | undefined {
  return snapshot[FIELDS[kind]]
}

/** A snapshot of these objects; a kind that is not among them is not known. */
export function snapshotOf(
  objects: ReadonlyMap<SnapshotKind, readonly KubernetesObject[]>,
): ClusterSnapshot {
  return Object.fromEntries([...objects].map(([kind, known]) => [FIELDS[kind], known]))
}

/** A kind that is not known, and why. */
export interface UnlistedKind {
  readonly kind: SnapshotKind
  readonly failure: ApiFailure
}

/** The kinds that could not be listed. */
export function unlistedKinds({ failures }: ClusterSnapshot): UnlistedKind[] {
  return [...(failures ?? [])].map(([kind, failure]) => ({ kind, failure }))
}

/**
 * The first kind that the server gave no answer for. That it is forbidden, or that there is no such kind, is an
 * answer: asking again would tell the same.
 */
export function unansweredKind(snapshot: ClusterSnapshot): UnlistedKind | undefined {
  return unlistedKinds(snapshot).find(
    ({ failure: { failure } }) => failure !== 'forbidden' && failure !== 'notFound',
  )
}
