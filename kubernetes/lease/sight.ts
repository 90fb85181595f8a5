import type { LeaseChange, StoredLease } from './record.ts'
import { sameRecord } from './record.ts'
import type { LeaseTiming } from './rules.ts'
import { isOlder } from '../objects/resource-version.ts'

/**
 * A Lease as one of those who watch it sees it: what it says, and when *we* saw it change. Its own times
 * are never read: they were made by other clocks.
 */
export interface LeaseSight {
  /** Whether it has been seen at all, or seen to be absent. */
  readonly isKnown: boolean
  readonly lease: StoredLease | undefined
  /** Empty: nobody. Undefined: not known. */
  readonly holder: string | undefined
  /** When its record was another one than before, or first seen. */
  readonly changedAt: number
  /** By a watch, which may lag: what is older than what is known is left aside. */
  watched(lease: StoredLease | undefined, now: number): void
  /** By an answer to a request sent at `sentAt`: it may go back to an older version (a restored etcd). */
  answered(lease: StoredLease | undefined, sentAt: number, now: number): void
  /** When it counts as abandoned, unless it changes before. */
  readonly expiresAt: number
}

export function createLeaseSight(): LeaseSight {
  let isKnown = false
  let lease: StoredLease | undefined
  let changedAt = -Infinity
  let seenAt = -Infinity
  const take = (next: StoredLease | undefined, now: number) => {
    if (!isKnown || isChange(lease, next)) changedAt = now
    isKnown = true
    lease = next
    seenAt = now
  }
  const isBehind = (next: StoredLease | undefined) =>
    next !== undefined &&
    lease !== undefined &&
    isOlder(next.resourceVersion, lease.resourceVersion)
  return {
    get isKnown() {
      return isKnown
    },
    get lease() {
      return lease
    },
    get holder() {
      return isKnown ? (lease?.record.holderIdentity ?? '') : undefined
    },
    get changedAt() {
      return changedAt
    },
    get expiresAt() {
      return changedAt + (lease?.record.leaseDurationSeconds ?? 0) * 1_000
    },
    watched(next, now) {
      if (!isBehind(next)) take(next, now)
    },
    answered(next, sentAt, now) {
      if (!isBehind(next) || seenAt < sentAt) take(next, now)
    },
  }
}

function isChange(before: StoredLease | undefined, after: StoredLease | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after
  return !sameRecord(before.record, after.record)
}

/** The record of `identity` as holder: a renewal keeps since when it holds it, a take-over is counted. */
export function holding(
  identity: string,
  lease: StoredLease | undefined,
  timing: LeaseTiming,
): LeaseChange {
  const record = lease?.record
  const isOwn = record?.holderIdentity === identity
  return {
    holderIdentity: identity,
    leaseDurationSeconds: timing.leaseDuration / 1_000,
    leaseTransitions: record === undefined ? 0 : record.leaseTransitions + (isOwn ? 0 : 1),
    acquireTime: isOwn && record.acquireTime !== '' ? record.acquireTime : undefined,
  }
}

/** The record of nobody: whoever sees it may take it at once, and one second is the least there is. */
export function releasing(lease: StoredLease | undefined): LeaseChange {
  return {
    holderIdentity: '',
    leaseDurationSeconds: 1,
    leaseTransitions: lease?.record.leaseTransitions ?? 0,
    acquireTime: undefined,
  }
}
