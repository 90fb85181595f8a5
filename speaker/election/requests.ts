import type { ApiFailure, ApiFailureReason } from '../../kubernetes/client/api-failure.ts'
import type { StoredLease } from '../../kubernetes/lease/record.ts'
import { holding, releasing } from '../../kubernetes/lease/sight.ts'
import { nodeOf } from './rank.ts'
import {
  answerAs,
  endSubstitute,
  grant,
  report,
  type ElectionState,
  type InFlight,
} from './state.ts'
import { takingOf } from './taking.ts'
import { COMPANY, READ_TIMEOUT, WRITE_TIMEOUT } from './timing.ts'

/** What was written over is not there any more; a look tells what is. The API server does its work. */
const OUTRUN: ReadonlySet<ApiFailureReason> = new Set(['conflict', 'alreadyExists', 'notFound'])

export function ask(state: ElectionState, purpose: InFlight['purpose'], now: number): void {
  const { sight, identity, timing } = state
  const { lease, holder = '' } = sight
  const reason = takingOf(state)?.reason ?? 'free'
  state.inFlight = { purpose, sentAt: now, reason, from: holder }
  state.sentAt = now
  if (purpose === 'hold') state.holdSentAt = now
  if (purpose === 'look')
    return void state.effects.push({ type: 'read', timeoutMilliseconds: READ_TIMEOUT })
  const change = purpose === 'hold' ? holding(identity, lease, timing) : releasing(lease)
  state.effects.push({
    type: 'write',
    change,
    over: lease,
    timeoutMilliseconds: WRITE_TIMEOUT,
  })
}

export function answered(state: ElectionState, lease: StoredLease, now: number): void {
  const { inFlight } = state
  if (inFlight === undefined) return
  state.inFlight = undefined
  state.sight.answered(lease, inFlight.sentAt, now)
  heardFromServer(state, now)
  if (inFlight.purpose === 'hold') held(state, inFlight, now)
  // A conflict is looked into and tried again at once, once a period.
  if (inFlight.purpose === 'look' && now - state.conflictAt < state.timing.retryPeriod)
    state.holdSentAt = -Infinity
}

export function failed(state: ElectionState, failure: ApiFailure, now: number): void {
  const { inFlight } = state
  if (inFlight === undefined) return
  state.inFlight = undefined
  const { purpose, sentAt } = inFlight
  if (purpose === 'look' && failure.failure === 'notFound') {
    state.sight.answered(undefined, sentAt, now)
    heardFromServer(state, now)
  } else if (isOutrun(state, purpose, failure)) outrun(state, now)
  else {
    state.failure = failure
    state.lostAt ??= now
  }
}

/** The server does its work, but somebody was faster. */
function outrun(state: ElectionState, now: number): void {
  heardFromServer(state, now)
  if (now - state.conflictAt < state.timing.retryPeriod) return
  state.conflictAt = now
  ask(state, 'look', now)
}

/** The API server has told something: it can be reached. */
export function heardFromServer(state: ElectionState, now: number): void {
  state.newsAt = now
  state.lostAt = undefined
  state.failure = undefined
}

/** Where nothing can be created, somebody who asks again and again learns nothing. */
function isOutrun({ sight }: ElectionState, purpose: string, { failure }: ApiFailure): boolean {
  if (purpose === 'look' || !OUTRUN.has(failure)) return false
  return failure !== 'notFound' || sight.lease !== undefined
}

function held(state: ElectionState, { sentAt, reason, from }: InFlight, now: number): void {
  const { sight, identity, segment, timing, role } = state
  const until = sentAt + timing.renewDeadline
  // A watch may have told of a successor before; or we stood still, and this is old news.
  if (state.isStopping || sight.holder !== identity || until <= now) return
  state.renewedAt = sentAt
  grant(state, until)
  if (role === 'leading') return
  endSubstitute(state, 'leaseHeld')
  if (role !== 'failStatic')
    report(state, { level: 'info', event: 'LeaseAcquired', segment, reason, from })
  answerAs(state, 'leading', now)
  state.hadLink = false
  state.heardNodes = false
  // Its holder may live and not know: it cannot reach the API server, or stood still.
  state.companyUntil = reason === 'expired' ? now + COMPANY : -Infinity
}

/** The next request, if nothing is in flight: when, and what for. */
export function nextRequest(state: ElectionState): {
  readonly at: number
  readonly purpose: 'look' | 'hold'
} {
  const { sight, identity, timing, sentAt, holdSentAt, lostAt } = state
  const holdAgain = holdSentAt + timing.retryPeriod
  if (sight.holder === identity) return { at: holdAgain, purpose: 'hold' }
  const taking = takingOf(state)
  const lookAgain = sentAt + timing.retryPeriod
  const look = { at: Math.max(lookAgain, lookAt(state)), purpose: 'look' } as const
  // Who did not reach the API server reads before it writes.
  if (taking === undefined || lostAt !== undefined) return look
  const hold = { at: Math.max(taking.at, holdAgain), purpose: 'hold' } as const
  return hold.at <= look.at ? hold : look
}

/** When the API server's silence is to be looked into: at once, where the holder's node has just died. */
function lookAt({ sight, lan, timing, newsAt, sentAt }: ElectionState): number {
  const late = newsAt + 2 * timing.retryPeriod
  const holder = sight.holder
  if (holder === undefined || holder === '') return late
  const diedAt = lan.since(nodeOf(holder))
  const isNews = lan.verdict(nodeOf(holder)) === 'down' && diedAt > Math.max(newsAt, sentAt)
  return isNews ? diedAt : late
}
