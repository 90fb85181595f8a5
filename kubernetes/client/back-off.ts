export interface BackOffSettings {
  readonly shortestMilliseconds: number
  readonly longestMilliseconds: number
}

/**
 * How many milliseconds to wait after so many failures in a row (1 or more): the shortest, doubled with each. For whoever
 * is alone in asking: the holder of a Lease.
 */
export function backOff(
  failures: number,
  { shortestMilliseconds, longestMilliseconds }: BackOffSettings,
): number {
  return Math.min(shortestMilliseconds * 2 ** (failures - 1), longestMilliseconds)
}

/**
 * Decorrelated jitter: each wait is drawn between the shortest and three times the one before, so that many
 * who lost the same server do not come back at the same time. For what every process does: watching.
 */
export class JitteredBackOff {
  readonly #settings: BackOffSettings
  readonly #random: () => number
  #last: number

  constructor(settings: BackOffSettings, random: () => number) {
    this.#settings = settings
    this.#random = random
    this.#last = settings.shortestMilliseconds
  }

  next(): number {
    const { shortestMilliseconds: shortest, longestMilliseconds: longest } = this.#settings
    const drawn = shortest + this.#random() * (this.#last * 3 - shortest)
    this.#last = Math.min(longest, drawn)
    return this.#last
  }

  reset(): void {
    this.#last = this.#settings.shortestMilliseconds
  }
}
