import type { Binding } from '../lan/link-view.ts'
import { DEFEND_INTERVAL, DISAGREEMENT_INTERVAL } from '../timing/constants.ts'

/** Limits how often an address is announced again because somebody announces something different. */
export interface Defence {
  /** Against somebody who has no right to the address: at most once in DEFEND_INTERVAL (RFC 5227 §2.4). */
  mayDefend(binding: Binding, now: number): boolean
  /** Against another speaker, which may have an older plan: sooner. */
  mayCorrect(binding: Binding, now: number): boolean
  /** Forgets all bindings but these. */
  keep(bindings: readonly Binding[]): void
}

export function createDefence(): Defence {
  const last = new Map<string, number>()
  const may = (binding: Binding, interval: number, now: number) => {
    const place = binding.place
    if (now - (last.get(place) ?? -Infinity) < interval) return false
    last.set(place, now)
    return true
  }
  return {
    mayDefend: (binding, now) => may(binding, DEFEND_INTERVAL, now),
    mayCorrect: (binding, now) => may(binding, DISAGREEMENT_INTERVAL, now),
    keep(bindings) {
      const places = new Set(bindings.map(({ place }) => place))
      for (const place of last.keys()) if (!places.has(place)) last.delete(place)
    },
  }
}
