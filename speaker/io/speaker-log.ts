import { pino } from 'pino'
import type { SpeakerReport } from '../report.ts'

export type LogFormat = 'json' | 'text'

/** Where reports go: one line each. */
export type SpeakerLog = (report: SpeakerReport) => void

/** `write` gets whole lines. */
export function createLog(format: LogFormat, write: (line: string) => void): SpeakerLog {
  return format === 'json' ? jsonLog(write) : textLog(write, () => new Date())
}

/** One JSON object a line: `level` and `time` first, then the fields of the report. */
function jsonLog(write: (line: string) => void): SpeakerLog {
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

/** For people: time, level, event, its fields, and what to do. */
export function textLog(write: (line: string) => void, now: () => Date): SpeakerLog {
  return (report) => write(`${now().toISOString()} ${describeReport(report)}\n`)
}

/** The message if there is one, and the other fields as `key=value`. */
export function describeReport(report: SpeakerReport): string {
  const { level, event, ...rest } = report
  const { message, hint, at, ...fields } = rest as Record<string, unknown>
  const words = Object.entries(fields).map(([key, value]) => `${key}=${textOf(value)}`)
  const place =
    at === undefined ? [] : [placeOf(at as { file: string; line: number; column: number })]
  const text = [event, ...place, ...(message === undefined ? words : [message as string])].join(' ')
  const cure = hint === undefined ? '' : `; ${hint as string}`
  return `${level.padEnd(5)} ${text}${cure}`
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.join(',') : String(value)
}

function placeOf({ file, line, column }: { file: string; line: number; column: number }): string {
  return `${file}:${line}:${column}`
}
