import type { Address, Family } from '../../api/address.ts'
import { POOL_DEFAULTS, type PlanPool } from '../../api/objects.ts'
import { nameOf, type Binding, type Neighbor } from '../lan/link-view.ts'
import { solicitationSource, echoSource } from '../frames/outgoing.ts'
import { addressesOn } from '../lan/links-for.ts'

export type ProbeSettings = PlanPool['probe']

/** How one address of a node on one link is to be probed. */
export interface ProbeRole {
  readonly key: string
  readonly neighbor: Neighbor
  readonly family: Family
  readonly address: Address
  readonly settings: ProbeSettings
  /** It owns an address or stands by for one as the next: the others are probed more slowly. */
  readonly isNeeded: boolean
  /** The link has an address of its own that an echo can come from. */
  readonly canEcho: boolean
}

const FAMILIES = ['IPv4', 'IPv6'] as const

interface Duty {
  readonly settings: ProbeSettings
  readonly isNeeded: boolean
}

/**
 * One role for each family in which a neighbour can be probed. A node that serves several pools is probed as the
 * quickest of them says. Our own node is not probed.
 */
export function rolesOf(
  bindings: readonly Binding[],
  neighbors: Iterable<Neighbor>,
): readonly ProbeRole[] {
  const duties = dutiesIn(bindings)
  return [...neighbors]
    .filter(({ isSelf }) => !isSelf)
    .flatMap((neighbor) => {
      const duty = duties.get(neighbor) ?? { settings: POOL_DEFAULTS.probe, isNeeded: false }
      return FAMILIES.flatMap((family) => roleIn(neighbor, family, duty))
    })
}

/** The key of what is probed: one address of each family for each node and link. */
export function roleKey({ key }: Neighbor, family: Family): string {
  return nameOf(key, family)
}

function roleIn(neighbor: Neighbor, family: Family, duty: Duty): readonly ProbeRole[] {
  const address = addressesOn(neighbor).find((one) => one.family === family)
  if (address === undefined) return []
  // Without an address of our own there is nobody whom an advertisement could be sent to.
  if (family === 'IPv6' && solicitationSource(neighbor.link) === undefined) return []
  const canEcho = echoSource(neighbor.link, address) !== undefined
  return [{ key: roleKey(neighbor, family), neighbor, family, address, canEcho, ...duty }]
}

function dutiesIn(bindings: readonly Binding[]): ReadonlyMap<Neighbor, Duty> {
  const duties = new Map<Neighbor, Duty>()
  const add = (neighbor: Neighbor, settings: ProbeSettings, isNeeded: boolean) => {
    const before = duties.get(neighbor)
    if (before === undefined || isQuicker({ settings, isNeeded }, before))
      duties.set(neighbor, { settings, isNeeded })
  }
  for (const { candidates, owner, planned } of bindings) {
    const { probe } = planned.pool
    add(owner, probe, true)
    const standby = candidates.find((candidate) => candidate !== owner)
    for (const candidate of candidates) add(candidate, probe, candidate === standby)
  }
  return duties
}

/** Needed ones first, then by interval, threshold and method. */
function isQuicker(a: Duty, b: Duty): boolean {
  if (a.isNeeded !== b.isNeeded) return a.isNeeded
  const interval = a.settings.intervalMilliseconds - b.settings.intervalMilliseconds
  if (interval !== 0) return interval < 0
  const threshold = a.settings.failureThreshold - b.settings.failureThreshold
  if (threshold !== 0) return threshold < 0
  return a.settings.method < b.settings.method
}
