import t from 'tap'
import { createLog, textLog } from '../../../../speaker/io/process/speaker-log.ts'
import type { SpeakerReport } from '../../../../speaker/reports/report.ts'

const announced: SpeakerReport = {
  level: 'info',
  event: 'Announced',
  address: '10.0.0.240',
  node: 'worker-1',
  mac: '02:00:00:00:00:01',
  link: 'eth0',
}

t.test('JSON: one object a line', (t) => {
  const lines: string[] = []
  createLog('json', (line) => lines.push(line))(announced)
  t.equal(lines.length, 1)
  t.ok(lines[0]?.endsWith('}\n'))
  const { time, ...rest } = JSON.parse(lines[0] ?? '') as { time: string }
  t.match(time, /^\d{4}-\d\d-\d\dT.*Z$/)
  t.same(rest, announced)
  t.end()
})

t.test('text: the time and a sentence', (t) => {
  const lines: string[] = []
  textLog(
    (line) => lines.push(line),
    () => new Date(0),
  )(announced)
  t.same(lines, [
    '1970-01-01T00:00:00.000Z info Announced: 10.0.0.240 is at worker-1 (02:00:00:00:00:01) on eth0\n',
  ])
  createLog('text', (line) => lines.push(line))(announced)
  t.match(lines[1], / info Announced: /)
  t.end()
})

t.test('what is of level debug is told in neither', (t) => {
  const lines: string[] = []
  const suspect: SpeakerReport = {
    level: 'debug',
    event: 'NodeSuspect',
    node: 'worker-1',
    address: '10.0.0.11',
    link: 'eth0',
  }
  for (const format of ['json', 'text'] as const)
    createLog(format, (line) => lines.push(line))(suspect)
  t.same(lines, [])
  t.end()
})
