import type { Address } from '../../api/address.ts'
import { ETHER_TYPE, MIN_FRAME_LENGTH, putEthernet, type EthernetOctets } from './ethernet.ts'
import { ipv4At } from './ipv4.ts'
import { macFromBytes, type Mac } from './mac.ts'
import { putBytes, putU16, putU8, u16, u32, u8 } from './octets.ts'
import type { RejectionReason } from './rejection.ts'

export type ArpOperation = 'request' | 'reply'

/** Ethernet's two numbers in ARP: its own, and that of IEEE 802 networks, which kernels take as well. */
export type ArpHardwareType = 1 | 6

/** An ARP packet that maps an IPv4 address to an Ethernet address (RFC 826, "Packet format"). */
export interface ArpPacket {
  readonly hardwareType: ArpHardwareType
  readonly operation: ArpOperation
  readonly senderHardwareAddress: Mac
  readonly senderProtocolAddress: Address
  readonly targetHardwareAddress: Mac
  readonly targetProtocolAddress: Address
}

/** The packet as octets: what is written on the fast path, and by `encode`. */
export interface ArpOctets {
  readonly hardwareType: ArpHardwareType
  readonly operation: ArpOperation
  readonly senderHardware: Uint8Array
  readonly senderProtocol: Uint8Array
  readonly targetHardware: Uint8Array
  readonly targetProtocol: Uint8Array
}

/** Where the fields of an Ethernet/IPv4 packet are, from the start of the frame. */
export const ARP = {
  hardwareType: 14,
  protocolType: 16,
  hardwareLength: 18,
  protocolLength: 19,
  operation: 20,
  senderHardware: 22,
  senderProtocol: 28,
  targetHardware: 32,
  targetProtocol: 38,
} as const
export const ARP_END = 42

const PROTOCOL_IPV4 = 0x0800
/** RFC 826, ares_op$REQUEST and ares_op$REPLY. */
export const ARP_OPERATION = { request: 1, reply: 2 } as const

/** Why a frame of type ARP holds no packet that we understand: RFC 826, "Packet reception", in its order. */
export function arpRejection(frame: Uint8Array): RejectionReason | undefined {
  if (frame.length < ARP_END) return 'arpTooShort'
  const hardwareType = u16(frame, ARP.hardwareType)
  if (hardwareType !== 1 && hardwareType !== 6) return 'arpHardwareType'
  if (u16(frame, ARP.protocolType) !== PROTOCOL_IPV4) return 'arpProtocolType'
  if (u8(frame, ARP.hardwareLength) !== 6 || u8(frame, ARP.protocolLength) !== 4)
    return 'arpAddressLengths'
  const operation = u16(frame, ARP.operation)
  if (operation !== ARP_OPERATION.request && operation !== ARP_OPERATION.reply)
    return 'arpOperation'
  return undefined
}

/** Of the packets that `arpRejection` has nothing against: false is a reply. */
export function isArpRequest(frame: Uint8Array): boolean {
  return u16(frame, ARP.operation) === ARP_OPERATION.request
}

/** The sender's protocol address (RFC 826, ar$spa) as an unsigned number of 32 bits. */
export function arpSender(frame: Uint8Array): number {
  return u32(frame, ARP.senderProtocol)
}

/** The target's protocol address (RFC 826, ar$tpa) as an unsigned number of 32 bits. */
export function arpTarget(frame: Uint8Array): number {
  return u32(frame, ARP.targetProtocol)
}

/** Reads a packet that `arpRejection` has nothing against. */
export function decodeArp(frame: Uint8Array): ArpPacket {
  return {
    hardwareType: u16(frame, ARP.hardwareType) === 1 ? 1 : 6,
    operation: isArpRequest(frame) ? 'request' : 'reply',
    senderHardwareAddress: macFromBytes(frame, ARP.senderHardware),
    senderProtocolAddress: ipv4At(frame, ARP.senderProtocol),
    targetHardwareAddress: macFromBytes(frame, ARP.targetHardware),
    targetProtocolAddress: ipv4At(frame, ARP.targetProtocol),
  }
}

/** A whole frame with this packet, padded with zeros to the shortest length on the wire. */
export function arpFrame(ethernet: EthernetOctets, packet: ArpOctets): Uint8Array {
  const frame = new Uint8Array(MIN_FRAME_LENGTH)
  putEthernet(frame, ethernet, ETHER_TYPE.arp)
  putU16(frame, ARP.hardwareType, packet.hardwareType)
  putU16(frame, ARP.protocolType, PROTOCOL_IPV4)
  putU8(frame, ARP.hardwareLength, 6)
  putU8(frame, ARP.protocolLength, 4)
  putU16(frame, ARP.operation, ARP_OPERATION[packet.operation])
  putBytes(frame, ARP.senderHardware, packet.senderHardware)
  putBytes(frame, ARP.senderProtocol, packet.senderProtocol)
  putBytes(frame, ARP.targetHardware, packet.targetHardware)
  putBytes(frame, ARP.targetProtocol, packet.targetProtocol)
  return frame
}

/** Asks who else uses an address: a request with a sender of 0.0.0.0 (RFC 5227 §1.1). */
export function isArpProbe(packet: ArpPacket): boolean {
  return packet.operation === 'request' && packet.senderProtocolAddress.value === 0n
}

/** Tells the address of the sender: a request with the same sender and target (RFC 5227 §1.1). */
export function isArpAnnouncement(packet: ArpPacket): boolean {
  return (
    packet.operation === 'request' &&
    packet.senderProtocolAddress.text === packet.targetProtocolAddress.text
  )
}
