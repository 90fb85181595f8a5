import type { Asker } from './link-view.ts'
import { MAX_ASKERS } from './timing.ts'
import { holdsAt } from './wire/octets.ts'

/** Who has asked for an address: those whose neighbour entry has to change when the owner does. */
export interface Askers {
  /** Remembers who was answered. The octets may be parts of a frame: they are copied. */
  remember(claimKey: string, asker: Asker): void
  /** The latest last. */
  of(claimKey: string): readonly Asker[]
  /** Forgets the askers of all claims but these. */
  keep(claimKeys: ReadonlySet<string>): void
}

export function createAskers(): Askers {
  const byClaim = new Map<string, Map<string, Asker>>()
  return {
    remember(claimKey, asker) {
      const known = byClaim.get(claimKey) ?? new Map<string, Asker>()
      byClaim.set(claimKey, known)
      rememberIn(known, asker)
    },
    of: (claimKey) => [...(byClaim.get(claimKey)?.values() ?? [])],
    keep(claimKeys) {
      for (const key of byClaim.keys()) if (!claimKeys.has(key)) byClaim.delete(key)
    },
  }
}

/** A Map keeps the order of insertion, so that its first key is the one to drop. */
function rememberIn(known: Map<string, Asker>, asker: Asker): void {
  const key = String.fromCharCode(...asker.protocol)
  const before = known.get(key)
  known.delete(key)
  const isSame = before !== undefined && holdsAt(before.hardware, 0, asker.hardware)
  known.set(key, isSame ? before : copy(asker))
  const [oldest] = known.keys()
  if (known.size > MAX_ASKERS && oldest !== undefined) known.delete(oldest)
}

function copy({ hardware, protocol }: Asker): Asker {
  return { hardware: hardware.slice(), protocol: protocol.slice() }
}
