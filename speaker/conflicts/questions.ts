import type { Claim } from '../lan/link-view.ts'
import { questionFor } from '../frames/outgoing.ts'
import { PRIORITY, type Pacer } from '../announcing/pacer.ts'
import { createSpread } from '../timing/spread.ts'
import { createTimers, type Timers } from '../timing/timers.ts'
import {
  CONFLICT_QUESTION_INTERVAL,
  FIRST_QUESTION,
  LISTENER_INTERVAL,
  LISTENER_WAIT,
  LISTENER_RETRY,
  LISTENER_TRIES,
  QUESTION_INTERVAL,
} from '../timing/constants.ts'
import { createUnheard, type Unheard } from './unheard.ts'
import type { WireEffect } from '../lan/effect.ts'

/**
 * Asks for our own addresses. A speaker that leads must hear no answer: who answers does so by himself. One
 * that listens must hear the answer of the one that leads: else the network swallows what speakers say.
 */
export interface Questions {
  /** Asks for these from now on, each a while after it appears. */
  follow(claims: readonly Claim[], now: number): void
  /** Somebody has answered. */
  answered(claim: Claim, now: number): void
  /** Somebody claims the address: it is asked for more often, as long as `isDisputed` says so. */
  disputed(claim: Claim, now: number): void
  /** This speaker leads from now on, or listens: all are asked for anew. */
  restart(now: number): void
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

export interface QuestionsOptions {
  readonly pacer: Pacer
  readonly leads: (now: number) => boolean
  readonly isDisputed: (claim: Claim) => boolean
  readonly countSent: () => void
}

interface Asking {
  claim: Claim
  /** Questions since the last answer. */
  unanswered: number
}

interface Inquiry extends QuestionsOptions {
  readonly asking: Map<string, Asking>
  readonly timers: Timers
  readonly unheard: Unheard
  readonly spread: () => number
}

export function createQuestions(options: QuestionsOptions): Questions {
  const asking = new Map<string, Asking>()
  const timers = createTimers()
  const unheard = createUnheard()
  const inquiry: Inquiry = { ...options, asking, timers, unheard, spread: createSpread() }
  return {
    follow: (claims, now) => follow(inquiry, claims, now),
    answered(claim, now) {
      const one = asking.get(claim.place)
      if (one === undefined || options.leads(now)) return
      one.unanswered = 0
      unheard.mark(claim, false, now)
      timers.set(claim.place, now + LISTENER_INTERVAL)
    },
    disputed(claim, now) {
      const place = claim.place
      if (asking.has(place)) timers.set(place, now + CONFLICT_QUESTION_INTERVAL)
    },
    restart(now) {
      for (const [place, one] of asking) {
        unheard.mark(one.claim, false, now)
        begin(inquiry, place, one, now)
      }
    },
    tick: (now) => [
      ...timers.takeDue(now).flatMap((place) => {
        const one = asking.get(place)
        return one === undefined ? [] : ask(inquiry, place, one, now)
      }),
      ...unheard.tick(now),
    ],
    get deadline() {
      if (unheard.deadline === undefined) return timers.earliest
      return Math.min(unheard.deadline, timers.earliest ?? Infinity)
    },
  }
}

function follow(inquiry: Inquiry, claims: readonly Claim[], now: number): void {
  const { asking, timers, unheard } = inquiry
  const claimed = new Map(claims.map((claim) => [claim.place, claim]))
  for (const place of [...asking.keys()])
    if (!claimed.has(place)) {
      asking.delete(place)
      timers.clear(place)
    }
  unheard.keep(new Set(claimed.keys()))
  for (const [place, claim] of claimed) {
    const known = asking.get(place)
    if (known === undefined) begin(inquiry, place, { claim, unanswered: 0 }, now)
    else known.claim = claim
  }
}

function begin(inquiry: Inquiry, place: string, one: Asking, now: number): void {
  inquiry.asking.set(place, Object.assign(one, { unanswered: 0 }))
  inquiry.timers.set(place, now + FIRST_QUESTION * (1 + inquiry.spread()))
}

/** A question counts, and the next one is due, from when it is sent: it may have to wait for its turn. */
function ask(inquiry: Inquiry, place: string, one: Asking, now: number): readonly WireEffect[] {
  const { asking, leads, pacer, timers, unheard } = inquiry
  unheard.mark(one.claim, !leads(now) && one.unanswered >= LISTENER_TRIES, now)
  const work = (at: number) => {
    if (asking.get(place) !== one) return []
    one.unanswered += 1
    timers.set(place, at + interval(inquiry, one, at))
    return question(inquiry, one.claim)
  }
  timers.set(place, now + QUESTION_INTERVAL)
  return pacer.offer(one.claim.link.state.name, PRIORITY.upkeep, work, now)
}

function interval({ leads, isDisputed }: Inquiry, one: Asking, now: number): number {
  if (leads(now)) return isDisputed(one.claim) ? CONFLICT_QUESTION_INTERVAL : QUESTION_INTERVAL
  return one.unanswered < LISTENER_TRIES ? LISTENER_RETRY : LISTENER_WAIT
}

function question({ countSent }: Inquiry, { link, planned }: Claim): readonly WireEffect[] {
  const effect = questionFor(link, planned.address)
  if (effect === undefined) return []
  countSent()
  return [effect]
}
