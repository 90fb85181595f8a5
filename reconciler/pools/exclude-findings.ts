import { formatRange, intersection, rangeSize, type AddressRange } from '../../api/address.ts'
import type { DeclaredRange } from './declared-ranges.ts'
import type { Finding } from '../../api/finding.ts'
import { isBuggy } from '../model/pool-addresses.ts'
import { poolFinding } from './finding.ts'
import { firstEndingAtOrAfter } from '../model/range-search.ts'
import type { PoolDocument } from './read.ts'
import { firstOf } from '../../api/text.ts'

/** Entries of `exclude` that take nothing away. `given` is what `addresses` has: sorted and disjoint. */
export function uselessExcludes(
  excludes: readonly DeclaredRange[],
  given: readonly AddressRange[],
): Finding[] {
  return excludes
    .filter(({ range }) => !meets(given, range))
    .map((exclude) =>
      poolFinding('BW2015', exclude, {
        message: `${exclude.text} excludes nothing: no entry of addresses contains any part of it`,
        hint: `remove it, or write a part of ${describeRanges(given)}`,
      }),
    )
}

function meets(ranges: readonly AddressRange[], range: AddressRange): boolean {
  const candidate = ranges[firstEndingAtOrAfter(ranges, range.first)]
  return candidate !== undefined && intersection(candidate, range) !== undefined
}

const SHOWN_RANGES = 3

/** The ranges, or the first of them. */
export function describeRanges(ranges: readonly AddressRange[]): string {
  return firstOf(ranges.map(formatRange), SHOWN_RANGES)
}

/** A pool whose `exclude` and `avoidBuggyIPs` leave nothing of its `addresses`. */
export function withoutAddresses(
  document: PoolDocument,
  given: readonly AddressRange[],
  ranges: readonly AddressRange[],
): Finding[] {
  const isAvoided = document.pool.spec.avoidBuggyIPs === true && ranges.every(isAllBuggy)
  if (ranges.length > 0 && !isAvoided) return []
  const field = ranges.length > 0 ? 'avoidBuggyIPs' : 'exclude'
  const message = `${field} leaves no address of ${describeRanges(given)}`
  const hint =
    'to stop giving out addresses, write `suspend: true`; Services then keep the addresses that they have'
  return [poolFinding('BW2016', { document, path: ['spec', field] }, { message, hint })]
}

function isAllBuggy(range: AddressRange): boolean {
  return rangeSize(range) <= 2n && isBuggy(range.first) && isBuggy(range.last)
}
