/** A token, less what rounding may take away: at the time that `nextAt` names there must be one. */
const TOKEN = 1 - 1e-6

/**
 * A token bucket: so many a second, and after a quiet time so many at once. Times are milliseconds of any one clock; a clock that is set
 * back earns nothing.
 */
export class TokenBucket {
  readonly #perSecond: number
  readonly #burst: number
  #tokens: number
  #filledAt = -Infinity

  /** Full at first. */
  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond
    this.#burst = burst
    this.#tokens = burst
  }

  /** When there is a whole token, unless some are spent before. */
  get nextAt(): number {
    return this.#filledAt + (Math.max(0, 1 - this.#tokens) * 1_000) / this.#perSecond
  }

  /** Whether there is a whole token now. */
  hasToken(now: number): boolean {
    this.#fill(now)
    return this.#tokens >= TOKEN
  }

  /** True if there was a whole token; then it is spent. */
  take(now: number): boolean {
    if (!this.hasToken(now)) return false
    this.spend(1, now)
    return true
  }

  /** Spends them whether or not they are there: what is owed has to be earned first. */
  spend(tokens: number, now: number): void {
    this.#fill(now)
    this.#tokens -= tokens
  }

  #fill(now: number): void {
    const earned = (Math.max(0, now - this.#filledAt) * this.#perSecond) / 1_000
    this.#tokens = Math.min(this.#burst, this.#tokens + earned)
    this.#filledAt = now
  }
}
