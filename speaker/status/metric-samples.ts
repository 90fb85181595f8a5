import type { ElectionRole } from '../election/events.ts'
import type { ElectionStatus } from '../election/status.ts'
import { ELECTION_ROLES } from '../election/status.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { MetricName, MetricSample } from './metric-table.ts'
import { METRICS } from './metric-table.ts'
import type { ConflictReason, HoldReason, OwnerChangeReason } from '../reports/report.ts'
import type { AddressState, NodeStatus, SegmentStatus, Verdict, SegmentCounters } from './status.ts'
import type { PlanDigest } from './document.ts'

/** What the metrics are made from. */
export interface MetricInput {
  readonly version: string
  readonly nodeVersion: string
  readonly digests: readonly PlanDigest[]
  readonly planRefused: boolean
  readonly statuses: readonly SegmentStatus[]
  /** Undefined before the first; `wallMilliseconds` since 1970. */
  readonly beat: { readonly heartbeat: Heartbeat; readonly wallMilliseconds: number } | undefined
  /** Of a speaker that is elected. */
  readonly election?: ElectionMetrics | undefined
}

/** What the election and the plan's status are measured by. */
export interface ElectionMetrics {
  readonly status: ElectionStatus
  readonly roleChanges: Readonly<Partial<Record<ElectionRole, number>>>
  readonly planStatusWrites: Readonly<Record<'written' | 'failed', number>>
}

/** More series than this for each segment would be a burden for Prometheus, and nobody reads them one by one. */
export const MOST_NODES_BY_NAME = 1000

/*
 * Values that can be known beforehand are there from the start, as 0: a rate over a series that begins with 1
 * misses that 1. The records make the compiler ask for each member.
 */

const STATES = keysOf<AddressState>({
  announced: 0,
  checking: 0,
  held: 0,
  unresolved: 0,
  listening: 0,
})
const VERDICTS = keysOf<Verdict>({ unknown: 0, up: 0, suspect: 0, down: 0 })
const MOVES = keysOf<OwnerChangeReason>({
  planned: 0,
  ownerDown: 0,
  ownerUnresolved: 0,
  ownerDemoted: 0,
  notCandidate: 0,
  failback: 0,
  heard: 0,
})
const HOLDS = keysOf<HoldReason>({ nobodyHeard: 0, loopLate: 0 })
const CONFLICTS = keysOf<ConflictReason>({
  Stranger: 0,
  VirtualRouter: 0,
  ProxyArp: 0,
  NodeAnswersItself: 0,
})

function keysOf<K extends string>(record: Readonly<Record<K, 0>>): readonly K[] {
  return Object.keys(record) as K[]
}

/** Every sample there is; none is there twice. */
export function metricSamples(input: MetricInput): readonly MetricSample[] {
  const { version, nodeVersion, digests, planRefused, statuses, beat, election } = input
  return [
    { name: 'build_info', labels: { version, node_version: nodeVersion }, value: 1 },
    { name: 'plan_refused', labels: {}, value: planRefused ? 1 : 0 },
    ...digests.map((labels): MetricSample => ({ name: 'plan_info', labels, value: 1 })),
    ...statuses.flatMap(statusSamples),
    ...(election === undefined ? [] : electionSamples(election)),
    ...(beat === undefined ? [] : beatSamples(beat.heartbeat, beat.wallMilliseconds)),
  ]
}

function electionSamples(metrics: ElectionMetrics): readonly MetricSample[] {
  const { segment, role, lease, api } = metrics.status
  const holder = lease?.holder ?? ''
  return [
    ...series('role', segment, complete(ELECTION_ROLES, { [role]: 1 })),
    ...series('role_changes_total', segment, complete(ELECTION_ROLES, metrics.roleChanges)),
    ...series('plan_status_writes_total', segment, metrics.planStatusWrites),
    { name: 'lease_info', labels: { segment, holder }, value: 1 },
    { name: 'api_reachable', labels: { segment }, value: api.reachable === true ? 1 : 0 },
  ]
}

function statusSamples(status: SegmentStatus): readonly MetricSample[] {
  const { segment, leads, addresses, nodes, conflicts } = status
  const moved = addresses.filter(({ owner, plannedOwner }) => owner !== plannedOwner)
  const names = new Set(nodes.map(({ node }) => node))
  const demoted = new Set(nodes.flatMap(({ node, demoted }) => (demoted ? node : [])))
  const named = names.size > MOST_NODES_BY_NAME ? [] : nodes
  return [
    { name: 'leading', labels: { segment }, value: leads ? 1 : 0 },
    ...series('addresses', segment, complete(STATES, countBy(addresses, 'state'))),
    { name: 'addresses_moved', labels: { segment }, value: moved.length },
    { name: 'nodes_demoted', labels: { segment }, value: demoted.size },
    ...series('nodes', segment, complete(VERDICTS, countBy(nodes, 'verdict'))),
    ...named.flatMap((node) => nodeSamples(segment, node)),
    ...series('conflicts', segment, complete(CONFLICTS, countBy(conflicts, 'reason'))),
  ]
}

function nodeSamples(segment: string, status: NodeStatus): readonly MetricSample[] {
  const { node, link, family, verdict, roundTripMilliseconds } = status
  const labels = { segment, node, link, family }
  const up = verdict === 'up' || verdict === 'suspect'
  const samples: MetricSample[] = [{ name: 'node_up', labels, value: up ? 1 : 0 }]
  if (roundTripMilliseconds !== undefined)
    samples.push({ name: 'node_round_trip_seconds', labels, value: roundTripMilliseconds / 1000 })
  return samples
}

function beatSamples(heartbeat: Heartbeat, wallMilliseconds: number): readonly MetricSample[] {
  const { counters, sendFailures, linksUp } = heartbeat
  return [
    { name: 'loop_heartbeat_timestamp_seconds', labels: {}, value: wallMilliseconds / 1000 },
    { name: 'send_failures_total', labels: {}, value: sendFailures },
    { name: 'links_up', labels: {}, value: linksUp.length },
    ...counters.flatMap(counterSamples),
  ]
}

function counterSamples({ segment, counters }: SegmentCounters): readonly MetricSample[] {
  const { frames, sent, moves, verdicts, holds, conflicts } = counters
  return [
    ...series('frames_received_total', segment, frames),
    ...series('frames_sent_total', segment, sent),
    ...series('moves_total', segment, complete(MOVES, moves)),
    ...series('verdict_changes_total', segment, complete(VERDICTS, verdicts)),
    ...series('holds_total', segment, complete(HOLDS, holds)),
    ...series('claims_heard_total', segment, complete(CONFLICTS, conflicts)),
  ]
}

type Counts = Readonly<Record<string, number>>

/** Metrics with one label beside the segment. */
type SeriesName = {
  [N in MetricName]: (typeof METRICS)[N]['labels'] extends readonly ['segment', string] ? N : never
}[Exclude<MetricName, 'plan_info' | 'lease_info'>]

function series(name: SeriesName, segment: string, counts: Counts): readonly MetricSample[] {
  const [, label] = METRICS[name].labels
  return Object.entries(counts).map(
    ([key, value]) => ({ name, labels: { segment, [label]: key }, value }) as MetricSample,
  )
}

/** The counts, and 0 for each of these names that has none. */
function complete(names: readonly string[], counts: Counts): Counts {
  return { ...Object.fromEntries(names.map((name) => [name, 0])), ...counts }
}

function countBy<F extends string>(
  items: readonly Readonly<Record<F, string>>[],
  field: F,
): Counts {
  const counts: Record<string, number> = {}
  for (const item of items) counts[item[field]] = (counts[item[field]] ?? 0) + 1
  return counts
}
