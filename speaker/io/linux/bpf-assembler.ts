import { LITTLE_ENDIAN } from './system-calls.ts'

/** Instructions of classic BPF (<linux/bpf_common.h>). */
export const LOAD = { byte: 0x30, half: 0x28, word: 0x20 } as const
/** As `LOAD`, behind what `LOAD_HEADER_LENGTH` has found. */
export const LOAD_BEHIND = { byte: 0x50, half: 0x48 } as const
/** X = 4 * (the byte & 0xf): the length of an IPv4 header. */
export const LOAD_HEADER_LENGTH = 0xb1
export const JUMP = { equal: 0x15, greater: 0x25, atLeast: 0x35, anyBit: 0x45 } as const
const JUMP_ALWAYS = 0x05
const RETURN = 0x06
const INSTRUCTION_BYTES = 8

/** BPF_MAXINSNS. */
export const MAX_INSTRUCTIONS = 4096

/** The reach of a conditional jump, but for the one instruction that may still come in between. */
const LONGEST_JUMP = 0xff - 1

/** Where an instruction is, counted from the end of the program. */
export type Label = number

type Instruction = readonly [code: number, yes: number, no: number, k: number]

/**
 * Puts a program together from its end: BPF jumps forward alone, so that what an instruction jumps to is
 * written before it. The instruction written last is the first of the program.
 */
export interface Assembler {
  /** Ends: `bytes` of the frame pass. */
  returns(bytes: number): Label
  load(code: number, offset: number, next: Label): Label
  jump(code: number, k: number, yes: Label, no: Label): Label
  /** In the bytes that the kernel takes. */
  program(): Uint8Array
}

export function createAssembler(): Assembler {
  const written: Instruction[] = []
  /** What is too far to be jumped to has a double nearer by. */
  const doubles = new Map<Label, Label>()

  const write = (...instruction: Instruction): Label => written.push(instruction) - 1
  /** From the instruction that is written next. */
  const distanceTo = (label: Label) => written.length - label - 1

  const double = (label: Label): Label => {
    const [code, , , k] = written[label] ?? [RETURN, 0, 0, 0]
    const made =
      code === RETURN ? write(RETURN, 0, 0, k) : write(JUMP_ALWAYS, 0, 0, distanceTo(label))
    doubles.set(label, made)
    return made
  }
  const near = (label: Label): Label => {
    const nearest = doubles.get(label) ?? label
    return distanceTo(nearest) <= LONGEST_JUMP ? nearest : double(label)
  }

  return {
    returns: (bytes) => write(RETURN, 0, 0, bytes),
    load(code, offset, next) {
      if (distanceTo(next) !== 0) write(JUMP_ALWAYS, 0, 0, distanceTo(next))
      return write(code, 0, 0, offset)
    },
    jump(code, k, yes, no) {
      const [nearYes, nearNo] = [near(yes), near(no)]
      return write(code, distanceTo(nearYes), distanceTo(nearNo), k)
    },
    program: () => encode(written.toReversed()),
  }
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
