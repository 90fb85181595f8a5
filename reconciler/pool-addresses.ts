import type { Address, AddressRange } from './address.ts'
import type { Pool } from './model.ts'

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

/** The range that contains the address. `ranges` are sorted and disjoint; O(log n). */
export function rangeWith(
  ranges: readonly AddressRange[],
  address: Address,
): AddressRange | undefined {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (endsBefore(ranges[middle]!, address)) low = middle + 1
    else high = middle
  }
  const found = ranges[low]
  return found !== undefined && beginsAfter(found, address) ? undefined : found
}

function endsBefore(range: AddressRange, address: Address): boolean {
  if (range.last.family !== address.family) return range.last.family === 'IPv4'
  return range.last.value < address.value
}

function beginsAfter(range: AddressRange, address: Address): boolean {
  if (range.first.family !== address.family) return true
  return range.first.value > address.value
}
