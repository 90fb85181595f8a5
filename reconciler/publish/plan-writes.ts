import type { KubernetesObject, ObjectMetadata } from '../../kubernetes/objects/object.ts'
import type { AnnouncementPlan, AnnouncementPlanSpec, PlanAnnouncement } from '../../api/objects.ts'
import { compareAddresses, parseAddress } from '../../api/address.ts'
import type { Address } from '../../api/address.ts'
import type { StoredPlan } from './snapshot-inputs.ts'
import { canonicalPlan, formatPlan } from '../../api/plan-text.ts'
import { compareText } from '../../api/order.ts'

/** One object to be written. With a resourceVersion it replaces that version and no other; without, it is new. */
export interface PlanWrite {
  readonly segment: string
  readonly plan: AnnouncementPlan
}

/** First what plans gain, then what they lose: an address that changes its segment is never in no plan. */
export interface PlanStages {
  readonly gains: readonly PlanWrite[]
  readonly losses: readonly PlanWrite[]
}

/** From the plans that are stored to those that follow. What is the same is not written. */
export function planStages(
  stored: readonly StoredPlan[],
  plans: readonly AnnouncementPlan[],
): PlanStages {
  const before = new Map(stored.map(({ plan }) => [plan.spec.segment, plan]))
  const homes = homesOf(plans)
  const gains: PlanWrite[] = []
  const losses: PlanWrite[] = []
  for (const plan of plans) {
    const { segment } = plan.spec
    const former = before.get(segment)
    if (former !== undefined && formatPlan(former) === formatPlan(plan)) continue
    const leaving = former === undefined ? [] : leavingOf(former, homes, before)
    if (leaving.length === 0) gains.push({ segment, plan })
    else {
      if (gainsAny(plan, former!)) gains.push({ segment, plan: keeping(plan, former!, leaving) })
      losses.push({ segment, plan })
    }
  }
  return { gains, losses }
}

/** The segment that each address belongs to by the new plans. */
function homesOf(plans: readonly AnnouncementPlan[]): ReadonlyMap<string, string> {
  return new Map(
    plans.flatMap(({ spec }) =>
      spec.announcements.map(({ address }) => [address, spec.segment] as const),
    ),
  )
}

/** What goes to another plan that has not got it yet. */
function leavingOf(
  { spec }: AnnouncementPlan,
  homes: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, AnnouncementPlan>,
): readonly PlanAnnouncement[] {
  return spec.announcements.filter(({ address }) => {
    const home = homes.get(address)
    if (home === undefined || home === spec.segment) return false
    const there = before.get(home)?.spec.announcements ?? []
    return !there.some((each) => each.address === address)
  })
}

function gainsAny({ spec }: AnnouncementPlan, former: AnnouncementPlan): boolean {
  const had = new Set(former.spec.announcements.map(({ address }) => address))
  return spec.announcements.some(({ address }) => !had.has(address))
}

/** The new plan with announcements of the former one: its nodes and pools come with them. */
function keeping(
  plan: AnnouncementPlan,
  former: AnnouncementPlan,
  kept: readonly PlanAnnouncement[],
): AnnouncementPlan {
  const { spec } = plan
  const nodes = union(spec.nodes, neededNodes(former.spec, kept))
  const places = new Map(nodes.map(({ name }, place) => [name, place]))
  const moved = (from: AnnouncementPlanSpec, one: PlanAnnouncement): PlanAnnouncement => ({
    ...one,
    candidates: one.candidates.map((index) => places.get(from.nodes[index]!.name)!),
  })
  const needed = new Set(kept.map(({ pool }) => pool))
  return {
    ...plan,
    spec: {
      ...spec,
      nodes,
      pools: union(
        spec.pools,
        former.spec.pools.filter(({ name }) => needed.has(name)),
      ),
      announcements: [
        ...spec.announcements.map((one) => moved(spec, one)),
        ...kept.map((one) => moved(former.spec, one)),
      ].sort(byAddress),
    },
  }
}

function neededNodes({ nodes }: AnnouncementPlanSpec, kept: readonly PlanAnnouncement[]) {
  const needed = new Set(kept.flatMap(({ candidates }) => candidates))
  return nodes.filter((_, index) => needed.has(index))
}

/** Sorted by name; of two with one name, the first list's. */
function union<T extends { readonly name: string }>(
  first: readonly T[],
  second: readonly T[],
): T[] {
  const names = new Set(first.map(({ name }) => name))
  return [...first, ...second.filter(({ name }) => !names.has(name))].sort((a, b) =>
    compareText(a.name, b.name),
  )
}

/** Both come from plans that were read or made here, so both can be parsed. */
function byAddress(a: PlanAnnouncement, b: PlanAnnouncement): number {
  return compareAddresses(parseAddress(a.address) as Address, parseAddress(b.address) as Address)
}

/**
 * The object to be stored: the metadata is whose it is, the spec is the plan's. A status, which is the leader's, is
 * not written by this path.
 */
export function planObject(
  plan: AnnouncementPlan,
  stored: KubernetesObject | undefined,
): KubernetesObject {
  const { apiVersion, kind, spec } = canonicalPlan(plan)
  const { managedFields, ...metadata }: ObjectMetadata = stored?.metadata ?? plan.metadata
  return { apiVersion, kind, metadata, spec }
}

/** True if every plan that was meant to be stored is there as it was meant. Others are not looked at. */
export function areStored(
  plans: readonly AnnouncementPlan[],
  stored: readonly StoredPlan[],
): boolean {
  const texts = new Map(stored.map(({ plan }) => [plan.spec.segment, formatPlan(plan)]))
  return plans.every((plan) => texts.get(plan.spec.segment) === formatPlan(plan))
}
