import {
  claimOn,
  linkKey,
  linkView,
  type Claim,
  type LinkView,
  type Neighbor,
} from './link-view.ts'
import { isOnLink, linksFor } from './links-for.ts'
import type { PlannedAddress, ViewNode } from './plan-view.ts'
import type { LinkState } from './link-state.ts'

/** An address of the plan with the links that it belongs on, up or not. */
export interface Placed {
  readonly planned: PlannedAddress
  readonly links: readonly LinkState[]
}

/** What there is to do on the links: `views` are those that are up, by name, with the claims on them. */
export interface Duties {
  readonly placed: readonly Placed[]
  readonly views: ReadonlyMap<string, LinkView>
  readonly claims: readonly Claim[]
}

/** Makes a node a neighbour on a link. */
export type Want = (link: LinkView, node: ViewNode) => Neighbor

export interface ClaimOptions {
  /** The views so far, by the key of the link. */
  readonly before: ReadonlyMap<string, LinkView>
  readonly want: Want
  /** Who owns an address on a link until now; he need not be a candidate any more. */
  readonly ownerOf: (planned: PlannedAddress, link: string) => ViewNode | undefined
}

/** A claim for each address on each of its links that is up, in the plan's order. */
export function dutiesOf(
  addresses: readonly PlannedAddress[],
  links: readonly LinkState[],
  { before, want, ownerOf }: ClaimOptions,
): Duties {
  const placed = addresses.map((planned) => ({ planned, links: linksFor(planned, links) }))
  const up = links.filter((link) => link.up)
  const views = new Map(up.map((link) => [link.name, linkView(link, before.get(linkKey(link)))]))
  const claims = placed.flatMap(({ planned, links: own }) =>
    own
      .flatMap(({ name }) => views.get(name) ?? [])
      .map((view) => {
        const candidates = candidatesOn(view, planned, want)
        const owner = ownerOf(planned, view.state.name)
        return claimOn(view, planned, candidates, owner && want(view, owner))
      }),
  )
  return { placed, views, claims }
}

function candidatesOn(
  view: LinkView,
  { candidates: [owner, ...standbys] }: PlannedAddress,
  want: Want,
): Claim['candidates'] {
  return [want(view, owner), ...standbys.map((node) => want(view, node))]
}

/**
 * The nodes that are neighbours on the links that carry claims: candidates wherever they are wanted, others
 * where they have an address.
 */
export function neighborsOf(
  nodes: readonly ViewNode[],
  claims: readonly Claim[],
  want: Want,
): ReadonlySet<Neighbor> {
  const links = new Set(claims.map(({ link }) => link))
  const neighbors = new Set(claims.flatMap(({ candidates, owner }) => [...candidates, owner]))
  for (const link of links)
    for (const node of nodes)
      if (node.addresses.some((address) => isOnLink(link.state, address)))
        neighbors.add(want(link, node))
  return neighbors
}

/** The names of all addresses that this host has, on whichever link: a node with one of them is ourself. */
export function ownAddresses(links: readonly LinkState[]): ReadonlySet<string> {
  return new Set(links.flatMap(({ addresses }) => addresses.map(({ address }) => address.text)))
}
