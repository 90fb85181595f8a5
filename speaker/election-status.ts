/** What an elected speaker is at a moment. */
export type SpeakerRole =
  /** Another one leads, or soon will. */
  | 'standby'
  /** It holds the Lease. */
  | 'leading'
  /** It held the Lease when the API server went away, and has seen no successor. */
  | 'failStatic'
  /** It reaches neither the API server nor the holder's node, and nobody else answers. */
  | 'standIn'

export const SPEAKER_ROLES: readonly SpeakerRole[] = ['standby', 'leading', 'failStatic', 'standIn']

/** The Lease of the segment, as it was seen last. */
export interface LeaseView {
  /** Empty: nobody. */
  readonly holder: string
  readonly transitions: number
}

/** Times are monotonic milliseconds. */
export interface ElectionStatus {
  readonly segment: string
  /** What the Lease calls this speaker. */
  readonly identity: string
  readonly role: SpeakerRole
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
