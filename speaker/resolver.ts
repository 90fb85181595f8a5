import type { Address } from '../reconciler/address.ts'
import { addressKey, type AddressKey } from './address-key.ts'
import type { WireEffect } from './effect.ts'
import type { LinkView, Neighbor, NeighborMac } from './link-view.ts'
import type { Mapping } from './mapping.ts'
import { arpRequest, solicitation, solicitationSource } from './outgoing.ts'
import { isOnLink } from './placement.ts'
import type { ViewNode } from './plan-view.ts'
import type { NodeResolved } from './report.ts'
import { nodeResolved, nodeUnresolved } from './resolver-reports.ts'
import { createTimers, type Timers } from './timers.ts'
import { LOCKTIME, MAX_MULTICAST_SOLICIT, RETRANS_TIMER, SLOW_RETRY } from './timing.ts'
import { macBytes, macFromBytes } from './wire/mac.ts'
import { holdsAt } from './wire/octets.ts'

/** Learns the MACs of nodes from the wire. A MAC is known for each node and link, or not yet. */
export interface Resolver {
  /** The node as a neighbour on this link, from now on wanted. A node that we are has the link's MAC. */
  want(link: LinkView, node: ViewNode, isOurself: boolean): Neighbor
  /** Forgets all neighbours but these. */
  keep(neighbors: ReadonlySet<Neighbor>): void
  /** Asks for those that are unresolved and have not been asked for. */
  ask(now: number): readonly WireEffect[]
  /** Takes in what a frame says of a neighbour; tells the MAC of the node if it is another one than before. */
  learn(mapping: Mapping, now: number): NodeResolved | undefined
  /** Asks again where it is time to. */
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

interface Heard {
  readonly mac: NeighborMac
  readonly at: number
}

interface Resolving extends Neighbor {
  link: LinkView
  node: ViewNode
  mac: NeighborMac | undefined
  tries: number
  /** By address of the node: each may be that of another network card. */
  readonly heard: Map<AddressKey, Heard>
}

export function createResolver(): Resolver {
  const all = new Map<string, Resolving>()
  const timers = createTimers()
  return {
    want(link, node, isOurself) {
      const neighbor = Object.assign(known(all, link, node), { link, node })
      if (!isOurself) listen(neighbor)
      const own = { text: link.state.mac, octets: link.mac }
      settle(neighbor, isOurself ? own : firstHeard(neighbor)?.mac, timers)
      return neighbor
    },
    keep(neighbors) {
      const gone = [...all.values()].filter((neighbor) => !neighbors.has(neighbor))
      for (const { key } of gone) {
        all.delete(key)
        timers.clear(key)
      }
    },
    ask: (now) =>
      [...all.values()]
        .filter(({ key, mac }) => mac === undefined && !timers.has(key))
        .flatMap((neighbor) => askOnce(neighbor, now, timers)),
    learn(mapping, now) {
      const neighbor = all.get(mapping.neighbor.key)
      if (neighbor === undefined || !hear(neighbor, mapping, now)) return undefined
      const first = firstHeard(neighbor)
      if (first === undefined || !settle(neighbor, first.mac, timers)) return undefined
      return nodeResolved(neighbor, first.address, first.mac)
    },
    tick(now) {
      const due = new Set(timers.takeDue(now))
      return [...all.values()]
        .filter(({ key }) => due.has(key))
        .flatMap((neighbor) => askOnce(neighbor, now, timers))
    },
    get deadline() {
      return timers.earliest
    },
  }
}

function known(all: Map<string, Resolving>, link: LinkView, node: ViewNode): Resolving {
  const key = `${node.name} ${link.key}`
  const found = all.get(key) ?? { key, link, node, mac: undefined, tries: 0, heard: new Map() }
  all.set(key, found)
  return found
}

/** From now on, frames about the node's addresses find it. */
function listen(neighbor: Neighbor): void {
  const { link, node } = neighbor
  for (const address of node.addresses) link.neighbors.set(addressKey(address), neighbor)
}

/** Sets the MAC of a node; false if it is as before. */
function settle(neighbor: Resolving, mac: NeighborMac | undefined, timers: Timers): boolean {
  if (mac?.text === neighbor.mac?.text) return false
  neighbor.mac = mac
  neighbor.tries = 0
  timers.clear(neighbor.key)
  return true
}

/** RFC 4861 §7.2.2: so many solicitations, so far apart; then it counts as unresolved, and is asked slowly. */
function askOnce(neighbor: Resolving, now: number, timers: Timers): readonly WireEffect[] {
  const hasFailed = neighbor.tries >= MAX_MULTICAST_SOLICIT
  const isNews = neighbor.tries === MAX_MULTICAST_SOLICIT
  neighbor.tries += 1
  timers.set(neighbor.key, now + (hasFailed ? SLOW_RETRY : RETRANS_TIMER))
  const requests = requestsFor(neighbor)
  if (!isNews) return requests
  const report = nodeUnresolved(neighbor, requests.length > 0)
  return [{ type: 'report', report }, ...requests]
}

/** One request for each address of the node that may be on the link. */
function requestsFor({ link, node }: Neighbor): readonly WireEffect[] {
  const onLink = node.addresses.filter((address) => isOnLink(link.state, address))
  return (onLink.length > 0 ? onLink : node.addresses).flatMap((address) => request(link, address))
}

function request(link: LinkView, target: Address): readonly WireEffect[] {
  if (target.family === 'IPv4') return [arpRequest(link, target)]
  const source = solicitationSource(link)
  return source === undefined ? [] : [solicitation(link, source, target)]
}

/** Notes the MAC; false if it says nothing new, or contradicts what may not be contradicted yet. */
function hear({ heard }: Resolving, mapping: Mapping, now: number): boolean {
  const { key, frame, at, mayReplace } = mapping
  const before = heard.get(key)
  if (before !== undefined) {
    if (holdsAt(frame, at, before.mac.octets)) return false
    if (!mayReplace || now - before.at < LOCKTIME) return false
  }
  heard.set(key, { mac: macAt(frame, at), at: now })
  return true
}

function macAt(frame: Uint8Array, at: number): NeighborMac {
  const text = macFromBytes(frame, at)
  return { text, octets: macBytes(text) }
}

/** In the order of the node table, so that two network cards of a node do not take turns. */
function firstHeard({
  node,
  heard,
}: Resolving): { readonly address: Address; readonly mac: NeighborMac } | undefined {
  for (const address of node.addresses) {
    const found = heard.get(addressKey(address))
    if (found !== undefined) return { address, mac: found.mac }
  }
  return undefined
}
