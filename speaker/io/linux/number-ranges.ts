/** Numbers from the first to the last, both included. */
export type NumberRange = readonly [first: number, last: number]

/**
 * The ranges that hold these numbers, in order: no others, unless there are more than `most` ranges. Then
 * those with the smallest gaps between them are merged.
 */
export function rangesOf(numbers: Iterable<number>, most: number): readonly NumberRange[] {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b)
  const breaks = sorted.flatMap((value, at) => {
    const gap = value - (sorted[at - 1] ?? -Infinity)
    return gap > 1 ? [{ at, gap }] : []
  })
  const kept = breaks.sort((a, b) => compareGaps(a.gap, b.gap) || a.at - b.at).slice(0, most)
  const starts = kept.map(({ at }) => at).sort((a, b) => a - b)
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? sorted.length
    return [sorted[start] ?? 0, sorted[end - 1] ?? 0]
  })
}

/** Widest first; the gap before the first number is endless. */
function compareGaps(a: number, b: number): number {
  return a === b ? 0 : b - a
}
