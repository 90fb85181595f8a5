import { addLoad, emptyLoads, NOBODY } from './choice.ts'
import type { Choice, ChoiceInput, Loads, NodeClass, NodeNumber } from './choice.ts'
import { groupBy } from '../../api/group-by.ts'
import { hashPair } from '../../api/hash.ts'

/** Settled nodes that carry an address best: not empty, and one object for all that have the same choice. */
type Targets = ReadonlySet<NodeNumber>

/** An address that may move. */
interface Movable {
  readonly index: number
  readonly targets: Targets
  /** The Service names its node: load does not move it. */
  readonly pinned: boolean
}

interface Moving {
  readonly input: ChoiceInput
  readonly choices: readonly Choice[]
  readonly loads: Loads
}

/**
 * Moves planned owners where the pool's fail-back allows it, with as few moves as can be: to the node that the
 * Service prefers, to nodes of more weight, and then from the most to the least loaded until they differ by
 * one at most. Only settled nodes give and take: one that is not Ready keeps what it carries.
 *
 * Loads are those of the pool, by planned owners: editing one pool moves no address of another, and
 * what a speaker reports meanwhile does not make the same move twice.
 */
export function failBack(input: ChoiceInput, choices: readonly Choice[]): void {
  const movables = movableAddresses(input, choices)
  if (movables.length === 0) return
  const moving: Moving = { input, choices, loads: plannedLoads(input, choices) }
  for (const one of movables) moveToTargets(moving, one)
  const groups = groupsByTargets(
    movables.filter(({ pinned }) => !pinned),
    input,
  )
  // Groups of one pool share its loads: what one of them moves may let another move too.
  let moved = groups
  while (moved.length > 0) moved = groups.filter((group) => evenOut(moving, group))
}

function movableAddresses(input: ChoiceInput, choices: readonly Choice[]): Movable[] {
  const targetsOf = new Map<NodeClass, Targets>()
  return input.addresses.flatMap(({ pool, classes, preferred }, index): Movable[] => {
    const { settled } = input.pools[pool]!
    const owner = choices[index]!.candidates[0]
    if (settled === undefined || owner === undefined || !settled(owner)) return []
    if (preferred !== NOBODY && settled(preferred))
      return [{ index, targets: new Set([preferred]), pinned: true }]
    for (const candidates of classes) {
      const targets = targetsOf.get(candidates) ?? new Set(candidates.nodes.filter(settled))
      targetsOf.set(candidates, targets)
      if (targets.size > 0) return [{ index, targets, pinned: false }]
    }
    return []
  })
}

function plannedLoads({ addresses, pools, nodes }: ChoiceInput, choices: readonly Choice[]): Loads {
  const loads = emptyLoads(pools.length, nodes.length)
  choices.forEach(({ candidates }, index) =>
    addLoad(loads, addresses[index]!.pool, candidates[0] ?? NOBODY, 1),
  )
  return loads
}

function moveToTargets(moving: Moving, { index, targets }: Movable): void {
  const owner = moving.choices[index]!.candidates[0]!
  if (!targets.has(owner)) move(moving, index, leastLoaded(moving, index, targets))
}

function move({ input, choices, loads }: Moving, index: number, target: NodeNumber): void {
  const { pool } = input.addresses[index]!
  const { candidates } = choices[index]!
  addLoad(loads, pool, candidates[0]!, -1)
  addLoad(loads, pool, target, 1)
  const rest = candidates.filter((candidate) => candidate !== target)
  choices[index]!.candidates = [target, ...rest].slice(0, input.limit)
  choices[index]!.reason = 'failback'
}

function leastLoaded({ input, loads }: Moving, index: number, targets: Targets): NodeNumber {
  const { pool, hash } = input.addresses[index]!
  const tie = (node: NodeNumber): number => hashPair(input.nodes[node]!.hash, hash)
  return [...targets].reduce((best, node) => {
    const difference = compareLoads(loads, pool, best, node) || tie(node) - tie(best)
    return difference > 0 ? node : best
  })
}

/** Fewer addresses of the pool first, then fewer of the segment. */
function compareLoads(loads: Loads, pool: number, a: NodeNumber, b: NodeNumber): number {
  const ofPool = loads.byPool[pool]!
  return ofPool[a]! - ofPool[b]! || loads.ofSegment[a]! - loads.ofSegment[b]!
}

interface Group {
  readonly pool: number
  readonly targets: Targets
  readonly indexes: readonly number[]
}

function groupsByTargets(movables: readonly Movable[], { addresses }: ChoiceInput): Group[] {
  return [...groupBy(movables, ({ targets }) => targets)].map(([targets, group]) => ({
    pool: addresses[group[0]!.index]!.pool,
    targets,
    indexes: group.map(({ index }) => index),
  }))
}

/** Takes from the most and gives to the least loaded of the group's nodes; true if anything moved. */
function evenOut(moving: Moving, { pool, targets, indexes }: Group): boolean {
  const ofPool = moving.loads.byPool[pool]!
  const carried = groupBy(indexes, (index) => moving.choices[index]!.candidates[0]!)
  let moved = false
  while (carried.size > 0) {
    const donor = mostLoaded(moving.loads, pool, [...carried.keys()])
    const own = carried.get(donor)!
    const index = own.pop()!
    const target = leastLoaded(moving, index, targets)
    if (ofPool[donor]! - ofPool[target]! < 2) break
    move(moving, index, target)
    moved = true
    if (own.length === 0) carried.delete(donor)
  }
  return moved
}

function mostLoaded(loads: Loads, pool: number, nodes: readonly NodeNumber[]): NodeNumber {
  return nodes.reduce((most, node) => {
    const difference = compareLoads(loads, pool, node, most) || most - node
    return difference > 0 ? node : most
  })
}
