import { compareAddresses } from '../api/address.ts'
import type { Tenure } from './allocation/held.ts'
import { originOfHeld } from './allocation/held.ts'
import type { PoolIndex } from './allocation/pool-index.ts'
import type { HeldAddress, Release, Retention } from './allocation/result.ts'
import type { Assignment, ServiceKey } from './model.ts'
import { compareText } from '../api/order.ts'

interface Frozen {
  readonly assignments: readonly Assignment[]
  /** Only what two plans gave: an address stays where it was first. */
  readonly releases: readonly Release[]
  readonly retained: readonly Retention[]
}

/** An address that stays, with the Services of the plan that had it first. */
interface Kept {
  readonly held: HeldAddress
  readonly services: readonly ServiceKey[]
}

/** Keeps all that was given, for want of knowing the Services: nothing is given, nothing let go. */
export function freeze(index: PoolIndex, tenures: readonly Tenure[]): Frozen {
  const kept = keptAddresses(tenures)
  return {
    assignments: kept.map((one) => assignmentOf(index, one)),
    releases: tenures.flatMap(releaseOf).sort(compareReleases),
    retained: kept.flatMap((one) => retentionsOf(index, one)),
  }
}

function keptAddresses(tenures: readonly Tenure[]): Kept[] {
  const kept = new Map<string, { held: HeldAddress; services: ServiceKey[] }>()
  for (const { held, service, lostTo } of tenures) {
    const one = kept.get(held.address.text) ?? { held, services: [] }
    kept.set(held.address.text, one)
    if (lostTo === undefined) one.services.push(service)
  }
  for (const { services } of kept.values()) services.sort(compareText)
  return [...kept.values()].sort((a, b) => compareAddresses(a.held.address, b.held.address))
}

function assignmentOf(index: PoolIndex, { held, services }: Kept): Assignment {
  const { poolName: pool, segment } = originOfHeld(index, held)
  return { address: held.address, pool, segment, services, since: held.since, rule: 'held' }
}

function retentionsOf(index: PoolIndex, { held, services }: Kept): Retention[] {
  const { poolName: pool, segment, retained } = originOfHeld(index, held)
  const one = { address: held.address, pool, segment, services }
  const unknown: Retention = { ...one, reason: { type: 'servicesUnknown' } }
  return retained === undefined ? [unknown] : [{ ...one, reason: retained }, unknown]
}

function releaseOf({ held, service, lostTo }: Tenure): Release[] {
  if (lostTo === undefined) return []
  const { address, pool, segment } = held
  const reason = { type: 'otherPlanFirst', segment: lostTo.segment } as const
  return [{ address, service, pool, segment, reason }]
}

/** By address, then Service. */
export function compareReleases(a: Release, b: Release): number {
  return compareAddresses(a.address, b.address) || compareText(a.service, b.service)
}
