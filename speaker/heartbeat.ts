import type { Counters, SegmentStatus } from './status.ts'

/** What the loop says about once a second, in constant time. Totals count from its start. */
export interface Heartbeat {
  /** Monotonic milliseconds of the loop. */
  readonly now: number
  readonly segments: readonly SegmentBeat[]
  /** Frames that the kernel took from us, and those that it did not. */
  readonly sent: number
  readonly sendFailures: number
  readonly linksUp: readonly string[]
}

export interface SegmentBeat {
  readonly segment: string
  readonly leads: boolean
  readonly counters: Counters
}

/** Everything that the machines know. Costs the loop time in proportion to the number of addresses. */
export interface MachinesStatus {
  readonly statuses: readonly SegmentStatus[]
  /** Monotonic milliseconds of the loop, which the times of the statuses are of. */
  readonly now: number
}
