import type { LeaseChange, StoredLease } from './record.ts'
import { sameRecord } from './record.ts'
import type { LeaseTiming } from './rules.ts'
import { isOlder } from '../objects/resource-version.ts'

/**
 * A Lease as it was observed here: its record, and when *we* saw it change (client-go: observedRecord, observedTime). Its own
 * times are never read: they were made by other clocks.
 */
export interface ObservedLease {
  /** Whether it has been seen at all, or seen to be absent. */
  readonly isKnown: boolean
  readonly lease: StoredLease | undefined
  /** Empty: nobody. Undefined: not known. */
  readonly holder: string | undefined
  /** When its record was another one than before, or first seen. */
  readonly changedAt: number
  /** Told by a watch, which may lag: a version older than the known one is ignored. */
  watched(lease: StoredLease | undefined, now: number): void
  /** Told by the answer to a request sent at `sentAt`: it may be an older version (a restored etcd). */
  answered(lease: StoredLease | undefined, sentAt: number, now: number): void
  /** When it counts as abandoned, unless it changes before. */
  readonly expiresAt: number
}

/** Nothing is known yet. All times are milliseconds of one monotonic clock. */
export function createObservedLease(): ObservedLease {
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

/** The record with `identity` as holder: a renewal keeps acquireTime, a change of the holder is counted as a transition. */
export function holderRecord(
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

/** The record with no holder: whoever sees it may acquire it at once. One second is the shortest duration that the API allows. */
export function releasedRecord(lease: StoredLease | undefined): LeaseChange {
  return {
    holderIdentity: '',
    leaseDurationSeconds: 1,
    leaseTransitions: lease?.record.leaseTransitions ?? 0,
    acquireTime: undefined,
  }
}
