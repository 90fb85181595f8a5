import { pino } from 'pino'

interface Leveled {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
}

/** One JSON object a line: `level` and `time` first, then the fields of the report. `write` gets whole lines. */
export function createJsonLog<Report extends Leveled>(
  write: (line: string) => void,
): (report: Report) => void {
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
