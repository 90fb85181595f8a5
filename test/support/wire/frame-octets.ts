import { icmpv6Checksum, internetChecksum } from '../../../speaker/wire/checksum.ts'
import { ETHER_TYPE, ETHERNET_END, etherType } from '../../../speaker/wire/ethernet.ts'
import { ipv4PayloadEnd } from '../../../speaker/wire/ipv4.ts'
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

export const ECHO_REQUEST = hex(`
  026162636465       # destination
  021122334455       # source
  0800
  45 00 001c         # version, header length, type of service, total length
  0000 4000          # identification, "don't fragment"
  40 01 d239         # time to live, ICMP, header checksum
  0a212223           # source 10.33.34.35
  0a313233           # destination 10.49.50.51
  08 00 9278         # echo, code, checksum
  a1b2 c3d4          # identifier, sequence number
  000000000000000000000000000000000000
`)

export const ECHO_REPLY = hex(`
  021122334455       # destination
  026162636465       # source
  0800
  45 00 001c
  0000 4000
  40 01 d239
  0a313233           # source
  0a212223           # destination
  00 00 9a78         # echo reply, code, checksum
  a1b2 c3d4
  000000000000000000000000000000000000
`)

export const ECHO_REQUEST_6 = hex(`
  026162636465       # destination
  021122334455       # source
  86dd
  6 00 00000         # version, traffic class, flow label
  0008 3a 40         # payload length, ICMPv6, hop limit
  fe800000000000000a21222324252627   # source
  20010db80102030405060708090a0b0c   # destination
  80 00 5341         # echo request, code, checksum
  a1b2 c3d4          # identifier, sequence number
`)

export const ECHO_REPLY_6 = hex(`
  021122334455       # destination
  026162636465       # source
  86dd
  6 00 00000
  0008 3a 40
  20010db80102030405060708090a0b0c   # source
  fe800000000000000a21222324252627   # destination
  81 00 5241         # echo reply, code, checksum
  a1b2 c3d4
`)

/** The frame with octets at these offsets changed, and its checksums made right again. */
export function changed(
  frame: Uint8Array,
  ...changes: readonly (readonly [at: number, octets: string])[]
): Uint8Array {
  const copy = frame.slice()
  for (const [at, octets] of changes) copy.set(hex(octets), at)
  repairChecksums(copy)
  return copy
}

/** Makes the checksums of a frame with ICMP or ICMPv6 right, as far as there are octets to be summed. */
export function repairChecksums(frame: Uint8Array): void {
  const type = frame.length < 58 ? 0 : etherType(frame)
  if (type === ETHER_TYPE.ipv6) repair(frame, 56, () => icmpv6Checksum(frame))
  if (type !== ETHER_TYPE.ipv4) return
  repair(frame, 24, () => internetChecksum(frame, ETHERNET_END, 34))
  repair(frame, 36, () =>
    internetChecksum(frame, 34, Math.min(ipv4PayloadEnd(frame), frame.length)),
  )
}

function repair(frame: Uint8Array, at: number, checksum: () => number): void {
  frame.set([0, 0], at)
  const right = checksum()
  frame.set([right >> 8, right & 0xff], at)
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
