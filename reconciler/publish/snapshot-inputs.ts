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
import type { ClusterSnapshot } from '../state/snapshot.ts'

/** Pools, as they go into `Inputs`. `revision` is the commit that they are from; empty where nobody can tell. */
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
  const { files = poolsOf(snapshot), options, now } = settings
  const { stored, findings, previous, owners } = plansInForce(snapshot)
  const inputs: Inputs = {
    ...files,
    state: snapshot,
    previous,
    owners,
    now,
    ...(options === undefined ? {} : { options }),
  }
  return { inputs, stored, findings }
}

/** The custom resources, as files would give them. */
export function poolsOf(snapshot: ClusterSnapshot): PoolFiles {
  const { pools = [] } = snapshot
  return {
    pools: declaredPools(pools),
    unreadable: unknownPools(snapshot),
    revision: revisionOf(pools),
  }
}

/** The plans that are stored, those that are in force, and who answers for their addresses. */
export function plansInForce({
  plans = [],
  gonePlans = [],
}: ClusterSnapshot): Omit<SnapshotInputs, 'inputs'> &
  Required<Pick<Inputs, 'previous' | 'owners'>> {
  const { stored, findings } = storedPlans(plans)
  const inForce = [...stored, ...storedPlans(gonePlans).stored]
  return {
    stored,
    findings,
    previous: inForce.map(({ plan }) => plan),
    owners: reportedOwners(inForce),
  }
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
  const failure = failures?.get('AddressPool')
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
