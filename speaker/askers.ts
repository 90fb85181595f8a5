import { octetsKey, type AddressKey } from './address-key.ts'
import type { Asker } from './link-view.ts'
import { MAX_ASKERS } from './timing.ts'
import { holdsAt } from './wire/octets.ts'

/** Who has asked for an address: those whose neighbour entry has to change when the owner does. */
export interface Askers {
  /** Remembers who was answered. The octets may be parts of a frame: they are copied. */
  remember(claimKey: string, asker: Asker): void
  /** In the order in which they appeared. */
  of(claimKey: string): readonly Asker[]
  /** Forgets the askers of all claims but these. */
  keep(claimKeys: ReadonlySet<string>): void
}

export function createAskers(): Askers {
  const byClaim = new Map<string, Map<AddressKey, Asker>>()
  return {
    remember(claimKey, asker) {
      const known = byClaim.get(claimKey)
      if (known === undefined)
        byClaim.set(claimKey, new Map([[octetsKey(asker.protocol), copy(asker)]]))
      else rememberIn(known, asker)
    },
    of: (claimKey) => [...(byClaim.get(claimKey)?.values() ?? [])],
    keep(claimKeys) {
      for (const key of byClaim.keys()) if (!claimKeys.has(key)) byClaim.delete(key)
    },
  }
}

/** Most askers ask again and again: for them nothing is to be done, and nothing is. */
function rememberIn(known: Map<AddressKey, Asker>, asker: Asker): void {
  const key = octetsKey(asker.protocol)
  const before = known.get(key)
  if (before !== undefined && holdsAt(before.hardware, 0, asker.hardware)) return
  known.delete(key)
  known.set(key, copy(asker))
  dropOldest(known)
}

/** A Map keeps the order of insertion. */
function dropOldest(known: Map<AddressKey, Asker>): void {
  for (const oldest of [...known.keys()].slice(0, -MAX_ASKERS)) known.delete(oldest)
}

function copy({ hardware, protocol }: Asker): Asker {
  return { hardware: hardware.slice(), protocol: protocol.slice() }
}
