import type { AddressCandidates, SegmentCandidates } from './candidates.ts'
import { NOBODY } from './choice.ts'
import type { ChoiceAddress, ChoiceInput, ChoicePool, NodeClass, NodeNumber } from './choice.ts'
import type { EligibleNodes } from './eligible-nodes.ts'
import { groupBy } from '../../api/group-by.ts'
import { compileSelector } from '../model/label-selector.ts'
import type { NodeFact, Pool, ServiceFact, ServiceKey } from '../model/model.ts'
import { hashName } from '../../api/hash.ts'
import type { SegmentNode } from './segment-nodes.ts'
import { compareText } from '../../api/order.ts'

export interface ChoiceOptions {
  readonly services: ReadonlyMap<ServiceKey, ServiceFact>
  /** Who announces an address now, by address. */
  readonly owners: Readonly<Record<string, string>>
  /** RFC 3339, UTC. */
  readonly now: string
  readonly limit: number
}

/** The numbers that a segment's candidates are chosen by. */
export function choiceInput(segment: SegmentCandidates, options: ChoiceOptions): ChoiceInput {
  const { nodes, addresses } = segment
  const byName = new Map<string, Pool | undefined>()
  for (const { assignment, eligible } of addresses)
    byName.set(assignment.pool, byName.get(assignment.pool) ?? eligible?.pool)
  const names = [...byName.keys()].sort(compareText)
  const poolNumbers = new Map(names.map((name, number) => [name, number]))
  const numbers = new Map(nodes.map(({ name }, number) => [name, number]))
  const classesOf = classReader(nodes)
  const read = (entry: AddressCandidates): ChoiceAddress => ({
    hash: hashName(entry.assignment.address.text),
    pool: poolNumbers.get(entry.assignment.pool)!,
    classes: entry.eligible === undefined ? [] : classesOf(entry.eligible),
    former: entry.former,
    ownerStays: entry.former.length > 0 && nodes[entry.former[0]!]!.name === entry.formerOwner,
    reported: reportedOwner(entry, numbers, options),
    preferred: preferredNode(entry, numbers, options),
  })
  return {
    nodes: nodes.map(({ name, fact }) => ({ hash: hashName(name), ready: fact?.ready ?? false })),
    pools: names.map((name) => choicePool(byName.get(name), nodes, options.now)),
    addresses: addresses.map(read),
    limit: options.limit,
  }
}

/** The eligible nodes by rank, once for each set of them. */
function classReader(nodes: readonly SegmentNode[]): (eligible: EligibleNodes) => NodeClass[] {
  const known = new Map<EligibleNodes, NodeClass[]>()
  const unweighted = new Map<readonly NodeNumber[], NodeClass[]>()
  const read = (eligible: EligibleNodes): NodeClass[] => {
    const isWeighted = (eligible.pool?.preferredNodes ?? []).length > 0
    if (isWeighted) return nodeClasses(eligible, nodes)
    const classes = unweighted.get(eligible.nodes) ?? nodeClasses(eligible, nodes)
    unweighted.set(eligible.nodes, classes)
    // What is chosen is counted by class and pool: pools share the nodes of a class, and not the class.
    return classes.map((one) => ({ ...one }))
  }
  return (eligible) => {
    const classes = known.get(eligible) ?? read(eligible)
    known.set(eligible, classes)
    return classes
  }
}

function nodeClasses(
  { pool, nodes: numbers }: EligibleNodes,
  nodes: readonly SegmentNode[],
): NodeClass[] {
  const weightOf = weightReader(pool)
  const ranked = numbers.map((number) => {
    const fact = nodes[number]!.fact!
    return { number, ready: fact.ready, weight: weightOf(fact) }
  })
  const groups = groupBy(ranked, ({ ready, weight }) => `${ready} ${weight}`).values()
  return [...groups]
    .map((group) => ({
      ready: group[0]!.ready,
      weight: group[0]!.weight,
      nodes: group.map(({ number }) => number),
    }))
    .sort((a, b) => Number(b.ready) - Number(a.ready) || b.weight - a.weight)
}

function weightReader(pool: Pool | undefined): (node: NodeFact) => number {
  const terms = (pool?.preferredNodes ?? []).map(({ weight, selector }) => ({
    weight,
    selects: compileSelector(selector),
  }))
  return ({ labels }) =>
    terms.reduce((sum, { weight, selects }) => sum + (selects(labels) ? weight : 0), 0)
}

function choicePool(
  pool: Pool | undefined,
  nodes: readonly SegmentNode[],
  now: string,
): ChoicePool {
  if (pool === undefined || pool.announced.failback === 'never') return { settled: undefined }
  const seconds = pool.announced.failback === 'immediate' ? 0 : pool.announced.failbackDelaySeconds
  const settled = nodes.map(({ fact }) => fact !== undefined && isSettled(fact, now, seconds))
  return { settled: (node) => settled[node]! }
}

/** A node that does not tell since when it is Ready has not been it for any number of seconds. */
function isSettled({ ready, readySince }: NodeFact, now: string, seconds: number): boolean {
  if (!ready || seconds === 0) return ready
  return Date.parse(now) - Date.parse(readySince) >= seconds * 1000
}

function reportedOwner(
  { assignment, eligible, former }: AddressCandidates,
  numbers: ReadonlyMap<string, NodeNumber>,
  { owners }: ChoiceOptions,
): NodeNumber {
  const { text } = assignment.address
  if (!Object.hasOwn(owners, text)) return NOBODY
  const number = numbers.get(owners[text]!) ?? NOBODY
  return eligible?.has(number) === true || former.includes(number) ? number : NOBODY
}

/** Of several Services that share the address, the first that names a candidate. */
function preferredNode(
  { assignment, eligible }: AddressCandidates,
  numbers: ReadonlyMap<string, NodeNumber>,
  { services }: ChoiceOptions,
): NodeNumber {
  for (const key of assignment.services) {
    const name = services.get(key)?.preferredNode
    const number = name === undefined ? undefined : numbers.get(name)
    if (number !== undefined && eligible?.has(number) === true) return number
  }
  return NOBODY
}
