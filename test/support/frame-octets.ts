import { ETHERNET_END } from '../../speaker/wire/ethernet.ts'
import { icmpv6Checksum } from '../../speaker/wire/checksum.ts'
import { hex } from './hex.ts'

/** Frames in octets, each field another value. */

export const ARP_REQUEST = hex(`
  ffffffffffff       # destination
  021122334455       # source
  0806               # type
  0001 0800 06 04    # Ethernet, IPv4, their lengths
  0001               # request
  021213141516       # sender hardware address
  0a212223           # sender protocol address 10.33.34.35
  000000000000       # target hardware address
  0a313233           # target protocol address 10.49.50.51
  000000000000000000000000000000000000
`)

export const ARP_REPLY = hex(`
  021122334455       # destination
  026162636465       # source
  0806
  0001 0800 06 04
  0002               # reply
  027172737475       # sender hardware address
  0a313233           # sender protocol address
  021213141516       # target hardware address
  0a212223           # target protocol address
  000000000000000000000000000000000000
`)

export const SOLICITATION = hex(`
  3333ff0a0b0c       # destination
  021122334455       # source
  86dd
  6 ab cdef1         # version, traffic class, flow label
  0020 3a ff         # payload length, ICMPv6, hop limit
  fe800000000000000a21222324252627   # source
  ff0200000000000000000001ff0a0b0c   # destination
  87 00 7d58         # solicitation, code, checksum
  00000000           # reserved
  20010db80102030405060708090a0b0c   # target
  01 01 021213141516 # source link-layer address
`)

export const ADVERTISEMENT = hex(`
  021122334455       # destination
  026162636465       # source
  86dd
  6 ab cdef1
  0020 3a ff
  20010db80102030405060708090a0b0c   # source
  fe800000000000000a21222324252627   # destination
  88 00 9371         # advertisement, code, checksum
  e0000000           # router, solicited, override
  20010db80102030405060708090a0b0c   # target
  02 01 027172737475 # target link-layer address
`)

/** The frame with octets at these offsets changed, and its ICMPv6 checksum made right again. */
export function changed(
  frame: Uint8Array,
  ...changes: readonly (readonly [at: number, octets: string])[]
): Uint8Array {
  const copy = frame.slice()
  for (const [at, octets] of changes) copy.set(hex(octets), at)
  if (copy[12] !== 0x86) return copy
  copy.set([0, 0], 56)
  const checksum = icmpv6Checksum(copy)
  copy.set([checksum >> 8, checksum & 0xff], 56)
  return copy
}

/** The frame with these octets behind the fixed part of its message, in place of its options. */
export function withOptions(frame: Uint8Array, octets: string): Uint8Array {
  const options = hex(octets)
  const copy = new Uint8Array(78 + options.length)
  copy.set(frame.subarray(0, 78))
  copy.set(options, 78)
  const length = copy.length - ETHERNET_END - 40
  return changed(copy, [18, length.toString(16).padStart(4, '0')])
}
