import { addressBytes, type Address } from '../../api/address.ts'
import type { Asker, Binding, LinkView, NeighborMac } from '../lan/link-view.ts'
import { prefixContains } from '../lan/links-for.ts'
import { arpFrame, type ArpOperation } from '../wire/arp.ts'
import { BROADCAST, macBytes, multicastMac, ZERO_MAC } from '../wire/mac.ts'
import { ALL_NODES, NDP_FLAG, ndpFrame, solicitedNodeGroup } from '../wire/ndp.ts'
import type { WireEffect } from '../lan/effect.ts'

/**
 * The frames that we send. The Ethernet source is always the link's own MAC, whosever address is spoken
 * of: a switch learns from it where a MAC is, and must not learn the owner's MAC on our port.
 */

const BROADCAST_OCTETS = macBytes(BROADCAST)
const ZERO_OCTETS = macBytes(ZERO_MAC)
const UNSPECIFIED_IPV4 = new Uint8Array(4)
const UNSPECIFIED_IPV6 = new Uint8Array(16)
const ALL_NODES_MAC = macBytes(multicastMac(ALL_NODES))

function send(link: LinkView, bytes: Uint8Array): WireEffect {
  return { type: 'send', link: link.state.name, bytes }
}

/** The answer to a request, or an update for a host that asked before (RFC 826, "Packet reception"). */
export function arpReply(binding: Binding, owner: NeighborMac, asker: Asker): Uint8Array {
  return arpFrame(
    { destination: asker.hardware, source: binding.link.mac },
    {
      hardwareType: 1,
      operation: 'reply',
      senderHardware: owner.octets,
      senderProtocol: binding.planned.octets,
      targetHardware: asker.hardware,
      targetProtocol: asker.protocol,
    },
  )
}

/**
 * A broadcast that announces the mapping: as a request with an empty target (RFC 5227 §1.1, "ARP Announcement"),
 * and as a reply whose target hardware address is the sender's (RFC 5944 §4.6), the form that Linux takes
 * within its locktime.
 */
function gratuitousArp(binding: Binding, owner: NeighborMac, operation: ArpOperation): Uint8Array {
  return arpFrame(
    { destination: BROADCAST_OCTETS, source: binding.link.mac },
    {
      hardwareType: 1,
      operation,
      senderHardware: owner.octets,
      senderProtocol: binding.planned.octets,
      targetHardware: operation === 'reply' ? owner.octets : ZERO_OCTETS,
      targetProtocol: binding.planned.octets,
    },
  )
}

/**
 * Asks for the MAC of an IPv4 address, from our own address in the same network; without one, from 0.0.0.0
 * (the form of RFC 5227 §1.1), so that nobody learns an address of ours that is not on this link. To all,
 * or to the MAC that is known already.
 */
export function arpRequest(
  link: LinkView,
  target: Address,
  destination: Uint8Array = BROADCAST_OCTETS,
): WireEffect {
  const own = link.state.addresses.find(({ prefix }) => prefixContains(prefix, target))
  return request(link, {
    destination,
    sender: own === undefined ? UNSPECIFIED_IPV4 : addressBytes(own.address),
    target: addressBytes(target),
  })
}

/** Asks whether anybody uses the address; no neighbour cache changes by it (RFC 5227 §1.1, "ARP Probe"). */
export function arpProbe(link: LinkView, target: Uint8Array): WireEffect {
  return request(link, { destination: BROADCAST_OCTETS, sender: UNSPECIFIED_IPV4, target })
}

interface ArpQuestion {
  readonly destination: Uint8Array
  readonly sender: Uint8Array
  readonly target: Uint8Array
}

function request(link: LinkView, { destination, sender, target }: ArpQuestion): WireEffect {
  const packet = {
    hardwareType: 1,
    operation: 'request',
    senderHardware: link.mac,
    senderProtocol: sender,
    targetHardware: ZERO_OCTETS,
    targetProtocol: target,
  } as const
  return send(link, arpFrame({ destination, source: link.mac }, packet))
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

/** Asks for the MAC of an IPv6 address (RFC 4861 §7.2.2); by unicast where it is known (§7.3.3). */
export function solicitation(
  link: LinkView,
  source: Address,
  target: Address,
  known?: Uint8Array,
): WireEffect {
  const octets = addressBytes(target)
  const to = known === undefined ? toGroupOf(octets) : { hardware: known, protocol: octets }
  const frame = ndpFrame(
    { destination: to.hardware, source: link.mac },
    { trafficClass: 0, flowLabel: 0, source: addressBytes(source), destination: to.protocol },
    { type: 'neighborSolicitation', flags: 0, target: octets, linkLayer: link.mac },
  )
  return send(link, frame)
}

/** Asks whether anybody uses the address: duplicate address detection (RFC 4862 §5.4.2). */
export function duplicateAddressProbe(link: LinkView, target: Uint8Array): WireEffect {
  const { hardware, protocol } = toGroupOf(target)
  const frame = ndpFrame(
    { destination: hardware, source: link.mac },
    { trafficClass: 0, flowLabel: 0, source: UNSPECIFIED_IPV6, destination: protocol },
    { type: 'neighborSolicitation', flags: 0, target, linkLayer: undefined },
  )
  return send(link, frame)
}

function toGroupOf(target: Uint8Array): Asker {
  const protocol = solicitedNodeGroup(target)
  return { hardware: macBytes(multicastMac(protocol)), protocol }
}

/** Asks everybody for the MAC of an address; undefined if the link has no address to ask from. */
export function questionFor(link: LinkView, target: Address): WireEffect | undefined {
  if (target.family === 'IPv4') return arpRequest(link, target)
  const source = solicitationSource(link)
  return source === undefined ? undefined : solicitation(link, source, target)
}

/**
 * Advertises to one asker, solicited or not. Override is set: the address has no other owner than the one
 * that we tell, and without the flag an entry that is wrong would stay (RFC 4861 §7.2.5).
 */
export function advertisement(
  binding: Binding,
  owner: NeighborMac,
  asker: Asker,
  solicited: boolean,
): Uint8Array {
  return ndpFrame(
    { destination: asker.hardware, source: binding.link.mac },
    { trafficClass: 0, flowLabel: 0, source: binding.planned.octets, destination: asker.protocol },
    {
      type: 'neighborAdvertisement',
      flags: NDP_FLAG.override | (solicited ? NDP_FLAG.solicited : 0),
      target: binding.planned.octets,
      linkLayer: owner.octets,
    },
  )
}

/** Advertises to all nodes: the answer to a solicitation from `::` (RFC 4861 §7.2.4), and an announcement. */
export function advertisementToAll(binding: Binding, owner: NeighborMac): Uint8Array {
  return advertisement(binding, owner, { hardware: ALL_NODES_MAC, protocol: ALL_NODES }, false)
}

/**
 * The form of announcement that every host accepts: an ARP request (RFC 5227 §1.1), an unsolicited
 * advertisement to all nodes (RFC 4861 §7.2.6).
 */
export function announcement(binding: Binding, owner: NeighborMac): WireEffect {
  const isIpv4 = binding.planned.address.family === 'IPv4'
  const bytes = isIpv4
    ? gratuitousArp(binding, owner, 'request')
    : advertisementToAll(binding, owner)
  return send(binding.link, bytes)
}

/** The other form of an IPv4 announcement, for receivers that take replies only. */
export function announcementByReply(binding: Binding, owner: NeighborMac): readonly WireEffect[] {
  if (binding.planned.address.family === 'IPv6') return []
  return [send(binding.link, gratuitousArp(binding, owner, 'reply'))]
}

/**
 * A unicast update for a host that asked before. It is sent as if the host had just asked: only a solicited advertisement makes an entry
 * REACHABLE, and is taken where `drop_unsolicited_na` is set. RFC 4861 §7.2.6 has no unicast form.
 */
export function news(binding: Binding, owner: NeighborMac, asker: Asker): WireEffect {
  const bytes =
    binding.planned.address.family === 'IPv4'
      ? arpReply(binding, owner, asker)
      : advertisement(binding, owner, asker, true)
  return send(binding.link, bytes)
}

/** An address that the node can answer to without a router; undefined if the link has none. */
export function echoSource(link: LinkView, target: Address): Address | undefined {
  const near = link.state.addresses.find(({ prefix }) => prefixContains(prefix, target))?.address
  return near ?? (target.family === 'IPv6' ? solicitationSource(link) : undefined)
}
