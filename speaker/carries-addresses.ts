import type { AnnouncementPlan } from '../reconciler/api.ts'

/** True if the node may own an address of the plan: such a node is not the first choice for a leader. */
export function carriesAddresses({ spec }: AnnouncementPlan, node: string): boolean {
  const index = spec.nodes.findIndex(({ name }) => name === node)
  return index >= 0 && spec.announcements.some(({ candidates }) => candidates.includes(index))
}
