import { TokenBucket } from '../../api/token-bucket.ts'

/** A token bucket for each link: so many a second, so many at once. */
export interface Allowances {
  /** True if one may be taken now; then it is. */
  take(link: string, now: number): boolean
}

/** Each link begins with a full bucket. */
export function createAllowances(perSecond: number, burst: number): Allowances {
  const buckets = new Map<string, TokenBucket>()
  return {
    take(link, now) {
      const bucket = buckets.get(link) ?? new TokenBucket(perSecond, burst)
      buckets.set(link, bucket)
      return bucket.take(now)
    },
  }
}
