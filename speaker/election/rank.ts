import { hashName } from '../../api/hash.ts'
import { RANK_SPAN } from './timing.ts'

/** The node that a holder's identity names: `<node>_<pod>`, or `<node>`. Names of nodes have no underscore. */
export function nodeOf(identity: string): string {
  return identity.split('_', 1)[0]!
}

/** How many milliseconds a speaker on this node waits before it answers without an API server. */
export function rankDelay(node: string): number {
  return ((hashName(node) >>> 0) / 2 ** 32) * RANK_SPAN
}

/** Whether the speaker on `a` goes before the one on `b`: a total order. */
export function ranksBefore(a: string, b: string): boolean {
  const [x, y] = [hashName(a) >>> 0, hashName(b) >>> 0]
  return x === y ? a < b : x < y
}
