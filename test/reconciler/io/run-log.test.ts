import t from 'tap'
import { createRunLog } from '../../../reconciler/io/run-log.ts'
import type { RunReport } from '../../../reconciler/watch/report.ts'

const live: RunReport = { level: 'info', event: 'SegmentLive', segment: 'default' }

t.test('JSON for programs', async (t) => {
  const lines: string[] = []
  createRunLog('json', (line) => lines.push(line))(live)
  const { time, ...rest } = JSON.parse(lines.join('')) as { time: string }
  t.match(time, /Z$/)
  t.strictSame(rest, live)
})

t.test('text for people: the time and a sentence', async (t) => {
  const lines: string[] = []
  createRunLog('text', (line) => lines.push(line))(live)
  t.match(lines, [/^\d{4}-\d\d-\d\dT[\d:.]+Z info SegmentLive.*default\n$/])
  t.equal(lines.length, 1)
})
