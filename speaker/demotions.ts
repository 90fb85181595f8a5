import type { Neighbor } from './link-view.ts'

/** An address that a node cannot serve, although it answers: it has no endpoint. */
export interface DemotedPlace {
  readonly address: string
  readonly node: string
}

/** All that is demoted now; whoever is not named is not. */
export interface Demoted {
  /** Names of nodes that cannot serve any address: kube-proxy does not run there. */
  readonly nodes: readonly string[]
  readonly places: readonly DemotedPlace[]
}

/** Nodes that answer and yet should not own: by what is known of them beyond layer 2. */
export interface Demotions {
  /** Replaces what was known, and returns the names of the nodes about which that says something else. */
  replace(demoted: Demoted): ReadonlySet<string>
  isDemoted(neighbor: Pick<Neighbor, 'node'>, address: string): boolean
}

export function createDemotions(): Demotions {
  let nodes: ReadonlySet<string> = new Set()
  let places: ReadonlyMap<string, DemotedPlace> = new Map()
  return {
    replace(demoted) {
      const [nodesBefore, placesBefore] = [nodes, places]
      nodes = new Set(demoted.nodes)
      places = new Map(demoted.places.map((place) => [keyOf(place.address, place.node), place]))
      const changed = [
        ...difference(nodesBefore, nodes),
        ...difference(placesBefore.keys(), places).map((key) => placesBefore.get(key)!.node),
        ...difference(nodes, nodesBefore),
        ...difference(places.keys(), placesBefore).map((key) => places.get(key)!.node),
      ]
      return new Set(changed)
    },
    isDemoted: ({ node: { name } }, address) =>
      nodes.has(name) || (places.size > 0 && places.has(keyOf(address, name))),
  }
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
