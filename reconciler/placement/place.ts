import type { AnnouncementPlan } from '../../api/objects.ts'
import { findCandidates } from './candidates.ts'
import type { SegmentCandidates } from './candidates.ts'
import type { Choice, ChoiceInput } from './choice.ts'
import { choiceInput } from './choice-input.ts'
import { choose } from './choose.ts'
import { digestInputs } from './digest.ts'
import { healthCheckPorts } from './health-check-ports.ts'
import type { Assignment, ClusterFacts, PoolSet } from '../model/model.ts'
import { servicesByKey } from '../model/services-by-key.ts'
import { announcedPools, composePlan } from './compose.ts'

/** The planned owner and three standbys. */
const DEFAULT_CANDIDATES = 4

export interface PlaceInput {
  readonly pools: PoolSet
  readonly facts: ClusterFacts
  /** Sorted by address. */
  readonly assignments: readonly Assignment[]
  readonly previous: readonly AnnouncementPlan[]
  /** Who announces an address now, by address. */
  readonly owners: Readonly<Record<string, string>>
  /** RFC 3339, UTC. */
  readonly now: string
  readonly revision: string
  readonly candidatesPerAddress?: number | undefined
}

/** A segment's plan, and what it was made from. The lists have the same order. */
export interface PlacedSegment {
  readonly candidates: SegmentCandidates
  readonly input: ChoiceInput
  readonly choices: readonly Choice[]
  readonly plan: AnnouncementPlan
}

/** Candidates, choice and plan for every segment, sorted by its name. */
export function place(input: PlaceInput): PlacedSegment[] {
  const { pools, facts, previous, owners, now, revision } = input
  const services = servicesByKey(facts.services ?? [])
  // Without a planned owner there is no plan.
  const limit = Math.max(1, input.candidatesPerAddress ?? DEFAULT_CANDIDATES)
  const context = {
    pools: announcedPools(pools.pools, previous),
    digests: digestInputs(pools, facts, input.assignments),
    revision,
    healthPort: healthCheckPorts(facts, previous),
  }
  return findCandidates(input).map((candidates) => {
    const numbers = choiceInput(candidates, { services, owners, now, limit })
    const choices = choose(numbers)
    return { candidates, input: numbers, choices, plan: composePlan(candidates, choices, context) }
  })
}
