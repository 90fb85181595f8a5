import t from 'tap'
import { isUtcTime } from '../../api/time.ts'

t.test('a time in UTC', async (t) => {
  for (const text of ['2026-01-31T12:00:00Z', '2024-02-29T23:59:59.123456Z'])
    t.equal(isUtcTime(text), true, text)
})

t.test('what is none', async (t) => {
  for (const value of [
    'hello',
    '',
    '2026-01-31',
    '2026-01-31T12:00:00',
    '2026-01-31T12:00:00+01:00',
    '2026-02-31T12:00:00Z',
    '2026-13-01T12:00:00Z',
    undefined,
    new Date(0),
  ])
    t.equal(isUtcTime(value), false, String(value))
})
