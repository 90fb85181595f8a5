import type { Address } from '../../api/address.ts'
import type { Neighbor, NeighborMac } from '../lan/link-view.ts'
import type { AmbiguousMac, NodeResolved, NodeUnresolved } from '../reports/report.ts'

/** `address` is the one that the node told its MAC for. */
export function nodeResolved(
  { node, link }: Neighbor,
  address: Address,
  mac: NeighborMac,
): NodeResolved {
  return {
    level: 'info',
    event: 'NodeResolved',
    node: node.name,
    address: address.text,
    mac: mac.text,
    link: link.state.name,
  }
}

/** `isAskable` is false if the link has no address from which any address of the node could be asked for. */
export function nodeUnresolved(neighbor: Neighbor, isAskable: boolean): NodeUnresolved {
  const { node, link } = neighbor
  return {
    level: 'warn',
    event: 'NodeUnresolved',
    node: node.name,
    addresses: node.addresses.map(({ text }) => text),
    link: link.state.name,
    ...(isAskable ? silent(neighbor) : unaskable(neighbor)),
  }
}

interface Advice {
  readonly message: string
  readonly hint: string
}

function silent({ node, link }: Neighbor): Advice {
  const addresses = node.addresses.map(({ text }) => text).join(' and ')
  return {
    message: `node ${node.name} does not answer for ${addresses} on ${link.state.name}; nothing it owns is answered`,
    hint: `is the node up, and is ${link.state.name} on its segment? The annotation bellwether.dev/address.<segment> names its address there`,
  }
}

function unaskable({ node, link }: Neighbor): Advice {
  return {
    message: `node ${node.name} has no address that ${link.state.name} could ask for; nothing it owns is answered`,
    hint: `give ${link.state.name} an IPv6 address, or the node an IPv4 address on that segment`,
  }
}

/** Two nodes tell the same MAC. */
export function nodesShareMac(one: Neighbor, other: Neighbor, mac: NeighborMac): AmbiguousMac {
  const nodes = [one.node.name, other.node.name].sort()
  const link = one.link.state.name
  return {
    level: 'warn',
    event: 'NodesShareMac',
    nodes,
    macs: [mac.text],
    link,
    message: `${nodes.join(' and ')} both tell the MAC ${mac.text} on ${link}: a frame to it reaches one of them`,
    hint: 'are they virtual machines of one image? Give each a MAC of its own; or one answers for the other (proxy ARP)',
  }
}

/** One node tells two MACs, at once or for two of its addresses. The first in the node table counts. */
export function nodeHasTwoMacs({ node, link }: Neighbor, macs: readonly string[]): AmbiguousMac {
  return {
    level: 'warn',
    event: 'NodeHasTwoMacs',
    nodes: [node.name],
    macs,
    link: link.state.name,
    message: `${node.name} tells several MACs on ${link.state.name}: ${macs.join(', ')}`,
    hint: 'has the node two cards on this segment, or do two hosts have its address? The annotation bellwether.dev/address.<segment> says which address counts',
  }
}
