import { IPV6, IPV6_END, NEXT_HEADER_ICMPV6, payloadEnd } from './ipv6.ts'
import { u16, u8 } from './octets.ts'

/** The ones' complement sum of the octets from `start` to `end`, as if one zero followed an odd last one. */
export function onesComplementSum(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0
  for (let at = start; at + 1 < end; at += 2) sum += u16(bytes, at)
  if ((end - start) % 2 === 1) sum += u8(bytes, end - 1) << 8
  return fold(sum)
}

/** Adds the carries in until none is left (RFC 1071 §1). */
function fold(sum: number): number {
  let folded = sum
  while (folded > 0xffff) folded = (folded & 0xffff) + Math.floor(folded / 0x1_0000)
  return folded
}

/**
 * The checksum of IPv4 and ICMP over the octets as they stand (RFC 1071 §1): what is to be written where
 * the field holds zero, and 0 where the field is right.
 */
export function internetChecksum(bytes: Uint8Array, start: number, end: number): number {
  return ~onesComplementSum(bytes, start, end) & 0xffff
}

/**
 * The ICMPv6 checksum of a frame as it stands, over the pseudo-header (RFC 8200 §8.1) and the message:
 * what is to be written where the field holds zero, and 0 where the field is right.
 */
export function icmpv6Checksum(frame: Uint8Array): number {
  const end = payloadEnd(frame)
  const addresses = onesComplementSum(frame, IPV6.source, IPV6_END)
  const message = onesComplementSum(frame, IPV6_END, end)
  return ~fold(addresses + message + (end - IPV6_END) + NEXT_HEADER_ICMPV6) & 0xffff
}
