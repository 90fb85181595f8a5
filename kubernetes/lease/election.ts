import type { ApiFailure, ApiFailureReason } from '../client/api-failure.ts'
import type { ElectionEnded, LeaseEvent, LeaseRequest } from './events.ts'
import { JITTER_FACTOR, type LeaseTiming } from './rules.ts'
import {
  createObservedLease,
  holderRecord,
  releasedRecord,
  type ObservedLease,
} from './observed-lease.ts'

export type LeaseElectionEffect =
  | LeaseRequest
  | ElectionEnded
  /** Act until then; what is not later than now ends it. */
  | { readonly type: 'grant'; readonly until: number }
  /** Another one holds the Lease than before, or the first one is seen. Empty: nobody. */
  | { readonly type: 'holder'; readonly holder: string }
  /** A request did not succeed. */
  | { readonly type: 'trouble'; readonly failure: ApiFailure }

export interface LeaseElectionOptions {
  readonly identity: string
  readonly timing: LeaseTiming
  /** In [0, 1): by how much a try of those who do not hold the Lease is put off, so that they do not all come at once. */
  readonly jitter: () => number
}

/** client-go's election: who holds the Lease acts, and stops by itself when it cannot renew it. Pure. */
export interface LeaseElection {
  handle(event: LeaseEvent, now: number): readonly LeaseElectionEffect[]
  /** Undefined while a request is in flight, and after the end. */
  readonly deadline: number | undefined
  readonly holder: string | undefined
}

/** What a request is for; `acquire` renews too (client-go: tryAcquireOrRenew). */
type Purpose = 'read' | 'acquire' | 'release'

interface InFlight {
  readonly purpose: Purpose
  readonly sentAt: number
}

interface State extends LeaseElectionOptions {
  readonly observed: ObservedLease
  effects: LeaseElectionEffect[]
  inFlight: InFlight | undefined
  grantedUntil: number
  tryAt: number
  /** After a conflict the Lease is read and tried again at once, but only once in a period. */
  triedAgain: boolean
  isStopping: boolean
  hasEnded: boolean
  /** The holder that was told last. */
  told: string | undefined
}

/** The timing has been checked by `leaseRefusals`. The first event is `deadline`. */
export function createLeaseElection(options: LeaseElectionOptions): LeaseElection {
  const state: State = {
    ...options,
    observed: createObservedLease(),
    effects: [],
    inFlight: undefined,
    grantedUntil: -Infinity,
    tryAt: -Infinity,
    triedAgain: false,
    isStopping: false,
    hasEnded: false,
    told: undefined,
  }
  return {
    handle(event, now) {
      state.effects = []
      takeIn(state, event, now)
      settle(state, now)
      return state.effects
    },
    get deadline() {
      return state.hasEnded || state.inFlight ? undefined : state.tryAt
    },
    get holder() {
      return state.observed.holder
    },
  }
}

function takeIn(state: State, event: LeaseEvent, now: number): void {
  if (event.type === 'lease') return state.observed.watched(event.lease, now)
  if (event.type === 'stop') state.isStopping = true
  const { inFlight } = state
  if (event.type === 'deadline' || event.type === 'stop' || inFlight === undefined) return
  state.inFlight = undefined
  if (event.type === 'failed') return failed(state, event.failure, { ...inFlight, now })
  state.observed.answered(event.lease, inFlight.sentAt, now)
  succeeded(state, inFlight, now)
}

/** What follows from what is known, whatever has happened. */
function settle(state: State, now: number): void {
  const { observed, inFlight, hasEnded, isStopping } = state
  const isOthers = observed.isKnown && observed.holder !== state.identity
  if ((isOthers || isStopping) && state.grantedUntil > now) grant(state, now)
  if (observed.holder !== undefined && observed.holder !== state.told) {
    state.told = observed.holder
    state.effects.push({ type: 'holder', holder: observed.holder })
  }
  if (!inFlight && !hasEnded && (isStopping || now >= state.tryAt)) tryNow(state, now)
}

/** Nothing is in flight, and it is time. A holder renews what it knows, without reading it first. */
function tryNow(state: State, now: number): void {
  const { observed, identity } = state
  const isOurs = observed.holder === identity
  if (!state.isStopping) return ask(state, isOurs ? 'acquire' : 'read', now)
  if (isOurs) return ask(state, 'release', now)
  end(state)
}

function ask(state: State, purpose: Purpose, now: number): void {
  const { identity, timing } = state
  const { lease } = state.observed
  state.inFlight = { purpose, sentAt: now }
  // client-go's advice: one request that hangs must not cost the leadership.
  const timeoutMilliseconds = Math.max(1_000, timing.renewDeadline / 2)
  if (purpose === 'read') return void state.effects.push({ type: 'read', timeoutMilliseconds })
  const change =
    purpose === 'acquire' ? holderRecord(identity, lease, timing) : releasedRecord(lease)
  state.effects.push({ type: 'write', change, over: lease, timeoutMilliseconds })
}

function succeeded(state: State, { purpose, sentAt }: InFlight, now: number): void {
  if (state.isStopping) return
  if (purpose === 'read') return looked(state, sentAt, now)
  // From when it was sent: nobody can have seen it earlier than that.
  grant(state, sentAt + state.timing.renewDeadline)
  putOff(state, sentAt)
}

function looked(state: State, sentAt: number, now: number): void {
  const { observed, identity } = state
  const isFree = observed.holder === '' || observed.expiresAt <= now
  if (isFree || observed.holder === identity) ask(state, 'acquire', now)
  else putOff(state, sentAt)
}

function failed(state: State, failure: ApiFailure, at: InFlight & { readonly now: number }): void {
  const { purpose, sentAt, now } = at
  if (purpose === 'read' && failure.failure === 'notFound') {
    state.observed.answered(undefined, sentAt, now)
    if (!state.isStopping) ask(state, 'acquire', now)
    return
  }
  state.effects.push({ type: 'trouble', failure })
  if (CONFLICTS.has(failure.failure) && !state.triedAgain) {
    state.triedAgain = true
    ask(state, 'read', now)
  } else if (state.isStopping) {
    if (purpose === 'release') end(state)
  } else putOff(state, sentAt)
}

/** The version that was to be replaced is not there any more: the Lease is read again. */
const CONFLICTS: ReadonlySet<ApiFailureReason> = new Set(['conflict', 'alreadyExists', 'notFound'])

function putOff(state: State, sentAt: number): void {
  const { retryPeriod } = state.timing
  const isOurs = state.observed.holder === state.identity
  state.triedAgain = false
  state.tryAt = sentAt + retryPeriod + (isOurs ? 0 : state.jitter() * JITTER_FACTOR * retryPeriod)
}

function grant(state: State, until: number): void {
  state.grantedUntil = until
  state.effects.push({ type: 'grant', until })
}

function end(state: State): void {
  state.hasEnded = true
  state.effects.push({ type: 'ended' })
}
