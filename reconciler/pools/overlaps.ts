import {
  compareRanges,
  formatRange,
  intersection,
  subtract,
  type AddressRange,
} from '../../api/address.ts'
import type { DeclaredRange } from './declared-ranges.ts'
import { describeRanges } from './exclude-findings.ts'
import type { Finding } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { poolFinding, relatedField } from './finding.ts'
import { firstEndingAtOrAfter } from '../model/range-search.ts'

/** What the search needs of a pool: its entries, and what is excluded, sorted and disjoint. */
export interface PoolEntries {
  readonly name: string
  readonly entries: readonly DeclaredRange[]
  readonly excluded: readonly AddressRange[]
}

/** More overlaps than anyone reads; without a bound, n equal entries would make n² / 2 pairs. */
export const MAX_OVERLAPS = 1000

/**
 * The pairs of entries that hold the same addresses, inside a pool and between pools. Sweeps over the entries
 * by their first address, which takes O(n log n) for n entries; nothing is expanded. `pools` come in the order
 * in which they are asked for an address.
 */
export function overlapFindings(pools: readonly PoolEntries[]): Finding[] {
  const entries = pools.flatMap((pool) => pool.entries.map((entry) => ({ pool, entry })))
  const pieces = entries.flatMap(({ pool, entry }, order) => piecesOf(pool, entry, order))
  pieces.sort((a, b) => compareRanges(a.range, b.range) || a.order - b.order)
  const overlaps = overlappingPairs(pieces)
  const findings = firstOfEachPair(overlaps).map(overlapFinding)
  return overlaps.length < MAX_OVERLAPS ? findings : [...findings, moreOverlaps()]
}

/** A part of an entry that is not excluded. `order` is the place of its entry among all. */
interface Piece {
  readonly pool: PoolEntries
  readonly entry: DeclaredRange
  readonly order: number
  readonly range: AddressRange
}

interface Overlap {
  readonly earlier: Piece
  readonly later: Piece
  readonly common: AddressRange
}

function piecesOf(pool: PoolEntries, entry: DeclaredRange, order: number): Piece[] {
  const first = firstEndingAtOrAfter(pool.excluded, entry.range.first)
  let after = first
  while (meets(pool.excluded[after], entry.range)) after++
  if (after === first) return [{ pool, entry, order, range: entry.range }]
  const left = subtract([entry.range], pool.excluded.slice(first, after))
  return left.map((range) => ({ pool, entry, order, range }))
}

function meets(hole: AddressRange | undefined, range: AddressRange): boolean {
  return hole !== undefined && intersection(hole, range) !== undefined
}

/** At most MAX_OVERLAPS pairs of pieces. `pieces` are sorted by their first address. */
function overlappingPairs(pieces: readonly Piece[]): Overlap[] {
  const overlaps: Overlap[] = []
  let open: Piece[] = []
  for (const piece of pieces) {
    open = open.filter(({ range }) => intersection(range, piece.range) !== undefined)
    for (const other of open) {
      if (overlaps.length === MAX_OVERLAPS) return overlaps
      overlaps.push(overlapOf(piece, other))
    }
    open.push(piece)
  }
  return overlaps
}

function overlapOf(a: Piece, b: Piece): Overlap {
  const [earlier, later] = a.order < b.order ? [a, b] : [b, a]
  // They meet: that is why they are compared.
  return { earlier, later, common: intersection(a.range, b.range)! }
}

function firstOfEachPair(overlaps: readonly Overlap[]): Overlap[] {
  const seen = new Set<string>()
  return overlaps.filter(({ earlier, later }) => {
    const pair = `${earlier.order},${later.order}`
    return !seen.has(pair) && seen.add(pair)
  })
}

function overlapFinding(overlap: Overlap): Finding {
  const { earlier, later, common } = overlap
  const isInside = earlier.pool === later.pool
  const where = isInside
    ? earlier.entry.text
    : `the pool ${earlier.pool.name} (${earlier.entry.text})`
  return poolFinding(isInside ? 'BW2013' : 'BW2014', later.entry, {
    message: `${formatRange(common)} is also in ${where}`,
    hint: isInside
      ? cure(overlap)
      : `${cure(overlap)}; until then ${earlier.pool.name} gives out these addresses, because it comes first by priority and name`,
    ...relatedField('also in this entry', earlier.entry),
  })
}

/** What is left of the later entry without what the earlier one gives. */
function cure({ earlier, later }: Overlap): string {
  const given = subtract([earlier.entry.range], earlier.pool.excluded)
  const left = subtract([later.entry.range], given)
  return left.length === 0 ? 'remove one of the two entries' : `write ${describeRanges(left)} here`
}

function moreOverlaps(): Finding {
  return makeFinding('BW2014', {
    message: `there are more than ${MAX_OVERLAPS} overlaps; the others are not shown`,
    hint: 'remove those that are shown, and run this again',
  })
}
