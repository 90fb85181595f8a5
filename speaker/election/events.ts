import type { ElectionEnded, LeaseEvent, LeaseRequest } from '../../kubernetes/lease/events.ts'
import type { ElectionReport } from '../reports/election.ts'
import type { LanObservation } from '../lan/lan-observation.ts'

/**
 * What a speaker is in its segment. All but `standby` answer, as long as their grant lasts.
 * - `leading`: it holds the Lease.
 * - `failStatic`: it holds the Lease as far as anybody knows, but cannot reach the API server.
 * - `standIn`: nobody who could be reached on this side of the LAN holds it.
 */
export type ElectionRole = 'standby' | 'leading' | 'failStatic' | 'standIn'

/** What the election needs to know of the plan in force. */
export interface ElectionPlan {
  /** All nodes of the node table, our own among them. */
  readonly nodes: ReadonlySet<string>
  /** Those that are the planned owner of an address. */
  readonly carriers: ReadonlySet<string>
}

/** Times are monotonic milliseconds, of the same clock that the wire thread checks grants with. */
export type ElectionEvent =
  | LeaseEvent
  | { readonly type: 'lan'; readonly view: LanObservation }
  | { readonly type: 'plan'; readonly plan: ElectionPlan }

export type ElectionEffect =
  | LeaseRequest
  | ElectionEnded
  /** To the wire thread: answer until then. A time that is not later than now ends it at once. */
  | { readonly type: 'grant'; readonly until: number }
  /**
   * To the wire thread: announce one address that this speaker answers for, so that other speakers hear that
   * there is one. Once a second at most, and only while there is no API server to tell it or another speaker was heard.
   */
  | { readonly type: 'announce' }
  | { readonly type: 'report'; readonly report: ElectionReport }

/** Pure. Its owner calls `handle` for each event, carries the effects out in order, and has a timer for `deadline`. */
export interface SpeakerElection {
  handle(event: ElectionEvent, now: number): readonly ElectionEffect[]
  /** When `deadline` is to be handled; undefined after the end. */
  readonly deadline: number | undefined
  readonly role: ElectionRole
  /** Who holds the Lease as far as we know; empty: nobody. Undefined: not known. To be kept on disk. */
  readonly holder: string | undefined
}
