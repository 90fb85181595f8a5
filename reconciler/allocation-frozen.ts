import { compareAddresses } from './address.ts'
import { originOfHeld } from './allocation-held.ts'
import type { PoolIndex } from './allocation-pools.ts'
import type { HeldAddress, Retention } from './allocation-result.ts'
import { compareText } from './finding.ts'
import type { Assignment } from './model.ts'

export interface Frozen {
  readonly assignments: readonly Assignment[]
  readonly retained: readonly Retention[]
}

/** Keeps all that was given, for want of knowing the Services: nothing is released, nothing given. */
export function freeze(index: PoolIndex, longestFirst: readonly HeldAddress[]): Frozen {
  const first = new Map<string, HeldAddress>()
  for (const held of longestFirst)
    if (!first.has(held.address.text)) first.set(held.address.text, held)
  const kept = [...first.values()]
    .sort((a, b) => compareAddresses(a.address, b.address))
    .map((held) => ({ held, origin: originOfHeld(index, held) }))
  return {
    assignments: kept.map(({ held, origin }) => ({
      address: held.address,
      pool: origin.poolName,
      segment: origin.segment,
      services: [...new Set(held.services)].sort(compareText),
      since: held.since,
      rule: 'held',
    })),
    retained: kept.flatMap(({ held, origin }) =>
      [origin.retained, { type: 'servicesUnknown' } as const]
        .filter((reason) => reason !== undefined)
        .map((reason) => ({
          address: held.address,
          pool: origin.poolName,
          segment: origin.segment,
          services: [...new Set(held.services)].sort(compareText),
          reason,
        })),
    ),
  }
}
