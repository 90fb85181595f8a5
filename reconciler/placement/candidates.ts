import type { AnnouncementPlan, PlanNode } from '../../api/objects.ts'
import { NOBODY } from './choice.ts'
import type { NodeNumber } from './choice.ts'
import { eligibleFinder } from './eligible-nodes.ts'
import type { EligibleNodes } from './eligible-nodes.ts'
import { groupBy } from '../../api/group-by.ts'
import { indexFormerPlans } from '../plan/former.ts'
import type { FormerCandidates, FormerPlans } from '../plan/former.ts'
import { servingNodes } from './local-endpoints.ts'
import type { ServingNodes } from './local-endpoints.ts'
import type { Assignment, ClusterFacts, Pool, PoolSet, ServiceKey } from '../model/model.ts'
import { segmentNodes } from './segment-nodes.ts'
import type { SegmentNode } from './segment-nodes.ts'
import { compareText } from '../../api/order.ts'
import type { CandidateBasis } from '../reasons/placement.ts'

/** Who may carry one address. */
export interface AddressCandidates {
  readonly assignment: Assignment
  readonly basis: CandidateBasis
  /** Who may be added to `former`; undefined if nobody may. */
  readonly eligible: EligibleNodes | undefined
  /** Candidates of the previous plan that still are candidates, in their order. */
  readonly former: readonly NodeNumber[]
  /** The planned owner of the previous plan. */
  readonly formerOwner: string | undefined
}

export interface SegmentCandidates {
  readonly segment: string
  /** Node numbers are places in this list. Sorted by name. */
  readonly nodes: readonly SegmentNode[]
  /** In the order of the assignments. */
  readonly addresses: readonly AddressCandidates[]
}

export interface CandidateInput {
  readonly pools: PoolSet
  readonly facts: ClusterFacts
  /** Sorted by address. */
  readonly assignments: readonly Assignment[]
  readonly previous: readonly AnnouncementPlan[]
}

/**
 * Who may carry each address, for every segment, sorted by name. Nothing that is merely not known takes a
 * candidate away: where the state lacks a kind, or the pool is not in force, the former candidates stay.
 */
export function findCandidates(input: CandidateInput): SegmentCandidates[] {
  const former = indexFormerPlans(input.previous)
  const serving = servingNodes(input.facts)
  const pools = groupBy(input.pools.pools, ({ segment }) => segment)
  const assignments = groupBy(input.assignments, ({ segment }) => segment)
  return segmentNames(input).map((segment) => {
    const own = pools.get(segment) ?? []
    const nodes = segmentNodes(segment, own, input.facts.nodes, former.nodes(segment))
    const finder = candidateFinder({
      segment,
      nodes,
      facts: input.facts,
      former,
      serving,
      pools: own,
    })
    return { segment, nodes, addresses: (assignments.get(segment) ?? []).map(finder) }
  })
}

/**
 * A segment that has a plan keeps one, if only an empty one: the speaker that follows it is told by that to
 * let the addresses go, and no plan at all tells it nothing.
 */
function segmentNames({ pools, assignments, previous }: CandidateInput): string[] {
  const names = [
    ...pools.pools.map(({ segment }) => segment),
    ...assignments.map(({ segment }) => segment),
    ...previous.map(({ spec }) => spec.segment),
  ]
  return [...new Set(names)].sort(compareText)
}

interface Segment {
  readonly segment: string
  readonly nodes: readonly SegmentNode[]
  readonly facts: ClusterFacts
  readonly former: FormerPlans
  readonly serving: (services: readonly ServiceKey[]) => ServingNodes
  readonly pools: readonly Pool[]
}

type Found = Pick<AddressCandidates, 'basis' | 'eligible' | 'former'>

function candidateFinder(segment: Segment): (assignment: Assignment) => AddressCandidates {
  const { nodes, former } = segment
  const knownNodes = formerReader(nodes)
  const pools = new Map(segment.pools.map((pool) => [pool.name, pool]))
  const eligible = eligibleFinder(segment.segment, nodes)
  return (assignment) => {
    const before = former.candidates(segment.segment, assignment.address.text)
    const {
      basis,
      eligible: found,
      former: kept,
    } = find(segment, {
      isPlanned: before?.sameSegment === true,
      known: before === undefined ? [] : knownNodes(before),
      pool: pools.get(assignment.pool),
      served: segment.serving(assignment.services),
      eligible,
    })
    const formerOwner = before && ownerOf(before)
    return { assignment, basis, eligible: found, former: kept, formerOwner }
  }
}

function ownerOf({ candidates, nodes }: FormerCandidates): string | undefined {
  const [owner] = candidates
  return owner === undefined ? undefined : nodes[owner]!.name
}

/**
 * From places in the node table of a previous plan to node numbers. Nodes of another segment count only if the
 * state says that they are on this one too.
 */
function formerReader(
  nodes: readonly SegmentNode[],
): (former: FormerCandidates) => readonly NodeNumber[] {
  const numbers = new Map(nodes.map(({ name }, number) => [name, number]))
  const tables = new Map<readonly PlanNode[], readonly NodeNumber[]>()
  return ({ candidates, nodes: table, sameSegment }) => {
    const numberOf = tables.get(table) ?? table.map(({ name }) => numbers.get(name) ?? NOBODY)
    tables.set(table, numberOf)
    const known: NodeNumber[] = []
    for (const place of candidates) {
      const number = numberOf[place]!
      if (number !== NOBODY && (sameSegment || nodes[number]!.current)) known.push(number)
    }
    return known
  }
}

interface Question {
  /** True if the segment's previous plan has the address, with or without candidates. */
  readonly isPlanned: boolean
  readonly known: readonly NodeNumber[]
  readonly pool: Pool | undefined
  readonly served: ServingNodes
  readonly eligible: (pool: Pool | undefined, serving: ServingNodes) => EligibleNodes
}

function find(segment: Segment, question: Question): Found {
  const { nodes } = segment
  const { known, pool, served } = question
  const missing = missingKind(segment.facts, served)
  if (missing !== undefined) return keep(missing, existing(known, nodes))
  if (served.type === 'some' && served.names.length === 0) return keep('noLocalEndpoints', [])
  const eligible = question.eligible(pool, served)
  if (pool === undefined) {
    const left = known.filter((node) => stillServes(nodes[node]!, served))
    // Endpoints come and go without the pool; that nobody passed its filters, it alone can end.
    const wasNobody = question.isPlanned && known.length === 0 && served.type === 'any'
    if (left.length > 0 || wasNobody) return keep('poolUnknown', left)
  }
  if (eligible.nodes.length === 0) return keepLast(existing(known, nodes))
  const basis = pool === undefined ? 'poolUnknown' : 'filtered'
  const former = known.every(eligible.has) ? known : known.filter(eligible.has)
  return { basis, eligible, former }
}

function missingKind(facts: ClusterFacts, served: ServingNodes): CandidateBasis | undefined {
  if (facts.nodes === undefined) return 'nodesUnknown'
  if (facts.services === undefined) return 'servicesUnknown'
  return served.type === 'unknown' ? 'endpointsUnknown' : undefined
}

function stillServes({ name, fact }: SegmentNode, served: ServingNodes): boolean {
  return fact !== undefined && (served.type !== 'some' || served.names.includes(name))
}

function keep(basis: CandidateBasis, former: readonly NodeNumber[]): Found {
  return { basis, eligible: undefined, former }
}

function keepLast(former: readonly NodeNumber[]): Found {
  return keep(former.length > 0 ? 'nobodyLeft' : 'nobody', former)
}

/** Those that are there; all if none is, for an address that nobody carries helps nobody. */
function existing(
  known: readonly NodeNumber[],
  nodes: readonly SegmentNode[],
): readonly NodeNumber[] {
  const left = known.filter((node) => nodes[node]!.fact !== undefined)
  return left.length > 0 ? left : known
}
