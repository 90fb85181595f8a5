import type { Neighbor } from '../lan/link-view.ts'

/** An address at a node. */
export interface Place {
  readonly address: string
  readonly node: string
}

/** All that is demoted now; whoever is not named is not. */
export interface Demoted {
  /** Names of nodes that cannot serve any address: kube-proxy does not run there. */
  readonly nodes: readonly string[]
  /** Where a node has no endpoint of an address. */
  readonly places: readonly Place[]
  /** Where the plan moves an address, and it is being asked whether it has endpoints yet. */
  readonly awaited: readonly Place[]
}

/** Nodes that answer and yet should not own: by what is known of them beyond layer 2. */
export interface Demotions {
  /** Replaces what was known, and returns the names of the nodes about which that says something else. */
  replace(demoted: Demoted): ReadonlySet<string>
  isDemoted(neighbor: Pick<Neighbor, 'node'>, address: string): boolean
  isAwaited(neighbor: Pick<Neighbor, 'node'>, address: string): boolean
  /** Whether a node is demoted for every address. */
  isNodeDemoted(name: string): boolean
}

export function createDemotions(): Demotions {
  let nodes: ReadonlySet<string> = new Set()
  let places: Places = new Map()
  let awaited: Places = new Map()
  return {
    replace(demoted) {
      const [nodesBefore, placesBefore, awaitedBefore] = [nodes, places, awaited]
      nodes = new Set(demoted.nodes)
      places = byKey(demoted.places)
      awaited = byKey(demoted.awaited)
      return new Set([
        ...difference(nodesBefore, nodes),
        ...difference(nodes, nodesBefore),
        ...changedNodes(placesBefore, places),
        ...changedNodes(awaitedBefore, awaited),
      ])
    },
    isDemoted: ({ node: { name } }, address) =>
      nodes.has(name) || (places.size > 0 && places.has(keyOf(address, name))),
    isAwaited: ({ node: { name } }, address) =>
      awaited.size > 0 && awaited.has(keyOf(address, name)),
    isNodeDemoted: (name) => nodes.has(name),
  }
}

type Places = ReadonlyMap<string, Place>

function byKey(places: readonly Place[]): Places {
  return new Map(places.map((place) => [keyOf(place.address, place.node), place]))
}

function changedNodes(before: Places, after: Places): readonly string[] {
  const gone = difference(before.keys(), after).map((key) => before.get(key)!.node)
  return [...gone, ...difference(after.keys(), before).map((key) => after.get(key)!.node)]
}

function keyOf(address: string, node: string): string {
  return `${address} ${node}`
}

function difference(
  some: Iterable<string>,
  others: { readonly has: (one: string) => boolean },
): readonly string[] {
  return [...some].filter((one) => !others.has(one))
}
