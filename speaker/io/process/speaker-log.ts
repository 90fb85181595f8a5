import { createJsonLog } from '../../../daemon/json-log.ts'
import { describeReport } from '../../reports/describe.ts'
import type { SpeakerLog } from '../../reports/log.ts'

export type LogFormat = 'json' | 'text'

/** `write` gets whole lines. */
export function createLog(format: LogFormat, write: (line: string) => void): SpeakerLog {
  return format === 'json' ? createJsonLog(write) : textLog(write, () => new Date())
}

/** For people: the time and a sentence. As in JSON, what is of level debug is not told. */
export function textLog(write: (line: string) => void, now: () => Date): SpeakerLog {
  return (report) => {
    if (report.level !== 'debug') write(`${now().toISOString()} ${describeReport(report)}\n`)
  }
}
