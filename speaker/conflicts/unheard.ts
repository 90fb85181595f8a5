import { andMore } from '../../api/text.ts'
import type { Binding } from '../lan/link-view.ts'
import type { AnnouncementsHeard, AnnouncementsNotHeard } from '../reports/report.ts'
import { createTimers } from '../timing/timers.ts'
import type { WireEffect } from '../lan/effect.ts'

/** The addresses that nobody answers for, as a speaker that does not lead finds; reported together, link by link. */
export interface Unheard {
  mark(binding: Binding, isUnheard: boolean, now: number): void
  /** Forgets all but these. */
  keep(places: ReadonlySet<string>): void
  tick(now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}

/** Ours, in milliseconds: many addresses change within a moment, and are reported together. */
const REPORT_DELAY = 500

/** So many are named; the others are counted. */
const SHOWN = 8

export function createUnheard(): Unheard {
  const unheard = new Map<string, Binding>()
  const told = new Map<string, number>()
  const timers = createTimers()

  const tell = (link: string): readonly WireEffect[] => {
    const silent = [...unheard.values()].filter((binding) => binding.link.state.name === link)
    const before = told.get(link) ?? 0
    told.set(link, silent.length)
    if (silent.length > before) return [{ type: 'report', report: notHeard(link, silent) }]
    if (silent.length > 0 || before === 0) return []
    return [{ type: 'report', report: heardAgain(link, before) }]
  }

  return {
    mark(binding, isUnheard, now) {
      const place = binding.place
      if (unheard.has(place) === isUnheard) return
      if (isUnheard) unheard.set(place, binding)
      else unheard.delete(place)
      timers.set(binding.link.state.name, now + REPORT_DELAY)
    },
    keep(places) {
      for (const place of unheard.keys()) if (!places.has(place)) unheard.delete(place)
    },
    tick: (now) => timers.takeDue(now).flatMap(tell),
    get deadline() {
      return timers.earliest
    },
  }
}

function heardAgain(link: string, count: number): AnnouncementsHeard {
  return { level: 'info', event: 'AnnouncementsHeard', link, count }
}

function notHeard(link: string, bindings: readonly Binding[]): AnnouncementsNotHeard {
  const addresses = bindings.slice(0, SHOWN).map(({ planned }) => planned.address.text)
  const more = andMore(bindings.length - SHOWN)
  return {
    level: 'error',
    event: 'AnnouncementsNotHeard',
    link,
    addresses,
    count: bindings.length,
    message: `nobody answers for ${addresses.join(', ')}${more} on ${link}`,
    hint: 'is a speaker leading? If so, a switch or hypervisor drops frames that name the MAC of another node: allow forged transmits, turn off ARP inspection for these ports',
  }
}
