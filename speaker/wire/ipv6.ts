import { addressFromBytes, type Address } from '../../api/address.ts'
import { ETHERNET_END } from './ethernet.ts'
import { putBytes, putU16, putU32, putU8, u16, u32, u8 } from './octets.ts'
import type { RejectionReason } from './rejection.ts'

/** What of the fixed IPv6 header (RFC 8200 §3) is the sender's to choose; the rest follows from the payload. */
export interface Ipv6Header {
  readonly trafficClass: number
  readonly flowLabel: number
  readonly source: Address
  readonly destination: Address
}

/** The header as octets: what is written on the fast path, and by `encode`. */
export interface Ipv6Octets {
  readonly trafficClass: number
  readonly flowLabel: number
  readonly source: Uint8Array
  readonly destination: Uint8Array
}

/** Where the fields are, from the start of the frame. */
export const IPV6 = {
  versionClassFlow: 14,
  payloadLength: 18,
  nextHeader: 20,
  hopLimit: 21,
  source: 22,
  destination: 38,
} as const
export const IPV6_END = ETHERNET_END + 40

/** The number of ICMPv6 as a next header (RFC 4443 §1). */
export const NEXT_HEADER_ICMPV6 = 58

const VERSION = 6
const MULTICAST_FIRST_OCTET = 0xff

/** Why a frame of type IPv6 holds no ICMPv6 message. */
export function ipv6Rejection(frame: Uint8Array): RejectionReason | undefined {
  if (frame.length < IPV6_END) return 'ipv6TooShort'
  if (u8(frame, IPV6.versionClassFlow) >>> 4 !== VERSION) return 'ipv6Version'
  if (payloadEnd(frame) > frame.length) return 'ipv6PayloadLength'
  if (u8(frame, IPV6.nextHeader) !== NEXT_HEADER_ICMPV6) return 'otherNextHeader'
  if (isMulticastAt(frame, IPV6.source) || isLoopbackAt(frame, IPV6.source)) return 'ipv6Source'
  return undefined
}

/** Where the payload ends in the frame; what comes after it is padding. */
export function payloadEnd(frame: Uint8Array): number {
  return IPV6_END + u16(frame, IPV6.payloadLength)
}

/** RFC 8200 §3. 255 shows that no router has forwarded the packet (RFC 4861 §7.1.1). */
export function hopLimit(frame: Uint8Array): number {
  return u8(frame, IPV6.hopLimit)
}

/** The address at `at` is one of a group (RFC 4291 §2.7). */
export function isMulticastAt(frame: Uint8Array, at: number): boolean {
  return u8(frame, at) === MULTICAST_FIRST_OCTET
}

/** The address at `at` is `::` (RFC 4291 §2.5.2). */
export function isUnspecifiedAt(frame: Uint8Array, at: number): boolean {
  return endsInAfterZeros(frame, at, 0)
}

/** The address at `at` is `::1` (RFC 4291 §2.5.3). */
function isLoopbackAt(frame: Uint8Array, at: number): boolean {
  return endsInAfterZeros(frame, at, 1)
}

function endsInAfterZeros(frame: Uint8Array, at: number, last: number): boolean {
  return (
    u32(frame, at) === 0 &&
    u32(frame, at + 4) === 0 &&
    u32(frame, at + 8) === 0 &&
    u32(frame, at + 12) === last
  )
}

/** The address in the 16 octets at `at`, which the caller knows to be there. */
export function ipv6At(frame: Uint8Array, at: number): Address {
  return addressFromBytes(frame.subarray(at, at + 16))
}

/** Reads a header that `ipv6Rejection` has nothing against. */
export function decodeIpv6(frame: Uint8Array): Ipv6Header {
  const first = u32(frame, IPV6.versionClassFlow)
  return {
    trafficClass: (first >>> 20) & 0xff,
    flowLabel: first & 0xf_ffff,
    source: ipv6At(frame, IPV6.source),
    destination: ipv6At(frame, IPV6.destination),
  }
}

/** Writes a header for `payloadLength` octets of neighbour discovery: ICMPv6, hop limit 255 (RFC 4861 §4.3). */
export function putIpv6(frame: Uint8Array, header: Ipv6Octets, payloadLength: number): void {
  putPlainIpv6(frame, header, payloadLength, 255)
  const { trafficClass, flowLabel } = header
  putU32(frame, IPV6.versionClassFlow, ((VERSION << 28) | (trafficClass << 20) | flowLabel) >>> 0)
}

/** Writes a header for `payloadLength` octets of ICMPv6, its traffic class and flow label zero. */
export function putPlainIpv6(
  frame: Uint8Array,
  { source, destination }: Pick<Ipv6Octets, 'source' | 'destination'>,
  payloadLength: number,
  hops: number,
): void {
  putU32(frame, IPV6.versionClassFlow, (VERSION << 28) >>> 0)
  putU16(frame, IPV6.payloadLength, payloadLength)
  putU8(frame, IPV6.nextHeader, NEXT_HEADER_ICMPV6)
  putU8(frame, IPV6.hopLimit, hops)
  putBytes(frame, IPV6.source, source)
  putBytes(frame, IPV6.destination, destination)
}
