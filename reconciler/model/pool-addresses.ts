import { contains, type Address, type AddressRange } from '../../api/address.ts'
import type { Pool } from './model.ts'
import { firstEndingAtOrAfter } from './range-search.ts'

/**
 * An IPv4 address that ends in .0 or .255: some old equipment takes it for the address of a network or a
 * broadcast, whatever the prefix length (from the time of RFC 1122 §3.2.1.3's classes).
 */
export function isBuggy(address: Address): boolean {
  if (address.family !== 'IPv4') return false
  const lowest = address.value & 0xffn
  return lowest === 0n || lowest === 0xffn
}

/** True if the pool may give out this address: inside its ranges and not one it avoids. */
export function holds(pool: Pick<Pool, 'ranges' | 'avoidBuggyIPs'>, address: Address): boolean {
  if (pool.avoidBuggyIPs && isBuggy(address)) return false
  return rangeWith(pool.ranges, address) !== undefined
}

/** Which field keeps the pool from holding an address that is among its `addresses`. */
export function exclusionOf(
  pool: Pick<Pool, 'ranges' | 'avoidBuggyIPs' | 'excluded'>,
  address: Address,
): 'exclude' | 'avoidBuggyIPs' | undefined {
  if (rangeWith(pool.excluded ?? [], address) !== undefined) return 'exclude'
  const isAvoided = pool.avoidBuggyIPs && isBuggy(address)
  return isAvoided && rangeWith(pool.ranges, address) !== undefined ? 'avoidBuggyIPs' : undefined
}

/** The range that contains the address. `ranges` are sorted and disjoint; O(log n). */
export function rangeWith(
  ranges: readonly AddressRange[],
  address: Address,
): AddressRange | undefined {
  const found = ranges[firstEndingAtOrAfter(ranges, address)]
  return found !== undefined && contains(found, address) ? found : undefined
}
