import type { ApiFailureReason } from '../../kubernetes/client/api-failure.ts'
import { backOff } from '../../kubernetes/client/back-off.ts'
import type { PlanStatus } from './status.ts'

/** What the writer of the plan's status is told. Times are monotonic milliseconds. */
export type StatusWriterEvent =
  /** Whether this speaker leads, by the Lease alone. */
  | { readonly type: 'leads'; readonly leads: boolean }
  /** Something may have changed. */
  | { readonly type: 'changed' }
  /** What was written does not stand there any more: the object is another one. */
  | { readonly type: 'lost' }
  /** What the effect `look` has asked for; undefined where it cannot be had. */
  | { readonly type: 'picture'; readonly status: PlanStatus | undefined }
  | { readonly type: 'written' }
  | { readonly type: 'failed'; readonly failure: ApiFailureReason }
  | { readonly type: 'deadline' }

export type StatusWriterEffect =
  /** Make the status as it is now. */
  { readonly type: 'look' } | { readonly type: 'write'; readonly status: PlanStatus }

/** Decides when the plan's status is written: one look, and at most one write, at a time. */
export interface StatusWriter {
  handle(event: StatusWriterEvent, now: number): readonly StatusWriterEffect[]
  readonly deadline: number | undefined
  /** What stands in the object, as far as we know. */
  readonly written: PlanStatus | undefined
}

/** Ours: changes that come together (a fail-over, a first announcement after its probes) make one write. */
export const SETTLE_MILLISECONDS = 100

/** A node that fails and comes back all the time must not make a write each time. */
export const PAUSE_MILLISECONDS = 1000

/**
 * An API server for which a write is hard work, as of a long plan under load, is asked less often: each of them is also
 * in the way of the plan's next version, which is more urgent.
 */
const PAUSE_OF_DURATION = 20
const LONGEST_WORK_PAUSE_MILLISECONDS = 5000

/** Some of what is told changes with time alone. */
export const LOOK_MILLISECONDS = 10_000

const RETRY = { shortestMilliseconds: 2 * PAUSE_MILLISECONDS, longestMilliseconds: 30_000 } as const

interface State {
  leads: boolean
  /** Something is to be looked at. */
  isDirty: boolean
  /** What is under way: a look, the write of a status, or one whose outcome says nothing any more. */
  busy: PlanStatus | 'look' | 'overtaken' | undefined
  lookAt: number
  wroteAt: number
  /** How long the last write took that was answered well. */
  tookMilliseconds: number
  failures: number
  written: PlanStatus | undefined
}

export function createStatusWriter(): StatusWriter {
  const state: State = {
    leads: false,
    isDirty: false,
    busy: undefined,
    lookAt: Infinity,
    wroteAt: -Infinity,
    tookMilliseconds: 0,
    failures: 0,
    written: undefined,
  }
  return {
    handle: (event, now) => handle(state, event, now),
    get deadline() {
      return state.leads && state.busy === undefined ? state.lookAt : undefined
    },
    get written() {
      return state.written
    },
  }
}

function handle(state: State, event: StatusWriterEvent, now: number): StatusWriterEffect[] {
  switch (event.type) {
    case 'leads':
      turn(state, event.leads, now)
      return []
    case 'changed':
      touch(state, now)
      return []
    case 'lost':
      forget(state)
      touch(state, now)
      return []
    case 'picture':
      return compare(state, event.status, now)
    case 'written':
      if (typeof state.busy === 'object') state.written = state.busy
      state.tookMilliseconds = now - state.wroteAt
      state.failures = 0
      rest(state, now)
      return []
    case 'failed':
      state.failures++
      state.isDirty = true
      rest(state, now)
      return []
    case 'deadline':
      return look(state, now)
  }
}

/** Another leader in between has written something else. */
function turn(state: State, leads: boolean, now: number): void {
  if (state.leads === leads) return
  state.leads = leads
  forget(state)
  if (leads) touch(state, now)
}

function forget(state: State): void {
  state.written = undefined
  state.failures = 0
  state.isDirty = false
  state.lookAt = Infinity
  if (typeof state.busy === 'object') state.busy = 'overtaken'
}

function touch(state: State, now: number): void {
  if (!state.isDirty) state.lookAt = Math.min(state.lookAt, soonest(state, now))
  state.isDirty = true
}

function soonest(state: State, now: number): number {
  return Math.max(now + SETTLE_MILLISECONDS, state.wroteAt + pauseOf(state))
}

function pauseOf({ failures, tookMilliseconds }: State): number {
  if (failures > 0) return backOff(failures, RETRY)
  const ofWork = Math.min(PAUSE_OF_DURATION * tookMilliseconds, LONGEST_WORK_PAUSE_MILLISECONDS)
  return Math.max(PAUSE_MILLISECONDS, ofWork)
}

function look(state: State, now: number): StatusWriterEffect[] {
  if (!state.leads || state.busy !== undefined || now < state.lookAt) return []
  state.busy = 'look'
  state.isDirty = false
  return [{ type: 'look' }]
}

function compare(state: State, status: PlanStatus | undefined, now: number): StatusWriterEffect[] {
  if (status === undefined || !state.leads || isSame(status, state.written)) {
    rest(state, now)
    return []
  }
  state.busy = status
  state.wroteAt = now
  return [{ type: 'write', status }]
}

/** The keys are always in the same order. */
function isSame(status: PlanStatus, written: PlanStatus | undefined): boolean {
  return written !== undefined && JSON.stringify(status) === JSON.stringify(written)
}

function rest(state: State, now: number): void {
  state.busy = undefined
  state.lookAt = state.isDirty ? soonest(state, now) : now + LOOK_MILLISECONDS
}
