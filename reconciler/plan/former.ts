import type { AnnouncementPlan, PlanAnnouncement, PlanNode } from '../../api/objects.ts'
import { compareText } from '../../api/order.ts'
import { onceForEach } from '../values/memo.ts'

/** Who carried an address by the previous plans. */
export interface FormerCandidates {
  /** The planned owner first: places in `nodes`, as the plan has them. */
  readonly candidates: readonly number[]
  /** The node table of that plan, always the same object for the same plan. */
  readonly nodes: readonly PlanNode[]
  /** False if another segment's plan had the address: then its nodes may have other addresses here. */
  readonly sameSegment: boolean
}

/** The previous plans, ready for questions. */
export interface FormerPlans {
  /** The node table of a segment's plan, if it has one. */
  nodes(segment: string): readonly PlanNode[] | undefined
  candidates(segment: string, address: string): FormerCandidates | undefined
}

interface IndexedPlan {
  readonly plan: AnnouncementPlan
  readonly byAddress: ReadonlyMap<string, PlanAnnouncement>
}

/** Where two plans are of one segment, the first in the order of `previous` counts. */
export function indexFormerPlans(previous: readonly AnnouncementPlan[]): FormerPlans {
  const bySegment = new Map<string, IndexedPlan>()
  for (const plan of previous)
    if (!bySegment.has(plan.spec.segment)) bySegment.set(plan.spec.segment, indexed(plan))
  return {
    nodes: (segment) => bySegment.get(segment)?.plan.spec.nodes,
    candidates: (segment, address) => {
      const own = bySegment.get(segment)
      const announcement = own?.byAddress.get(address)
      if (own !== undefined && announcement !== undefined) return former(own, announcement, true)
      const other = firstOf(bySegment.values(), address)
      return other && former(other, other.byAddress.get(address)!, false)
    },
  }
}

/** The plan that is followed is the previous one until another is written: it is indexed once. */
const indexed = onceForEach((plan: AnnouncementPlan): IndexedPlan => ({
  plan,
  byAddress: new Map(plan.spec.announcements.map((entry) => [entry.address, entry])),
}))

function former(
  { plan }: IndexedPlan,
  { candidates }: PlanAnnouncement,
  sameSegment: boolean,
): FormerCandidates {
  return { candidates, nodes: plan.spec.nodes, sameSegment }
}

/** An address in two plans belongs to the one that had it first, then to the first segment by name. */
function firstOf(plans: Iterable<IndexedPlan>, address: string): IndexedPlan | undefined {
  const since = (one: IndexedPlan): string => one.byAddress.get(address)!.since
  return [...plans]
    .filter(({ byAddress }) => byAddress.has(address))
    .sort(
      (a, b) =>
        compareText(since(a), since(b)) || compareText(a.plan.spec.segment, b.plan.spec.segment),
    )[0]
}
