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
import { ARP, ARP_OPERATION } from '../../wire/arp.ts'
import { ECHO, ICMP_TYPE, ICMPV6_TYPE } from '../../wire/echo.ts'
import { ETHER_TYPE, ETHERNET, ETHERNET_END } from '../../wire/ethernet.ts'
import { FRAGMENT_MASK, IPV4, IPV4_END, PROTOCOL_ICMP } from '../../wire/ipv4.ts'
import { IPV6, NEXT_HEADER_ICMPV6 } from '../../wire/ipv6.ts'
import { MESSAGE_TYPE, NDP } from '../../wire/ndp.ts'

/** Loads from here on give what the kernel knows of the frame, not its bytes (<linux/filter.h>). */
const ANCILLARY = 0xfffff000
const PACKET_TYPE = ANCILLARY + 4
const VLAN_TAG_PRESENT = ANCILLARY + 48

/** Packet types (<linux/if_packet.h>): to us; up to multicast: to us, to all, to a group. */
const PACKET_HOST = 0
const PACKET_MULTICAST = 2

const WHOLE_FRAME = 0xffff

/** The last 32 bits of the source, and of what is asked for. */
const LAST_OF_SOURCE = IPV6.source + 12
const LAST_OF_TARGET = NDP.target + 12

/** From the start of an ICMP message: behind an IPv4 header of any length. */
const ECHO_IDENTIFIER = ECHO.IPv4.identifier - IPV4_END

/** A range takes two instructions, a little more where jumps are long, and there are two look-ups. */
export const MOST_RANGES = Math.floor(MAX_INSTRUCTIONS / 4.5)

/** What passes: all that concerns `addresses`, and what `nodes` say of themselves. */
export interface FilterInterests {
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
  [LOAD.half, ETHERNET.etherType, 'equal', ETHER_TYPE.arp],
  [LOAD.half, ARP.protocolType, 'equal', ETHER_TYPE.ipv4],
  [LOAD.half, ARP.operation, 'atLeast', ARP_OPERATION.request],
  [LOAD.half, ARP.operation, 'atMost', ARP_OPERATION.reply],
]

const IS_ARP_REPLY_TO_US: readonly Condition[] = [
  [LOAD.half, ARP.operation, 'equal', ARP_OPERATION.reply],
  TO_US_ALONE,
]

/** What is right behind the IPv6 header. */
const IS_ICMPV6: readonly Condition[] = [
  [LOAD.half, ETHERNET.etherType, 'equal', ETHER_TYPE.ipv6],
  [LOAD.byte, IPV6.nextHeader, 'equal', NEXT_HEADER_ICMPV6],
]

const IS_NEIGHBOR_DISCOVERY: readonly Condition[] = [
  [LOAD.byte, NDP.type, 'atLeast', MESSAGE_TYPE.neighborSolicitation],
  [LOAD.byte, NDP.type, 'atMost', MESSAGE_TYPE.neighborAdvertisement],
]

const IS_ADVERTISEMENT_TO_US: readonly Condition[] = [
  [LOAD.byte, NDP.type, 'equal', MESSAGE_TYPE.neighborAdvertisement],
  TO_US_ALONE,
]

/**
 * ARP requests and replies: all of them, or only what is wanted. With more than `mostRanges` ranges of
 * addresses, some that lie between pass too.
 */
export function arpFilter(wanted?: FilterInterests, mostRanges = MOST_RANGES): Uint8Array {
  return assemble(FOR_US, (program, ends) => {
    const accepted = wanted === undefined ? ends.accept : arpOf(program, ends, wanted, mostRanges)
    return all(program, IS_ARP, accepted, ends.drop)
  })
}

/**
 * Neighbour solicitations and advertisements likewise, compared by the last 32 bits of their addresses; and
 * echo replies to us with our identifier.
 */
export function ipv6Filter(
  echoIdentifier: number,
  wanted?: FilterInterests,
  mostRanges = MOST_RANGES,
): Uint8Array {
  return assemble([...FOR_US, ...IS_ICMPV6], (program, ends) => {
    const accepted =
      wanted === undefined ? ends.accept : neighborsOf(program, ends, wanted, mostRanges)
    const others = all(program, IS_NEIGHBOR_DISCOVERY, accepted, ends.drop)
    return all(program, icmpv6EchoReply(echoIdentifier), ends.accept, others)
  })
}

/** ICMP echo replies to us with our identifier, in one piece: ours are short. */
export function ipv4EchoFilter(echoIdentifier: number): Uint8Array {
  const isIcmp: readonly Condition[] = [
    TO_US_ALONE,
    [LOAD.half, ETHERNET.etherType, 'equal', ETHER_TYPE.ipv4],
    [LOAD.byte, IPV4.protocol, 'equal', PROTOCOL_ICMP],
    [LOAD.half, IPV4.fragment, 'noBit', FRAGMENT_MASK],
  ]
  const isOurs: readonly Condition[] = [
    [LOAD_BEHIND.byte, ETHERNET_END, 'equal', ICMP_TYPE.reply],
    [LOAD_BEHIND.half, ETHERNET_END + ECHO_IDENTIFIER, 'equal', echoIdentifier],
  ]
  return assemble([...FOR_US, ...isIcmp], (program, { accept, drop }) =>
    program.load(LOAD_HEADER_LENGTH, ETHERNET_END, all(program, isOurs, accept, drop)),
  )
}

function icmpv6EchoReply(identifier: number): readonly Condition[] {
  return [
    [LOAD.byte, ECHO.IPv6.type, 'equal', ICMPV6_TYPE.reply],
    TO_US_ALONE,
    [LOAD.half, ECHO.IPv6.identifier, 'equal', identifier],
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
function arpOf(
  program: Assembler,
  { accept, drop }: Ends,
  wanted: FilterInterests,
  most: number,
): Label {
  const addresses = last32Bits(wanted.addresses, 'IPv4')
  const nodes = last32Bits(wanted.nodes, 'IPv4')
  const senders = rangesOf([...addresses, ...nodes], most)
  const sender = oneOf(program, ARP.senderProtocol, senders, { accept, drop })
  const targets = rangesOf(addresses, most)
  const target = oneOf(program, ARP.targetProtocol, targets, { accept, drop: sender })
  return all(program, IS_ARP_REPLY_TO_US, accept, target)
}

/** A node may advertise its address from another one: the target counts too. */
function neighborsOf(
  program: Assembler,
  { accept, drop }: Ends,
  { addresses, nodes }: FilterInterests,
  most: number,
): Label {
  const ranges = rangesOf(last32Bits([...addresses, ...nodes], 'IPv6'), most)
  const source = oneOf(program, LAST_OF_SOURCE, ranges, { accept, drop })
  const target = oneOf(program, LAST_OF_TARGET, ranges, { accept, drop: source })
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
