import type { LeaseTiming } from '../../kubernetes/lease/rules.ts'

/** Durations of the election in milliseconds, each with what it rests on. */

/** Design §5: short, because a fail-over of the speaker is a gap for whoever asks for the first time. */
export const SPEAKER_TIMING: LeaseTiming = {
  leaseDuration: 4_000,
  renewDeadline: 3_000,
  retryPeriod: 500,
}

/** A read of the Lease that takes longer has failed: with it, silence of the API server is known 1.8 s after the last news. */
export const READ_TIMEOUT = 800

/** A write of the Lease that takes longer has failed; three of them fit in the renew deadline. */
export const WRITE_TIMEOUT = 1_000

/** Before anybody answers without an API server, after a start, a gap or having yielded: longer than a beacon is apart. */
export const LISTENING = 1_500

/** Those without an API server wait up to this, by their rank, so that the first is heard by the others. */
export const RANK_SPAN = 1_000

/** A node that carries addresses leaves a free Lease to others for so long. */
export const PREFERENCE_DELAY = 250

/** A leader that has heard no other node for so long, although it did before, releases the Lease. */
export const NOBODY_HEARD = 2_000

/** Who answers without being able to prove it announces one address this often. */
export const BEACON = 1_000

/** Who did so and has not been heard for so long does not answer any more. Three beacons. */
export const BEACON_SILENCE = 3_000

/** Who began to answer hears what was under way before: that is no rival. Some delays of the LAN view (50 ms). */
export const CROSSING = 250

/** Who has answered for so long has been heard by all that can hear it. Two beacons. */
export const SETTLED = 2_000

/** Since a node came up for so long, its speaker is known to hear us. Five beacons. */
export const MERGED = 5_000

/**
 * A speaker that is still heard after so long had time to hear us and to yield, and speaks nevertheless. Two beacons: one of ours
 * may have been lost, and then the next one crosses another one of its.
 */
export const PERSISTING = 1_900

/** A leader that hears another speaker so long after it began knows that this one has not heard of it. Nearly a beacon. */
export const UNAWARE = 900

/** A leader that followed one whose end it did not see, or heard somebody who does not know of it, goes on announcing itself for so long. */
export const COMPANY = 600_000
