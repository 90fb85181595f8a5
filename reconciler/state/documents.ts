import type { Finding, Position } from '../../api/finding.ts'
import type { ClusterSnapshot, SnapshotKind, StateKind } from './snapshot.ts'
import { SNAPSHOT_KINDS, snapshotOf, STATE_KINDS } from './snapshot.ts'
import { withoutName } from './unique-objects.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { describeType, isPlainObject, type PlainObject } from '../values/json.ts'

/** A parsed document of a text; `path` is what findings name. */
export interface StateDocument {
  readonly path: string
  readonly value: unknown
}

/** A snapshot, and what is wrong with the documents that it is from. */
export interface SnapshotReading {
  readonly snapshot: ClusterSnapshot
  readonly findings: readonly Finding[]
  /** False if objects are missing that the cluster has: nothing may be released or moved from such a state. */
  readonly complete: boolean
}

/** The group of each kind; a Service of another group (Knative's, say) is another thing. */
const GROUPS: Readonly<Record<SnapshotKind, string>> = {
  Service: '',
  Node: '',
  EndpointSlice: 'discovery.k8s.io',
  Namespace: '',
  AddressPool: 'bellwether.dev',
  AnnouncementPlan: 'bellwether.dev',
}

/**
 * The objects of documents as `kubectl get -o yaml|json` and manifests have them: alone, in a `List`, or in a
 * list of one kind, which also tells that the kind is known if it is empty. Other kinds are passed over.
 * `assumeNone` are kinds of which there are none although nothing says so.
 */
export function collectState(
  documents: readonly StateDocument[],
  assumeNone: readonly StateKind[],
): SnapshotReading {
  const objects = new Map<SnapshotKind, KubernetesObject[]>(assumeNone.map((kind) => [kind, []]))
  const found: Collected = { objects, findings: [] }
  for (const document of documents) collectDocument(document, found)
  const { findings } = found
  return {
    snapshot: snapshotOf(objects),
    findings,
    complete: !findings.some(({ severity }) => severity === 'error'),
  }
}

interface Collected {
  readonly objects: Map<SnapshotKind, KubernetesObject[]>
  readonly findings: Finding[]
}

function collectDocument({ path, value }: StateDocument, found: Collected): void {
  if (value === null || value === undefined) return
  if (Array.isArray(value)) for (const item of value) collectObject({ path, value: item }, found)
  else collectObject({ path, value }, found)
}

function collectObject(document: StateDocument, found: Collected): void {
  const { path, value } = document
  if (!isPlainObject(value)) {
    found.findings.push(notAnObject(path, value))
    return
  }
  const { kind, items } = value
  if (Array.isArray(items)) collectList(path, { ...value, items }, found)
  else if (isExported(kind) && isOfGroup(kind, value['apiVersion'])) addObject(kind, value, found)
}

/** In YAML, kubectl prints `kind` after the items: without it, the end of the text is missing. */
function collectList(
  path: string,
  list: PlainObject & { items: unknown[] },
  found: Collected,
): void {
  const { kind, apiVersion, metadata, items } = list
  if (kind === undefined) found.findings.push(cutOff(path))
  if (isPlainObject(metadata) && isContinued(metadata)) found.findings.push(onePage(path))
  const itemKind =
    typeof kind === 'string' && kind !== 'List' ? kind.replace(/List$/, '') : undefined
  if (isExported(itemKind) && isOfGroup(itemKind, apiVersion)) {
    listOfKind(itemKind, found)
    for (const item of items) if (isPlainObject(item)) addObject(itemKind, item, found)
  } else if (itemKind === undefined)
    for (const value of items) collectObject({ path, value }, found)
}

/** The API server gives `continue` where more pages follow (limit and chunks). */
function isContinued(metadata: PlainObject): boolean {
  const { continue: token, remainingItemCount } = metadata
  const remaining = typeof remainingItemCount === 'number' ? remainingItemCount : 0
  return (typeof token === 'string' && token !== '') || remaining > 0
}

function isExported(kind: unknown): kind is SnapshotKind {
  return SNAPSHOT_KINDS.some((each) => each === kind)
}

/** An object without apiVersion gets the benefit of the doubt. */
function isOfGroup(kind: SnapshotKind, apiVersion: unknown): boolean {
  if (typeof apiVersion !== 'string') return true
  const slash = apiVersion.indexOf('/')
  return GROUPS[kind] === apiVersion.slice(0, Math.max(0, slash))
}

function addObject(kind: SnapshotKind, object: PlainObject, found: Collected): void {
  const objects = listOfKind(kind, found)
  if (isNamed(object)) objects.push(object)
  else found.findings.push(withoutName(kind))
}

function isNamed(object: PlainObject): object is PlainObject & KubernetesObject {
  const { metadata } = object
  return isPlainObject(metadata) && typeof metadata['name'] === 'string' && metadata['name'] !== ''
}

function listOfKind(kind: SnapshotKind, { objects }: Collected): KubernetesObject[] {
  const present = objects.get(kind)
  if (present !== undefined) return present
  const fresh: KubernetesObject[] = []
  objects.set(kind, fresh)
  return fresh
}

function notAnObject(path: string, value: unknown): Finding {
  return makeFinding('BW3002', {
    message: `${path} holds ${describeType(value)} where a Kubernetes object should be`,
    hint: 'give a file as `kubectl get -o yaml` or `-o json` prints it',
  })
}

function cutOff(path: string): Finding {
  return makeFinding('BW3003', {
    message: `${path} holds a list without a kind: its end is missing`,
    hint: 'export it again, and see whether kubectl reports an error or the disk is full',
  })
}

function onePage(path: string): Finding {
  return makeFinding('BW3003', {
    message: `${path} holds one page of a longer list (metadata.continue is set)`,
    hint: 'export all of it, e.g. by `kubectl get` without --chunk-size and without --raw',
  })
}

/** Where a path holds nothing of what is read. */
export function nothingIn(path: string): Finding {
  return makeFinding('BW3004', {
    message: `${path} holds no ${STATE_KINDS.slice(0, -1).join(', ')} or ${STATE_KINDS.at(-1)}`,
    hint: 'export the state by `kubectl get services,nodes,endpointslices,namespaces -A -o yaml`',
  })
}

/** Where and why a text cannot be parsed. */
export interface SyntaxFault {
  readonly reason: string
  /** Without `file`: the parser knows none. */
  readonly at?: Omit<Position, 'file'>
}

export type ParsedText = { readonly values: readonly unknown[] } | { readonly fault: SyntaxFault }

/** A text that is neither JSON nor YAML. */
export function unparsable(path: string, { reason, at }: SyntaxFault): Finding {
  return makeFinding('BW3002', {
    message: `${path} is not YAML or JSON: ${reason}`,
    hint: 'export it again; a text that was cut off or changed by hand often looks like this',
    ...(at && { at: { file: path, ...at } }),
  })
}

/** JSON, or undefined if the text is none: it may still be YAML, of which JSON is a part. */
export function parseJson(text: string): ParsedText | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined
  try {
    return { values: [JSON.parse(text)] }
  } catch {
    return undefined
  }
}
