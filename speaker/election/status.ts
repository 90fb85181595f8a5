import type { ElectionRole } from './events.ts'

export const ELECTION_ROLES: readonly ElectionRole[] = [
  'standby',
  'leading',
  'failStatic',
  'standIn',
]

/** The Lease of the segment, as it was seen last. */
export interface LeaseView {
  /** Empty: nobody. */
  readonly holder: string
  readonly transitions: number
}

/** What an elected speaker is at a moment. Times are monotonic milliseconds. */
export interface ElectionStatus {
  readonly segment: string
  /** What the Lease calls this speaker. */
  readonly identity: string
  readonly role: ElectionRole
  readonly since: number
  /** Undefined: never seen, or there is none. */
  readonly lease: LeaseView | undefined
  readonly api: {
    /** Undefined until it has been asked. */
    readonly reachable: boolean | undefined
    readonly since: number
    readonly message?: string
  }
}
