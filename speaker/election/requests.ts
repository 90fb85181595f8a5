import type { ApiFailure, ApiFailureReason } from '../../kubernetes/client/api-failure.ts'
import type { StoredLease } from '../../kubernetes/lease/record.ts'
import { holderRecord, releasedRecord } from '../../kubernetes/lease/observed-lease.ts'
import { nodeOf } from './rank.ts'
import { answerAs, endStandIn, grant, report, type ElectionState, type InFlight } from './state.ts'
import { acquisitionOf } from './acquire.ts'
import { BEACONS_AFTER_RIVAL, READ_TIMEOUT, WRITE_TIMEOUT } from './timing.ts'

/** The version that was to be replaced is not there any more: the Lease is read again. The API server works. */
const CONFLICTS: ReadonlySet<ApiFailureReason> = new Set(['conflict', 'alreadyExists', 'notFound'])

/** Sends one request; until it is answered there is no other. */
export function ask(state: ElectionState, purpose: InFlight['purpose'], now: number): void {
  const { observed, identity, timing } = state
  const { lease, holder = '' } = observed
  const reason = acquisitionOf(state)?.reason ?? 'free'
  state.inFlight = { purpose, sentAt: now, reason, from: holder }
  state.sentAt = now
  if (purpose === 'acquire') state.acquireSentAt = now
  if (purpose === 'read')
    return void state.effects.push({ type: 'read', timeoutMilliseconds: READ_TIMEOUT })
  const change =
    purpose === 'acquire' ? holderRecord(identity, lease, timing) : releasedRecord(lease)
  state.effects.push({
    type: 'write',
    change,
    over: lease,
    timeoutMilliseconds: WRITE_TIMEOUT,
  })
}

/** The request in flight was carried out: `lease` is what was read, or what the write made of it. */
export function answered(state: ElectionState, lease: StoredLease, now: number): void {
  const { inFlight } = state
  if (inFlight === undefined) return
  state.inFlight = undefined
  state.observed.answered(lease, inFlight.sentAt, now)
  heardFromServer(state, now)
  if (inFlight.purpose === 'acquire') held(state, inFlight, now)
  // A conflict is looked into and tried again at once, once a period.
  if (inFlight.purpose === 'read' && now - state.conflictAt < state.timing.retryPeriod)
    state.acquireSentAt = -Infinity
}

/** The request in flight was not carried out, or nobody knows. */
export function failed(state: ElectionState, failure: ApiFailure, now: number): void {
  const { inFlight } = state
  if (inFlight === undefined) return
  state.inFlight = undefined
  const { purpose, sentAt } = inFlight
  if (purpose === 'read' && failure.failure === 'notFound') {
    state.observed.answered(undefined, sentAt, now)
    heardFromServer(state, now)
  } else if (isConflict(state, purpose, failure)) conflicted(state, now)
  else {
    state.failure = failure
    state.lostAt ??= now
  }
}

/** The server does its work, but somebody was faster. */
function conflicted(state: ElectionState, now: number): void {
  heardFromServer(state, now)
  if (now - state.conflictAt < state.timing.retryPeriod) return
  state.conflictAt = now
  ask(state, 'read', now)
}

/** The API server has told something: it can be reached. */
export function heardFromServer(state: ElectionState, now: number): void {
  state.newsAt = now
  state.lostAt = undefined
  state.failure = undefined
}

/** Where nothing can be created, somebody who asks again and again learns nothing. */
function isConflict(
  { observed }: ElectionState,
  purpose: string,
  { failure }: ApiFailure,
): boolean {
  if (purpose === 'read' || !CONFLICTS.has(failure)) return false
  return failure !== 'notFound' || observed.lease !== undefined
}

function held(state: ElectionState, { sentAt, reason, from }: InFlight, now: number): void {
  const { observed, identity, segment, timing, role } = state
  const until = sentAt + timing.renewDeadline
  // A watch may have told of a successor before; or we stood still, and this is old news.
  if (state.isStopping || observed.holder !== identity || until <= now) return
  state.renewedAt = sentAt
  grant(state, until)
  if (role === 'leading') return
  endStandIn(state, 'leaseHeld')
  if (role !== 'failStatic')
    report(state, { level: 'info', event: 'LeaseAcquired', segment, reason, from })
  answerAs(state, 'leading', now)
  state.hadLink = false
  state.heardNodes = false
  // Its holder may live and not know: it cannot reach the API server, or stood still.
  state.beaconsUntil = reason === 'expired' ? now + BEACONS_AFTER_RIVAL : -Infinity
}

/** The next request, if nothing is in flight: when, and what for. */
export function nextRequest(state: ElectionState): {
  readonly at: number
  readonly purpose: 'read' | 'acquire'
} {
  const { observed, identity, timing, sentAt, acquireSentAt, lostAt } = state
  const acquireAgain = acquireSentAt + timing.retryPeriod
  if (observed.holder === identity) return { at: acquireAgain, purpose: 'acquire' }
  const acquisition = acquisitionOf(state)
  const readAgain = sentAt + timing.retryPeriod
  const read = { at: Math.max(readAgain, readAt(state)), purpose: 'read' } as const
  // Who did not reach the API server reads before it writes.
  if (acquisition === undefined || lostAt !== undefined) return read
  const acquire = { at: Math.max(acquisition.at, acquireAgain), purpose: 'acquire' } as const
  return acquire.at <= read.at ? acquire : read
}

/** When the API server's silence is to be looked into: at once, where the holder's node has just died. */
function readAt({ observed, lan, timing, newsAt, sentAt }: ElectionState): number {
  const late = newsAt + 2 * timing.retryPeriod
  const holder = observed.holder
  if (holder === undefined || holder === '') return late
  const diedAt = lan.since(nodeOf(holder))
  const isNews = lan.verdict(nodeOf(holder)) === 'down' && diedAt > Math.max(newsAt, sentAt)
  return isNews ? diedAt : late
}
