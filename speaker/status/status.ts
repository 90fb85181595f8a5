import type { Family } from '../../api/address.ts'
import type { ConflictReason } from '../reports/report.ts'
import type { Mac } from '../wire/mac.ts'

/**
 * What probing says of a node: nothing yet; it answers; its last answer is overdue; it answers no more, or
 * never has.
 */
export type Verdict = 'unknown' | 'up' | 'suspect' | 'down'

/** What is done about an address on one link. */
export type AddressState =
  /** Its owner's MAC is announced and answered. */
  | 'announced'
  /** Somebody else may have it: it is asked for first (RFC 5227 §2.1.1). */
  | 'checking'
  /** Somebody else has it, and its pool says `conflictDetection: hold`. */
  | 'held'
  /** The MAC of its owner is not known. */
  | 'unresolved'
  /** Another speaker leads. */
  | 'listening'

/** Times are milliseconds of the monotonic clock that the machine was given. */
export interface AddressStatus {
  readonly address: string
  readonly link: string
  readonly state: AddressState
  readonly owner: string
  readonly plannedOwner: string
  readonly mac: Mac | undefined
  /** Since when `owner` is the owner. */
  readonly since: number
}

/** One address of a node on one link, as probing sees it. */
export interface NodeStatus {
  readonly node: string
  readonly link: string
  readonly family: Family
  readonly address: string
  readonly verdict: Verdict
  readonly since: number
  readonly mac: Mac | undefined
  /** `self`: the speaker runs on it, and does not probe it. */
  readonly method: 'echo' | 'arp' | 'self'
  /** Smoothed (RFC 6298 §2); undefined before the first answer. */
  readonly roundTripMilliseconds: number | undefined
  /** Between two probes, as stretched. */
  readonly intervalMilliseconds: number
  /** Until when it is not trusted because it has gone down again and again. */
  readonly dampedUntil: number | undefined
  /** It answers, and cannot serve any address (speaker/serving/service-health.ts). */
  readonly demoted?: true
}

/** A claim of an address by somebody who has no right to it. */
export interface ConflictStatus {
  readonly address: string
  readonly link: string
  readonly mac: Mac
  readonly reason: ConflictReason
  /** The node that claims it, if it is one. */
  readonly node: string | undefined
  readonly firstHeard: number
  readonly lastHeard: number
  readonly count: number
}

/** How often each thing has happened; what has never happened is missing. */
export interface Counters {
  /** What became of each frame that was heard: answered, learned, or the reason why not. */
  readonly frames: Readonly<Record<string, number>>
  /**
   * Frames that were sent: answer, announcement, news, refresh, addressProbe, probe, arpProbe, question,
   * solicitation.
   */
  readonly sent: Readonly<Record<string, number>>
  /** Moves of an address, by their reason. */
  readonly moves: Readonly<Record<string, number>>
  /** Changes of a node's verdict, by the new one. */
  readonly verdicts: Readonly<Record<string, number>>
  /** Verdicts that did not count, by why. */
  readonly holds: Readonly<Record<string, number>>
  /** Claims of our addresses that were heard, by kind. */
  readonly conflicts: Readonly<Record<string, number>>
}

/** What a wire machine does at this moment. */
export interface SegmentStatus {
  readonly segment: string
  readonly leads: boolean
  /** In the plan's order. */
  readonly addresses: readonly AddressStatus[]
  /** In the node table's order, then by link and family. */
  readonly nodes: readonly NodeStatus[]
  readonly conflicts: readonly ConflictStatus[]
  readonly counters: Counters
}

export interface SegmentCounters {
  readonly segment: string
  readonly counters: Counters
}
