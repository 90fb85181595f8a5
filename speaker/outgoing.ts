import { addressBytes, type Address } from '../reconciler/address.ts'
import type { WireEffect } from './effect.ts'
import type { Asker, Claim, LinkView, NeighborMac } from './link-view.ts'
import { isIn } from './placement.ts'
import { arpFrame, type ArpOperation } from './wire/arp.ts'
import { BROADCAST, macBytes, multicastMac, ZERO_MAC } from './wire/mac.ts'
import { ALL_NODES, NDP_FLAG, ndpFrame, ndpMessage, solicitedNodeGroup } from './wire/ndp.ts'

/**
 * The frames that we send. The Ethernet source is always the link's own MAC, whosever address is spoken
 * of: a switch learns from it where a MAC is, and must not learn the owner's MAC on our port.
 */

const BROADCAST_OCTETS = macBytes(BROADCAST)
const ZERO_OCTETS = macBytes(ZERO_MAC)
const UNSPECIFIED_IPV4 = new Uint8Array(4)
const ALL_NODES_MAC = macBytes(multicastMac(ALL_NODES))

function send(link: LinkView, bytes: Uint8Array): WireEffect {
  return { type: 'send', link: link.state.name, bytes }
}

/** The answer to a request, or the news for somebody who asked before (RFC 826, "Packet reception"). */
export function arpReply(claim: Claim, owner: NeighborMac, asker: Asker): Uint8Array {
  return arpFrame(
    { destination: asker.hardware, source: claim.link.mac },
    {
      hardwareType: 1,
      operation: 'reply',
      senderHardware: owner.octets,
      senderProtocol: claim.planned.octets,
      targetHardware: asker.hardware,
      targetProtocol: asker.protocol,
    },
  )
}

/**
 * A broadcast that tells the pair: as a request with an empty target (RFC 5227 §1.1, "ARP Announcement"),
 * and as a reply whose target hardware address is the sender's (RFC 5944 §4.6), the form that Linux takes
 * within its locktime.
 */
function gratuitousArp(claim: Claim, owner: NeighborMac, operation: ArpOperation): Uint8Array {
  return arpFrame(
    { destination: BROADCAST_OCTETS, source: claim.link.mac },
    {
      hardwareType: 1,
      operation,
      senderHardware: owner.octets,
      senderProtocol: claim.planned.octets,
      targetHardware: operation === 'reply' ? owner.octets : ZERO_OCTETS,
      targetProtocol: claim.planned.octets,
    },
  )
}

/**
 * Asks for the MAC of a node's IPv4 address, from our own address in the same network; without one, from
 * 0.0.0.0 (the form of RFC 5227 §1.1), so that nobody learns an address of ours that is not on this link.
 */
export function arpRequest(link: LinkView, target: Address): WireEffect {
  const own = link.state.addresses.find(({ prefix }) => isIn(prefix, target))
  const packet = {
    hardwareType: 1,
    operation: 'request',
    senderHardware: link.mac,
    senderProtocol: own === undefined ? UNSPECIFIED_IPV4 : addressBytes(own.address),
    targetHardware: ZERO_OCTETS,
    targetProtocol: addressBytes(target),
  } as const
  return send(link, arpFrame({ destination: BROADCAST_OCTETS, source: link.mac }, packet))
}

/** The address that we solicit from: link-local where there is one; undefined if the link has no IPv6. */
export function solicitationSource(link: LinkView): Address | undefined {
  const own = link.state.addresses.flatMap(({ address }) =>
    address.family === 'IPv6' ? [address] : [],
  )
  return own.find(isLinkLocal) ?? own[0]
}

/** fe80::/10 (RFC 4291 §2.5.6). */
function isLinkLocal({ value }: Address): boolean {
  return value >> 118n === 0x3fan
}

/** Asks for the MAC of a node's IPv6 address (RFC 4861 §7.2.2). */
export function solicitation(link: LinkView, source: Address, target: Address): WireEffect {
  const octets = addressBytes(target)
  const destination = solicitedNodeGroup(octets)
  const frame = ndpFrame(
    { destination: macBytes(multicastMac(destination)), source: link.mac },
    { trafficClass: 0, flowLabel: 0, source: addressBytes(source), destination },
    { type: 'neighborSolicitation', flags: 0, target: octets, linkLayer: link.mac },
  )
  return send(link, frame)
}

/**
 * Advertises to one asker, solicited or not. Override is set: the address has no other owner than the one
 * that we tell, and without the flag an entry that is wrong would stay (RFC 4861 §7.2.5).
 */
export function advertisement(
  claim: Claim,
  owner: NeighborMac,
  asker: Asker,
  solicited: boolean,
): Uint8Array {
  return ndpFrame(
    { destination: asker.hardware, source: claim.link.mac },
    { trafficClass: 0, flowLabel: 0, source: claim.planned.octets, destination: asker.protocol },
    {
      type: 'neighborAdvertisement',
      flags: NDP_FLAG.override | (solicited ? NDP_FLAG.solicited : 0),
      target: claim.planned.octets,
      linkLayer: owner.octets,
    },
  )
}

/** Advertises to all nodes: the answer to a solicitation from `::` (RFC 4861 §7.2.4). */
export function advertisementToAll(claim: Claim, owner: NeighborMac): Uint8Array {
  return advertisement(claim, owner, { hardware: ALL_NODES_MAC, protocol: ALL_NODES }, false)
}

/** One announcement to everybody on the claim's link. */
export function announcement(claim: Claim, owner: NeighborMac): readonly WireEffect[] {
  if (claim.planned.address.family === 'IPv4')
    return [
      send(claim.link, gratuitousArp(claim, owner, 'request')),
      send(claim.link, gratuitousArp(claim, owner, 'reply')),
    ]
  const message = ndpMessage({
    type: 'neighborAdvertisement',
    flags: NDP_FLAG.override,
    target: claim.planned.octets,
    linkLayer: owner.octets,
  })
  const { address } = claim.planned
  const link = claim.link.state.name
  return [{ type: 'advertise', link, address, mac: owner.text, message, until: Infinity }]
}

/** The news for one that asked before. */
export function news(claim: Claim, owner: NeighborMac, asker: Asker): WireEffect {
  const bytes =
    claim.planned.address.family === 'IPv4'
      ? arpReply(claim, owner, asker)
      : advertisement(claim, owner, asker, false)
  return send(claim.link, bytes)
}
