import type { Address, AddressRange, Family } from '../../api/address.ts'
import { addressOf } from '../../api/address.ts'
import type { AddressKey, Ledger } from './ledger.ts'
import { addressKey } from './ledger.ts'
import type { Round } from './round.ts'
import type { Pool } from '../model/model.ts'
import { isBuggy } from '../model/pool-addresses.ts'

/** Finds addresses that nobody has, that are reserved for nobody, and that are no node's own. */
export interface FreeAddresses {
  readonly lowest: (pool: Pool, family: Family) => Address | undefined
}

/** Where the search for the next free address of one pool and family goes on: all below are taken. */
interface Cursor {
  readonly ranges: readonly AddressRange[]
  readonly isTaken: (value: bigint) => boolean
  range: number
  value: bigint
  found: Address | undefined
}

/**
 * Each pool is walked once, from its lowest address, however many are asked for; an address that becomes
 * free takes the cursors back to it. No range is expanded.
 */
export function freeAddresses(round: Round): FreeAddresses {
  const { ledger, index } = round
  const blocked = blockedAddresses(round)
  const cursors: Record<Family, Map<Pool, Cursor>> = {
    IPv4: new Map(index.pools.map((pool) => [pool, cursorOf(pool, 'IPv4', ledger, blocked)])),
    IPv6: new Map(index.pools.map((pool) => [pool, cursorOf(pool, 'IPv6', ledger, blocked)])),
  }
  return {
    lowest: (pool, family) => {
      for (let freed = ledger.freed.pop(); freed; freed = ledger.freed.pop())
        for (const cursor of cursors[freed.family].values()) rewind(cursor, freed)
      return lowestOf(cursors[family].get(pool)!)
    },
  }
}

function blockedAddresses({ index, nodeAt }: Round): Set<AddressKey> {
  return new Set(
    [...nodeAt.values(), ...index.reserved.values()].map(({ address }) => addressKey(address)),
  )
}

function cursorOf(
  pool: Pool,
  family: Family,
  { holdings }: Ledger,
  blocked: ReadonlySet<AddressKey>,
): Cursor {
  const isTaken = (value: bigint) => {
    const key = addressKey({ family, value })
    if (holdings.has(key) || blocked.has(key)) return true
    return pool.avoidBuggyIPs && isBuggy({ family, value, text: '' })
  }
  const ranges = pool.ranges.filter(({ first }) => first.family === family)
  return { ranges, isTaken, range: 0, value: 0n, found: undefined }
}

function rewind(cursor: Cursor, { value }: Address): void {
  if (value >= cursor.value) return
  cursor.value = value
  cursor.range = 0
  cursor.found = undefined
}

function lowestOf(cursor: Cursor): Address | undefined {
  if (cursor.found !== undefined && !cursor.isTaken(cursor.found.value)) return cursor.found
  cursor.found = undefined
  for (; cursor.range < cursor.ranges.length; cursor.range++) {
    const { first, last } = cursor.ranges[cursor.range]!
    if (cursor.value < first.value) cursor.value = first.value
    while (cursor.value <= last.value && cursor.isTaken(cursor.value)) cursor.value += 1n
    if (cursor.value > last.value) continue
    cursor.found = addressOf(first.family, cursor.value)
    return cursor.found
  }
  return undefined
}
