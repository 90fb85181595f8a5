import t from 'tap'
import { createLog, describeReport, textLog } from '../../../speaker/io/speaker-log.ts'
import type { SpeakerReport } from '../../../speaker/report.ts'

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

t.test('text: time, level, event and fields', (t) => {
  const lines: string[] = []
  textLog(
    (line) => lines.push(line),
    () => new Date(0),
  )(announced)
  t.same(lines, [
    '1970-01-01T00:00:00.000Z info  Announced address=10.0.0.240 node=worker-1 mac=02:00:00:00:00:01 link=eth0\n',
  ])
  createLog('text', (line) => lines.push(line))(announced)
  t.match(lines[1], / info {2}Announced /)
  t.end()
})

t.test('text: a message with its place and cure', (t) => {
  const at = { file: 'plan.json', line: 3, column: 7, length: 1, lineText: '' }
  t.equal(
    describeReport({
      level: 'error',
      event: 'PlanRefused',
      message: 'not a plan',
      hint: 'mend it',
      at,
    }),
    'error PlanRefused plan.json:3:7 not a plan; mend it',
  )
  t.equal(
    describeReport({ level: 'info', event: 'SpeakerStarted', plan: 'p', links: ['a', 'b'] }),
    'info  SpeakerStarted plan=p links=a,b',
  )
  t.end()
})
