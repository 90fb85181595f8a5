import { compareAddresses } from '../../api/address.ts'
import type { Address, Prefix } from '../../api/address.ts'
import type { NodeFact } from '../model/model.ts'

/**
 * The addresses of a node that lie on a segment: what a speaker resolves to a MAC and probes. A Node object
 * tells no prefix length, so this is stated, not guessed: the annotation `bellwether.dev/address.<segment>`,
 * else the InternalIPs; and of these only what lies inside `networks`, where any are given. Sorted.
 */
export function addressesOnSegment(
  node: Pick<NodeFact, 'internalIPs' | 'segmentAddresses'>,
  segment: string,
  networks: readonly Prefix[],
): Address[] {
  const stated = statedAddresses(node, segment)
  const inside =
    networks.length === 0 ? [...stated] : stated.filter((address) => isInside(networks, address))
  return inside.sort(compareAddresses)
}

/** True if there is any. For each pool it is asked of each node, so no list is made. */
export function isOnSegment(
  node: Pick<NodeFact, 'internalIPs' | 'segmentAddresses'>,
  segment: string,
  networks: readonly Prefix[],
): boolean {
  const stated = statedAddresses(node, segment)
  if (networks.length === 0) return stated.length > 0
  return stated.some((address) => isInside(networks, address))
}

function statedAddresses(
  { segmentAddresses, internalIPs }: Pick<NodeFact, 'internalIPs' | 'segmentAddresses'>,
  segment: string,
): readonly Address[] {
  return Object.hasOwn(segmentAddresses, segment) ? segmentAddresses[segment]! : internalIPs
}

function isInside(networks: readonly Prefix[], address: Address): boolean {
  return networks.some((network) => inPrefix(network, address))
}

function inPrefix({ network, length }: Prefix, address: Address): boolean {
  if (network.family !== address.family) return false
  const host = BigInt((address.family === 'IPv4' ? 32 : 128) - length)
  return network.value >> host === address.value >> host
}
