import type { Claim } from '../lan/link-view.ts'
import { DEFEND_INTERVAL, DISAGREEMENT_INTERVAL } from '../timing/constants.ts'

/** Limits how often an address is told again because somebody says something different. */
export interface Defence {
  /** Against somebody who has no right to the address: at most once in DEFEND_INTERVAL (RFC 5227 §2.4). */
  mayDefend(claim: Claim, now: number): boolean
  /** Against another speaker, which may have an older plan: sooner. */
  mayCorrect(claim: Claim, now: number): boolean
  /** Forgets all claims but these. */
  keep(claims: readonly Claim[]): void
}

export function createDefence(): Defence {
  const last = new Map<string, number>()
  const may = (claim: Claim, interval: number, now: number) => {
    const place = claim.place
    if (now - (last.get(place) ?? -Infinity) < interval) return false
    last.set(place, now)
    return true
  }
  return {
    mayDefend: (claim, now) => may(claim, DEFEND_INTERVAL, now),
    mayCorrect: (claim, now) => may(claim, DISAGREEMENT_INTERVAL, now),
    keep(claims) {
      const places = new Set(claims.map(({ place }) => place))
      for (const place of last.keys()) if (!places.has(place)) last.delete(place)
    },
  }
}
