import type { LeaseTiming } from '../../kubernetes/lease/rules.ts'

/** Durations of the election, all in milliseconds, each with what it rests on. */

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

/** How long a speaker listens before it answers without an API server, after a start, a gap or having yielded: longer than BEACON_INTERVAL. */
export const LISTEN_BEFORE_ANSWERING = 1_500

/** Those without an API server wait up to this, by their rank, so that the first is heard by the others. */
export const RANK_SPAN = 1_000

/** A node that carries addresses leaves a free Lease to others for so long. */
export const PREFERENCE_DELAY = 250

/** A leader that has heard no other node for so long, although it heard some before, is isolated: it releases the Lease. */
export const ISOLATED_AFTER = 2_000

/** Who answers without holding the Lease announces one address this often (a beacon). */
export const BEACON_INTERVAL = 1_000

/** A speaker whose beacons have not been heard for so long does not answer any more. Three beacons. */
export const BEACON_SILENCE = 3_000

/** A beacon heard this soon after a speaker began to answer was sent before it began: its sender is no rival. Some delays of the LAN view (50 ms). */
export const BEACON_IN_FLIGHT = 250

/** Whoever has answered for so long was heard by all that can hear it. Two beacons. */
export const HEARD_BY_ALL_AFTER = 2_000

/** When a node has been up for so long, the two sides of the LAN are one again: its speaker hears us. Five beacons. */
export const LAN_MERGED_AFTER = 5_000

/**
 * A rival that is still heard after so long had time to hear us and to yield, and did not: it holds the Lease. Two beacons: one of
 * ours may have been lost, and the next one may cross another one of the rival's.
 */
export const RIVAL_PERSISTS_AFTER = 1_900

/** A rival that is heard so long after we began to lead has not heard of us yet. Nearly a beacon. */
export const RIVAL_UNAWARE_AFTER = 900

/** How long a leader goes on sending beacons after it took an expired Lease, or heard a rival that is not aware of it. */
export const BEACONS_AFTER_RIVAL = 600_000
