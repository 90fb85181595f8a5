import type { Address, Family } from '../../../api/address.ts'
import type { Assembler, Label } from './bpf-assembler.ts'
import {
  createAssembler,
  JUMP,
  LOAD,
  LOAD_BEHIND,
  LOAD_HEADER_LENGTH,
  MAX_INSTRUCTIONS,
} from './bpf-assembler.ts'
import type { NumberRange } from './number-ranges.ts'
import { rangesOf } from './number-ranges.ts'
import { ETH_P_ARP, ETH_P_IP, ETH_P_IPV6 } from './system-calls.ts'

/** Loads from here on give what the kernel knows of the frame, not its bytes (<linux/filter.h>). */
const ANCILLARY = 0xfffff000
const PACKET_TYPE = ANCILLARY + 4
const VLAN_TAG_PRESENT = ANCILLARY + 48

/** Packet types (<linux/if_packet.h>): to us; up to multicast: to us, to all, to a group. */
const PACKET_HOST = 0
const PACKET_MULTICAST = 2

const WHOLE_FRAME = 0xffff
const ETHERNET = 14

/** ARP for IPv4 (RFC 826), behind the Ethernet header. */
const ARP = { protocol: 2, operation: 6, sender: 14, target: 24 } as const
const REQUEST = 1
const REPLY = 2

/** RFC 791 §3.1, RFC 792. */
const IPV4 = { fragment: 6, protocol: 9 } as const
/** "More fragments", and the offset. */
const IS_FRAGMENT = 0x3fff
const ICMP = 1
const ICMP_ECHO_REPLY = 0
const ECHO_IDENTIFIER = 4

/** RFC 8200 §3; the last 32 bits of the source, and of what is asked for (RFC 4861 §4.3, §4.4). */
const IPV6 = { nextHeader: 6, lastOfSource: 20, message: 40, lastOfTarget: 60 } as const
const ICMPV6 = 58
/** RFC 4443 §4.2. */
const ICMPV6_ECHO_REPLY = 129
const NEIGHBOR_SOLICITATION = 135
const NEIGHBOR_ADVERTISEMENT = 136

/** A range takes two instructions, a little more where jumps are long, and there are two look-ups. */
export const MOST_RANGES = Math.floor(MAX_INSTRUCTIONS / 4.5)

/** What is listened to: all that concerns `addresses`, and what `nodes` say of themselves. */
export interface Heard {
  readonly addresses: readonly Address[]
  readonly nodes: readonly Address[]
}

/** What must hold of a frame: the value at `offset` compares so with `k`; the last ones ask for the opposite. */
type Condition = readonly [
  load: number,
  offset: number,
  compare: 'equal' | 'atMost' | 'atLeast' | 'noBit',
  k: number,
]

interface Ends {
  readonly accept: Label
  readonly drop: Label
}

/**
 * To us, to a group or to all, and untagged: frames of another VLAN arrive here only where the kernel has
 * no interface for it, and are not for this segment.
 */
const FOR_US: readonly Condition[] = [
  [LOAD.word, VLAN_TAG_PRESENT, 'equal', 0],
  [LOAD.word, PACKET_TYPE, 'atMost', PACKET_MULTICAST],
]

const TO_US_ALONE: Condition = [LOAD.word, PACKET_TYPE, 'equal', PACKET_HOST]

const IS_ARP: readonly Condition[] = [
  [LOAD.half, 12, 'equal', ETH_P_ARP],
  [LOAD.half, ETHERNET + ARP.protocol, 'equal', ETH_P_IP],
  [LOAD.half, ETHERNET + ARP.operation, 'atLeast', REQUEST],
  [LOAD.half, ETHERNET + ARP.operation, 'atMost', REPLY],
]

const IS_ARP_REPLY_TO_US: readonly Condition[] = [
  [LOAD.half, ETHERNET + ARP.operation, 'equal', REPLY],
  TO_US_ALONE,
]

/** What is right behind the IPv6 header. */
const IS_ICMPV6: readonly Condition[] = [
  [LOAD.half, 12, 'equal', ETH_P_IPV6],
  [LOAD.byte, ETHERNET + IPV6.nextHeader, 'equal', ICMPV6],
]

const IS_NEIGHBOR_DISCOVERY: readonly Condition[] = [
  [LOAD.byte, ETHERNET + IPV6.message, 'atLeast', NEIGHBOR_SOLICITATION],
  [LOAD.byte, ETHERNET + IPV6.message, 'atMost', NEIGHBOR_ADVERTISEMENT],
]

const IS_ADVERTISEMENT_TO_US: readonly Condition[] = [
  [LOAD.byte, ETHERNET + IPV6.message, 'equal', NEIGHBOR_ADVERTISEMENT],
  TO_US_ALONE,
]

/**
 * ARP requests and replies: all of them, or what is heard alone. With more than `mostRanges` ranges of
 * addresses, some that lie between pass too.
 */
export function arpFilter(heard?: Heard, mostRanges = MOST_RANGES): Uint8Array {
  return assemble(FOR_US, (program, ends) => {
    const wanted = heard === undefined ? ends.accept : arpOf(program, ends, heard, mostRanges)
    return all(program, IS_ARP, wanted, ends.drop)
  })
}

/**
 * Neighbour solicitations and advertisements likewise, compared by the last 32 bits of their addresses; and
 * echo replies to us with our identifier.
 */
export function ipv6Filter(
  echoIdentifier: number,
  heard?: Heard,
  mostRanges = MOST_RANGES,
): Uint8Array {
  return assemble([...FOR_US, ...IS_ICMPV6], (program, ends) => {
    const wanted = heard === undefined ? ends.accept : neighborsOf(program, ends, heard, mostRanges)
    const others = all(program, IS_NEIGHBOR_DISCOVERY, wanted, ends.drop)
    return all(program, icmpv6EchoReply(echoIdentifier), ends.accept, others)
  })
}

/** ICMP echo replies to us with our identifier, in one piece: ours are short. */
export function ipv4EchoFilter(echoIdentifier: number): Uint8Array {
  const isIcmp: readonly Condition[] = [
    TO_US_ALONE,
    [LOAD.half, 12, 'equal', ETH_P_IP],
    [LOAD.byte, ETHERNET + IPV4.protocol, 'equal', ICMP],
    [LOAD.half, ETHERNET + IPV4.fragment, 'noBit', IS_FRAGMENT],
  ]
  const isOurs: readonly Condition[] = [
    [LOAD_BEHIND.byte, ETHERNET, 'equal', ICMP_ECHO_REPLY],
    [LOAD_BEHIND.half, ETHERNET + ECHO_IDENTIFIER, 'equal', echoIdentifier],
  ]
  return assemble([...FOR_US, ...isIcmp], (program, { accept, drop }) =>
    program.load(LOAD_HEADER_LENGTH, ETHERNET, all(program, isOurs, accept, drop)),
  )
}

function icmpv6EchoReply(identifier: number): readonly Condition[] {
  return [
    [LOAD.byte, ETHERNET + IPV6.message, 'equal', ICMPV6_ECHO_REPLY],
    TO_US_ALONE,
    [LOAD.half, ETHERNET + IPV6.message + ECHO_IDENTIFIER, 'equal', identifier],
  ]
}

/** `rest` is what decides about frames for which the conditions hold. */
function assemble(
  conditions: readonly Condition[],
  rest: (program: Assembler, ends: Ends) => Label,
): Uint8Array {
  const program = createAssembler()
  const ends = { drop: program.returns(0), accept: program.returns(WHOLE_FRAME) }
  all(program, conditions, rest(program, ends), ends.drop)
  return program.program()
}

/** A load and a jump for each condition: to `yes` if all hold. */
function all(program: Assembler, conditions: readonly Condition[], yes: Label, no: Label): Label {
  return conditions.reduceRight((next, [load, offset, compare, k]) => {
    const jump = JUMP_OF[compare]
    const test = jump.opposite
      ? program.jump(jump.code, k, no, next)
      : program.jump(jump.code, k, next, no)
    return program.load(load, offset, test)
  }, yes)
}

const JUMP_OF = {
  equal: { code: JUMP.equal, opposite: false },
  atLeast: { code: JUMP.atLeast, opposite: false },
  atMost: { code: JUMP.greater, opposite: true },
  noBit: { code: JUMP.anyBit, opposite: true },
} as const

/** Replies to us, what is said to or of our addresses, and what nodes say. */
function arpOf(program: Assembler, { accept, drop }: Ends, heard: Heard, most: number): Label {
  const addresses = last32Bits(heard.addresses, 'IPv4')
  const nodes = last32Bits(heard.nodes, 'IPv4')
  const senders = rangesOf([...addresses, ...nodes], most)
  const sender = oneOf(program, ETHERNET + ARP.sender, senders, { accept, drop })
  const targets = rangesOf(addresses, most)
  const target = oneOf(program, ETHERNET + ARP.target, targets, { accept, drop: sender })
  return all(program, IS_ARP_REPLY_TO_US, accept, target)
}

/** A node may advertise its address from another one: the target counts too. */
function neighborsOf(
  program: Assembler,
  { accept, drop }: Ends,
  { addresses, nodes }: Heard,
  most: number,
): Label {
  const ranges = rangesOf(last32Bits([...addresses, ...nodes], 'IPv6'), most)
  const source = oneOf(program, ETHERNET + IPV6.lastOfSource, ranges, { accept, drop })
  const target = oneOf(program, ETHERNET + IPV6.lastOfTarget, ranges, { accept, drop: source })
  return all(program, IS_ADVERTISEMENT_TO_US, accept, target)
}

function last32Bits(addresses: readonly Address[], family: Family): readonly number[] {
  return addresses
    .filter((address) => address.family === family)
    .map(({ value }) => Number(value & 0xffff_ffffn))
}

/** Accepts if the word at `offset` is in one of the ranges. */
function oneOf(
  program: Assembler,
  offset: number,
  ranges: readonly NumberRange[],
  ends: Ends,
): Label {
  const [first] = ranges
  if (first === undefined) return ends.drop
  const inside = search(program, ranges, ends)
  return program.load(LOAD.word, offset, program.jump(JUMP.atLeast, first[0], inside, ends.drop))
}

/** A balanced binary search. What comes here is not below the first range. */
function search(program: Assembler, ranges: readonly NumberRange[], ends: Ends): Label {
  const half = ranges.length >> 1
  const middle = ranges[half]
  if (middle === undefined) return ends.drop
  if (half === 0) return program.jump(JUMP.greater, middle[1], ends.drop, ends.accept)
  const lower = search(program, ranges.slice(0, half), ends)
  const upper = search(program, ranges.slice(half), ends)
  return program.jump(JUMP.atLeast, middle[0], upper, lower)
}
