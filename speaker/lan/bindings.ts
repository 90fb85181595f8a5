import {
  bindOn,
  linkKey,
  linkView,
  type Binding,
  type LinkView,
  type Neighbor,
} from './link-view.ts'
import { isOnLink, linksFor } from './links-for.ts'
import type { PlannedAddress, ViewNode } from './plan-view.ts'
import type { LinkState } from './link-state.ts'

/** An address of the plan with the links that it belongs on, up or not. */
export interface PlacedAddress {
  readonly planned: PlannedAddress
  readonly links: readonly LinkState[]
}

/** The addresses of a plan on the links: `views` are the links that are up, by name, with their bindings. */
export interface BoundAddresses {
  readonly placed: readonly PlacedAddress[]
  readonly views: ReadonlyMap<string, LinkView>
  readonly bindings: readonly Binding[]
}

/** Makes a node a neighbour on a link. */
export type FindNeighbor = (link: LinkView, node: ViewNode) => Neighbor

export interface BindingOptions {
  /** The views so far, by the key of the link. */
  readonly before: ReadonlyMap<string, LinkView>
  readonly neighborOn: FindNeighbor
  /** The owner of an address on a link until now; it may no longer be a candidate. */
  readonly ownerOf: (planned: PlannedAddress, link: string) => ViewNode | undefined
}

/** A binding for each address on each of its links that is up, in the plan's order. */
export function bindAddresses(
  addresses: readonly PlannedAddress[],
  links: readonly LinkState[],
  { before, neighborOn, ownerOf }: BindingOptions,
): BoundAddresses {
  const placed = addresses.map((planned) => ({ planned, links: linksFor(planned, links) }))
  const up = links.filter((link) => link.up)
  const views = new Map(up.map((link) => [link.name, linkView(link, before.get(linkKey(link)))]))
  const bindings = placed.flatMap(({ planned, links: own }) =>
    own
      .flatMap(({ name }) => views.get(name) ?? [])
      .map((view) => {
        const candidates = candidatesOn(view, planned, neighborOn)
        const owner = ownerOf(planned, view.state.name)
        return bindOn(view, planned, candidates, owner && neighborOn(view, owner))
      }),
  )
  return { placed, views, bindings }
}

function candidatesOn(
  view: LinkView,
  { candidates: [owner, ...standbys] }: PlannedAddress,
  neighborOn: FindNeighbor,
): Binding['candidates'] {
  return [neighborOn(view, owner), ...standbys.map((node) => neighborOn(view, node))]
}

/**
 * The nodes that are neighbours on the links that carry bindings: candidates wherever they are wanted, others
 * where they have an address.
 */
export function neighborsOf(
  nodes: readonly ViewNode[],
  bindings: readonly Binding[],
  neighborOn: FindNeighbor,
): ReadonlySet<Neighbor> {
  const links = new Set(bindings.map(({ link }) => link))
  const neighbors = new Set(bindings.flatMap(({ candidates, owner }) => [...candidates, owner]))
  for (const link of links)
    for (const node of nodes)
      if (node.addresses.some((address) => isOnLink(link.state, address)))
        neighbors.add(neighborOn(link, node))
  return neighbors
}

/** The names of all addresses that this host has, on whichever link: the node that has one of them is our own. */
export function ownAddresses(links: readonly LinkState[]): ReadonlySet<string> {
  return new Set(links.flatMap(({ addresses }) => addresses.map(({ address }) => address.text)))
}
