import { pino } from 'pino'
import type { RunReport } from '../run-report.ts'
import { describeRunReport } from '../run-report.ts'

/** Where reports go: one line each. */
export type RunLog = (report: RunReport) => void

/** `write` gets whole lines: one JSON object each, `level` and `time` first, or a sentence for people. */
export function createRunLog(format: 'json' | 'text', write: (line: string) => void): RunLog {
  if (format === 'text')
    return (report) => write(`${new Date().toISOString()} ${describeRunReport(report)}\n`)
  const logger = pino(
    {
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
    },
    { write },
  )
  return ({ level, ...fields }) => logger[level](fields)
}
