import { ETH_P_ARP, ETH_P_IPV6, LITTLE_ENDIAN } from './system-calls.ts'

/** Instructions of classic BPF (<linux/bpf_common.h>). */
const LOAD_BYTE = 0x30
const LOAD_HALF = 0x28
const LOAD_WORD = 0x20
const JUMP = { equal: 0x15, atMost: 0x25, atLeast: 0x35 } as const
const RETURN = 0x06
const INSTRUCTION_BYTES = 8

/** Loads from here on give what the kernel knows of the frame, not its bytes (<linux/filter.h>). */
const ANCILLARY = 0xfffff000
const PACKET_TYPE = ANCILLARY + 4
const VLAN_TAG_PRESENT = ANCILLARY + 48

/** Below it: to us, to all; above it: to others, and our own that came back. */
const PACKET_MULTICAST = 2

const WHOLE_FRAME = 0xffff
const ETHERNET = 14
const IPV6 = 40
const ICMPV6 = 58
const NEIGHBOR_SOLICITATION = 135
const NEIGHBOR_ADVERTISEMENT = 136

/** What must hold of a frame: the value at `offset` compares so with `k`. */
type Condition = readonly [load: number, offset: number, compare: keyof typeof JUMP, k: number]

type Instruction = readonly [code: number, yes: number, no: number, k: number]

/**
 * To us, to a group or to all, and untagged: frames of another VLAN arrive here only where the kernel has
 * no interface for it, and are not for this segment.
 */
const FOR_US: readonly Condition[] = [
  [LOAD_WORD, VLAN_TAG_PRESENT, 'equal', 0],
  [LOAD_WORD, PACKET_TYPE, 'atMost', PACKET_MULTICAST],
]

/** ARP for IPv4, request or reply (RFC 826). */
const ARP: readonly Condition[] = [
  [LOAD_HALF, 12, 'equal', ETH_P_ARP],
  [LOAD_HALF, ETHERNET + 2, 'equal', 0x0800],
  [LOAD_HALF, ETHERNET + 6, 'atMost', 2],
]

/** Neighbour solicitations and advertisements right behind the IPv6 header (RFC 4861 §4.3, §4.4). */
const NEIGHBOR_DISCOVERY: readonly Condition[] = [
  [LOAD_HALF, 12, 'equal', ETH_P_IPV6],
  [LOAD_BYTE, ETHERNET + 6, 'equal', ICMPV6],
  [LOAD_BYTE, ETHERNET + IPV6, 'atLeast', NEIGHBOR_SOLICITATION],
  [LOAD_BYTE, ETHERNET + IPV6, 'atMost', NEIGHBOR_ADVERTISEMENT],
]

/** The program that lets only ARP through, in the bytes the kernel takes. */
export function arpFilter(): Uint8Array {
  return encode(compile([...FOR_US, ...ARP]))
}

/** The program that lets only neighbour solicitations and advertisements through. */
export function neighborDiscoveryFilter(): Uint8Array {
  return encode(compile([...FOR_US, ...NEIGHBOR_DISCOVERY]))
}

/** A load and a jump for each condition; at the end accept, and behind it drop, where failures jump to. */
function compile(conditions: readonly Condition[]): Instruction[] {
  const tests = conditions.flatMap(([load, offset, compare, k], index): Instruction[] => {
    const toDrop = 2 * (conditions.length - 1 - index) + 1
    const greater = compare === 'atMost'
    return [
      [load, 0, 0, offset],
      [JUMP[compare], greater ? toDrop : 0, greater ? 0 : toDrop, k],
    ]
  })
  return [...tests, [RETURN, 0, 0, WHOLE_FRAME], [RETURN, 0, 0, 0]]
}

/** struct sock_filter: code, the two jumps, the operand. */
function encode(instructions: readonly Instruction[]): Uint8Array {
  const bytes = new Uint8Array(instructions.length * INSTRUCTION_BYTES)
  const view = new DataView(bytes.buffer)
  for (const [index, [code, yes, no, k]] of instructions.entries()) {
    const at = index * INSTRUCTION_BYTES
    view.setUint16(at, code, LITTLE_ENDIAN)
    view.setUint8(at + 2, yes)
    view.setUint8(at + 3, no)
    view.setUint32(at + 4, k, LITTLE_ENDIAN)
  }
  return bytes
}
