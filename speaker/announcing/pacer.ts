import { earliest } from '../../api/earliest.ts'
import { TokenBucket } from '../../api/token-bucket.ts'
import type { WireEffect } from '../lan/effect.ts'

/**
 * How urgent unasked frames are: news of a moved address first; its repetitions, and questions that must be
 * answered before something can be announced; what keeps tables fresh last.
 */
export const PRIORITY = { news: 0, repetition: 1, upkeep: 2 } as const
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY]

/** Makes the frames when their turn has come: nothing, if they are not wanted any more. */
export type Paced = (now: number) => readonly WireEffect[]

/**
 * A token bucket for each link, so that ten thousand announcements do not flood a switch: ARP is policed on
 * many (dynamic ARP inspection).
 */
export interface Pacer {
  /**
   * Does the work at once, if the link's budget allows it and nothing as urgent waits; else in its turn; never, if
   * far too much waits already.
   */
  offer(link: string, priority: Priority, work: Paced, now: number): readonly WireEffect[]
  /** Forgets what waits for other links than these: they are down, or gone. */
  keep(links: ReadonlySet<string>): void
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

/** Ours: so many milliseconds of the rate may be sent at once. */
const BUCKET_MILLISECONDS = 10

/**
 * Ours: so many may wait, by priority; more are dropped. They come only where the budget is too small for what is
 * repeated for ever, and that will be offered again. News waits as long as it is true.
 */
const MAX_WAITING = [Infinity, 200_000, 20_000] as const

/** What waits on one link, and its budget. */
interface Outlet {
  readonly bucket: TokenBucket
  readonly queues: readonly [Queue, Queue, Queue]
}

/** First in, first out; what has been taken is cut off now and then. */
interface Queue {
  items: Paced[]
  head: number
}

/** The budget is for each link; one frame may always go after a pause, however small the budget is. */
export function createPacer(framesPerSecond: number): Pacer {
  const burst = Math.max(1, (framesPerSecond / 1_000) * BUCKET_MILLISECONDS)
  const outlets = new Map<string, Outlet>()

  const spend = ({ bucket }: Outlet, work: Paced, now: number): readonly WireEffect[] => {
    const effects = work(now)
    bucket.spend(effects.length, now)
    return effects
  }
  const drain = (outlet: Outlet, now: number): readonly WireEffect[] => {
    const effects: WireEffect[] = []
    while (outlet.bucket.hasToken(now)) {
      const work = next(outlet)
      if (work === undefined) break
      effects.push(...spend(outlet, work, now))
    }
    return effects
  }
  const outletOf = (link: string): Outlet => {
    const known = outlets.get(link)
    if (known !== undefined) return known
    const queues = [emptyQueue(), emptyQueue(), emptyQueue()] as const
    const outlet: Outlet = { bucket: new TokenBucket(framesPerSecond, burst), queues }
    outlets.set(link, outlet)
    return outlet
  }

  return {
    offer(link, priority, work, now) {
      const outlet = outletOf(link)
      const isFirst = outlet.queues.slice(0, priority + 1).every(isEmpty)
      if (isFirst && outlet.bucket.hasToken(now)) return spend(outlet, work, now)
      const queue = outlet.queues[priority]
      if (queue.items.length - queue.head < MAX_WAITING[priority]) queue.items.push(work)
      return []
    },
    keep(links) {
      for (const link of outlets.keys()) if (!links.has(link)) outlets.delete(link)
    },
    tick: (now) => [...outlets.values()].filter(isWaiting).flatMap((outlet) => drain(outlet, now)),
    get deadline() {
      return earliest([...outlets.values()].filter(isWaiting).map(({ bucket }) => bucket.nextAt))
    },
  }
}

function emptyQueue(): Queue {
  return { items: [], head: 0 }
}

function isEmpty({ items, head }: Queue): boolean {
  return head >= items.length
}

function isWaiting({ queues }: Outlet): boolean {
  return !queues.every(isEmpty)
}

/** The most urgent work that waits. */
function next({ queues }: Outlet): Paced | undefined {
  const queue = queues.find((one) => !isEmpty(one))
  if (queue === undefined) return undefined
  const work = queue.items[queue.head++]
  if (isEmpty(queue)) Object.assign(queue, emptyQueue())
  return work
}
