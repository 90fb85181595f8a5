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
  const stated = Object.hasOwn(node.segmentAddresses, segment)
    ? node.segmentAddresses[segment]!
    : node.internalIPs
  const inside =
    networks.length === 0 ? [...stated] : stated.filter((address) => isInside(networks, address))
  return inside.sort(compareAddresses)
}

function isInside(networks: readonly Prefix[], address: Address): boolean {
  return networks.some((network) => inPrefix(network, address))
}

function inPrefix({ network, length }: Prefix, address: Address): boolean {
  if (network.family !== address.family) return false
  const host = BigInt((address.family === 'IPv4' ? 32 : 128) - length)
  return network.value >> host === address.value >> host
}
