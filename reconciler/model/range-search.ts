import { compareAddresses, type Address, type AddressRange } from '../../api/address.ts'

/** The index of the first of the sorted, disjoint ranges that does not end before the address; O(log n). */
export function firstEndingAtOrAfter(ranges: readonly AddressRange[], address: Address): number {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (compareAddresses(ranges[middle]!.last, address) < 0) low = middle + 1
    else high = middle
  }
  return low
}
