import { describeObject, type Finding, type ObjectRef } from '../../api/finding.ts'
import type { SnapshotKind, StateKind } from './snapshot.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { isPlainObject, type PlainObject } from '../values/json.ts'
import { onceForEach, onceForList } from '../values/memo.ts'
import { canonicalText, sameContent } from '../values/same-content.ts'
import { compareText } from '../../api/order.ts'
import { groupBy } from '../../api/group-by.ts'

/** An object of the state, by which name it goes, and its metadata. */
export interface NamedObject {
  /** `namespace/name`, or the name of a cluster-scoped object. */
  readonly key: string
  /** Empty for a cluster-scoped object. */
  readonly namespace: string
  readonly ref: ObjectRef
  readonly object: Readonly<Record<string, unknown>>
  readonly metadata: Readonly<Record<string, unknown>>
}

const CLUSTER_SCOPED: readonly StateKind[] = ['Node', 'Namespace']

/**
 * The objects sorted by key, each once. Of two versions of one object the newer counts, by resourceVersion
 * where both have one, else by text: whatever the order in which files are named. The same objects as in the last
 * pass give the same list as then.
 */
export function uniqueObjects(
  kind: StateKind,
  objects: readonly unknown[],
  findings: Finding[],
): readonly NamedObject[] {
  const { unique, own } = uniqueOf.get(kind)!(objects)
  for (const finding of own) findings.push(finding)
  return unique
}

function sortedOnce(
  kind: StateKind,
  objects: readonly unknown[],
  findings: Finding[],
): readonly NamedObject[] {
  const nameOfKind = namesOf.get(kind)!
  const named: NamedObject[] = []
  for (const object of objects) {
    const found = isPlainObject(object) ? nameOfKind(object) : undefined
    if (found !== undefined) named.push(found)
    else findings.push(withoutName(kind))
  }
  named.sort((a, b) => compareText(a.key, b.key))
  return named.some((each, index) => each.key === named[index - 1]?.key)
    ? withoutOlderVersions(named, findings)
    : named
}

const KINDS: readonly StateKind[] = ['Service', 'Node', 'EndpointSlice', 'Namespace']

/** By kind: the key of an object that comes again in the next pass is made once. */
const namesOf: ReadonlyMap<StateKind, (object: PlainObject) => NamedObject | undefined> = new Map(
  KINDS.map((kind) => [kind, onceForEach((object) => nameOf(kind, object))]),
)

const uniqueOf = new Map(
  KINDS.map((kind) => [
    kind,
    onceForList((objects) => {
      const own: Finding[] = []
      return { unique: sortedOnce(kind, objects, own), own }
    }),
  ]),
)

function nameOf(kind: StateKind, object: PlainObject): NamedObject | undefined {
  const { metadata } = object
  if (!isPlainObject(metadata)) return undefined
  const { name, namespace } = metadata
  if (typeof name !== 'string' || name === '') return undefined
  if (CLUSTER_SCOPED.includes(kind)) {
    const ref = { kind, name }
    return { key: name, namespace: '', ref, object, metadata }
  }
  const inNamespace = typeof namespace === 'string' && namespace !== '' ? namespace : 'default'
  const ref = { kind, namespace: inNamespace, name }
  return { key: `${inNamespace}/${name}`, namespace: inNamespace, ref, object, metadata }
}

/** An object that nothing can refer to. */
export function withoutName(kind: SnapshotKind): Finding {
  return makeFinding('BW3005', {
    message: `a ${kind} of the cluster state has no metadata.name`,
    hint: 'export the state again with `kubectl get -o yaml`; until then this object is passed over',
  })
}

function withoutOlderVersions(sorted: readonly NamedObject[], findings: Finding[]): NamedObject[] {
  const versions = groupBy(sorted, ({ key }) => key)
  return [...versions.values()].map((group) => newest(group, findings))
}

function newest(versions: readonly NamedObject[], findings: Finding[]): NamedObject {
  const newer = versions.reduce((a, b) => (compareVersions(a, b) <= 0 ? a : b))
  if (!versions.every(({ object }) => sameContent(object, newer.object)))
    findings.push(differ(newer.ref))
  return newer
}

function compareVersions(a: NamedObject, b: NamedObject): number {
  return (
    versionOf(b) - versionOf(a) || compareText(canonicalText(a.object), canonicalText(b.object))
  )
}

/** 0 where the object has none: a manifest, not an export. */
function versionOf({ metadata }: NamedObject): number {
  const version = metadata['resourceVersion']
  return typeof version === 'string' && /^\d+$/.test(version) ? Number(version) : 0
}

function differ(object: ObjectRef): Finding {
  return makeFinding('BW3006', {
    message: `${describeObject(object)} stands in the cluster state more than once, with different contents`,
    hint: 'name each export once; the one with the highest resourceVersion is used',
    object,
  })
}
