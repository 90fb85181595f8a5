import { spawnSync } from 'node:child_process'
import { cpus, release } from 'node:os'

/** One line of a table of figures; `goal` is what the project promises itself. */
export interface Figure {
  readonly measure: string
  readonly yardstick: string
  readonly result: string
  readonly goal: string
  readonly met: boolean
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = NaN, high = NaN] = [sorted[middle - 1], sorted[middle]]
  return sorted.length % 2 === 1 ? high : (low + high) / 2
}

/** Wall milliseconds of one call. */
export function timed(work: () => void): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

/** Wall milliseconds of a whole process, from outside. Throws if it ends with a status not listed. */
export function timedProcess(argv: readonly string[], statuses: readonly number[] = [0]): number {
  const [program = '', ...rest] = argv
  const start = performance.now()
  const { status, stderr } = spawnSync(program, rest, { stdio: ['ignore', 'ignore', 'pipe'] })
  const elapsed = performance.now() - start
  if (status === null || !statuses.includes(status))
    throw new Error(`${argv.join(' ')} ended with ${status}: ${stderr.toString().slice(0, 500)}`)
  return elapsed
}

/** Runs two measurements in turn, so that a machine whose speed drifts slows both. */
export function interleaved(
  runs: number,
  yardstick: () => number,
  measured: () => number,
): { readonly yardstick: number; readonly measured: number } {
  const a: number[] = []
  const b: number[] = []
  for (let run = 0; run < runs; run++) {
    a.push(yardstick())
    b.push(measured())
  }
  return { yardstick: median(a), measured: median(b) }
}

export function milliseconds(value: number): string {
  return value < 10 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`
}

export function machine(): string {
  const all = cpus()
  return `Node ${process.version}, ${all.length} x ${all[0]?.model ?? 'unknown CPU'}, ${process.platform} ${release()}`
}

/** A Markdown table, each goal marked as met or not. */
export function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map(
    ({ measure, yardstick, result, goal, met }) =>
      `| ${measure} | ${yardstick} | ${result} | ${goal} | ${met ? 'yes' : '**no**'} |`,
  )
  return [
    '| measure | yardstick in the same run | result | goal | met |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
