import { compareText } from '../../api/order.ts'

/** The known word that `word` was most likely meant to be; undefined if none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceTo(candidate, word) }))
    .filter(({ distance }) => distance <= tolerance(word))
    .sort((a, b) => a.distance - b.distance || compareText(a.candidate, b.candidate))
  return best?.candidate
}

/** A third of the word may be wrong. */
function tolerance(word: string): number {
  return Math.max(1, Math.floor(word.length / 3))
}

const SHORTEST_PREFIX = 4
const LONGEST_WORD = 64

/** A difference of case counts least, then a word that is only the beginning of the other one. */
function distanceTo(candidate: string, word: string): number {
  if (word.length > LONGEST_WORD) return Infinity
  const [low, lowWord] = [candidate.toLowerCase(), word.toLowerCase()]
  if (low === lowWord) return 0.5
  const shorter = Math.min(low.length, lowWord.length)
  if (shorter >= SHORTEST_PREFIX && (low.startsWith(lowWord) || lowWord.startsWith(low)))
    return 0.6 + Math.abs(low.length - lowWord.length) / 1000
  return editDistance(low, lowWord)
}

/**
 * The least number of letters to insert, delete, replace, or swap with the next one, that turns `a` into
 * `b`; no letter is touched twice.
 */
export function editDistance(a: string, b: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const replaced = cell(last, j - 1) + Number(a[i - 1] !== b[j - 1])
      const swaps = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = swaps ? cell(beforeLast, j - 2) + 1 : Infinity
      row.push(Math.min(cell(last, j) + 1, cell(row, j - 1) + 1, replaced, swapped))
    }
    beforeLast = last
    last = row
  }
  return cell(last, b.length)
}

/** The loops stay within the row. */
function cell(row: readonly number[], index: number): number {
  return row[index] as number
}
