import type { SegmentStatus, SegmentCounters } from './status.ts'

/** The loop has turned. Small: nothing in it grows with the number of addresses. */
export interface Heartbeat {
  /** Monotonic milliseconds of the loop. */
  readonly now: number
  readonly counters: readonly SegmentCounters[]
  /** Frames since the start; those that the kernel did not take. */
  readonly sent: number
  readonly sendFailures: number
  readonly linksUp: readonly string[]
}

/** A picture of everything, taken at `now`. Costs the loop time in proportion to the number of addresses. */
export interface WireStatus {
  readonly now: number
  readonly statuses: readonly SegmentStatus[]
}
