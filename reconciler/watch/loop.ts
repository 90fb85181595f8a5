import { TokenBucket } from '../../api/token-bucket.ts'
import type { BackOffSettings } from '../../kubernetes/client/back-off.ts'
import { backOff } from '../../kubernetes/client/back-off.ts'

/** Times in milliseconds of the monotonic clock. */
export interface WatchLoopSettings {
  /** What changes together is gathered for so long before the first pass. */
  readonly gatherMilliseconds: number
  /** While changes keep coming there is one pass in so long... */
  readonly passEveryMilliseconds: number
  /** ...but so many at once after a quiet time: what a pass writes comes back as a change of its own. */
  readonly burst: number
  /** Everything is gone over again after so long, although nothing has changed. */
  readonly fullPassMilliseconds: number
  /** After a failure, doubled with each that follows. */
  readonly retry: BackOffSettings
}

export const WATCH_LOOP_SETTINGS: WatchLoopSettings = {
  gatherMilliseconds: 15,
  passEveryMilliseconds: 500,
  burst: 3,
  fullPassMilliseconds: 60_000,
  retry: { shortestMilliseconds: 500, longestMilliseconds: 30_000 },
}

/** How a pass ended. */
export type PassEnd =
  /** All is as it should be; `againAfter` where something was put off. */
  | { readonly end: 'done'; readonly againAfterMilliseconds?: number }
  /** Somebody else has written meanwhile: decide again from what is there now. */
  | { readonly end: 'outdated' }
  /** The API server did not do what it was asked. */
  | { readonly end: 'failed'; readonly notBeforeMilliseconds?: number }

export type WatchLoopEvent =
  | { readonly type: 'changed' }
  /** Of every kind it is known what there is, or that it may not be known. */
  | { readonly type: 'settled' }
  | { readonly type: 'lease'; readonly held: boolean }
  | { readonly type: 'ended'; readonly how: PassEnd }
  | { readonly type: 'deadline' }
  | { readonly type: 'stop' }

export type WatchLoopEffect = { readonly type: 'pass' } | { readonly type: 'stopped' }

/** When to make the next pass. One at a time, only by the writer, and only from inputs that are known. */
export class WatchLoop {
  readonly #settings: WatchLoopSettings
  #settled = false
  #held = false
  #running = false
  #stopping = false
  #failures = 0
  /** When the next pass is due by what was heard; the bucket may put it off. */
  #due = Infinity
  readonly #passes: TokenBucket

  constructor(settings: WatchLoopSettings = WATCH_LOOP_SETTINGS) {
    this.#settings = settings
    this.#passes = new TokenBucket(1_000 / settings.passEveryMilliseconds, settings.burst)
  }

  /** Undefined: nothing to wait for. */
  get deadline(): number | undefined {
    if (!this.#mayPass || this.#due === Infinity) return undefined
    return Math.max(this.#due, this.#passes.nextAt)
  }

  get #mayPass(): boolean {
    return this.#settled && this.#held && !this.#running && !this.#stopping
  }

  handle(event: WatchLoopEvent, now: number): readonly WatchLoopEffect[] {
    this.#hear(event, now)
    if (this.#stopping)
      return event.type !== 'deadline' && !this.#running ? [{ type: 'stopped' }] : []
    const { deadline } = this
    return deadline !== undefined && deadline <= now ? this.#pass(now) : []
  }

  #hear(event: WatchLoopEvent, now: number): void {
    const { gatherMilliseconds } = this.#settings
    switch (event.type) {
      case 'changed':
        // A change does not shorten the wait after a failure.
        if (this.#failures === 0) this.#due = Math.min(this.#due, now + gatherMilliseconds)
        break
      case 'settled':
        this.#settled = true
        this.#due = now
        break
      case 'lease':
        if (event.held && !this.#held) this.#due = now
        this.#held = event.held
        break
      case 'ended':
        this.#running = false
        this.#end(event.how, now)
        break
      case 'stop':
        this.#stopping = true
        break
      case 'deadline':
        break
    }
  }

  #pass(now: number): readonly WatchLoopEffect[] {
    this.#passes.spend(1, now)
    this.#running = true
    this.#due = Infinity
    return [{ type: 'pass' }]
  }

  #end(how: PassEnd, now: number): void {
    const { fullPassMilliseconds, retry } = this.#settings
    if (how.end === 'failed') {
      this.#failures += 1
      this.#due = now + Math.max(backOff(this.#failures, retry), how.notBeforeMilliseconds ?? 0)
      return
    }
    this.#failures = 0
    const wait = how.end === 'outdated' ? 0 : (how.againAfterMilliseconds ?? fullPassMilliseconds)
    this.#due = Math.min(this.#due, now + Math.min(wait, fullPassMilliseconds))
  }
}
