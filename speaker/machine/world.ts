import type { PlanView } from '../lan/plan-view.ts'
import type { LinkState } from '../lan/link-state.ts'
import type { LinkView, Binding, Neighbor } from '../lan/link-view.ts'

/** What the plan and the links say, as far as they have been told, and what follows from both. */
export interface World {
  plan: PlanView | undefined
  links: readonly LinkState[] | undefined
  /** The links that are up, by name. */
  views: ReadonlyMap<string, LinkView>
  bindings: readonly Binding[]
  /** The nodes of the plan, on each link where they are wanted. */
  neighbors: ReadonlySet<Neighbor>
  /** Addresses that a speaker announced before this one started: nobody has to be asked for them. */
  readonly known: Set<string>
}
