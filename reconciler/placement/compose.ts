import { API_VERSION, defaultPool } from '../../api/objects.ts'
import type {
  AnnouncementPlan,
  PlanAnnouncement,
  PlanDigests,
  PlanNode,
  PlanPool,
} from '../../api/objects.ts'
import type { SegmentCandidates } from './candidates.ts'
import type { Choice, NodeNumber } from './choice.ts'
import type { healthCheckPorts } from './health-check-ports.ts'
import { compareText } from '../../api/order.ts'

export interface PlanContext {
  /** As they are announced now, by name: the pools in force, then those of previous plans. */
  readonly pools: ReadonlyMap<string, PlanPool>
  readonly digests: PlanDigests
  readonly revision: string
  readonly healthPort: ReturnType<typeof healthCheckPorts>
}

/** The plan of a segment: its addresses with the candidates that were chosen, in the same order. */
export function composePlan(
  { segment, nodes, addresses }: SegmentCandidates,
  choices: readonly Choice[],
  { pools, digests, revision, healthPort }: PlanContext,
): AnnouncementPlan {
  const table = nodeTable({ nodes }, choices)
  const names = new Set(addresses.map(({ assignment }) => assignment.pool))
  return {
    apiVersion: API_VERSION,
    kind: 'AnnouncementPlan',
    metadata: { name: segment },
    spec: {
      segment,
      revision,
      digests,
      nodes: table.nodes,
      pools: [...names].sort(compareText).map((name) => pools.get(name) ?? defaultPool(name)),
      announcements: addresses.map(({ assignment }, index) => ({
        address: assignment.address.text,
        services: assignment.services,
        pool: assignment.pool,
        candidates: choices[index]!.candidates.map((number) => table.places[number]!),
        since: assignment.since,
        ...portField(healthPort(assignment)),
      })),
    },
  }
}

function portField(port: number | undefined): Pick<PlanAnnouncement, 'healthCheckNodePort'> {
  return port === undefined ? {} : { healthCheckNodePort: port }
}

interface NodeTable {
  readonly nodes: readonly PlanNode[]
  /** The place in `nodes`, by node number. */
  readonly places: readonly NodeNumber[]
}

/** The nodes of the segment, and those of the previous plan that an address still needs. */
function nodeTable(
  { nodes }: Pick<SegmentCandidates, 'nodes'>,
  choices: readonly Choice[],
): NodeTable {
  const needed = nodes.map(({ current }) => current)
  for (const { candidates } of choices) for (const number of candidates) needed[number] = true
  let next = 0
  const places = needed.map((isNeeded) => (isNeeded ? next++ : -1))
  const table = nodes
    .filter((_, number) => needed[number])
    .map(({ name, addresses }) => ({ name, addresses }))
  return { nodes: table, places }
}

/** The pools as they are announced: those in force, else as the previous plans have them. */
export function announcedPools(
  pools: readonly { readonly name: string; readonly announced: PlanPool }[],
  previous: readonly AnnouncementPlan[],
): Map<string, PlanPool> {
  const former = [...previous]
    .sort((a, b) => compareText(b.spec.segment, a.spec.segment))
    .flatMap(({ spec }) => spec.pools.map((pool) => [pool.name, pool] as const))
  return new Map([...former, ...pools.map(({ name, announced }) => [name, announced] as const)])
}
