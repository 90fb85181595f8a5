/** The golden ratio: whatever number of consecutive shares is taken, they are spread evenly, and never cluster. */
const GOLDEN = 0.6180339887

/**
 * Shares of 1, one after the other, for what would else all happen at once: refreshes, questions, checks and
 * probes of thousands. No randomness: the same calls give the same shares.
 */
export function createSpread(): () => number {
  let share = 0
  return () => {
    share = (share + GOLDEN) % 1
    return share
  }
}
