/**
 * 32 bits of a text: FNV-1a over UTF-16 code units, and a finalizer that makes neighbours differ in half
 * of their bits. Not for secrets: it breaks ties.
 */
export function hashName(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return avalanche(hash)
}

/**
 * The weight of a pair for rendezvous hashing: the node with the greatest one wins the tie. Made of hashes
 * computed once a name, because it is asked millions of times. A signed 32-bit number.
 */
export function hashPair(a: number, b: number): number {
  return avalanche((a + Math.imul(b, 0x9e3779b1)) | 0)
}

/** The finalizer of MurmurHash3: each bit in changes each bit out with a chance of one half. */
function avalanche(bits: number): number {
  let mixed = bits ^ (bits >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
