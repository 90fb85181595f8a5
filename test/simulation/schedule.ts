/**
 * The events of a simulation, by time; those of one time in the order in which they were planned. There are
 * no timers: virtual time goes from event to event.
 */
export interface Schedule {
  /** Milliseconds since the beginning. */
  readonly now: number
  /** Not before now. */
  at(time: number, act: () => void): void
  runUntil(end: number): void
}

interface Planned {
  readonly time: number
  readonly order: number
  readonly act: () => void
}

export function createSchedule(): Schedule {
  const heap: Planned[] = []
  let now = 0
  let order = 0
  return {
    get now() {
      return now
    },
    at(time, act) {
      heap.push({ time: Math.max(time, now), order: order++, act })
      rise(heap)
    },
    runUntil(end) {
      for (let next = heap[0]; next !== undefined && next.time <= end; next = heap[0]) {
        takeFirst(heap)
        now = next.time
        next.act()
      }
      now = Math.max(now, end)
    },
  }
}

function isBefore(a: Planned, b: Planned): boolean {
  return a.time < b.time || (a.time === b.time && a.order < b.order)
}

function rise(heap: Planned[]): void {
  let child = heap.length - 1
  const added = heap[child]!
  while (child > 0) {
    const parent = (child - 1) >> 1
    if (!isBefore(added, heap[parent]!)) break
    heap[child] = heap[parent]!
    child = parent
  }
  heap[child] = added
}

function takeFirst(heap: Planned[]): void {
  const moved = heap.pop()!
  if (heap.length === 0) return
  let parent = 0
  for (;;) {
    let child = 2 * parent + 1
    if (child >= heap.length) break
    if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1
    if (!isBefore(heap[child]!, moved)) break
    heap[parent] = heap[child]!
    parent = child
  }
  heap[parent] = moved
}
