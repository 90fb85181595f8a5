import type { AnnouncementPlan, PlanAnnouncement, PlanNode } from './api.ts'
import { compareText } from './finding.ts'

/** Who carried an address by the previous plans. */
export interface FormerCandidates {
  /** The planned owner first. */
  readonly names: readonly string[]
  /** False if another segment's plan had the address: then its nodes may have other addresses here. */
  readonly sameSegment: boolean
}

/** The previous plans, ready for questions. */
export interface FormerPlans {
  /** By segment; empty for a segment without a plan. */
  nodes(segment: string): readonly PlanNode[]
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
    nodes: (segment) => bySegment.get(segment)?.plan.spec.nodes ?? [],
    candidates: (segment, address) => {
      const own = namesIn(bySegment.get(segment), address)
      if (own !== undefined) return { names: own, sameSegment: true }
      const other = firstOf(bySegment.values(), address)
      return other && { names: namesIn(other, address)!, sameSegment: false }
    },
  }
}

function indexed(plan: AnnouncementPlan): IndexedPlan {
  return {
    plan,
    byAddress: new Map(plan.spec.announcements.map((entry) => [entry.address, entry])),
  }
}

function namesIn(indexed: IndexedPlan | undefined, address: string): string[] | undefined {
  const { nodes } = indexed?.plan.spec ?? { nodes: [] }
  return indexed?.byAddress.get(address)?.candidates.map((index) => nodes[index]!.name)
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
