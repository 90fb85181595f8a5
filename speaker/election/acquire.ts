import { PREFERENCE_DELAY } from './timing.ts'
import { nodeOf } from './rank.ts'
import type { AcquireReason } from '../reports/election.ts'
import type { ElectionState } from './state.ts'

/** When a Lease may be written as our own, and why. */
export interface Acquisition {
  readonly reason: AcquireReason
  readonly at: number
}

/** Undefined: not by anything that is known. */
export function acquisitionOf(state: ElectionState): Acquisition | undefined {
  const { observed, identity } = state
  if (observed.holder === undefined) return undefined
  if (observed.holder === identity) return { reason: 'resumed', at: -Infinity }
  const delay = preference(state) + isolation(state)
  if (observed.holder === '') return { reason: 'free', at: observed.changedAt + delay }
  const expired: Acquisition = { reason: 'expired', at: observed.expiresAt + delay }
  const witnessed = witnessedAt(state)
  return witnessed < expired.at ? { reason: 'twoWitnesses', at: witnessed } : expired
}

/** The API server tells of no renewal, and the LAN of no node: each alone may be wrong. */
function witnessedAt({ observed, lan, timing }: ElectionState): number {
  const node = nodeOf(observed.holder!)
  if (!lan.linkUp || lan.verdict(node) !== 'down') return Infinity
  return Math.max(observed.changedAt + 2 * timing.retryPeriod, lan.since(node))
}

/** Others had better lead who carry no addresses: a node that dies then costs one thing at a time. */
function preference({ plan, node, role }: ElectionState): number {
  if (plan === undefined || role !== 'standby' || !plan.carriers.has(node)) return 0
  const hasIdleNode = [...plan.nodes].some((name) => !plan.carriers.has(name))
  return hasIdleNode ? PREFERENCE_DELAY : 0
}

/** Who hears no node may be cut off; the others may just be dead, so it stands in the end. */
function isolation({ lan, timing }: ElectionState): number {
  return lan.isIsolated ? timing.leaseDuration : 0
}
