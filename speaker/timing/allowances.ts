/** A token bucket for each link: so many a second, so many at once. */
export interface Allowances {
  /** True if one may be taken now; then it is. */
  take(link: string, now: number): boolean
}

interface Allowance {
  tokens: number
  filledAt: number
}

export function createAllowances(perSecond: number, burst: number): Allowances {
  const allowances = new Map<string, Allowance>()
  return {
    take(link, now) {
      const allowance = allowances.get(link) ?? { tokens: burst, filledAt: now }
      allowances.set(link, allowance)
      const earned = ((now - allowance.filledAt) * perSecond) / 1_000
      allowance.tokens = Math.min(burst, allowance.tokens + earned)
      allowance.filledAt = now
      if (allowance.tokens < 1) return false
      allowance.tokens -= 1
      return true
    },
  }
}
