import type { ApiFailure, ApiFailureReason } from '../client/api-failure.ts'
import type { ElectionEnded, LeaseEvent, LeaseRequest } from './events.ts'
import { JITTER_FACTOR, type LeaseTiming } from './rules.ts'
import { createLeaseSight, holding, releasing, type LeaseSight } from './sight.ts'

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

/** What a request is for. */
type Purpose = 'look' | 'hold' | 'release'

interface InFlight {
  readonly purpose: Purpose
  readonly sentAt: number
}

interface State extends LeaseElectionOptions {
  readonly sight: LeaseSight
  effects: LeaseElectionEffect[]
  inFlight: InFlight | undefined
  grantedUntil: number
  tryAt: number
  /** A conflict is followed by a look and another try at once, but not for ever. */
  triedAgain: boolean
  isStopping: boolean
  hasEnded: boolean
  /** The holder that was told last. */
  told: string | undefined
}

export function createLeaseElection(options: LeaseElectionOptions): LeaseElection {
  const state: State = {
    ...options,
    sight: createLeaseSight(),
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
      return state.sight.holder
    },
  }
}

function takeIn(state: State, event: LeaseEvent, now: number): void {
  if (event.type === 'lease') return state.sight.watched(event.lease, now)
  if (event.type === 'stop') state.isStopping = true
  const { inFlight } = state
  if (event.type === 'deadline' || event.type === 'stop' || inFlight === undefined) return
  state.inFlight = undefined
  if (event.type === 'failed') return failed(state, event.failure, { ...inFlight, now })
  state.sight.answered(event.lease, inFlight.sentAt, now)
  succeeded(state, inFlight, now)
}

/** What follows from what is known, whatever has happened. */
function settle(state: State, now: number): void {
  const { sight, inFlight, hasEnded, isStopping } = state
  const isOthers = sight.isKnown && sight.holder !== state.identity
  if ((isOthers || isStopping) && state.grantedUntil > now) grant(state, now)
  if (sight.holder !== undefined && sight.holder !== state.told) {
    state.told = sight.holder
    state.effects.push({ type: 'holder', holder: sight.holder })
  }
  if (!inFlight && !hasEnded && (isStopping || now >= state.tryAt)) tryNow(state, now)
}

/** Nothing is in flight, and it is time. A holder tries over what it knows, without looking first. */
function tryNow(state: State, now: number): void {
  const { sight, identity } = state
  const isOurs = sight.holder === identity
  if (!state.isStopping) return ask(state, isOurs ? 'hold' : 'look', now)
  if (isOurs) return ask(state, 'release', now)
  end(state)
}

function ask(state: State, purpose: Purpose, now: number): void {
  const { identity, timing } = state
  const { lease } = state.sight
  state.inFlight = { purpose, sentAt: now }
  // client-go's advice: one request that hangs must not cost the leadership.
  const timeoutMilliseconds = Math.max(1_000, timing.renewDeadline / 2)
  if (purpose === 'look') return void state.effects.push({ type: 'read', timeoutMilliseconds })
  const change = purpose === 'hold' ? holding(identity, lease, timing) : releasing(lease)
  state.effects.push({ type: 'write', change, over: lease, timeoutMilliseconds })
}

function succeeded(state: State, { purpose, sentAt }: InFlight, now: number): void {
  if (state.isStopping) return
  if (purpose === 'look') return looked(state, sentAt, now)
  // From when it was sent: nobody can have seen it earlier than that.
  grant(state, sentAt + state.timing.renewDeadline)
  putOff(state, sentAt)
}

function looked(state: State, sentAt: number, now: number): void {
  const { sight, identity } = state
  const isFree = sight.holder === '' || sight.expiresAt <= now
  if (isFree || sight.holder === identity) ask(state, 'hold', now)
  else putOff(state, sentAt)
}

function failed(state: State, failure: ApiFailure, at: InFlight & { readonly now: number }): void {
  const { purpose, sentAt, now } = at
  if (purpose === 'look' && failure.failure === 'notFound') {
    state.sight.answered(undefined, sentAt, now)
    if (!state.isStopping) ask(state, 'hold', now)
    return
  }
  state.effects.push({ type: 'trouble', failure })
  if (OUTRUN.has(failure.failure) && !state.triedAgain) {
    state.triedAgain = true
    ask(state, 'look', now)
  } else if (state.isStopping) {
    if (purpose === 'release') end(state)
  } else putOff(state, sentAt)
}

/** What was written over is not there any more; a look tells what is. */
const OUTRUN: ReadonlySet<ApiFailureReason> = new Set(['conflict', 'alreadyExists', 'notFound'])

function putOff(state: State, sentAt: number): void {
  const { retryPeriod } = state.timing
  const isOurs = state.sight.holder === state.identity
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
