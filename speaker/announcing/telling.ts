import type { Askers } from './askers.ts'
import type { Asker, Binding, NeighborMac } from '../lan/link-view.ts'
import { announcement, announcementByReply, news } from '../frames/outgoing.ts'
import { PRIORITY, type Pacer, type Priority } from './pacer.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Sends announcements and news, each in its turn, as long as they are still true. */
export interface Telling {
  /** To everybody in the form that everybody takes, and to those who have asked. */
  quickly(pair: Pair, urgency: Urgency, toAskers: boolean, now: number): readonly WireEffect[]
  /** In the other form as well, which comes behind the first one of all addresses: few need it. */
  fully(pair: Pair, urgency: Urgency, toAskers: boolean, now: number): readonly WireEffect[]
  /** To one that has asked. */
  toOne(pair: Pair, asker: Asker, urgency: Urgency, now: number): readonly WireEffect[]
}

/** What is told: the address is at this MAC. */
export interface Pair {
  readonly binding: Binding
  readonly mac: NeighborMac
}

export type SentKind = 'announcement' | 'news' | 'refresh'

export interface Urgency {
  readonly priority: Priority
  readonly what: SentKind
}

export const NEWS: Urgency = { priority: PRIORITY.news, what: 'announcement' }
export const REPETITION: Urgency = { priority: PRIORITY.repetition, what: 'announcement' }
export const REFRESH: Urgency = { priority: PRIORITY.upkeep, what: 'refresh' }

export interface TellingOptions {
  readonly askers: Askers
  readonly pacer: Pacer
  /** Until when this speaker leads: it says nothing in the name of an address after that. */
  readonly leadsUntil: () => number
  readonly countSent: (what: SentKind, count: number) => void
}

/** `isTrue` tells whether a pair is still the one that is announced, when its turn has come. */
export function createTelling(
  { askers, pacer, leadsUntil, countSent }: TellingOptions,
  isTrue: (pair: Pair) => boolean,
): Telling {
  const offer = (pair: Pair, { priority, what }: Urgency, make: Make, now: number) => {
    const work = (at: number): readonly WireEffect[] => {
      if (at >= leadsUntil() || !isTrue(pair)) return []
      const effects = make(pair)
      countSent(what, effects.length)
      return effects
    }
    return pacer.offer(pair.binding.link.state.name, priority, work, now)
  }
  const toOne: Telling['toOne'] = (pair, asker, urgency, now) =>
    offer(pair, urgency, ({ binding, mac }) => [news(binding, mac, asker)], now)

  const toAskers = (pair: Pair, { priority }: Urgency, now: number) =>
    askers
      .of(pair.binding.key)
      .flatMap((asker) => toOne(pair, asker, { priority, what: 'news' }, now))

  return {
    toOne,
    quickly: (pair, urgency, withAskers, now) => [
      ...offer(pair, urgency, inFirstForm, now),
      ...(withAskers ? toAskers(pair, urgency, now) : []),
    ],
    fully(pair, urgency, withAskers, now) {
      const isNews = urgency.priority === PRIORITY.news
      return [
        ...offer(pair, urgency, isNews ? inFirstForm : inBothForms, now),
        ...(withAskers ? toAskers(pair, urgency, now) : []),
        ...(isNews ? offer(pair, REPETITION, inSecondForm, now) : []),
      ]
    },
  }
}

type Make = (pair: Pair) => readonly WireEffect[]

const inFirstForm: Make = ({ binding, mac }) => [announcement(binding, mac)]
const inSecondForm: Make = ({ binding, mac }) => announcementByReply(binding, mac)
const inBothForms: Make = (pair) => [...inFirstForm(pair), ...inSecondForm(pair)]
