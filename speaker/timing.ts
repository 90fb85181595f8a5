/** Durations in milliseconds and counts, each with where it comes from. */

/** RFC 4861 §10, RETRANS_TIMER: between two solicitations; for ARP, RFC 826 leaves it to us, so the same. */
export const RETRANS_TIMER = 1_000

/** RFC 4861 §10, MAX_MULTICAST_SOLICIT: how often a node is asked before it counts as unresolved. */
export const MAX_MULTICAST_SOLICIT = 3

/** Ours: how often an unresolved node is asked from then on. It speaks by itself when it comes up, mostly. */
export const SLOW_RETRY = 10_000

/** arp(7), locktime: how long a newly learned MAC is kept against another one, so that two rivals cannot flap. */
export const LOCKTIME = 1_000

/** A step of a burst of announcements: when, and whether known askers are told by unicast too. */
export interface BurstStep {
  readonly after: number
  readonly toAskers: boolean
}

/**
 * Ours: the first announcement acts, the next two make up for its loss, the one after 1.1 s reaches Linux
 * neighbours that were within their locktime (arp(7)), the last one whatever was converging meanwhile.
 * Askers are told at once, and again behind the locktime. Faster and more often than RFC 4861 §7.2.6 and
 * RFC 5227 §2.3 say, because a moved address is an outage until its neighbours have heard of it.
 */
export const BURST: readonly BurstStep[] = [
  { after: 0, toAskers: true },
  { after: 50, toAskers: false },
  { after: 200, toAskers: false },
  { after: 1_100, toAskers: true },
  { after: 5_000, toAskers: false },
]

/** Ours: how many askers of one address are remembered on one link, those that appeared last. */
export const MAX_ASKERS = 32
