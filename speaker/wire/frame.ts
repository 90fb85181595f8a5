import { addressBytes, type Address, type Family } from '../../api/address.ts'
import { arpFrame, arpRejection, decodeArp, type ArpPacket } from './arp.ts'
import {
  decodeEcho,
  echoEnds,
  echoFrame,
  icmpEchoRejection,
  icmpv6EchoRejection,
  isEcho,
  type Echo,
} from './echo.ts'
import {
  decodeEthernet,
  ETHER_TYPE,
  ethernetRejection,
  etherType,
  type EthernetHeader,
  type EthernetOctets,
} from './ethernet.ts'
import { ipv4Rejection } from './ipv4.ts'
import { decodeIpv6, ipv6Rejection, type Ipv6Header } from './ipv6.ts'
import { isGroup, macBytes, type Mac } from './mac.ts'
import { decodeNdp, NDP_FLAG, ndpFrame, ndpRejection, type NeighborMessage } from './ndp.ts'
import type { Rejection, RejectionReason } from './rejection.ts'

export interface ArpFrame {
  readonly kind: 'arp'
  readonly ethernet: EthernetHeader
  readonly arp: ArpPacket
}

export interface NdpFrame {
  readonly kind: 'ndp'
  readonly ethernet: EthernetHeader
  readonly ipv6: Ipv6Header
  readonly ndp: NeighborMessage
}

/** An ICMP or ICMPv6 echo; the addresses are of one family. */
export interface EchoFrame {
  readonly kind: 'echo'
  readonly ethernet: EthernetHeader
  readonly source: Address
  readonly destination: Address
  readonly echo: Echo
}

/** Every kind of frame that is sent or understood. */
export type Frame = ArpFrame | NdpFrame | EchoFrame

/** Why these bytes are no frame that we understand; undefined if they are one. Builds nothing. */
export function frameRejection(bytes: Uint8Array): RejectionReason | undefined {
  const outer = ethernetRejection(bytes)
  if (outer !== undefined) return outer
  const type = etherType(bytes)
  if (type === ETHER_TYPE.arp) return arpRejection(bytes)
  if (type === ETHER_TYPE.ipv4) return ipv4Rejection(bytes) ?? icmpEchoRejection(bytes)
  return ipv6Rejection(bytes) ?? icmpv6Rejection(bytes)
}

function icmpv6Rejection(bytes: Uint8Array): RejectionReason | undefined {
  return isEcho(bytes) ? icmpv6EchoRejection(bytes) : ndpRejection(bytes)
}

/** The frame that these bytes are. Never throws. */
export function decode(bytes: Uint8Array): Frame | Rejection {
  const rejected = frameRejection(bytes)
  if (rejected !== undefined) return { rejected }
  const ethernet = decodeEthernet(bytes)
  if (etherType(bytes) === ETHER_TYPE.arp) return { kind: 'arp', ethernet, arp: decodeArp(bytes) }
  if (isEcho(bytes)) return { kind: 'echo', ethernet, ...echoEnds(bytes), echo: decodeEcho(bytes) }
  return { kind: 'ndp', ethernet, ipv6: decodeIpv6(bytes), ndp: decodeNdp(bytes) }
}

/** The bytes of a frame. Throws RangeError for one that no receiver could take, `decode` among them. */
export function encode(frame: Frame): Uint8Array {
  const bytes = encodeAny(frame)
  const rejected = frameRejection(bytes)
  if (rejected !== undefined) throw new RangeError(`nobody would take this frame: ${rejected}`)
  return bytes
}

function encodeAny(frame: Frame): Uint8Array {
  switch (frame.kind) {
    case 'arp':
      return encodeArp(frame)
    case 'ndp':
      return encodeNdp(frame)
    case 'echo':
      return encodeEcho(frame)
  }
}

function encodeArp({ ethernet, arp }: ArpFrame): Uint8Array {
  return arpFrame(ethernetOctets(ethernet), {
    hardwareType: arp.hardwareType,
    operation: arp.operation,
    senderHardware: macBytes(arp.senderHardwareAddress),
    senderProtocol: octetsOf(arp.senderProtocolAddress, 'IPv4'),
    targetHardware: macBytes(arp.targetHardwareAddress),
    targetProtocol: octetsOf(arp.targetProtocolAddress, 'IPv4'),
  })
}

function encodeNdp({ ethernet, ipv6, ndp }: NdpFrame): Uint8Array {
  const ipv6Octets = {
    trafficClass: within(ipv6.trafficClass, 0xff, 'traffic class'),
    flowLabel: within(ipv6.flowLabel, 0xf_ffff, 'flow label'),
    source: octetsOf(ipv6.source, 'IPv6'),
    destination: octetsOf(ipv6.destination, 'IPv6'),
  }
  return ndpFrame(ethernetOctets(ethernet), ipv6Octets, {
    type: ndp.type,
    flags: flagsOf(ndp),
    target: octetsOf(ndp.targetAddress, 'IPv6'),
    linkLayer: linkLayerOf(ndp),
  })
}

function encodeEcho({ ethernet, source, destination, echo }: EchoFrame): Uint8Array {
  const ip = {
    source: addressBytes(source),
    destination: octetsOf(destination, source.family),
  }
  const octets = {
    identifier: within(echo.identifier, 0xffff, 'identifier'),
    sequence: within(echo.sequence, 0xffff, 'sequence number'),
  }
  return echoFrame(ethernetOctets(ethernet), ip, echo.operation, octets)
}

function flagsOf(ndp: NeighborMessage): number {
  if (ndp.type === 'neighborSolicitation') return 0
  return (
    (ndp.router ? NDP_FLAG.router : 0) |
    (ndp.solicited ? NDP_FLAG.solicited : 0) |
    (ndp.override ? NDP_FLAG.override : 0)
  )
}

function linkLayerOf(ndp: NeighborMessage): Uint8Array | undefined {
  const mac: Mac | undefined =
    ndp.type === 'neighborSolicitation' ? ndp.sourceLinkLayerAddress : ndp.targetLinkLayerAddress
  return mac === undefined ? undefined : macBytes(mac)
}

/** A group never sends (IEEE 802.3 §3.2.3). */
function ethernetOctets({ destination, source }: EthernetHeader): EthernetOctets {
  if (isGroup(source)) throw new RangeError(`${source} is a group and cannot be a source`)
  return { destination: macBytes(destination), source: macBytes(source) }
}

function octetsOf(address: Address, family: Family): Uint8Array {
  if (address.family !== family) throw new RangeError(`${address.text} is no ${family} address`)
  return addressBytes(address)
}

function within(value: number, greatest: number, name: string): number {
  if (!Number.isInteger(value) || value < 0 || value > greatest)
    throw new RangeError(`${value} is no ${name}`)
  return value
}
