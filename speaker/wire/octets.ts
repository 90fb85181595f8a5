/**
 * Numbers in network byte order (big-endian) in and out of bytes. Every access is checked: one outside of
 * the bytes throws RangeError, which is a mistake of the caller. Decoders compare lengths once, before
 * they touch a field, so no frame can make them throw.
 */

/** Beyond 64 octets V8 takes each array from the system's allocator, which costs more than all the rest of an answer. */
const SLAB_LENGTH = 16_384
let slab = new Uint8Array(SLAB_LENGTH)
let slabUsed = 0

/** So many zeros, cut from a larger block, and never handed out again. At most 16,384. */
export function zeros(length: number): Uint8Array {
  if (slabUsed + length > SLAB_LENGTH) {
    slab = new Uint8Array(SLAB_LENGTH)
    slabUsed = 0
  }
  slabUsed += length
  return slab.subarray(slabUsed - length, slabUsed)
}

function outside(bytes: Uint8Array, at: number): RangeError {
  return new RangeError(`no octet ${at} in ${bytes.length} octets`)
}

export function u8(bytes: Uint8Array, at: number): number {
  const value = bytes[at]
  if (value === undefined) throw outside(bytes, at)
  return value
}

export function u16(bytes: Uint8Array, at: number): number {
  return (u8(bytes, at) << 8) | u8(bytes, at + 1)
}

export function u32(bytes: Uint8Array, at: number): number {
  return u16(bytes, at) * 0x1_0000 + u16(bytes, at + 2)
}

export function putU8(bytes: Uint8Array, at: number, value: number): void {
  if (at < 0 || at >= bytes.length) throw outside(bytes, at)
  bytes[at] = value
}

export function putU16(bytes: Uint8Array, at: number, value: number): void {
  putU8(bytes, at, value >>> 8)
  putU8(bytes, at + 1, value & 0xff)
}

export function putU32(bytes: Uint8Array, at: number, value: number): void {
  putU16(bytes, at, value >>> 16)
  putU16(bytes, at + 2, value & 0xffff)
}

/** Copies all of `source` to `at`. */
export function putBytes(bytes: Uint8Array, at: number, source: Uint8Array): void {
  for (let index = 0; index < source.length; index++) putU8(bytes, at + index, u8(source, index))
}

/** True if `bytes` holds all of `expected` at `at`. */
export function holdsAt(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  for (let index = 0; index < expected.length; index++)
    if (bytes[at + index] !== expected[index]) return false
  return true
}
