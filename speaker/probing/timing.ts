/** How long a node takes to answer, in milliseconds: RFC 6298's SRTT and RTTVAR. */
export interface RoundTrip {
  readonly smoothed: number
  readonly variation: number
}

/** What of a pool's `probe` the times follow from. */
export interface ProbePace {
  readonly intervalMilliseconds: number
  readonly failureThreshold: number
}

/** RFC 6298 §2.3: alpha and beta, the weights of a new sample. */
const SMOOTHED_WEIGHT = 1 / 8
const VARIATION_WEIGHT = 1 / 4

/** RFC 6298 §2.2: K, how many variations are waited for beyond the smoothed time. */
const VARIATIONS = 4

/** Ours, in intervals: no answer is waited for shorter or longer. */
const LEAST_TIMEOUT = 1 / 2
const GREATEST_TIMEOUT = 2

/** Ours: a suspect node is probed five times in an interval. */
const CONFIRMATIONS = 5

/** The estimate after one more answer, in milliseconds: RFC 6298 §2.2 for the first, §2.3 for the others. */
export function roundTripAfter(before: RoundTrip | undefined, sample: number): RoundTrip {
  if (before === undefined) return { smoothed: sample, variation: sample / 2 }
  const { smoothed, variation } = before
  const deviation = Math.abs(smoothed - sample)
  return {
    smoothed: (1 - SMOOTHED_WEIGHT) * smoothed + SMOOTHED_WEIGHT * sample,
    variation: (1 - VARIATION_WEIGHT) * variation + VARIATION_WEIGHT * deviation,
  }
}

/**
 * How many milliseconds the answer to a probe is waited for: RFC 6298 §2.3 within our own bounds. A node of which nothing
 * is known has one interval. There is no back-off (§5.5): it spares a congested path, but a probe is
 * small, its rate is fixed, and waiting longer after each miss would only put the verdict off.
 */
export function probeTimeout(roundTrip: RoundTrip | undefined, interval: number): number {
  if (roundTrip === undefined) return interval
  const wanted = roundTrip.smoothed + VARIATIONS * roundTrip.variation
  return Math.min(Math.max(wanted, LEAST_TIMEOUT * interval), GREATEST_TIMEOUT * interval)
}

/** From one probe of a suspect node to the next, in the unit of the interval. */
export function confirmInterval(interval: number): number {
  return interval / CONFIRMATIONS
}

/**
 * The longest time in milliseconds from a node's death to its verdict `down`, where every probe has this time-out. It dies
 * just after an answer: the next probe goes out a whole interval later, and its miss makes the node suspect.
 * Confirming probes follow, the first at once, and the last one needed has its time-out, too. Where the
 * time-out is longer than the interval, probes that are on their way already shorten this.
 */
export function worstCaseDetection(pace: ProbePace, timeout: number): number {
  const { intervalMilliseconds: interval, failureThreshold } = pace
  const suspect = interval + timeout
  if (failureThreshold <= 1) return suspect
  return suspect + (failureThreshold - 2) * confirmInterval(interval) + timeout
}
