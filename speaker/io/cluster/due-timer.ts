import { monotonicNow } from '../linux/clocks.ts'

/** Longer than this, a timer of Node fires at once. */
const LONGEST_MILLISECONDS = 2 ** 31 - 1

/** Calls when a time of `monotonicNow` has come; setting it again forgets the time before. */
export interface DueTimer {
  /** Undefined: never. */
  set(at: number | undefined): void
}

export function createDueTimer(due: () => void): DueTimer {
  let timer: NodeJS.Timeout | undefined
  return {
    set(at) {
      clearTimeout(timer)
      if (at === undefined) return
      const left = at - monotonicNow()
      // A timer that comes a fraction early would be asked again at once.
      if (left <= LONGEST_MILLISECONDS) timer = setTimeout(due, Math.max(0, Math.ceil(left)))
    },
  }
}
