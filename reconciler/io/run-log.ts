import type { RunReport } from '../watch/report.ts'
import { describeRunReport } from '../watch/report.ts'
import { createJsonLog } from '../../daemon/json-log.ts'

/** Where reports go: one line each. */
export type RunLog = (report: RunReport) => void

/** `write` gets whole lines: one JSON object each, or a sentence for people. */
export function createRunLog(format: 'json' | 'text', write: (line: string) => void): RunLog {
  if (format === 'json') return createJsonLog(write)
  return (report) => write(`${new Date().toISOString()} ${describeRunReport(report)}\n`)
}
