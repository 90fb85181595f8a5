import type { Askers } from './askers.ts'
import type { Asker, Binding, NeighborMac } from '../lan/link-view.ts'
import { announcement, announcementByReply, news } from '../frames/outgoing.ts'
import { PRIORITY, type Pacer, type Priority } from './pacer.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Sends announcements and unicast updates, each in its turn, as long as the mapping is still in force. */
export interface AnnouncementSender {
  /** To all, in the form that every host accepts; and to those who asked, if wanted. */
  announce(
    mapping: AnnouncedMapping,
    urgency: Urgency,
    toAskers: boolean,
    now: number,
  ): readonly WireEffect[]
  /** As a gratuitous ARP reply as well. It comes after the first form of all addresses: few hosts need it. */
  announceInBothForms(
    mapping: AnnouncedMapping,
    urgency: Urgency,
    toAskers: boolean,
    now: number,
  ): readonly WireEffect[]
  /** To one host that asked. */
  announceTo(
    mapping: AnnouncedMapping,
    asker: Asker,
    urgency: Urgency,
    now: number,
  ): readonly WireEffect[]
}

/** The mapping that is announced: this address is at this MAC. */
export interface AnnouncedMapping {
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

export interface AnnouncementSenderOptions {
  readonly askers: Askers
  readonly pacer: Pacer
  /** Until when this speaker leads: it sends nothing for an address after that. */
  readonly leadsUntil: () => number
  readonly countSent: (what: SentKind, count: number) => void
}

/** `isTrue` tells whether a pair is still the one that is announced, when its turn has come. */
export function createAnnouncementSender(
  { askers, pacer, leadsUntil, countSent }: AnnouncementSenderOptions,
  isTrue: (mapping: AnnouncedMapping) => boolean,
): AnnouncementSender {
  const offer = (
    mapping: AnnouncedMapping,
    { priority, what }: Urgency,
    make: Make,
    now: number,
  ) => {
    const work = (at: number): readonly WireEffect[] => {
      if (at >= leadsUntil() || !isTrue(mapping)) return []
      const effects = make(mapping)
      countSent(what, effects.length)
      return effects
    }
    return pacer.offer(mapping.binding.link.state.name, priority, work, now)
  }
  const announceTo: AnnouncementSender['announceTo'] = (mapping, asker, urgency, now) =>
    offer(mapping, urgency, ({ binding, mac }) => [news(binding, mac, asker)], now)

  const toAskers = (mapping: AnnouncedMapping, { priority }: Urgency, now: number) =>
    askers
      .of(mapping.binding.key)
      .flatMap((asker) => announceTo(mapping, asker, { priority, what: 'news' }, now))

  return {
    announceTo,
    announce: (mapping, urgency, withAskers, now) => [
      ...offer(mapping, urgency, inFirstForm, now),
      ...(withAskers ? toAskers(mapping, urgency, now) : []),
    ],
    announceInBothForms(mapping, urgency, withAskers, now) {
      const isNews = urgency.priority === PRIORITY.news
      return [
        ...offer(mapping, urgency, isNews ? inFirstForm : inBothForms, now),
        ...(withAskers ? toAskers(mapping, urgency, now) : []),
        ...(isNews ? offer(mapping, REPETITION, inSecondForm, now) : []),
      ]
    },
  }
}

type Make = (mapping: AnnouncedMapping) => readonly WireEffect[]

const inFirstForm: Make = ({ binding, mac }) => [announcement(binding, mac)]
const inSecondForm: Make = ({ binding, mac }) => announcementByReply(binding, mac)
const inBothForms: Make = (mapping) => [...inFirstForm(mapping), ...inSecondForm(mapping)]
