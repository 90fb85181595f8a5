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

/** A token, less what rounding may take away: at its own deadline there must be one. */
const TOKEN = 1 - 1e-6

interface Bucket {
  tokens: number
  filledAt: number
  readonly queues: readonly [Queue, Queue, Queue]
}

/** First in, first out; what has been taken is cut off now and then. */
interface Queue {
  items: Paced[]
  head: number
}

export function createPacer(framesPerSecond: number): Pacer {
  const perMillisecond = framesPerSecond / 1_000
  const capacity = Math.max(1, perMillisecond * BUCKET_MILLISECONDS)
  const buckets = new Map<string, Bucket>()

  const fill = (bucket: Bucket, now: number) => {
    bucket.tokens = Math.min(capacity, bucket.tokens + (now - bucket.filledAt) * perMillisecond)
    bucket.filledAt = now
  }
  const spend = (bucket: Bucket, work: Paced, now: number): readonly WireEffect[] => {
    const effects = work(now)
    bucket.tokens -= effects.length
    return effects
  }
  const drain = (bucket: Bucket, now: number): readonly WireEffect[] => {
    fill(bucket, now)
    const effects: WireEffect[] = []
    while (bucket.tokens >= TOKEN) {
      const work = next(bucket)
      if (work === undefined) break
      effects.push(...spend(bucket, work, now))
    }
    return effects
  }
  const bucketOf = (link: string, now: number): Bucket => {
    const known = buckets.get(link)
    if (known !== undefined) return known
    const queues = [emptyQueue(), emptyQueue(), emptyQueue()] as const
    const bucket: Bucket = { tokens: capacity, filledAt: now, queues }
    buckets.set(link, bucket)
    return bucket
  }

  return {
    offer(link, priority, work, now) {
      const bucket = bucketOf(link, now)
      fill(bucket, now)
      const isFirst = bucket.queues.slice(0, priority + 1).every(isEmpty)
      if (isFirst && bucket.tokens >= TOKEN) return spend(bucket, work, now)
      const queue = bucket.queues[priority]
      if (queue.items.length - queue.head < MAX_WAITING[priority]) queue.items.push(work)
      return []
    },
    keep(links) {
      for (const link of buckets.keys()) if (!links.has(link)) buckets.delete(link)
    },
    tick: (now) => [...buckets.values()].filter(isWaiting).flatMap((bucket) => drain(bucket, now)),
    get deadline() {
      let first: number | undefined
      for (const bucket of buckets.values()) {
        if (!isWaiting(bucket)) continue
        const due = bucket.filledAt + Math.max(0, 1 - bucket.tokens) / perMillisecond
        if (first === undefined || due < first) first = due
      }
      return first
    },
  }
}

function emptyQueue(): Queue {
  return { items: [], head: 0 }
}

function isEmpty({ items, head }: Queue): boolean {
  return head >= items.length
}

function isWaiting({ queues }: Bucket): boolean {
  return !queues.every(isEmpty)
}

/** The most urgent work that waits. */
function next({ queues }: Bucket): Paced | undefined {
  const queue = queues.find((one) => !isEmpty(one))
  if (queue === undefined) return undefined
  const work = queue.items[queue.head++]
  if (isEmpty(queue)) Object.assign(queue, emptyQueue())
  return work
}
