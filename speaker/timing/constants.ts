/** Durations in milliseconds and counts, each with where it comes from. */

/** RFC 4861 §10, RETRANS_TIMER: between two solicitations; for ARP, RFC 826 leaves it to us, so the same. */
export const RETRANS_TIMER = 1_000

/** RFC 4861 §10, MAX_MULTICAST_SOLICIT: how often a node is asked before it counts as unresolved. */
export const MAX_MULTICAST_SOLICIT = 3

/** Ours: how often an unresolved node is asked from then on. It speaks by itself when it comes up, mostly. */
export const SLOW_RETRY = 10_000

/** arp(7), locktime: how long a newly learned MAC is kept against another one, so that two rivals cannot flap. */
export const LOCKTIME = 1_000

/**
 * Ours: from here on in a burst, those who have asked are told by unicast once more, behind the locktime of
 * Linux neighbours (arp(7)).
 */
export const BEHIND_LOCKTIME = 1_100

/** Ours: how many askers of one address are remembered on one link, those that appeared last. */
export const MAX_ASKERS = 32

/** Ours: how many askers are remembered in all; a million invented ones cost no more. */
export const MAX_ALL_ASKERS = 4_096

/**
 * Ours: who has asked is told again this often. Below the least time for which an entry counts as reachable
 * (RFC 4861 §10, REACHABLE_TIME times MIN_RANDOM_FACTOR: 15 s), so that the neighbour never has to probe.
 */
export const ASKER_REFRESH = 10_000

/** Ours: who has not asked for so long is forgotten. If it is still there, it will ask. */
export const ASKER_LIFETIME = 600_000

/** Ours, after RFC 5227 §2.1.1 (PROBE_NUM probes): the quick check before an address is first announced. */
export const QUICK_CHECK = { probes: 3, apart: 20, wait: 20 } as const

/**
 * RFC 5227 §1.1: PROBE_NUM, the middle of PROBE_MIN and PROBE_MAX, ANNOUNCE_WAIT. PROBE_WAIT is ours to
 * choose, by the address, so that thousands of addresses do not ask at once.
 */
export const FULL_CHECK = { probes: 3, apart: 1_500, wait: 2_000 } as const
export const PROBE_WAIT = 1_000

/** RFC 4862 §5.1, DupAddrDetectTransmits, and RFC 4861 §10, RETRANS_TIMER. */
export const DUPLICATE_ADDRESS_CHECK = { probes: 1, apart: 0, wait: 1_000 } as const

/** RFC 5227 §1.1, RATE_LIMIT_INTERVAL: before an address that somebody else has is tried again. */
export const RATE_LIMIT_INTERVAL = 60_000

/** RFC 5227 §1.1, DEFEND_INTERVAL: an address is defended at most this often. */
export const DEFEND_INTERVAL = 10_000

/** Ours: another speaker's different announcement is answered at most this often. */
export const DISAGREEMENT_INTERVAL = 1_000

/** Ours: a claim that has not been heard for so long has ended. Longer than the questions are apart. */
export const CONFLICT_LIFETIME = 35_000

/** Ours: a conflict that goes on is told again this often. */
export const CONFLICT_REMINDER = 600_000

/** Ours: how many conflicts are kept, as many as a plan's status has room for. */
export const MAX_CONFLICTS = 256

/** Ours: when after its first announcement an address is asked for, to find who answers by himself. */
export const FIRST_QUESTION = 1_000

/** Ours: and how often from then on; more often while somebody claims it. */
export const QUESTION_INTERVAL = 300_000
export const CONFLICT_QUESTION_INTERVAL = 10_000

/** Ours: a speaker that listens asks each address so often, and so often in a row before it counts as unheard. */
export const LISTENER_INTERVAL = 60_000
export const LISTENER_TRIES = 3
export const LISTENER_RETRY = 1_000
export const LISTENER_WAIT = 10_000

/** Ours: hosts that have been heard this recently are expected to be heard while a node is silent. */
export const WITNESS_HORIZON = 60_000

/** Ours: where there is no other node that could be asked, others are waited for so long, and no longer. */
export const WITNESS_WAIT = 10_000

/** Ours: a node that nobody else could vouch for must be silent for so many times its threshold. */
export const LONE_FACTOR = 3

/** Ours: nodes that carry nothing and stand first for nothing are probed so many times more slowly. */
export const SLOW_FACTOR = 10

/** Ours: ARP questions a second that probing may ask on a link, beside its echoes. */
export const ARP_PROBES_PER_SECOND = 500

/** Ours: how often a node that is probed by ARP is tried by echo again. */
export const ECHO_TRIAL_INTERVAL = 60_000
