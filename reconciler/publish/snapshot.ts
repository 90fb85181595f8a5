import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { API_VERSION } from '../../api/objects.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Finding } from '../../api/finding.ts'
import type { Inputs } from '../inputs.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { isPlainObject } from '../values/json.ts'
import { planFromObject } from '../../api/plan-text.ts'
import { compareText } from '../../api/order.ts'
import type { ReconcileOptions } from '../guard/options.ts'
import type { PlacedObject } from '../source/placed-object.ts'

/** The kinds that are read. */
export type SnapshotKind =
  'Service' | 'Node' | 'EndpointSlice' | 'Namespace' | 'AddressPool' | 'AnnouncementPlan'

/** Objects of one kind. Undefined: not known, which is not the same as none. */
export type Known = readonly KubernetesObject[] | undefined

/** What was read of the cluster. */
export interface ClusterSnapshot {
  readonly services: Known
  readonly nodes: Known
  readonly endpointSlices: Known
  readonly namespaces: Known
  /** Custom resources; nobody looks at them where the pools come from a folder. */
  readonly pools: Known
  readonly plans: Known
  /** Plans that were there before and are gone: what they gave stays given, by whom it was answered. */
  readonly gonePlans?: readonly KubernetesObject[]
  /** Why a kind is not known, or may be out of date. */
  readonly failures: ReadonlyMap<SnapshotKind, ApiFailure>
  /** Segments whose Lease has been seen renewed within its duration. */
  readonly liveSegments: ReadonlySet<string>
}

/** Pools that are files and not custom resources. */
export interface PoolFiles {
  readonly pools: readonly PlacedObject[]
  readonly unreadable: readonly Finding[]
  readonly revision: string
}

export interface InputSettings {
  /** Undefined: the custom resources. */
  readonly files?: PoolFiles | undefined
  readonly options?: ReconcileOptions | undefined
  /** RFC 3339, UTC, whole seconds. */
  readonly now: string
}

/** A plan as it is stored. */
export interface StoredPlan {
  readonly plan: AnnouncementPlan
  readonly object: KubernetesObject
}

export interface SnapshotInputs {
  readonly inputs: Inputs
  readonly stored: readonly StoredPlan[]
  /** Of stored plans that cannot be read: what they hold is not known, so nothing may be written. */
  readonly findings: readonly Finding[]
}

/** On pools that are custom resources: the commit that they are from, by whoever applied them. */
export const REVISION_ANNOTATION = 'bellwether.dev/revision'

/** What `reconcile` wants to know, of what was read. The same pools give the same plan as from files. */
export function inputsOf(snapshot: ClusterSnapshot, settings: InputSettings): SnapshotInputs {
  const { files, options, now } = settings
  const { stored, findings } = storedPlans(snapshot.plans ?? [])
  const inForce = [...stored, ...storedPlans(snapshot.gonePlans ?? []).stored]
  const inputs: Inputs = {
    pools: files?.pools ?? declaredPools(snapshot.pools ?? []),
    unreadable: files?.unreadable ?? unknownPools(snapshot),
    state: {
      services: snapshot.services,
      nodes: snapshot.nodes,
      endpointSlices: snapshot.endpointSlices,
      namespaces: snapshot.namespaces,
    },
    previous: inForce.map(({ plan }) => plan),
    owners: reportedOwners(inForce),
    now,
    revision: files?.revision ?? revisionOf(snapshot.pools ?? []),
    ...(options === undefined ? {} : { options }),
  }
  return { inputs, stored, findings }
}

/** Of each object what a file would hold, so that the same pools are the same from both. */
export function declaredPools(pools: readonly KubernetesObject[]): PlacedObject[] {
  return pools.map((object) => {
    const { name, annotations } = object.metadata
    const metadata = {
      name,
      ...(annotations === undefined ? {} : { annotations: own(annotations) }),
    }
    const { spec } = object
    return {
      value: {
        apiVersion: API_VERSION,
        kind: 'AddressPool',
        metadata,
        ...(spec === undefined ? {} : { spec }),
      },
    }
  })
}

const OURS = 'bellwether.dev/'

/** kubectl's own annotation holds the whole object once more. */
function own(annotations: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).filter(
      ([key]) => key.startsWith(OURS) && key !== REVISION_ANNOTATION,
    ),
  )
}

/** The revision that all pools name; empty where they do not agree, as in the midst of a change. */
function revisionOf(pools: readonly KubernetesObject[]): string {
  const named = new Set(pools.map(({ metadata }) => metadata.annotations?.[REVISION_ANNOTATION]))
  const [revision] = named
  return named.size === 1 ? (revision ?? '') : ''
}

function unknownPools({ pools, failures }: ClusterSnapshot): Finding[] {
  if (pools !== undefined) return []
  const failure = failures.get('AddressPool')
  return [
    makeFinding('BW3014', {
      message: `the AddressPools of the cluster cannot be listed${failure === undefined ? '' : `: ${failure.message}`}`,
      hint: 'install the CRDs, and give the right to list addresspools.bellwether.dev',
    }),
  ]
}

/** The plans that can be read, sorted by name, and findings about those that cannot. */
export function storedPlans(objects: readonly KubernetesObject[]): Omit<SnapshotInputs, 'inputs'> {
  const stored: StoredPlan[] = []
  const findings: Finding[] = []
  for (const object of sortedByName(objects)) {
    const plan = planFromObject({ ...object, apiVersion: API_VERSION, kind: 'AnnouncementPlan' })
    if ('spec' in plan) stored.push({ plan, object })
    else findings.push(unreadablePlan(object, plan))
  }
  return { stored, findings }
}

function sortedByName(objects: readonly KubernetesObject[]): KubernetesObject[] {
  return [...objects].sort((a, b) => compareText(a.metadata.name, b.metadata.name))
}

function unreadablePlan({ metadata: { name } }: KubernetesObject, problems: Finding[]): Finding {
  return makeFinding('BW3015', {
    message: `the stored AnnouncementPlan ${name} cannot be read: ${problems.map(({ message }) => message).join('; ')}`,
    hint: 'restore it, or delete it: Services keep the addresses that their status names',
    object: { kind: 'AnnouncementPlan', name },
  })
}

/** The nodes that leaders announce addresses with, where they are not the planned ones. */
function reportedOwners(stored: readonly StoredPlan[]): Record<string, string> {
  const owners: [string, string][] = []
  for (const { object, plan } of stored) {
    const { status } = object
    const moved = isPlainObject(status) ? status['moved'] : undefined
    const held = new Set(plan.spec.announcements.map(({ address }) => address))
    for (const entry of Array.isArray(moved) ? (moved as unknown[]) : []) {
      if (!isPlainObject(entry)) continue
      const { address, node } = entry
      if (typeof address === 'string' && typeof node === 'string' && held.has(address))
        owners.push([address, node])
    }
  }
  return Object.fromEntries(owners)
}
