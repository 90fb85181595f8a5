import type { Binding } from '../lan/link-view.ts'
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
 * Asks for our own addresses. A leader must get no answer: whoever answers is a rival. A speaker that does not lead
 * must get the leader's answer: else the network drops what speakers send.
 */
export interface Questions {
  /** Asks for exactly these from now on; for a new one after FIRST_QUESTION. */
  follow(bindings: readonly Binding[], now: number): void
  /** Somebody has answered. */
  answered(binding: Binding, now: number): void
  /** Somebody claims the address: it is asked for more often, as long as `isDisputed` says so. */
  disputed(binding: Binding, now: number): void
  /** This speaker has started or stopped leading: all are asked for again. */
  restart(now: number): void
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

export interface QuestionsOptions {
  readonly pacer: Pacer
  readonly leads: (now: number) => boolean
  readonly isDisputed: (binding: Binding) => boolean
  readonly countSent: () => void
}

interface Asking {
  binding: Binding
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
    follow: (bindings, now) => follow(inquiry, bindings, now),
    answered(binding, now) {
      const one = asking.get(binding.place)
      if (one === undefined || options.leads(now)) return
      one.unanswered = 0
      unheard.mark(binding, false, now)
      timers.set(binding.place, now + LISTENER_INTERVAL)
    },
    disputed(binding, now) {
      const place = binding.place
      if (asking.has(place)) timers.set(place, now + CONFLICT_QUESTION_INTERVAL)
    },
    restart(now) {
      for (const [place, one] of asking) {
        unheard.mark(one.binding, false, now)
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

function follow(inquiry: Inquiry, bindings: readonly Binding[], now: number): void {
  const { asking, timers, unheard } = inquiry
  const bound = new Map(bindings.map((binding) => [binding.place, binding]))
  for (const place of [...asking.keys()])
    if (!bound.has(place)) {
      asking.delete(place)
      timers.clear(place)
    }
  unheard.keep(new Set(bound.keys()))
  for (const [place, binding] of bound) {
    const known = asking.get(place)
    if (known === undefined) begin(inquiry, place, { binding, unanswered: 0 }, now)
    else known.binding = binding
  }
}

function begin(inquiry: Inquiry, place: string, one: Asking, now: number): void {
  inquiry.asking.set(place, Object.assign(one, { unanswered: 0 }))
  inquiry.timers.set(place, now + FIRST_QUESTION * (1 + inquiry.spread()))
}

/** A question counts, and the next one is due, from when it is sent: it may have to wait for its turn. */
function ask(inquiry: Inquiry, place: string, one: Asking, now: number): readonly WireEffect[] {
  const { asking, leads, pacer, timers, unheard } = inquiry
  unheard.mark(one.binding, !leads(now) && one.unanswered >= LISTENER_TRIES, now)
  const work = (at: number) => {
    if (asking.get(place) !== one) return []
    one.unanswered += 1
    timers.set(place, at + interval(inquiry, one, at))
    return question(inquiry, one.binding)
  }
  timers.set(place, now + QUESTION_INTERVAL)
  return pacer.offer(one.binding.link.state.name, PRIORITY.upkeep, work, now)
}

function interval({ leads, isDisputed }: Inquiry, one: Asking, now: number): number {
  if (leads(now)) return isDisputed(one.binding) ? CONFLICT_QUESTION_INTERVAL : QUESTION_INTERVAL
  return one.unanswered < LISTENER_TRIES ? LISTENER_RETRY : LISTENER_WAIT
}

function question({ countSent }: Inquiry, { link, planned }: Binding): readonly WireEffect[] {
  const effect = questionFor(link, planned.address)
  if (effect === undefined) return []
  countSent()
  return [effect]
}
