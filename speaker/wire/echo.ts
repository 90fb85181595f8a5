import type { Address } from '../../api/address.ts'
import { icmpv6Checksum, internetChecksum } from './checksum.ts'
import {
  ETHER_TYPE,
  etherType,
  MIN_FRAME_LENGTH,
  putEthernet,
  type EthernetOctets,
} from './ethernet.ts'
import { IPV4, ipv4At, IPV4_END, ipv4PayloadEnd, putIpv4 } from './ipv4.ts'
import { IPV6, ipv6At, IPV6_END, payloadEnd, putPlainIpv6 } from './ipv6.ts'
import { putU16, putU8, u16, u8 } from './octets.ts'
import type { RejectionReason } from './rejection.ts'

export type EchoOperation = 'request' | 'reply'

/** What tells one echo from another, 16 bits each; a reply has those of its request (RFC 792, RFC 4443 §4.2). */
export interface EchoOctets {
  readonly identifier: number
  readonly sequence: number
}

/** The message without its data, which we neither send nor read. */
export interface Echo extends EchoOctets {
  readonly operation: EchoOperation
}

/** The addresses of an echo, both in 4 octets or both in 16: that tells its family. */
export interface EchoEnds {
  readonly source: Uint8Array
  readonly destination: Uint8Array
}

/** Where the fields are, from the start of the frame: RFC 792, "Echo or Echo Reply Message"; RFC 4443 §4.1. */
export const ECHO = {
  IPv4: { source: IPV4.source, type: 34, code: 35, checksum: 36, identifier: 38, sequence: 40 },
  IPv6: { source: IPV6.source, type: 54, code: 55, checksum: 56, identifier: 58, sequence: 60 },
} as const

/** Type, code, checksum, identifier and sequence number. */
const ECHO_LENGTH = 8

/** RFC 792, "Echo or Echo Reply Message". */
export const ICMP_TYPE = { request: 8, reply: 0 } as const
/** RFC 4443 §4.1, §4.2. */
export const ICMPV6_TYPE = { request: 128, reply: 129 } as const

/** What a host gives its packets; an echo need not prove that it was never forwarded. */
const HOP_LIMIT = 64

/** Why a frame that `ipv4Rejection` has nothing against is no echo. */
export function icmpEchoRejection(frame: Uint8Array): RejectionReason | undefined {
  const end = ipv4PayloadEnd(frame)
  if (end < IPV4_END + ECHO_LENGTH) return 'icmpTooShort'
  const type = u8(frame, ECHO.IPv4.type)
  if (type !== ICMP_TYPE.request && type !== ICMP_TYPE.reply) return 'otherIcmpType'
  if (internetChecksum(frame, IPV4_END, end) !== 0) return 'icmpChecksum'
  return u8(frame, ECHO.IPv4.code) === 0 ? undefined : 'icmpCode'
}

/** Why a frame with an ICMPv6 message that says it is an echo is none. */
export function icmpv6EchoRejection(frame: Uint8Array): RejectionReason | undefined {
  if (payloadEnd(frame) < IPV6_END + ECHO_LENGTH) return 'icmpTooShort'
  if (icmpv6Checksum(frame) !== 0) return 'icmpChecksum'
  return u8(frame, ECHO.IPv6.code) === 0 ? undefined : 'icmpCode'
}

/** Of the frames that `frameRejection` has nothing against, those that are an echo. */
export function isEcho(frame: Uint8Array): boolean {
  const ethernetType = etherType(frame)
  if (ethernetType !== ETHER_TYPE.ipv6) return ethernetType === ETHER_TYPE.ipv4
  const type = frame[ECHO.IPv6.type]
  return type === ICMPV6_TYPE.request || type === ICMPV6_TYPE.reply
}

/** Of the frames that `frameRejection` has nothing against, those that answer an echo. */
export function isEchoReply(frame: Uint8Array): boolean {
  const ethernetType = etherType(frame)
  if (ethernetType === ETHER_TYPE.ipv4) return u8(frame, ECHO.IPv4.type) === ICMP_TYPE.reply
  return ethernetType === ETHER_TYPE.ipv6 && u8(frame, ECHO.IPv6.type) === ICMPV6_TYPE.reply
}

/** 16 bits of ICMP or ICMPv6 (RFC 792, "Echo or Echo Reply Message"; RFC 4443 §4.1). */
export function echoIdentifier(frame: Uint8Array): number {
  return u16(frame, fieldsOf(frame).identifier)
}

/** 16 bits of ICMP or ICMPv6 (RFC 792, "Echo or Echo Reply Message"; RFC 4443 §4.1). */
export function echoSequence(frame: Uint8Array): number {
  return u16(frame, fieldsOf(frame).sequence)
}

/** Where the address of the sender begins, of 4 octets in a frame of type IPv4 and 16 of type IPv6. */
export function echoSenderAt(frame: Uint8Array): number {
  return fieldsOf(frame).source
}

function fieldsOf(frame: Uint8Array): (typeof ECHO)['IPv4' | 'IPv6'] {
  return etherType(frame) === ETHER_TYPE.ipv4 ? ECHO.IPv4 : ECHO.IPv6
}

/** Reads a message that the rejections have nothing against. */
export function decodeEcho(frame: Uint8Array): Echo {
  return {
    operation: isEchoReply(frame) ? 'reply' : 'request',
    identifier: echoIdentifier(frame),
    sequence: echoSequence(frame),
  }
}

/** The addresses of such a message. */
export function echoEnds(frame: Uint8Array): { source: Address; destination: Address } {
  if (etherType(frame) === ETHER_TYPE.ipv4)
    return { source: ipv4At(frame, IPV4.source), destination: ipv4At(frame, IPV4.destination) }
  return { source: ipv6At(frame, IPV6.source), destination: ipv6At(frame, IPV6.destination) }
}

/** A whole frame with a request, without data. */
export function echoRequestFrame(
  ethernet: EthernetOctets,
  ip: EchoEnds,
  echo: EchoOctets,
): Uint8Array {
  return echoFrame(ethernet, ip, 'request', echo)
}

/** A whole frame with this message, without data. */
export function echoFrame(
  ethernet: EthernetOctets,
  ip: EchoEnds,
  operation: EchoOperation,
  echo: EchoOctets,
): Uint8Array {
  return ip.source.length === 4
    ? icmpFrame(ethernet, ip, ICMP_TYPE[operation], echo)
    : icmpv6Frame(ethernet, ip, ICMPV6_TYPE[operation], echo)
}

/** Padded with zeros to the shortest length on the wire. */
function icmpFrame(
  ethernet: EthernetOctets,
  ip: EchoEnds,
  type: number,
  { identifier, sequence }: EchoOctets,
): Uint8Array {
  const frame = new Uint8Array(MIN_FRAME_LENGTH)
  putEthernet(frame, ethernet, ETHER_TYPE.ipv4)
  putIpv4(frame, ip, ECHO_LENGTH)
  putU8(frame, ECHO.IPv4.type, type)
  putU16(frame, ECHO.IPv4.identifier, identifier)
  putU16(frame, ECHO.IPv4.sequence, sequence)
  putU16(frame, ECHO.IPv4.checksum, internetChecksum(frame, IPV4_END, IPV4_END + ECHO_LENGTH))
  return frame
}

function icmpv6Frame(
  ethernet: EthernetOctets,
  ip: EchoEnds,
  type: number,
  { identifier, sequence }: EchoOctets,
): Uint8Array {
  const frame = new Uint8Array(IPV6_END + ECHO_LENGTH)
  putEthernet(frame, ethernet, ETHER_TYPE.ipv6)
  putPlainIpv6(frame, ip, ECHO_LENGTH, HOP_LIMIT)
  putU8(frame, ECHO.IPv6.type, type)
  putU16(frame, ECHO.IPv6.identifier, identifier)
  putU16(frame, ECHO.IPv6.sequence, sequence)
  putU16(frame, ECHO.IPv6.checksum, icmpv6Checksum(frame))
  return frame
}
