import type { StoredLease } from './record.ts'
import { createObservedLease } from './observed-lease.ts'

/** Whether a segment has a leader that lives: one whose renewals we have seen ourselves. */
export interface SegmentLiveness {
  /** Undefined: there is no such Lease. What is not known is not told. */
  observe(lease: StoredLease | undefined, now: number): void
  /** Renewed within its own duration, by our clock. The first sight of a record is no renewal: it may be years old. */
  isLive(now: number): boolean
  /** Who lives; undefined if nobody does. */
  leader(now: number): string | undefined
  /** When it counts as dead unless it is renewed; undefined if it does not live. */
  deadline(now: number): number | undefined
}

/** Nothing is known yet, so nobody lives. All times are milliseconds of one monotonic clock. */
export function createSegmentLiveness(): SegmentLiveness {
  const observed = createObservedLease()
  let wasRenewed = false
  const isLive = (now: number) => wasRenewed && observed.holder !== '' && now < observed.expiresAt
  return {
    observe(lease, now) {
      const { isKnown, changedAt } = observed
      // A Lease that has just been made was made by somebody who lives: absent before, there now.
      observed.answered(lease, now, now)
      if (isKnown && observed.changedAt !== changedAt) wasRenewed = true
    },
    isLive,
    leader: (now) => (isLive(now) ? observed.holder : undefined),
    deadline: (now) => (isLive(now) ? observed.expiresAt : undefined),
  }
}
