import { NOBODY } from './choice.ts'
import type { Choice, ChoiceInput, NodeClass, NodeNumber } from './choice.ts'
import { groupBy } from '../../api/group-by.ts'

/**
 * Appends standbys until each address has `limit` candidates or there are no more.
 *
 * Addresses whose candidates begin alike (first: the same planned owner) are treated together, and each gets
 * the node that the fewest of them have as the next one. So the addresses of a node that dies scatter evenly,
 * and those of each of its standbys again. Ties are broken by a walk that starts behind the last candidate:
 * different owners begin at different nodes, and finding the next node takes a step or two, not a
 * search through all of them. Standbys that an address has already stay and are counted.
 */
export function fillStandbys(input: ChoiceInput, choices: readonly Choice[]): void {
  const open = choices.flatMap((_, index) => (isOpen(input, choices, index) ? [index] : []))
  if (open.length === 0) return
  const counts = Array.from({ length: input.limit }, () => new Int32Array(input.nodes.length))
  const all = choices.map((_, index) => index)
  for (const group of groupsByCandidate(all, choices, 0))
    fillGroup({ input, choices, counts }, group, 1)
}

function isOpen({ addresses, limit }: ChoiceInput, choices: readonly Choice[], index: number) {
  const { length } = choices[index]!.candidates
  return length > 0 && length < limit && addresses[index]!.classes.length > 0
}

/** Addresses that have a candidate at this depth, by the candidate. */
function groupsByCandidate(
  indexes: readonly number[],
  choices: readonly Choice[],
  depth: number,
): Iterable<readonly number[]> {
  const filled = indexes.filter((index) => choices[index]!.candidates.length > depth)
  return groupBy(filled, (index) => choices[index]!.candidates[depth]).values()
}

interface Filling {
  readonly input: ChoiceInput
  readonly choices: readonly Choice[]
  /** For each depth, how many addresses of the group have a node there; zero between groups, at 0 always. */
  readonly counts: readonly Int32Array[]
}

/** Fills the candidates at `depth` and behind it of addresses that have the same ones before it. */
function fillGroup(filling: Filling, group: readonly number[], depth: number): void {
  if (group.length === 1) return fillAlone(filling, group[0]!)
  const { input, choices } = filling
  if (depth >= input.limit || !group.some((index) => isOpen(input, choices, index))) return
  const counts = filling.counts[depth]!
  count(filling, group, depth, 1)
  const next = nextStandby(input, counts)
  for (const index of group) {
    const { candidates } = choices[index]!
    if (candidates.length > depth) continue
    const standby = next(index, candidates)
    if (standby === NOBODY) continue
    candidates.push(standby)
    counts[standby]!++
  }
  count(filling, group, depth, 0)
  for (const alike of groupsByCandidate(group, choices, depth)) fillGroup(filling, alike, depth + 1)
}

/** What `fillGroup` does for a group of one, where there is nothing to count: most groups are of this kind. */
function fillAlone({ input, choices, counts }: Filling, index: number): void {
  const { candidates } = choices[index]!
  while (candidates.length < input.limit) {
    const best = bestClass(input, index, candidates)
    if (best === undefined) return
    const walk = walkFrom(best, candidates)
    candidates.push(
      wanted(input, index, best, candidates) ?? walkOn(walk, best.nodes, counts[0]!, candidates),
    )
  }
}

/** Counts the candidates at this depth, or with a `weight` of 0 forgets them. */
function count(
  { choices, counts }: Filling,
  group: readonly number[],
  depth: number,
  weight: 0 | 1,
): void {
  for (const index of group) {
    const candidate = choices[index]!.candidates[depth]
    if (candidate !== undefined)
      counts[depth]![candidate] = weight * (counts[depth]![candidate]! + 1)
  }
}

/** Where a walk round the nodes of one class stands. */
interface Walk {
  position: number
  /** Nobody in the class is counted less often than this. */
  level: number
  /** Steps since the level was reached: after a whole round, all are above it. */
  steps: number
}

type NextStandby = (index: number, taken: readonly NodeNumber[]) => NodeNumber

/** For addresses that have the same candidates so far. */
function nextStandby(input: ChoiceInput, counts: Int32Array): NextStandby {
  const walks = new Map<NodeClass, Walk>()
  return (index, taken) => {
    const best = bestClass(input, index, taken)
    if (best === undefined) return NOBODY
    const walk = walks.get(best) ?? walkFrom(best, taken)
    walks.set(best, walk)
    return wanted(input, index, best, taken) ?? walkOn(walk, best.nodes, counts, taken)
  }
}

/** The first class with a node that is not taken. */
function bestClass(
  { addresses }: ChoiceInput,
  index: number,
  taken: readonly NodeNumber[],
): NodeClass | undefined {
  return addresses[index]!.classes.find(
    ({ nodes }) => nodes.length > taken.length || nodes.some((node) => !taken.includes(node)),
  )
}

/** The node that a Service prefers comes before all others that are as ready as it is. */
function wanted(
  { nodes, addresses }: ChoiceInput,
  index: number,
  { ready }: NodeClass,
  taken: readonly NodeNumber[],
): NodeNumber | undefined {
  const { preferred } = addresses[index]!
  if (preferred === NOBODY || nodes[preferred]!.ready !== ready) return undefined
  return taken.includes(preferred) ? undefined : preferred
}

function walkFrom({ nodes }: NodeClass, taken: readonly NodeNumber[]): Walk {
  const last = taken[taken.length - 1]!
  let [low, high] = [0, nodes.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (nodes[middle]! > last) high = middle
    else low = middle + 1
  }
  return { position: low % nodes.length, level: 0, steps: 0 }
}

/** The next node round the class that is counted least often. At least one is not taken. */
function walkOn(
  walk: Walk,
  nodes: readonly NodeNumber[],
  counts: Int32Array,
  taken: readonly NodeNumber[],
): NodeNumber {
  for (;;) {
    if (walk.steps === nodes.length) {
      walk.steps = 0
      walk.level++
    }
    const node = nodes[walk.position]!
    walk.position = (walk.position + 1) % nodes.length
    walk.steps++
    if (counts[node]! <= walk.level && !taken.includes(node)) return node
  }
}
