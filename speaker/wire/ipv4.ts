import { addressFromBytes, type Address } from '../../api/address.ts'
import { internetChecksum } from './checksum.ts'
import { ETHERNET_END } from './ethernet.ts'
import { putBytes, putU16, putU8, u16, u32, u8 } from './octets.ts'
import type { RejectionReason } from './rejection.ts'

/** Where a packet is from and where it goes, in 4 octets each. */
export interface Ipv4Octets {
  readonly source: Uint8Array
  readonly destination: Uint8Array
}

/** Where the fields are, from the start of the frame (RFC 791 §3.1). */
export const IPV4 = {
  versionLength: 14,
  totalLength: 16,
  fragment: 20,
  timeToLive: 22,
  protocol: 23,
  checksum: 24,
  source: 26,
  destination: 30,
} as const
export const IPV4_END = ETHERNET_END + 20

/** The number of ICMP as a protocol (RFC 792, "Message Formats"). */
export const PROTOCOL_ICMP = 1

const VERSION = 4
const HEADER_WORDS = 5

/** RFC 791 §3.1, Flags. */
const DONT_FRAGMENT = 0x4000
/** "More fragments" and the fragment's offset: zero in a packet that is whole. */
export const FRAGMENT_MASK = 0x3fff

/** What a host gives its packets (RFC 1700, "IP Parameters"). */
const TIME_TO_LIVE = 64

/** Why a frame of type IPv4 holds no whole ICMP message from a host. */
export function ipv4Rejection(frame: Uint8Array): RejectionReason | undefined {
  if (frame.length < IPV4_END) return 'ipv4TooShort'
  const first = u8(frame, IPV4.versionLength)
  if (first >>> 4 !== VERSION) return 'ipv4Version'
  if ((first & 0xf) !== HEADER_WORDS) return 'ipv4HeaderLength'
  const end = ipv4PayloadEnd(frame)
  if (end < IPV4_END || end > frame.length) return 'ipv4TotalLength'
  if ((u16(frame, IPV4.fragment) & FRAGMENT_MASK) !== 0) return 'ipv4Fragment'
  if (u8(frame, IPV4.protocol) !== PROTOCOL_ICMP) return 'otherProtocol'
  if (internetChecksum(frame, ETHERNET_END, IPV4_END) !== 0) return 'ipv4Checksum'
  return isUnicast(u32(frame, IPV4.source)) ? undefined : 'ipv4Source'
}

/** Where the payload ends in the frame; what comes after it is padding. */
export function ipv4PayloadEnd(frame: Uint8Array): number {
  return ETHERNET_END + u16(frame, IPV4.totalLength)
}

/** Not 0/8, 127/8, 224/4 or 255.255.255.255. */
export function isUnicast(address: number): boolean {
  const first = Math.floor(address / 0x100_0000)
  if (first === 0 || first === 127) return false
  return first < 224 || (first >= 240 && address !== 0xffff_ffff)
}

/** The address in the 4 octets at `at`, which the caller knows to be there. */
export function ipv4At(frame: Uint8Array, at: number): Address {
  return addressFromBytes(frame.subarray(at, at + 4))
}

/**
 * Writes a header for `payloadLength` octets of ICMP over zeros. It must not be fragmented, so its
 * identification, zero, means nothing (RFC 6864 §4.1).
 */
export function putIpv4(frame: Uint8Array, header: Ipv4Octets, payloadLength: number): void {
  putU8(frame, IPV4.versionLength, (VERSION << 4) | HEADER_WORDS)
  putU16(frame, IPV4.totalLength, IPV4_END - ETHERNET_END + payloadLength)
  putU16(frame, IPV4.fragment, DONT_FRAGMENT)
  putU8(frame, IPV4.timeToLive, TIME_TO_LIVE)
  putU8(frame, IPV4.protocol, PROTOCOL_ICMP)
  putBytes(frame, IPV4.source, header.source)
  putBytes(frame, IPV4.destination, header.destination)
  putU16(frame, IPV4.checksum, internetChecksum(frame, ETHERNET_END, IPV4_END))
}
