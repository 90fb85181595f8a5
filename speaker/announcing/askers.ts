import { octetsKey, type AddressKey } from '../lan/address-key.ts'
import { macKey, type Asker } from '../lan/link-view.ts'
import { ASKER_LIFETIME, ASKER_REFRESH, MAX_ALL_ASKERS, MAX_ASKERS } from '../timing/constants.ts'
import { holdsAt } from '../wire/octets.ts'

/** The hosts that asked for an address: their neighbour caches have to change when the owner does. */
export interface Askers {
  /** Remembers who was answered. The octets may be parts of a frame: they are copied. */
  remember(bindingKey: string, asker: Asker, now: number): void
  /** In the order in which they appeared. */
  of(bindingKey: string): readonly Asker[]
  /** The hosts that were answered last, for any address, and that `isWanted` accepts: latest first, each MAC once. */
  newest(count: number, isWanted: (due: Due) => boolean): readonly Due[]
  /** Forgets the askers of all bindings but these. */
  keep(bindingKeys: ReadonlySet<string>): void
  /** The hosts that are due for a unicast update, so that their entries stay REACHABLE. */
  takeDue(now: number): readonly Due[]
  readonly deadline: number | undefined
  readonly size: number
}

export interface Due {
  readonly bindingKey: string
  readonly asker: Asker
}

interface Entry extends Due {
  /** When it last asked. */
  heardAt: number
  /** When it was last told, as far as we know. */
  toldAt: number
}

export function createAskers(): Askers {
  const byBinding = new Map<string, Map<AddressKey, Entry>>()
  // In the order in which they were told: the first one is the next to be told again.
  const queue = new Set<Entry>()

  const forget = (entry: Entry) => {
    queue.delete(entry)
    byBinding.get(entry.bindingKey)?.delete(octetsKey(entry.asker.protocol))
  }
  const add = (bindingKey: string, asker: Asker, now: number) => {
    const known = byBinding.get(bindingKey) ?? new Map<AddressKey, Entry>()
    byBinding.set(bindingKey, known)
    const entry = { bindingKey, asker: copy(asker), heardAt: now, toldAt: now }
    known.set(octetsKey(entry.asker.protocol), entry)
    queue.add(entry)
    if (known.size > MAX_ASKERS) first(known.values(), forget)
    if (queue.size > MAX_ALL_ASKERS) first(queue, forget)
  }
  const tellAgain = (entry: Entry, now: number): readonly Due[] => {
    queue.delete(entry)
    if (now - entry.heardAt >= ASKER_LIFETIME) {
      forget(entry)
      return []
    }
    entry.toldAt = now
    queue.add(entry)
    return [entry]
  }

  return {
    remember(bindingKey, asker, now) {
      const before = byBinding.get(bindingKey)?.get(octetsKey(asker.protocol))
      if (before !== undefined && holdsAt(before.asker.hardware, 0, asker.hardware))
        before.heardAt = now
      else {
        if (before !== undefined) forget(before)
        add(bindingKey, asker, now)
      }
    },
    of: (bindingKey) => [...(byBinding.get(bindingKey)?.values() ?? [])].map(({ asker }) => asker),
    newest: (count, isWanted) => newestOf(queue, count, isWanted),
    keep(bindingKeys) {
      for (const entry of queue) if (!bindingKeys.has(entry.bindingKey)) queue.delete(entry)
      for (const key of byBinding.keys()) if (!bindingKeys.has(key)) byBinding.delete(key)
    },
    takeDue(now) {
      const due: Due[] = []
      for (const entry of queue) {
        if (entry.toldAt + ASKER_REFRESH > now) break
        due.push(...tellAgain(entry, now))
      }
      return due
    },
    get deadline() {
      const [next] = queue
      return next === undefined ? undefined : next.toldAt + ASKER_REFRESH
    },
    get size() {
      return queue.size
    },
  }
}

function newestOf(
  queue: ReadonlySet<Entry>,
  count: number,
  isWanted: (due: Due) => boolean,
): readonly Due[] {
  const found = new Map<number, Due>()
  for (const entry of [...queue].reverse()) {
    if (found.size === count) break
    const mac = macKey(entry.asker.hardware, 0)
    if (!found.has(mac) && isWanted(entry)) found.set(mac, entry)
  }
  return [...found.values()]
}

function first(entries: Iterable<Entry>, work: (entry: Entry) => void): void {
  const [entry] = entries
  if (entry !== undefined) work(entry)
}

function copy({ hardware, protocol }: Asker): Asker {
  return { hardware: hardware.slice(), protocol: protocol.slice() }
}
