import type { AnnouncementPlan, PlanNode, PlanPool } from '../../../api/objects.ts'
import { planOf } from './plan-sketch.ts'

/** A plan in short, whose addresses have standbys. */
export interface FailoverSketch {
  readonly nodes: readonly PlanNode[]
  /** For each address the indices of its candidates, the planned owner first. */
  readonly candidates: Readonly<Record<string, readonly number[]>>
  readonly probe?: Partial<PlanPool['probe']>
}

/** Nothing moves back by itself (`failback: never`). */
export function failoverPlanOf({ nodes, candidates, probe }: FailoverSketch): AnnouncementPlan {
  const owners = Object.entries(candidates).map(([address, [first = 0]]) => [address, first])
  const plan = planOf({ nodes, owners: Object.fromEntries(owners) as Record<string, number> })
  const { pools, announcements } = plan.spec
  return {
    ...plan,
    spec: {
      ...plan.spec,
      pools: pools.map((pool) => ({ ...pool, probe: { ...pool.probe, ...probe } })),
      announcements: announcements.map((announcement) => ({
        ...announcement,
        candidates: candidates[announcement.address] ?? announcement.candidates,
      })),
    },
  }
}
