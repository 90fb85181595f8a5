import { addLoad, NOBODY } from './choice.ts'
import type { Choice, ChoiceAddress, ChoiceInput, Loads, NodeClass, NodeNumber } from './choice.ts'
import { hashPair } from '../../api/hash.ts'
import type { NodeRank } from './node-rank.ts'

/** A candidate as compared for one address; `number` is the node. */
export type NumberedRank = Omit<NodeRank, 'node'> & { readonly number: NodeNumber }

/** Told what was compared just before the owner of the address with this index is chosen. */
export type OnPlacement = (index: number, ranking: () => NumberedRank[]) => void

/**
 * Gives every address that has no candidate yet a planned owner, and counts it in `loads`.
 *
 * The pool's addresses are counted first, and the segment's only break ties. Both become even: each pool
 * goes round all nodes before it comes to one a second time, and the last, incomplete round of each pool
 * takes the nodes that the pools before have left behind. That needs pool after pool. Within a pool, those
 * with the least choice come first, so that the rest can even out what they had to do.
 */
export function placeOwners(
  input: ChoiceInput,
  choices: readonly Choice[],
  loads: Loads,
  onPlacement?: OnPlacement,
): void {
  const leastLoaded = leastLoadedPicker(input, loads)
  for (const index of placementOrder(input.addresses, choices)) {
    const address = input.addresses[index]!
    onPlacement?.(index, () => rankCandidates(input, address, loads))
    const owner = preferredOwner(input, address) ?? leastLoaded(address)
    choices[index]!.candidates = [owner]
    choices[index]!.reason = 'placed'
    addLoad(loads, address.pool, owner, 1)
  }
}

function placementOrder(
  addresses: readonly ChoiceAddress[],
  choices: readonly Choice[],
): readonly number[] {
  const open: { index: number; pool: number; freedom: number }[] = []
  addresses.forEach(({ classes, pool, preferred }, index) => {
    if (choices[index]!.candidates.length > 0 || classes.length === 0) return
    const freedom = preferred === NOBODY ? classes[0]!.nodes.length : 1
    open.push({ index, pool, freedom })
  })
  open.sort((a, b) => a.pool - b.pool || a.freedom - b.freedom || a.index - b.index)
  return open.map(({ index }) => index)
}

function preferredOwner(input: ChoiceInput, address: ChoiceAddress): NodeNumber | undefined {
  const { preferred, classes } = address
  if (preferred === NOBODY) return undefined
  return input.nodes[preferred]!.ready === classes[0]!.ready ? preferred : undefined
}

/** The nodes of a class with the least loads. They leave it when picked, or when found to carry more. */
interface LeastBucket {
  readonly nodes: NodeNumber[]
  poolLoad: number
  segmentLoad: number
}

/**
 * Picks the least loaded node of an address's best class. Looking at all nodes for each address would
 * be ten million looks for 10,000 addresses and 1,000 nodes; loads only grow here, so the least loaded
 * are gathered once and used up before anybody looks again.
 */
function leastLoadedPicker(
  { nodes }: ChoiceInput,
  loads: Loads,
): (address: ChoiceAddress) => NodeNumber {
  const hashes = Int32Array.from(nodes, ({ hash }) => hash)
  const buckets = new Map<NodeClass, LeastBucket>()
  return ({ classes, pool, hash }) => {
    const best = classes[0]!
    const poolLoads = loads.byPool[pool]!
    const bucket = buckets.get(best) ?? { nodes: [], poolLoad: 0, segmentLoad: 0 }
    buckets.set(best, bucket)
    for (;;) {
      if (bucket.nodes.length === 0) gatherLeast(bucket, best, poolLoads, loads.ofSegment)
      const node = takeGreatest(bucket.nodes, hashes, hash)
      // It can have got an address by another class of the pool since the bucket was filled.
      const isLeast =
        poolLoads[node] === bucket.poolLoad && loads.ofSegment[node] === bucket.segmentLoad
      if (isLeast) return node
    }
  }
}

function gatherLeast(
  bucket: LeastBucket,
  { nodes }: NodeClass,
  poolLoads: Int32Array,
  segmentLoads: Int32Array,
): void {
  bucket.poolLoad = bucket.segmentLoad = Infinity
  for (const node of nodes) {
    const difference =
      poolLoads[node]! - bucket.poolLoad || segmentLoads[node]! - bucket.segmentLoad
    if (difference > 0) continue
    if (difference < 0) {
      bucket.nodes.length = 0
      bucket.poolLoad = poolLoads[node]!
      bucket.segmentLoad = segmentLoads[node]!
    }
    bucket.nodes.push(node)
  }
}

/** Rendezvous hashing: without a plan to stick to, a node more or less changes few of the ties. */
function takeGreatest(nodes: NodeNumber[], hashes: Int32Array, address: number): NodeNumber {
  let at = 0
  let greatest = hashPair(hashes[nodes[0]!]!, address)
  for (let index = 1; index < nodes.length; index++) {
    const weight = hashPair(hashes[nodes[index]!]!, address)
    if (weight < greatest || (weight === greatest && nodes[index]! > nodes[at]!)) continue
    at = index
    greatest = weight
  }
  const taken = nodes[at]!
  nodes[at] = nodes[nodes.length - 1]!
  nodes.pop()
  return taken
}

/** All candidates as a new placement compares them: the first is the one it takes. */
export function rankCandidates(
  { nodes }: ChoiceInput,
  address: ChoiceAddress,
  loads: Loads,
): NumberedRank[] {
  const hash = (rank: NumberedRank): number => hashPair(nodes[rank.number]!.hash, address.hash)
  const ranks = address.classes.flatMap(({ ready, weight, nodes: members }) =>
    members.map((number) => ({
      number,
      ready,
      preferred: number === address.preferred,
      weight,
      poolAddresses: loads.byPool[address.pool]![number]!,
      segmentAddresses: loads.ofSegment[number]!,
    })),
  )
  return ranks.sort((a, b) => compareRanks(a, b) || hash(b) - hash(a) || a.number - b.number)
}

function compareRanks(a: NumberedRank, b: NumberedRank): number {
  return (
    Number(b.ready) - Number(a.ready) ||
    Number(b.preferred) - Number(a.preferred) ||
    b.weight - a.weight ||
    a.poolAddresses - b.poolAddresses ||
    a.segmentAddresses - b.segmentAddresses
  )
}
