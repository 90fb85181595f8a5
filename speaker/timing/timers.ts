import { createHeap } from './heap.ts'

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

/** Below this many, timers that are set no more are not worth a new heap. */
const FEW = 64

/**
 * A timer that is cleared or set again stays in the heap until it is the earliest, or until such ones
 * outnumber the others: so nothing ever looks for it.
 */
export function createTimers(): Timers {
  const current = new Map<string, Timer>()
  let heap = createHeap<Timer>(isBefore, [])
  let serial = 0

  const isStale = (timer: Timer) => current.get(timer.name) !== timer
  /** The least of the heap is a timer that counts, and most of the others are. */
  const tidy = () => {
    if (heap.size > 2 * current.size + FEW) heap = createHeap(isBefore, [...current.values()])
    while (heap.least !== undefined && isStale(heap.least)) heap.pop()
  }
  return {
    set(name, due) {
      const timer = { name, due, serial: serial++ }
      current.set(name, timer)
      heap.push(timer)
      tidy()
    },
    clear(name) {
      if (current.delete(name)) tidy()
    },
    has: (name) => current.has(name),
    takeDue(now) {
      const taken: string[] = []
      while (heap.least !== undefined && heap.least.due <= now) {
        taken.push(heap.least.name)
        current.delete(heap.least.name)
        tidy()
      }
      return taken
    },
    get earliest() {
      return heap.least?.due
    },
  }
}

function isBefore(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.serial < b.serial)
}
