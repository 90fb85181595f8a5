import t from 'tap'
import { createJsonLog } from '../../daemon/json-log.ts'

t.test('one object a line: level and time first, then the fields', async (t) => {
  const lines: string[] = []
  const log = createJsonLog<{ level: 'warn'; event: string; count: number }>((line) =>
    lines.push(line),
  )
  log({ level: 'warn', event: 'Seen', count: 2 })
  t.equal(lines.length, 1)
  t.match(
    lines[0],
    /^\{"level":"warn","time":"\d{4}-\d\d-\d\dT[\d:.]+Z","event":"Seen","count":2\}\n$/,
  )
})

t.test('what is of level debug is not told', async (t) => {
  createJsonLog(() => t.fail('told'))({ level: 'debug' })
})
