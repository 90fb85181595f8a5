import { ADDRESS_BITS, type Address, type Prefix } from '../../api/address.ts'
import { matchesInterface } from './interface-pattern.ts'
import type { PlannedAddress } from './plan-view.ts'
import type { AddressOnNoInterface } from '../reports/report.ts'
import type { LinkState } from './link-state.ts'
import type { Neighbor } from './link-view.ts'

/**
 * The links on which an address is announced: those that its pool names; else those that have a prefix
 * with the address in it; else those that have a prefix with an address of its owner in it.
 */
export function linksFor(
  planned: PlannedAddress,
  links: readonly LinkState[],
): readonly LinkState[] {
  const { address, candidates } = planned
  const { interfaces } = planned.pool
  if (interfaces !== undefined)
    return links.filter(({ name }) => interfaces.some((one) => matchesInterface(one, name)))
  const direct = links.filter((link) => isOnLink(link, address))
  if (direct.length > 0) return direct
  return links.filter((link) => candidates[0].addresses.some((own) => isOnLink(link, own)))
}

/** True if a prefix or a route of the link contains the address: a host on this link may have it. */
export function isOnLink({ addresses, routes = [] }: LinkState, address: Address): boolean {
  return (
    addresses.some(({ prefix }) => prefixContains(prefix, address)) ||
    routes.some((prefix) => prefixContains(prefix, address))
  )
}

/** False for an address of the other family. */
export function prefixContains({ network, length }: Prefix, { family, value }: Address): boolean {
  const hostBits = BigInt(ADDRESS_BITS[family] - length)
  return network.family === family && network.value >> hostBits === value >> hostBits
}

/** The report on an address for which `linksFor` finds nothing among these links. */
export function addressOnNoInterface(
  planned: PlannedAddress,
  links: readonly LinkState[],
): AddressOnNoInterface {
  const { address } = planned
  const { interfaces } = planned.pool
  return {
    level: 'error',
    event: 'AddressOnNoInterface',
    address: address.text,
    ...(interfaces === undefined
      ? outsideAllNetworks(planned, links)
      : noSuch(planned, interfaces)),
  }
}

function outsideAllNetworks(
  { address, candidates: [owner] }: PlannedAddress,
  links: readonly LinkState[],
): { readonly message: string; readonly hint: string } {
  const own = owner.addresses.map(({ text }) => text).join(', ')
  return {
    message: `neither ${address.text} nor its owner ${owner.name} (${own}) is in a network of ${namesOf(links)}`,
    hint: `run the speaker on a host of that segment, or name the interface in spec.announce.interfaces of the pool`,
  }
}

function noSuch(
  { address, pool }: PlannedAddress,
  interfaces: readonly string[],
): { readonly message: string; readonly hint: string } {
  return {
    message: `pool ${pool.name} of ${address.text} names ${interfaces.join(', ')}: this speaker has no such interface`,
    hint: `correct spec.announce.interfaces of pool ${pool.name}, or start the speaker with that --interface`,
  }
}

function namesOf(links: readonly LinkState[]): string {
  return links.length === 0 ? 'any interface' : links.map(({ name }) => name).join(', ')
}

/** The addresses of the node that are in a network of the link; all of them, where none is. */
export function addressesOn({ link, node }: Neighbor): readonly Address[] {
  const onLink = node.addresses.filter((address) => isOnLink(link.state, address))
  return onLink.length > 0 ? onLink : node.addresses
}
