import type { LinkState } from './effect.ts'
import { claimOn, linkView, type Claim, type LinkView, type Neighbor } from './link-view.ts'
import { linksFor } from './placement.ts'
import type { PlannedAddress, ViewNode } from './plan-view.ts'

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

/** A claim for each address on each of its links that is up, in the plan's order. */
export function dutiesOf(
  addresses: readonly PlannedAddress[],
  links: readonly LinkState[],
  want: Want,
): Duties {
  const placed = addresses.map((planned) => ({ planned, links: linksFor(planned, links) }))
  const up = links.filter((link) => link.up)
  const views = new Map(up.map((link) => [link.name, linkView(link)]))
  const wantOnce = remembering(want)
  const claims = placed.flatMap(({ planned, links: own }) =>
    own
      .flatMap(({ name }) => views.get(name) ?? [])
      .map((view) => claimOn(view, planned, wantOnce(view, planned.candidates[0]))),
  )
  return { placed, views, claims }
}

/** Thousands of addresses have the same few owners. */
function remembering(want: Want): Want {
  const wanted = new Map<string, Neighbor>()
  return (link, node) => {
    const name = `${node.name} ${link.key}`
    const neighbor = wanted.get(name) ?? want(link, node)
    wanted.set(name, neighbor)
    return neighbor
  }
}

/** The names of all addresses that this host has, on whichever link: a node with one of them is ourself. */
export function ownAddresses(links: readonly LinkState[]): ReadonlySet<string> {
  return new Set(links.flatMap(({ addresses }) => addresses.map(({ address }) => address.text)))
}
