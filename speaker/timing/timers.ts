import TinyQueue from 'tinyqueue'

/** Named points in time, at most one for each name. */
export interface Timers {
  set(name: string, due: number): void
  clear(name: string): void
  has(name: string): boolean
  /** Removes all that are due at `now`; earliest first, then in the order in which they were set. */
  takeDue(now: number): readonly string[]
  /** When the first one is due, or undefined if there is none. */
  readonly earliest: number | undefined
}

interface Timer {
  readonly name: string
  readonly due: number
  /** Counts up: which was set first. */
  readonly serial: number
}

/** Below this many, timers that are set no more are not worth a new queue. */
const FEW = 64

/**
 * A timer that is cleared or set again stays in the queue until it is the earliest, or until such ones
 * outnumber the others: so nothing ever looks for it.
 */
export function createTimers(): Timers {
  const current = new Map<string, Timer>()
  let queue = new TinyQueue<Timer>([], compareTimers)
  let serial = 0

  const isStale = (timer: Timer) => current.get(timer.name) !== timer
  /** The first of the queue is a timer that counts, and so are most of the others. */
  const tidy = () => {
    if (queue.length > 2 * current.size + FEW)
      queue = new TinyQueue([...current.values()], compareTimers)
    for (let first = queue.peek(); first !== undefined && isStale(first); first = queue.peek())
      queue.pop()
  }
  return {
    set(name, due) {
      const timer = { name, due, serial: serial++ }
      current.set(name, timer)
      queue.push(timer)
      tidy()
    },
    clear(name) {
      if (current.delete(name)) tidy()
    },
    has: (name) => current.has(name),
    takeDue(now) {
      const taken: string[] = []
      for (
        let first = queue.peek();
        first !== undefined && first.due <= now;
        first = queue.peek()
      ) {
        taken.push(first.name)
        current.delete(first.name)
        tidy()
      }
      return taken
    },
    get earliest() {
      return queue.peek()?.due
    },
  }
}

/** A total order: no two have the same serial. */
function compareTimers(a: Timer, b: Timer): number {
  return a.due - b.due || a.serial - b.serial
}
