import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { LeaseTiming } from '../../kubernetes/lease/rules.ts'
import { createObservedLease, type ObservedLease } from '../../kubernetes/lease/observed-lease.ts'
import type { ElectionEffect, ElectionRole, ElectionPlan } from './events.ts'
import { nodeOf } from './rank.ts'
import type { AcquireReason, ElectionReport, YieldReason } from '../reports/election.ts'
import { createObservedLan, type ObservedLan } from './observed-lan.ts'

export interface ElectionOptions {
  readonly segment: string
  /** `<node>_<pod>`, or `<node>`. */
  readonly identity: string
  /** Default: SPEAKER_TIMING. Checked by `leaseRefusals` before. */
  readonly timing?: LeaseTiming
  /** Who held the Lease when this speaker ran last, from its disk. */
  readonly remembered?: string
}

/** What a request is for; `acquire` renews too. `reason`: why a Lease of another holder, `from`, may be acquired. */
export interface InFlight {
  readonly purpose: 'read' | 'acquire' | 'release'
  readonly sentAt: number
  readonly reason: AcquireReason
  readonly from: string
}

/** All that an election remembers. The functions of this folder change it. */
export interface ElectionState {
  readonly segment: string
  readonly identity: string
  readonly node: string
  readonly timing: LeaseTiming
  readonly remembered: string | undefined
  readonly startedAt: number
  readonly observed: ObservedLease
  readonly lan: ObservedLan
  /** When another speaker began to be heard while we answered. */
  readonly rivals: Map<string, number>
  effects: ElectionEffect[]
  role: ElectionRole
  plan: ElectionPlan | undefined
  grantedUntil: number
  /** Since when we answer without a break. */
  answeringSince: number
  /** Since when we do not: the start, a gap, or having yielded. */
  quietSince: number
  inFlight: InFlight | undefined
  /** When a request was sent last; when the last one was sent to acquire or renew the Lease. */
  sentAt: number
  acquireSentAt: number
  /** When a conflict was looked into last. */
  conflictAt: number
  /** The last renewal that succeeded was sent then. */
  renewedAt: number
  /** Since when the API server has not done what it was asked; undefined: it does. */
  lostAt: number | undefined
  failure: ApiFailure | undefined
  /** When the API server told anything last. */
  newsAt: number
  handledAt: number
  /** While it leads: it had a link, or heard a node, so that losing it says something. */
  hadLink: boolean
  heardNodes: boolean
  beaconAt: number
  /** While it leads: until when it sends beacons, because a rival may not know of it. */
  beaconsUntil: number
  isStopping: boolean
  /** Releases tried on the way out. */
  releases: number
  hasEnded: boolean
}

/** A standby that knows nothing yet. `now`: monotonic milliseconds. */
export function createElectionState(
  options: Required<Pick<ElectionOptions, 'timing'>> & ElectionOptions,
  now: number,
): ElectionState {
  const { segment, identity, timing, remembered } = options
  return {
    segment,
    identity,
    timing,
    remembered,
    node: nodeOf(identity),
    startedAt: now,
    observed: createObservedLease(),
    lan: createObservedLan(now),
    rivals: new Map(),
    effects: [],
    role: 'standby',
    plan: undefined,
    grantedUntil: -Infinity,
    answeringSince: Infinity,
    quietSince: now,
    inFlight: undefined,
    sentAt: -Infinity,
    acquireSentAt: -Infinity,
    conflictAt: -Infinity,
    renewedAt: -Infinity,
    lostAt: undefined,
    failure: undefined,
    newsAt: -Infinity,
    handledAt: now,
    hadLink: false,
    heardNodes: false,
    beaconAt: -Infinity,
    beaconsUntil: -Infinity,
    isStopping: false,
    releases: 0,
    hasEnded: false,
  }
}

/** Adds a line for the log to the effects. */
export function report(state: ElectionState, told: ElectionReport): void {
  state.effects.push({ type: 'report', report: told })
}

/** Lets the wire thread answer until then; a time that is not later than now ends it. */
export function grant(state: ElectionState, until: number): void {
  state.grantedUntil = until
  state.effects.push({ type: 'grant', until })
}

/** Begins to answer, or goes on in another role. */
export function answerAs(
  state: ElectionState,
  role: Exclude<ElectionRole, 'standby'>,
  now: number,
): void {
  if (state.role === 'standby') {
    state.answeringSince = now
    state.rivals.clear()
  }
  state.role = role
}

/** Tells that what it did without an API server has ended. */
export function endStandIn(state: ElectionState, reason: YieldReason, other?: string): void {
  const { role, segment } = state
  if (role !== 'failStatic' && role !== 'standIn') return
  const event = role === 'failStatic' ? 'FailStaticEnded' : 'StandInEnded'
  report(state, {
    level: 'info',
    event,
    segment,
    reason,
    ...(other === undefined ? {} : { other }),
  })
}

/** Is silent from now on. */
export function fallSilent(state: ElectionState, now: number): void {
  state.role = 'standby'
  state.answeringSince = Infinity
  state.quietSince = now
  if (state.grantedUntil > now) grant(state, now)
}
