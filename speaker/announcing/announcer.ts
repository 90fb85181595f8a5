import type { Binding, NeighborMac } from '../lan/link-view.ts'
import {
  createAnnouncementSender,
  NEWS,
  REFRESH,
  REPETITION,
  type AnnouncedMapping,
  type AnnouncementSender,
  type AnnouncementSenderOptions,
} from './announcement-sender.ts'
import { createSpread } from '../timing/spread.ts'
import { createTimers, type Timers } from '../timing/timers.ts'
import { BEHIND_LOCKTIME } from '../timing/constants.ts'
import type { WireEffect } from '../lan/effect.ts'

/** Tells the neighbours of each (address, MAC) pair that is new on a link, and keeps telling them slowly. */
export interface Announcer {
  /** Starts a burst for each of these bindings whose owner's MAC is known and has not been announced. */
  announce(bindings: Iterable<Binding>, now: number): readonly WireEffect[]
  /** Announces once more, at once: somebody else has announced another MAC. */
  again(binding: Binding, now: number): readonly WireEffect[]
  /** Sends unicast updates to hosts that asked, so that their neighbour cache entries stay REACHABLE. */
  refreshAskers(now: number): readonly WireEffect[]
  /**
   * Forgets all bindings but these, and returns those that had been announced. Nothing of what was still to
   * be sent for them is sent.
   */
  keep(bindings: readonly Binding[]): readonly Binding[]
  isAnnounced(bindingKey: string): boolean
  /** Sends what is due. */
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

export interface AnnouncerOptions extends AnnouncementSenderOptions {
  readonly burstMilliseconds: readonly number[]
  readonly refreshSeconds: number
}

/** A pair that has been announced, and how many steps of its burst have been taken. */
interface Announced extends AnnouncedMapping {
  readonly begun: number
  readonly step: number
}

interface Announcing {
  readonly announced: Map<string, Announced>
  readonly timers: Timers
  readonly sender: AnnouncementSender
  readonly burst: readonly number[]
  readonly refreshMilliseconds: number
  /** Spreads the refreshes of addresses that were announced at once. */
  readonly spread: () => number
}

export function createAnnouncer(options: AnnouncerOptions): Announcer {
  const announced = new Map<string, Announced>()
  const timers = createTimers()
  const isTrue = ({ binding, mac }: AnnouncedMapping) => announced.get(binding.key)?.mac === mac
  const sender = createAnnouncementSender(options, isTrue)
  const announcing: Announcing = {
    announced,
    timers,
    sender,
    burst: options.burstMilliseconds,
    refreshMilliseconds: options.refreshSeconds * 1_000,
    spread: createSpread(),
  }
  return {
    announce: (bindings, now) =>
      [...bindings].flatMap((binding) => begin(announcing, binding, now)),
    again(binding, now) {
      const current = announced.get(binding.key)
      return current === undefined ? [] : sender.announce(current, NEWS, true, now)
    },
    refreshAskers: (now) =>
      options.askers.takeDue(now).flatMap(({ bindingKey, asker }) => {
        const current = announced.get(bindingKey)
        return current === undefined ? [] : sender.announceTo(current, asker, REFRESH, now)
      }),
    keep: (bindings) => keep(announcing, bindings),
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

function begin(announcing: Announcing, binding: Binding, now: number): readonly WireEffect[] {
  const { mac, node } = binding.owner
  if (mac === undefined) end(announcing, binding.key)
  if (mac === undefined || announcing.announced.get(binding.key)?.mac.text === mac.text) return []
  const sent = takeStep(announcing, { binding, mac, begun: now, step: 0 }, now)
  return [...sent, announcedReport(binding, node.name, mac)]
}

function takeStep(announcing: Announcing, current: Announced, now: number): readonly WireEffect[] {
  const { announced, burst, sender } = announcing
  const { binding, step } = current
  const next = { ...current, step: step + 1 }
  announced.set(binding.key, next)
  schedule(announcing, next, now)
  if (step >= burst.length) return sender.announceInBothForms(next, REFRESH, false, now)
  const toAskers = step === 0 || isFirstBehindLocktime(burst, step)
  return sender.announceInBothForms(next, step === 0 ? NEWS : REPETITION, toAskers, now)
}

/** Sets the timer for the next step of the burst, or for the slow refresh behind it. */
function schedule(announcing: Announcing, { binding, begun, step }: Announced, now: number): void {
  const { burst, refreshMilliseconds, timers } = announcing
  const after = burst[step]
  if (after !== undefined) return timers.set(binding.key, begun + after)
  if (refreshMilliseconds === 0) return timers.clear(binding.key)
  const share = step === burst.length ? 0.5 + announcing.spread() / 2 : 1
  timers.set(binding.key, now + refreshMilliseconds * share)
}

function keep(announcing: Announcing, bindings: readonly Binding[]): readonly Binding[] {
  const { announced } = announcing
  const kept = new Map(bindings.map((binding) => [binding.key, binding]))
  const before = [...announced.values()]
  for (const current of before) {
    const binding = kept.get(current.binding.key)
    if (binding === undefined) end(announcing, current.binding.key)
    else announced.set(binding.key, { ...current, binding })
  }
  return before.map(({ binding }) => binding).filter(({ key }) => !kept.has(key))
}

function end({ announced, timers }: Announcing, key: string): void {
  announced.delete(key)
  timers.clear(key)
}

function isFirstBehindLocktime(burst: readonly number[], step: number): boolean {
  return burst.findIndex((after) => after >= BEHIND_LOCKTIME) === step
}

function announcedReport(binding: Binding, node: string, mac: NeighborMac): WireEffect {
  return {
    type: 'report',
    report: {
      level: 'info',
      event: 'Announced',
      address: binding.planned.address.text,
      node,
      mac: mac.text,
      link: binding.link.state.name,
    },
  }
}
