import { BEACON_SILENCE, LISTEN_BEFORE_ANSWERING } from './timing.ts'
import { nodeOf, rankDelay } from './rank.ts'
import type { ElectionState } from './state.ts'

/** When a standby answers without holding the Lease, unless anything changes: monotonic milliseconds; Infinity: never. */
export function standInAt(state: ElectionState): number {
  if (!state.lan.linkUp) return Infinity
  return state.lostAt === undefined ? besideHolderAt(state) : withoutServerAt(state, state.lostAt)
}

/** Whose speaker answers on our LAN, as far as we know: whoever gave the last sign of it. */
export function presumedLeader(state: ElectionState): string | undefined {
  const { observed, lan } = state
  const holder = observed.holder ?? state.remembered
  let leader = holder === undefined || holder === '' ? undefined : nodeOf(holder)
  let sign = observed.changedAt
  for (const node of lan.speakers)
    if (lan.heard(node) > sign) {
      leader = node
      sign = lan.heard(node)
    }
  return leader
}

/** Nobody can be asked: whoever leads must be out of reach, and nobody else may be heard. */
function withoutServerAt(state: ElectionState, lostAt: number): number {
  const leader = presumedLeader(state)
  const listened = Math.max(lostAt, state.quietSince + LISTEN_BEFORE_ANSWERING)
  if (leader === state.node) return listened
  const isolated = state.lan.isIsolated ? state.timing.leaseDuration : 0
  const silent = Math.max(silentAt(state, leader, lostAt), othersSilentAt(state, leader))
  return Math.max(listened, silent) + isolated + rankDelay(state.node)
}

/** When the presumed leader counts as out of reach. */
function silentAt(state: ElectionState, leader: string | undefined, lostAt: number): number {
  const { lan, timing } = state
  if (leader === undefined) return lostAt + timing.leaseDuration
  const verdict = lan.verdict(leader)
  if (verdict === 'down') return lan.since(leader)
  // Heard since nobody can be asked: it announces itself all the time, so its silence says something.
  if (lan.heard(leader) >= lostAt) return lan.heard(leader) + BEACON_SILENCE
  // Its node is there, or has never been. A leader that lost the API server too would be heard by now.
  return Math.max(lostAt, state.startedAt) + 2 * timing.leaseDuration
}

/** When none of the speakers is heard any more that can be heard. */
function othersSilentAt({ lan }: ElectionState, leader: string | undefined): number {
  const ends = lan.speakers
    .filter((node) => node !== leader && lan.verdict(node) !== 'down')
    .map((node) => lan.heard(node) + BEACON_SILENCE)
  return Math.max(-Infinity, ...ends)
}

/** The holder renews its Lease, but is not on our side of the LAN. */
function besideHolderAt(state: ElectionState): number {
  const { timing, quietSince, node } = state
  const since = holderElsewhereSince(state)
  const waited = Math.max(since + timing.leaseDuration, quietSince + LISTEN_BEFORE_ANSWERING)
  return Math.max(waited, othersSilentAt(state, undefined)) + rankDelay(node)
}

/**
 * Since when another one holds the Lease whose node does not answer us, while other nodes do; Infinity: that
 * is not so. Who hears nobody does not judge that, and a node that is not in the plan is nowhere.
 */
export function holderElsewhereSince({ observed, lan, identity, timing }: ElectionState): number {
  const { holder } = observed
  if (holder === undefined || holder === '' || holder === identity) return Infinity
  const node = nodeOf(holder)
  const since = lan.since(node)
  if (lan.isIsolated || lan.verdict(node) === 'up' || since === -Infinity) return Infinity
  // Never answered: it may still be asked for its MAC.
  const silent = lan.verdict(node) === 'down' ? since : since + timing.leaseDuration
  return Math.max(silent, lan.heard(node))
}
