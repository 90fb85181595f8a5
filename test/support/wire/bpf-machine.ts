import { LITTLE_ENDIAN } from '../../../speaker/io/linux/system-calls.ts'

export interface Packet {
  readonly bytes: Uint8Array
  /** PACKET_*: 0 is to us. */
  readonly packetType?: number
  readonly vlan?: boolean
}

const JUMPS: Readonly<Record<number, (value: number, k: number) => boolean>> = {
  0x05: () => true,
  0x15: (value, k) => value === k,
  0x25: (value, k) => value > k,
  0x35: (value, k) => value >= k,
  0x45: (value, k) => (value & k) !== 0,
}

/** Bytes of a load, by its code: from a fixed place, and from one behind X. */
const WIDTHS: Readonly<Record<number, 1 | 2 | 4>> = { 0x30: 1, 0x28: 2, 0x20: 4, 0x50: 1, 0x48: 2 }

/** What the kernel does with a program of classic BPF: the bytes that pass, 0 for none. */
export function runFilter(program: Uint8Array, packet: Packet): number {
  const code = new DataView(program.buffer)
  let accumulator = 0
  let x = 0
  for (let at = 0; ; at += 8) {
    const opcode = code.getUint16(at, LITTLE_ENDIAN)
    const k = code.getUint32(at + 4, LITTLE_ENDIAN)
    const compare = JUMPS[opcode]
    const width = WIDTHS[opcode]
    if (opcode === 0x06) return k
    if (opcode === 0x05) at += 8 * k
    else if (compare !== undefined)
      at += 8 * code.getUint8(compare(accumulator, k) ? at + 2 : at + 3)
    else {
      const loaded = load(packet, opcode >= 0x40 && opcode < 0x60 ? x + k : k, width ?? 1)
      if (loaded === undefined) return 0
      if (opcode === 0xb1) x = 4 * (loaded & 0xf)
      else if (width !== undefined) accumulator = loaded
      else throw new Error(`no such instruction: ${opcode} at ${at / 8}`)
    }
  }
}

function load(
  { bytes, packetType = 0, vlan = false }: Packet,
  at: number,
  width: 1 | 2 | 4,
): number | undefined {
  if (at === 0xfffff004) return packetType
  if (at === 0xfffff030) return Number(vlan)
  if (at + width > bytes.length) return undefined
  return bytes.subarray(at, at + width).reduce((value, byte) => value * 256 + byte, 0)
}
