import type { Claim, NeighborMac } from '../lan/link-view.ts'
import {
  createTelling,
  NEWS,
  REFRESH,
  REPETITION,
  type Pair,
  type Telling,
  type TellingOptions,
} from './telling.ts'
import { createSpread } from '../timing/spread.ts'
import { createTimers, type Timers } from '../timing/timers.ts'
import { BEHIND_LOCKTIME } from '../timing/constants.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Tells the neighbours of each (address, MAC) pair that is new on a link, and keeps telling them slowly. */
export interface Announcer {
  /** Starts a burst for each of these claims whose owner's MAC is known and has not been announced. */
  announce(claims: Iterable<Claim>, now: number): readonly WireEffect[]
  /** Tells everybody once more, at once: somebody else has said something different. */
  again(claim: Claim, now: number): readonly WireEffect[]
  /** Tells those who have asked, so that their entries stay reachable. */
  refreshAskers(now: number): readonly WireEffect[]
  /**
   * Forgets all claims but these, and returns those that had been announced. Nothing of what was still to
   * be sent for them is sent.
   */
  keep(claims: readonly Claim[]): readonly Claim[]
  isAnnounced(claimKey: string): boolean
  /** Sends what is due. */
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

export interface AnnouncerOptions extends TellingOptions {
  readonly burstMilliseconds: readonly number[]
  readonly refreshSeconds: number
}

/** A pair that has been announced, and how many steps of its burst have been taken. */
interface Announced extends Pair {
  readonly begun: number
  readonly step: number
}

interface Announcing {
  readonly announced: Map<string, Announced>
  readonly timers: Timers
  readonly telling: Telling
  readonly burst: readonly number[]
  readonly refreshMilliseconds: number
  /** Spreads the refreshes of addresses that were announced at once. */
  readonly spread: () => number
}

export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const announced = new Map<string, Announced>()
  const timers = createTimers()
  const isTrue = ({ claim, mac }: Pair) => announced.get(claim.key)?.mac === mac
  const telling = createTelling(options, isTrue)
  const announcing: Announcing = {
    announced,
    timers,
    telling,
    burst: options.burstMilliseconds,
    refreshMilliseconds: options.refreshSeconds * 1_000,
    spread: createSpread(),
  }
  return {
    announce: (claims, now) => [...claims].flatMap((claim) => begin(announcing, claim, now)),
    again(claim, now) {
      const current = announced.get(claim.key)
      return current === undefined ? [] : telling.quickly(current, NEWS, true, now)
    },
    refreshAskers: (now) =>
      options.askers.takeDue(now).flatMap(({ claimKey, asker }) => {
        const current = announced.get(claimKey)
        return current === undefined ? [] : telling.toOne(current, asker, REFRESH, now)
      }),
    keep: (claims) => keep(announcing, claims),
    isAnnounced: (key) => announced.has(key),
    tick: (now) =>
      timers.takeDue(now).flatMap((key) => {
        const current = announced.get(key)
        return current === undefined ? [] : takeStep(announcing, current, now)
      }),
    get deadline() {
      return timers.earliest
    },
  }
}

function begin(announcing: Announcing, claim: Claim, now: number): readonly WireEffect[] {
  const { mac, node } = claim.owner
  if (mac === undefined) end(announcing, claim.key)
  if (mac === undefined || announcing.announced.get(claim.key)?.mac.text === mac.text) return []
  const sent = takeStep(announcing, { claim, mac, begun: now, step: 0 }, now)
  return [...sent, announcedReport(claim, node.name, mac)]
}

function takeStep(announcing: Announcing, current: Announced, now: number): readonly WireEffect[] {
  const { announced, burst, telling } = announcing
  const { claim, step } = current
  const next = { ...current, step: step + 1 }
  announced.set(claim.key, next)
  schedule(announcing, next, now)
  if (step >= burst.length) return telling.fully(next, REFRESH, false, now)
  const toAskers = step === 0 || isFirstBehindLocktime(burst, step)
  return telling.fully(next, step === 0 ? NEWS : REPETITION, toAskers, now)
}

/** Sets the timer for the next step of the burst, or for the slow refresh behind it. */
function schedule(announcing: Announcing, { claim, begun, step }: Announced, now: number): void {
  const { burst, refreshMilliseconds, timers } = announcing
  const after = burst[step]
  if (after !== undefined) return timers.set(claim.key, begun + after)
  if (refreshMilliseconds === 0) return timers.clear(claim.key)
  const share = step === burst.length ? 0.5 + announcing.spread() / 2 : 1
  timers.set(claim.key, now + refreshMilliseconds * share)
}

function keep(announcing: Announcing, claims: readonly Claim[]): readonly Claim[] {
  const { announced } = announcing
  const kept = new Map(claims.map((claim) => [claim.key, claim]))
  const before = [...announced.values()]
  for (const current of before) {
    const claim = kept.get(current.claim.key)
    if (claim === undefined) end(announcing, current.claim.key)
    else announced.set(claim.key, { ...current, claim })
  }
  return before.map(({ claim }) => claim).filter(({ key }) => !kept.has(key))
}

function end({ announced, timers }: Announcing, key: string): void {
  announced.delete(key)
  timers.clear(key)
}

function isFirstBehindLocktime(burst: readonly number[], step: number): boolean {
  return burst.findIndex((after) => after >= BEHIND_LOCKTIME) === step
}

function announcedReport(claim: Claim, node: string, mac: NeighborMac): WireEffect {
  return {
    type: 'report',
    report: {
      level: 'info',
      event: 'Announced',
      address: claim.planned.address.text,
      node,
      mac: mac.text,
      link: claim.link.state.name,
    },
  }
}
