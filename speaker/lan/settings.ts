/** Who owned an address when that was written down, and who was its planned owner then; names of nodes. */
export interface RememberedOwner {
  readonly address: string
  readonly owner: string
  readonly plannedOwner: string
}

/** What a user may set for the whole speaker. */
export interface SpeakerSettings {
  /** When the announcements of a burst are sent, in milliseconds after its beginning; the first is 0. */
  readonly burstMilliseconds: readonly number[]
  /** Between two announcements of an address of which nothing has changed; 0: never. */
  readonly refreshSeconds: number
  /** ARP and ND frames a second that nobody has asked for, on each link. */
  readonly framesPerSecond: number
  /** Probes of nodes a second, on each link; the intervals are stretched to keep it. */
  readonly probesPerSecond: number
}
