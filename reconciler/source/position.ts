import type { Position } from '../../api/finding.ts'
import type { SourceText } from './source.ts'

/** Tells the place of `length` UTF-16 code units at `offset` of the text, cut at the end of the line. */
export type Locate = (offset: number, length: number) => Position

/** Lines end in LF, CR LF or CR (YAML 1.2 §5.4). They are looked for when the first place is asked for. */
export function locator(source: SourceText): Locate {
  let starts: readonly number[] | undefined
  return (offset, length) => {
    starts ??= lineStarts(source.text)
    const within = Math.min(Math.max(offset, 0), source.text.length)
    const index = lastAtMost(starts, within)
    const start = starts[index] as number
    const lineText = source.text.slice(start, starts[index + 1]).replace(/[\r\n]+$/, '')
    const column = within - start + 1
    const rest = lineText.length - column + 1
    const shown = Math.max(1, Math.min(length, rest))
    return { file: source.path, line: index + 1, column, length: shown, lineText }
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length)
  return starts
}

/** The index of the last of the ascending `values` that is not above `limit`; the first one never is. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0
  let high = values.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((values[middle] as number) <= limit) low = middle
    else high = middle - 1
  }
  return low
}
