import { allocate } from './allocation/allocate.ts'
import { changeReasons } from './explain/change-reasons.ts'
import { readClusterFacts } from './state/facts.ts'
import { explanations } from './explain/explanations.ts'
import { compareFindings } from '../api/finding.ts'
import type { Finding } from '../api/finding.ts'
import { guard } from './guard/guard.ts'
import { guardFindings } from './guard/findings.ts'
import type { Inputs } from './inputs.ts'
import { missingFindings, missingInputs } from './guard/missing.ts'
import type { ClusterFacts, PoolSet, ServiceKey } from './model/model.ts'
import { servicesByKey } from './model/services-by-key.ts'
import type { Outcome } from './outcome.ts'
import { place } from './placement/place.ts'
import { placementFindings } from './placement/findings.ts'
import { diffPlans } from './plan/diff.ts'
import { checkPoolsAgainstCluster } from './lint/cluster.ts'
import { checkPools } from './pools/check.ts'
import { heldAddresses, previousPlans } from './plan/previous.ts'
import { readPoolDocuments } from './pools/read.ts'
import type { PoolDocument } from './pools/read.ts'
import { isUtcTime, UTC_TIME } from '../api/time.ts'

/**
 * What follows from the pools, the cluster and the previous plans: the next plans, what changes and why, and
 * every finding. A pure function: the same inputs in any order give the same bytes, and reconciling on its
 * own plans changes nothing. Never throws for what pools, state and plans hold: findings tell that.
 *
 * @throws {RangeError} if `now` is not RFC 3339 in UTC, as `2026-01-31T12:00:00Z`.
 */
export function reconcile(inputs: Inputs): Outcome {
  if (!isUtcTime(inputs.now))
    throw new RangeError(`now is ${JSON.stringify(inputs.now)}: write ${UTC_TIME.name}`)
  return decide(inputs).outcome
}

/** An outcome, and what it follows from as it was understood. */
export interface Decision {
  readonly outcome: Outcome
  readonly pools: PoolSet
  readonly facts: ClusterFacts
}

/** `reconcile`, for those who also write what follows from the facts. The caller answers for `now`. */
export function decide(inputs: Inputs): Decision {
  const { options = {}, now } = inputs
  const { pools, documents, findings: poolFindings } = readPools(inputs)
  const state = readClusterFacts(inputs.state, { asDefaultClass: options.asDefaultClass ?? false })
  const { facts } = state
  const { previous, findings: planFindings } = previousPlans(inputs.previous ?? [])
  const allocation = allocate({ pools, facts, previous: previous.flatMap(heldAddresses), now })
  const segments = place({
    pools,
    facts,
    assignments: allocation.assignments,
    previous,
    owners: inputs.owners ?? {},
    now,
    revision: inputs.revision ?? '',
    candidatesPerAddress: options.candidatesPerAddress,
  })
  const plans = segments.map(({ plan }) => plan)
  const diff = diffPlans(previous, plans, changeReasons(segments, allocation, facts))
  const serviceExists = serviceLookup(facts)
  const blocked = guard({ previous, diff, pools, serviceExists, options })
  const incomplete = missingInputs(pools, facts, segments, allocation.incomplete)
  const outcome: Outcome = {
    plans,
    findings: [
      ...poolFindings,
      ...state.findings,
      ...checkPoolsAgainstCluster(pools, facts, documents),
      ...planFindings,
      ...allocation.findings,
      ...placementFindings(segments, facts),
      ...missingFindings(incomplete),
      ...guardFindings(blocked),
    ].sort(compareFindings),
    explanations: explanations({ segments, pools: pools.pools, facts }, allocation),
    blocked,
    incomplete,
    refusals: allocation.refusals,
    diff,
  }
  return { outcome, pools, facts }
}

/** A text that could not be read may hold any pool. */
function readPools(inputs: Inputs): {
  readonly pools: PoolSet
  readonly documents: readonly PoolDocument[]
  readonly findings: Finding[]
} {
  const unreadable = inputs.unreadable ?? []
  const { documents, broken, complete, findings } = readPoolDocuments(inputs.pools)
  const isComplete = complete && unreadable.length === 0
  const { set, findings: semantic } = checkPools({ documents, broken, complete: isComplete })
  return { pools: set, documents, findings: [...unreadable, ...findings, ...semantic] }
}

/** Where Services are not known, each may exist. */
function serviceLookup({ services, otherServices }: ClusterFacts): (key: ServiceKey) => boolean {
  if (services === undefined) return () => true
  return (key) => servicesByKey(services).has(key) || otherServices.has(key)
}
