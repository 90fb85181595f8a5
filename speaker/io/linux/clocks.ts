/** How often two clocks are read for their difference: a thread may be stopped between two readings. */
const READINGS = 3

/** NTP slews the clock of the day by half a millisecond a second at most (adjtimex(2)), and may step it. */
const REFRESH_MILLISECONDS = 1000

export type Clock = () => number

/** How much `other` is ahead of `clock`, in their unit, from the readings that were closest together. */
export function offsetBetween(clock: Clock, other: Clock): number {
  let best = { width: Infinity, offset: 0 }
  for (let left = READINGS; left > 0; left--) {
    const before = clock()
    const reading = other()
    const width = clock() - before
    if (width < best.width) best = { width, offset: reading - before - width / 2 }
  }
  return best.offset
}

function sinceBoot(): number {
  const [seconds, nanoseconds] = process.hrtime()
  return seconds * 1e3 + nanoseconds / 1e6
}

/** `performance.now()` counts from the start of its thread. */
const origin = offsetBetween(() => performance.now(), sinceBoot)

/** Milliseconds of CLOCK_MONOTONIC: all threads mean the same. */
export function monotonicNow(): number {
  return performance.now() + origin
}

/** Turns times of the day, in which the kernel says when a frame came, into monotonic ones. */
export interface DayClock {
  toMonotonic(milliseconds: number): number
  /** Compares the clocks again if that was long ago. */
  keep(now: number): void
}

/** Both clocks count milliseconds; both are read at once. */
export function createDayClock(timeOfDay: Clock, monotonic: Clock): DayClock {
  let offset = offsetBetween(timeOfDay, monotonic)
  let refreshAt = monotonic() + REFRESH_MILLISECONDS
  return {
    toMonotonic: (milliseconds) => milliseconds + offset,
    keep(now) {
      if (now < refreshAt) return
      offset = offsetBetween(timeOfDay, monotonic)
      refreshAt = now + REFRESH_MILLISECONDS
    },
  }
}
