import type { Prefix } from '../../../api/address.ts'
import { compareAddresses } from '../../../api/address.ts'
import { hasWildcard, matchesInterface } from '../../lan/interface-pattern.ts'
import type { LinkMessage, NetlinkDump } from './netlink.ts'
import { compareText } from '../../../api/order.ts'
import type { LinkState } from '../../lan/link-state.ts'

/** <linux/if.h>, <linux/if_arp.h> */
const IFF_UP = 0x1
const IFF_LOOPBACK = 0x8
const IFF_NOARP = 0x80
const IFF_RUNNING = 0x40
const IFF_LOWER_UP = 0x10000
const ARPHRD_ETHER = 1

/** Why a speaker cannot start on the interfaces it was given. */
export type InterfaceRefusal =
  | { readonly reason: 'noSuchInterface'; readonly name: string; readonly known: readonly string[] }
  | { readonly reason: 'notEthernet'; readonly name: string; readonly known: readonly string[] }
  | { readonly reason: 'hasMaster'; readonly name: string; readonly master: string }
  | { readonly reason: 'noneUsable' }

export interface SelectedLinks {
  /** Sorted by name. */
  readonly links: readonly LinkState[]
  readonly refused: readonly InterfaceRefusal[]
}

/**
 * The interfaces that the speaker works on: those that match one of `patterns`, or else every Ethernet interface that has an
 * address and is not a part of a bridge or bond, whose frames the kernel hands to the whole alone.
 */
export function selectLinks(
  network: NetlinkDump,
  patterns: readonly string[] | undefined,
): SelectedLinks {
  const usable = network.links.filter(isEthernet)
  if (patterns === undefined) return selectAll(network, usable)
  // What a wildcard stands for may come later.
  const names = patterns.filter((pattern) => !hasWildcard(pattern))
  const refused = names.flatMap((name) => refusalsOf(network.links, name))
  const matches = (name: string) => patterns.some((pattern) => matchesInterface(pattern, name))
  const chosen = usable.filter(({ name, master }) => matches(name) && master === undefined)
  return { links: toStates(network, chosen), refused }
}

function selectAll(network: NetlinkDump, usable: readonly LinkMessage[]): SelectedLinks {
  const states = toStates(
    network,
    usable.filter(({ master }) => master === undefined),
  )
  const links = states.filter(({ addresses }) => addresses.length > 0)
  return { links, refused: links.length === 0 ? [{ reason: 'noneUsable' }] : [] }
}

function isEthernet(link: LinkMessage): boolean {
  const without = IFF_LOOPBACK | IFF_NOARP
  return link.type === ARPHRD_ETHER && (link.flags & without) === 0 && link.mac !== undefined
}

function refusalsOf(links: readonly LinkMessage[], name: string): InterfaceRefusal[] {
  const link = links.find((one) => one.name === name)
  const known = links.filter(isEthernet).map((one) => one.name)
  known.sort(compareText)
  if (link === undefined) return [{ reason: 'noSuchInterface', name, known }]
  if (!isEthernet(link)) return [{ reason: 'notEthernet', name, known }]
  if (link.master === undefined) return []
  const master = links.find(({ index }) => index === link.master)
  return [{ reason: 'hasMaster', name, master: master?.name ?? `#${link.master}` }]
}

function toStates(network: NetlinkDump, links: readonly LinkMessage[]): LinkState[] {
  return links.flatMap((link) => toState(link, network)).sort((a, b) => compareText(a.name, b.name))
}

function toState(link: LinkMessage, network: NetlinkDump): LinkState[] {
  if (link.mac === undefined) return []
  const working = IFF_UP | IFF_RUNNING | IFF_LOWER_UP
  const addresses = network.addresses
    .filter(({ index, tentative }) => index === link.index && !tentative)
    .map(({ address, prefix }) => ({ address, prefix }))
  const routes = network.routes
    .flatMap(({ index, prefix }) => (index === link.index ? [prefix] : []))
    .sort(comparePrefixes)
  const up = (link.flags & working) === working
  return [{ name: link.name, index: link.index, mac: link.mac, up, addresses, routes }]
}

function comparePrefixes(a: Prefix, b: Prefix): number {
  return compareAddresses(a.network, b.network) || a.length - b.length
}
