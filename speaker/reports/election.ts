import type { ApiFailureReason } from '../../kubernetes/client/api-failure.ts'

/** Why a Lease could be taken. */
export type AcquireReason =
  /** Nobody held it, or there was none. */
  | 'free'
  /** Its holder did not renew it for its whole duration. */
  | 'expired'
  /** Its holder did not renew it for two periods, and the holder's node does not answer probes. */
  | 'twoWitnesses'
  /** It was our own: the speaker was started again, or had been silent. */
  | 'resumed'

/** This speaker holds the Lease of its segment. */
export interface LeaseAcquired {
  readonly level: 'info'
  readonly event: 'LeaseAcquired'
  readonly segment: string
  readonly reason: AcquireReason
  /** Who held it before; empty: nobody. */
  readonly from: string
}

/** Another speaker holds the Lease that this one held. */
export interface LeaseLost {
  readonly level: 'warn'
  readonly event: 'LeaseLost'
  readonly segment: string
  readonly to: string
}

export type ReleaseReason =
  /** The process ends. */
  | 'stopped'
  /** Its link is down. */
  | 'linkDown'
  /** It hears no other node of the plan any more. */
  | 'nobodyHeard'

export interface LeaseReleased {
  readonly level: 'info' | 'warn'
  readonly event: 'LeaseReleased'
  readonly segment: string
  readonly reason: ReleaseReason
}

/** The holder cannot renew the Lease for want of an API server; it goes on answering. */
export interface FailStaticStarted {
  readonly level: 'warn'
  readonly event: 'FailStaticStarted'
  readonly segment: string
  readonly failure: ApiFailureReason
  readonly message: string
  readonly hint: string
}

/** Why a speaker does not answer by itself any more. */
export type YieldReason =
  /** It holds the Lease (again). */
  | 'leaseHeld'
  /** Another one holds it. */
  | 'otherHolder'
  /** Another speaker, on node `other`, was heard. */
  | 'otherHeard'
  /** Its own link is down. */
  | 'linkDown'
  /** Its own loop stood still. */
  | 'gap'
  | 'stopped'

export interface FailStaticEnded {
  readonly level: 'info'
  readonly event: 'FailStaticEnded'
  readonly segment: string
  readonly reason: YieldReason
  /** The other one. */
  readonly other?: string
}

export type StandInReason =
  /** Neither the API server nor the speaker that leads can be reached. */
  | 'nobodyReached'
  /** The Lease is renewed, but its holder's node cannot be reached: the LAN is cut in two. */
  | 'holderElsewhere'
  /** The Lease has been released because no other node is heard; nobody has taken it yet. */
  | 'released'

export interface StandInStarted {
  readonly level: 'warn'
  readonly event: 'StandInStarted'
  readonly segment: string
  readonly reason: StandInReason
  /** For whom; empty: not known. */
  readonly holder: string
}

export interface StandInEnded {
  readonly level: 'info'
  readonly event: 'StandInEnded'
  readonly segment: string
  readonly reason: YieldReason
  readonly other?: string
}

/** The process stood still for so long that somebody else may lead: it is silent until it knows. */
export interface GrantVoided {
  readonly level: 'warn'
  readonly event: 'GrantVoided'
  readonly segment: string
  readonly gapMilliseconds: number
}

export type ElectionReport =
  | LeaseAcquired
  | LeaseLost
  | LeaseReleased
  | FailStaticStarted
  | FailStaticEnded
  | StandInStarted
  | StandInEnded
  | GrantVoided
