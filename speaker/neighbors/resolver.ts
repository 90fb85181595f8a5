import type { Address } from '../../api/address.ts'
import { addressKey, type AddressKey } from '../lan/address-key.ts'
import { macKey, nameOf, type LinkView, type Neighbor, type NeighborMac } from '../lan/link-view.ts'
import type { Mapping } from '../frames/mapping.ts'
import { questionFor } from '../frames/outgoing.ts'
import { addressesOn } from '../lan/links-for.ts'
import type { ViewNode } from '../lan/plan-view.ts'
import type { NodeResolved, SpeakerReport } from '../reports/report.ts'
import { nodeHasTwoMacs, nodeResolved, nodesShareMac, nodeUnresolved } from './reports.ts'
import { createTimers, type Timers } from '../timing/timers.ts'
import { LOCKTIME, MAX_MULTICAST_SOLICIT, RETRANS_TIMER, SLOW_RETRY } from '../timing/constants.ts'
import { macBytes, macFromBytes } from '../wire/mac.ts'
import { holdsAt } from '../wire/octets.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Learns the MACs of nodes from the wire. A MAC is known for each node and link, or not yet. */
export interface Resolver {
  /** The node as a neighbour on this link, from now on wanted. A node that we are has the link's MAC. */
  neighborOn(link: LinkView, node: ViewNode, isSelf: boolean): Neighbor
  /** Forgets all neighbours but these. */
  keep(neighbors: ReadonlySet<Neighbor>): void
  /** Asks for the MACs that are unknown and have not been asked for yet. */
  ask(now: number): readonly WireEffect[]
  /** Takes in what a frame says of a neighbour. */
  learn(mapping: Mapping, now: number): Learned | undefined
  /** Asks again whoever is due; `gaveUp` are the nodes that count as unresolvable from now on. */
  tick(now: number): {
    readonly effects: readonly WireEffect[]
    readonly gaveUp: readonly Neighbor[]
  }
  readonly deadline: number | undefined
}

/** What was learned: the MAC of the node, if it is another one than before, and what is odd about it. */
export interface Learned {
  readonly resolved: NodeResolved | undefined
  readonly oddities: readonly SpeakerReport[]
}

interface Heard {
  readonly mac: NeighborMac
  readonly at: number
}

interface Resolving extends Neighbor {
  link: LinkView
  node: ViewNode
  mac: NeighborMac | undefined
  isSelf: boolean
  isUnresolvable: boolean
  tries: number
  hasTwoMacs: boolean
  /** By address of the node: each may be that of another network card. */
  readonly heard: Map<AddressKey, Heard>
}

export function createResolver(): Resolver {
  const all = new Map<string, Resolving>()
  const timers = createTimers()
  const askAll = (neighbors: readonly Resolving[], now: number) =>
    neighbors.flatMap((neighbor) => askOnce(neighbor, now, timers))
  return {
    neighborOn(link, node, isSelf) {
      const key = nameOf(node.name, link.key)
      const found = all.get(key)
      if (found?.link === link) return found
      const neighbor = Object.assign(found ?? unknownNeighbor(key), { link, node, isSelf })
      all.set(key, neighbor)
      if (!isSelf) registerAddresses(neighbor)
      const own = { text: link.state.mac, octets: link.mac }
      settle(neighbor, isSelf ? own : firstHeard(neighbor)?.mac, timers)
      registerMac(neighbor)
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
      askAll(
        [...all.values()].filter(({ key, mac }) => mac === undefined && !timers.has(key)),
        now,
      ),
    learn(mapping, now) {
      const neighbor = all.get(mapping.neighbor.key)
      const news = neighbor === undefined ? 'known' : noteMac(neighbor, mapping, now)
      if (neighbor === undefined || news === 'known') return undefined
      const oddities = twoMacs(neighbor, news === 'contradiction' ? mapping : undefined)
      const first = firstHeard(neighbor)
      if (first === undefined || !settle(neighbor, first.mac, timers))
        return { resolved: undefined, oddities }
      const sharing = registerMac(neighbor)
      return {
        resolved: nodeResolved(neighbor, first.address, first.mac),
        oddities: [...oddities, ...sharing],
      }
    },
    tick(now) {
      const due = timers.takeDue(now).flatMap((key) => all.get(key) ?? [])
      const hopeful = due.filter(({ isUnresolvable }) => !isUnresolvable)
      const effects = askAll(due, now)
      return { effects, gaveUp: hopeful.filter(({ isUnresolvable }) => isUnresolvable) }
    },
    get deadline() {
      return timers.earliest
    },
  }
}

/** A node of which nothing is known yet. */
function unknownNeighbor(key: string): Omit<Resolving, 'link' | 'node' | 'isSelf'> {
  return {
    key,
    mac: undefined,
    isUnresolvable: false,
    tries: 0,
    hasTwoMacs: false,
    heard: new Map(),
  }
}

/** From now on, frames about the node's addresses find it. */
function registerAddresses(neighbor: Neighbor): void {
  const { link, node } = neighbor
  for (const address of node.addresses) link.neighbors.set(addressKey(address), neighbor)
}

/** Sets the MAC of a node; false if it is as before. */
function settle(neighbor: Resolving, mac: NeighborMac | undefined, timers: Timers): boolean {
  if (mac?.text === neighbor.mac?.text) return false
  const { mac: before } = neighbor
  const { nodesByMac } = neighbor.link
  if (before && nodesByMac.get(macKey(before.octets, 0)) === neighbor)
    nodesByMac.delete(macKey(before.octets, 0))
  neighbor.mac = mac
  neighbor.tries = 0
  neighbor.isUnresolvable = false
  timers.clear(neighbor.key)
  return true
}

/** Notes whose MAC this is; tells if another node has it too. */
function registerMac(neighbor: Resolving): readonly SpeakerReport[] {
  const { link, mac } = neighbor
  if (mac === undefined) return []
  const key = macKey(mac.octets, 0)
  const other = link.nodesByMac.get(key)
  if (other === undefined || other === neighbor) link.nodesByMac.set(key, neighbor)
  return other === undefined || other === neighbor ? [] : [nodesShareMac(other, neighbor, mac)]
}

/** Told once for each node: its addresses have different MACs, or one address has two at a time. */
function twoMacs(neighbor: Resolving, other: Mapping | undefined): readonly SpeakerReport[] {
  const told = [...neighbor.heard.values()].map(({ mac }) => mac.text)
  if (other !== undefined) told.push(macFromBytes(other.bytes, other.macAt))
  const macs = [...new Set(told)].sort()
  const isNews = macs.length > 1 && !neighbor.hasTwoMacs
  neighbor.hasTwoMacs ||= isNews
  return isNews ? [nodeHasTwoMacs(neighbor, macs)] : []
}

/** RFC 4861 §7.2.2: so many solicitations, so far apart; then it counts as unresolvable, and is asked slowly. */
function askOnce(neighbor: Resolving, now: number, timers: Timers): readonly WireEffect[] {
  const hasFailed = neighbor.tries >= MAX_MULTICAST_SOLICIT
  const isNews = neighbor.tries === MAX_MULTICAST_SOLICIT
  neighbor.isUnresolvable = hasFailed
  neighbor.tries += 1
  timers.set(neighbor.key, now + (hasFailed ? SLOW_RETRY : RETRANS_TIMER))
  const requests = requestsFor(neighbor)
  if (!isNews) return requests
  const report = nodeUnresolved(neighbor, requests.length > 0)
  return [{ type: 'report', report }, ...requests]
}

/** One request for each address of the node that may be on the link. */
function requestsFor(neighbor: Neighbor): readonly WireEffect[] {
  return addressesOn(neighbor).flatMap((address) => questionFor(neighbor.link, address) ?? [])
}

/** Notes the MAC, unless another one was heard within LOCKTIME. */
function noteMac(
  { heard }: Resolving,
  { key, bytes, macAt: at, mayReplace }: Mapping,
  now: number,
): 'known' | 'contradiction' | 'news' {
  const before = heard.get(key)
  if (before !== undefined) {
    if (holdsAt(bytes, at, before.mac.octets) || !mayReplace) return 'known'
    if (now - before.at < LOCKTIME) return 'contradiction'
  }
  heard.set(key, { mac: readMac(bytes, at), at: now })
  return 'news'
}

function readMac(bytes: Uint8Array, at: number): NeighborMac {
  const text = macFromBytes(bytes, at)
  return { text, octets: macBytes(text) }
}

/** The first in the order of the node's addresses, so that two network cards of a node do not alternate. */
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
