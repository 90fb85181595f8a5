import { ETHERNET } from '../wire/ethernet.ts'
import { holdsAt } from '../wire/octets.ts'

const MAC_LENGTH = 6

/**
 * The last two different sources heard on a link: enough to say whether any host other than a given one has
 * been heard.
 */
export interface Witnesses {
  /** Takes in the source of a frame that is not ours. */
  note(frame: Uint8Array, at: number): void
  /** True if a host with another MAC than this one has been heard at `since` or later. */
  heardOther(mac: Uint8Array, since: number): boolean
}

interface Heard {
  readonly source: Uint8Array
  at: number
}

export function createWitnesses(): Witnesses {
  let last: Heard | undefined
  let before: Heard | undefined
  return {
    note(frame, at) {
      if (last !== undefined && holdsAt(frame, ETHERNET.source, last.source)) {
        last.at = at
        return
      }
      const known = before !== undefined && holdsAt(frame, ETHERNET.source, before.source)
      const source = known && before ? before.source : sourceOf(frame)
      before = last
      last = { source, at }
    },
    heardOther: (mac, since) =>
      [last, before].some(
        (heard) => heard !== undefined && heard.at >= since && !holdsAt(heard.source, 0, mac),
      ),
  }
}

function sourceOf(frame: Uint8Array): Uint8Array {
  return frame.slice(ETHERNET.source, ETHERNET.source + MAC_LENGTH)
}
