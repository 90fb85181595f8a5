import {
  BEACONS_AFTER_RIVAL,
  BEACON_IN_FLIGHT,
  LAN_MERGED_AFTER,
  RIVAL_PERSISTS_AFTER,
  HEARD_BY_ALL_AFTER,
  RIVAL_UNAWARE_AFTER,
} from './timing.ts'
import { ranksBefore } from './rank.ts'
import type { ElectionState } from './state.ts'

/** The speaker that this one, which cannot prove that it leads, gives way to. */
export function strongerRival(state: ElectionState): string | undefined {
  return rivalsOf(state, substituteSince(state)).find((node) => isStronger(state, node))
}

/** A leader that hears another speaker tells it of itself, for a while: that one may know no better. */
export function extendBeacons(state: ElectionState): void {
  const heard = rivalsOf(state, state.answeringSince + RIVAL_UNAWARE_AFTER).map((node) =>
    state.lan.heard(node),
  )
  for (const at of heard)
    state.beaconsUntil = Math.max(state.beaconsUntil, at + BEACONS_AFTER_RIVAL)
}

/** From when on it matters whom we hear: a holder may have been followed since its last renewal. */
function substituteSince({ role, renewedAt, answeringSince }: ElectionState): number {
  if (role === 'failStatic' && renewedAt >= answeringSince) return renewedAt
  return answeringSince + BEACON_IN_FLIGHT
}

function rivalsOf({ lan }: ElectionState, since: number): string[] {
  return lan.speakers.filter((node) => lan.heard(node) > since)
}

function isStronger(state: ElectionState, node: string): boolean {
  const heard = state.lan.heard(node)
  const first = state.rivals.get(node) ?? heard
  // So that it hears us soon.
  if (!state.rivals.has(node)) state.beaconAt = -Infinity
  state.rivals.set(node, first)
  if (knewOfUs(state, node, heard) || ranksBefore(node, state.node)) return true
  return heard - first >= RIVAL_PERSISTS_AFTER
}

/** It could hear us all the time, and speaks nevertheless: it holds the Lease. */
function knewOfUs({ lan, answeringSince }: ElectionState, node: string, heard: number): boolean {
  const together = lan.verdict(node) === 'up' && heard - lan.since(node) >= LAN_MERGED_AFTER
  return together && heard - answeringSince >= HEARD_BY_ALL_AFTER
}
