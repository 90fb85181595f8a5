/**
 * Route-flap damping (RFC 2439 §4.2) for nodes: each time one goes down costs a penalty, which halves with
 * time. Above the cut-off threshold the node is not trusted, until the penalty has fallen to the reuse threshold.
 */

/** Ours: the penalty of one fall is 1, and halves in a minute. */
export const HALF_LIFE = 60_000

/** RFC 2439 §4.2, "cutoff threshold": three falls within a minute or so. */
export const CUTOFF = 2.2

/** RFC 2439 §4.2, "reuse threshold". */
export const REUSE = 1

/** RFC 2439 §4.2, "maximum hold-down time": no node is distrusted for longer after its last fall. */
export const MAXIMUM_HOLD_DOWN = 300_000

/** Ours: falls of one node this close together are one fall, seen in each of its families. */
export const SAME_FALL = 1_000

export interface Damping {
  /** A node went down. Until when it is not trusted, if it was trusted before and is not any more. */
  fell(key: string, now: number): number | undefined
  /** Until when it is not trusted; undefined if it is. */
  until(key: string, now: number): number | undefined
  /** Forgets those that have not fallen for long. */
  prune(now: number): void
}

interface Penalty {
  readonly value: number
  readonly at: number
  readonly until: number
}

/** Keys are those of nodes; times are monotonic milliseconds. */
export function createDamping(): Damping {
  const penalties = new Map<string, Penalty>()
  const until = (key: string, now: number) => {
    const end = penalties.get(key)?.until ?? -Infinity
    return end > now ? end : undefined
  }
  return {
    fell(key, now) {
      const last = penalties.get(key)?.at ?? -Infinity
      if (now - last < SAME_FALL) return undefined
      const wasDamped = until(key, now) !== undefined
      const penalty = penaltyAfter(penalties.get(key), now)
      penalties.set(key, penalty)
      return wasDamped || penalty.until <= now ? undefined : penalty.until
    },
    until,
    prune(now) {
      for (const [key, penalty] of penalties)
        if (decayed(penalty, now) < REUSE / 16 && penalty.until <= now) penalties.delete(key)
    },
  }
}

function penaltyAfter(before: Penalty | undefined, now: number): Penalty {
  const value = (before === undefined ? 0 : decayed(before, now)) + 1
  const isCutOff = value >= CUTOFF || (before !== undefined && before.until > now)
  const hold = Math.min(HALF_LIFE * Math.log2(value / REUSE), MAXIMUM_HOLD_DOWN)
  return { value, at: now, until: isCutOff ? now + hold : now }
}

function decayed({ value, at }: Penalty, now: number): number {
  return value * 2 ** ((at - now) / HALF_LIFE)
}
