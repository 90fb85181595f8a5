import type { ElectionEvent, SpeakerElection } from './events.ts'
import { answered, ask, failed, heardFromServer, nextRequest } from './requests.ts'
import type { StandInReason, YieldReason } from '../reports/election.ts'
import { extendBeacons, strongerRival } from './rivals.ts'
import { holderElsewhereSince, presumedLeader, standInAt } from './stand-in.ts'
import {
  answerAs,
  createElectionState,
  endStandIn,
  fallSilent,
  grant,
  report,
  type ElectionOptions,
  type ElectionState,
} from './state.ts'
import { acquisitionOf } from './acquire.ts'
import { BEACON_INTERVAL, ISOLATED_AFTER, SPEAKER_TIMING } from './timing.ts'
import type { LanObservation } from '../lan/lan-observation.ts'

export type { ElectionOptions } from './state.ts'

/** The election of a segment's leader as one speaker sees it (docs/election.md). */
export function createElection(options: ElectionOptions, now: number): SpeakerElection {
  const state = createElectionState({ ...options, timing: options.timing ?? SPEAKER_TIMING }, now)
  return {
    handle(event, now) {
      state.effects = []
      if (!state.hasEnded) handle(state, event, now)
      return state.effects
    },
    get deadline() {
      return state.hasEnded ? undefined : deadlineOf(state)
    },
    get role() {
      return state.role
    },
    get holder() {
      return state.observed.holder ?? state.remembered
    },
  }
}

function handle(state: ElectionState, event: ElectionEvent, now: number): void {
  noticeGap(state, now)
  takeIn(state, event, now)
  state.handledAt = now
  if (state.isStopping) return stopping(state, now)
  noticeHolder(state, now)
  noticeLan(state, now)
  noticeServer(state, now)
  noticeRivals(state, now)
  if (state.role === 'standby' && now >= standInAt(state)) standIn(state, now)
  request(state, now)
  prolong(state, now)
  announce(state, now)
}

/** Who stood still for longer than a grant lasts knows nothing of what happened since. */
function noticeGap(state: ElectionState, now: number): void {
  const gapMilliseconds = now - state.handledAt
  const hasLapsed = state.role !== 'standby' && now >= state.grantedUntil
  if (gapMilliseconds <= state.timing.renewDeadline && !hasLapsed) return
  if (state.role !== 'standby') {
    endStandIn(state, 'gap')
    const { segment } = state
    report(state, { level: 'warn', event: 'GrantVoided', segment, gapMilliseconds })
  }
  fallSilent(state, now)
  state.sentAt = -Infinity
  state.acquireSentAt = -Infinity
}

function takeIn(state: ElectionState, event: ElectionEvent, now: number): void {
  if (event.type === 'lan') return sawLan(state, event.view, now)
  if (event.type === 'plan') return void (state.plan = event.plan)
  if (event.type === 'stop') return void (state.isStopping = true)
  if (event.type === 'answered') return answered(state, event.lease, now)
  if (event.type === 'failed') return failed(state, event.failure, now)
  if (event.type !== 'lease') return
  state.observed.watched(event.lease, now)
  // A watch that shows us our own late renewals says nothing of whether we can write.
  if (state.observed.holder !== state.identity) heardFromServer(state, now)
}

/** On the way out: the second one is for a renewal that came between. */
const RELEASES = 2

function stopping(state: ElectionState, now: number): void {
  const { observed, identity, segment } = state
  if (state.role !== 'standby') {
    endStandIn(state, 'stopped')
    fallSilent(state, now)
  }
  if (state.inFlight !== undefined) return
  if (observed.holder === identity && state.releases < RELEASES) {
    if (state.releases++ === 0)
      report(state, { level: 'info', event: 'LeaseReleased', segment, reason: 'stopped' })
    return ask(state, 'release', now)
  }
  state.hasEnded = true
  state.effects.push({ type: 'ended' })
}

/** Silent since the link is back: what happened in between is not known. */
function sawLan(state: ElectionState, view: LanObservation, now: number): void {
  const hadLink = state.lan.linkUp
  state.lan.see(view, now)
  if (!hadLink && view.linkUp && state.role === 'standby') state.quietSince = now
}

/** Somebody else holds the Lease: that ends what we do at once, unless it does so on another side of the LAN. */
function noticeHolder(state: ElectionState, now: number): void {
  const { observed, identity, role, segment } = state
  const { holder } = observed
  if (role === 'standby' || holder === undefined || holder === '' || holder === identity) return
  if (role === 'standIn' && (state.lostAt !== undefined || now >= acquisitionOf(state)!.at)) return
  if (role === 'leading') report(state, { level: 'warn', event: 'LeaseLost', segment, to: holder })
  if (now < holderElsewhereSince(state)) return giveWay(state, 'otherHolder', now, holder)
  if (role !== 'standIn') becomeStandIn(state, 'holderElsewhere', now)
}

function giveWay(state: ElectionState, reason: YieldReason, now: number, other?: string): void {
  endStandIn(state, reason, other)
  fallSilent(state, now)
}

/** What our own side of the LAN says about us: who is cut off from it had better not lead. */
function noticeLan(state: ElectionState, now: number): void {
  const { lan, role } = state
  if (role === 'standIn' || role === 'failStatic') {
    if (!lan.linkUp) giveWay(state, 'linkDown', now)
  } else if (role === 'leading') {
    const reason = releaseReason(state, now)
    state.hadLink ||= lan.linkUp
    state.heardNodes ||= !lan.isIsolated
    if (reason !== undefined && state.inFlight === undefined && state.lostAt === undefined)
      release(state, reason, now)
  }
}

function releaseReason({ lan, hadLink, heardNodes }: ElectionState, now: number) {
  if (hadLink && !lan.linkUp) return 'linkDown'
  const isAlone = heardNodes && lan.isIsolated && now >= lan.isolationSince + ISOLATED_AFTER
  return isAlone ? 'nobodyHeard' : undefined
}

/** With a link it goes on answering until somebody takes the Lease: the others may just be dead. */
function release(state: ElectionState, reason: 'linkDown' | 'nobodyHeard', now: number): void {
  const { segment } = state
  report(state, { level: 'warn', event: 'LeaseReleased', segment, reason })
  ask(state, 'release', now)
  if (reason === 'linkDown') fallSilent(state, now)
  else becomeStandIn(state, 'released', now)
}

/** Before the grant ends, so that there is no gap; as late as can be, because until then it needs no excuse. */
function noticeServer(state: ElectionState, now: number): void {
  const { role, grantedUntil, timing } = state
  if (role === 'leading' && now >= grantedUntil - 2 * timing.retryPeriod)
    becomeFailStatic(state, now)
}

function noticeRivals(state: ElectionState, now: number): void {
  if (state.role === 'leading') return extendBeacons(state)
  if (state.role === 'standby') return
  const rival = strongerRival(state)
  if (rival !== undefined) giveWay(state, 'otherHeard', now, rival)
}

function standIn(state: ElectionState, now: number): void {
  if (state.lostAt === undefined) becomeStandIn(state, 'holderElsewhere', now)
  else if (presumedLeader(state) === state.node) becomeFailStatic(state, now)
  else becomeStandIn(state, 'nobodyReached', now)
}

function becomeStandIn(state: ElectionState, reason: StandInReason, now: number): void {
  const { segment } = state
  const holder = state.observed.holder ?? state.remembered ?? ''
  endStandIn(state, 'otherHolder', holder)
  answerAs(state, 'standIn', now)
  report(state, { level: 'warn', event: 'StandInStarted', segment, reason, holder })
}

function becomeFailStatic(state: ElectionState, now: number): void {
  const { segment, failure } = state
  answerAs(state, 'failStatic', now)
  report(state, {
    level: 'warn',
    event: 'FailStaticStarted',
    segment,
    failure: failure?.failure ?? 'unreachable',
    message: `the Lease cannot be renewed: ${failure?.message ?? 'no answer yet'}`,
    hint: 'addresses are answered from the last plan until the API server tells of another holder',
  })
}

function request(state: ElectionState, now: number): void {
  if (state.inFlight !== undefined) return
  const { at, purpose } = nextRequest(state)
  if (now >= at) ask(state, purpose, now)
}

/** The grant of one that has no Lease to show is short too, so that it ends by itself where the loop stands still. */
function prolong(state: ElectionState, now: number): void {
  const { role, timing, grantedUntil } = state
  if (role !== 'failStatic' && role !== 'standIn') return
  const until = now + timing.renewDeadline
  if (until - grantedUntil >= timing.retryPeriod / 2) grant(state, until)
}

function announce(state: ElectionState, now: number): void {
  if (!isBeaconing(state, now) || now < state.beaconAt) return
  state.beaconAt = now + BEACON_INTERVAL
  state.effects.push({ type: 'announce' })
}

function isBeaconing({ role, beaconsUntil }: ElectionState, now: number): boolean {
  return role === 'failStatic' || role === 'standIn' || (role === 'leading' && now < beaconsUntil)
}

/** At least once a period, whatever comes: conditions that hold "for so long" are looked at then. */
function deadlineOf(state: ElectionState): number {
  const { handledAt, timing, inFlight, role } = state
  return Math.min(
    handledAt + timing.retryPeriod,
    inFlight || state.isStopping ? Infinity : nextRequest(state).at,
    role === 'standby' && !state.isStopping ? standInAt(state) : Infinity,
    isBeaconing(state, handledAt) ? state.beaconAt : Infinity,
  )
}
