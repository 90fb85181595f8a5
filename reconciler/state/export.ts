import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { API_VERSION } from '../../api/objects.ts'
import type { ClusterSnapshot, SnapshotKind } from './snapshot.ts'
import { objectsOfKind, SNAPSHOT_KINDS } from './snapshot.ts'
import { isPlainObject } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import { compareText } from '../../api/order.ts'

const API_VERSIONS: Readonly<Record<SnapshotKind, string>> = {
  Service: 'v1',
  Node: 'v1',
  EndpointSlice: 'discovery.k8s.io/v1',
  Namespace: 'v1',
  AddressPool: API_VERSION,
  AnnouncementPlan: API_VERSION,
}

/**
 * One `List` of all that is known, as `--state` reads it. Kinds in a fixed order, objects by namespace and name,
 * without what changes by the minute and what nobody plans from. A kind of which there is nothing is there
 * as an empty list: that it is known to be empty is worth knowing.
 */
export function exportedList(snapshot: ClusterSnapshot): PlainObject {
  const items = SNAPSHOT_KINDS.flatMap((kind) => itemsOf(kind, snapshot))
  return { apiVersion: 'v1', kind: 'List', items }
}

function itemsOf(kind: SnapshotKind, snapshot: ClusterSnapshot): readonly PlainObject[] {
  const known = objectsOfKind(kind, snapshot)
  if (known === undefined) return []
  const apiVersion = API_VERSIONS[kind]
  if (known.length === 0) return [{ apiVersion, kind: `${kind}List`, metadata: {}, items: [] }]
  return known
    .map((object) => ({ key: keyOf(object), object: exportedObject(kind, object) }))
    .sort((a, b) => compareText(a.key, b.key))
    .map(({ object }) => object)
}

/** A NUL sorts before all that a name may hold. */
function keyOf({ metadata }: KubernetesObject): string {
  const { namespace = '', name } = metadata
  return `${namespace}\0${name}`
}

/** An object with what planning and reading need. */
export function exportedObject(kind: SnapshotKind, object: PlainObject): PlainObject {
  return {
    apiVersion: API_VERSIONS[kind],
    kind,
    metadata: exportedMetadata(object['metadata']),
    ...FIELDS[kind](object),
  }
}

const FIELDS: Readonly<Record<SnapshotKind, (object: PlainObject) => PlainObject>> = {
  Service: (object) => pick(object, ['spec', 'status']),
  Node: ({ spec, status }) => ({ ...nodeSpec(spec), ...nodeStatus(status) }),
  EndpointSlice: (object) => pick(object, ['addressType', 'endpoints', 'ports']),
  Namespace: () => ({}),
  AddressPool: (object) => pick(object, ['spec', 'status']),
  AnnouncementPlan: (object) => pick(object, ['spec', 'status']),
}

const KEPT_METADATA = [
  'name',
  'namespace',
  'uid',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'labels',
]

/** kubectl keeps the whole object in it, which would be here twice. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration'

function exportedMetadata(metadata: unknown): PlainObject {
  if (!isPlainObject(metadata)) return {}
  const annotations = Object.entries(metadata['annotations'] ?? {})
  const kept = annotations.filter(([name]) => name !== LAST_APPLIED)
  return {
    ...pick(metadata, KEPT_METADATA),
    ...(kept.length === 0 ? {} : { annotations: Object.fromEntries(kept) }),
  }
}

function nodeSpec(spec: unknown): PlainObject {
  if (!isPlainObject(spec)) return {}
  return { spec: pick(spec, ['podCIDRs', 'taints', 'unschedulable']) }
}

/** Images and versions are of no use; each heartbeat would be a change. */
function nodeStatus(status: unknown): PlainObject {
  if (!isPlainObject(status)) return {}
  const { conditions } = status
  if (!Array.isArray(conditions)) return { status: pick(status, ['addresses']) }
  const kept = conditions
    .filter(isPlainObject)
    .map((condition) =>
      pick(condition, ['type', 'status', 'reason', 'message', 'lastTransitionTime']),
    )
  return { status: { ...pick(status, ['addresses']), conditions: kept } }
}

function pick(object: PlainObject, names: readonly string[]): PlainObject {
  const present = names.filter((name) => object[name] !== undefined)
  return Object.fromEntries(present.map((name) => [name, object[name]]))
}
