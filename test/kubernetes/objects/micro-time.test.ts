import t from 'tap'
import { microTime, readMicroTime } from '../../../kubernetes/objects/micro-time.ts'

t.test('six digits of the second, whatever they are', async (t) => {
  t.equal(microTime(0), '1970-01-01T00:00:00.000000Z')
  t.equal(microTime(1_767_225_600_000_001), '2026-01-01T00:00:00.000001Z')
  t.equal(microTime(1_767_225_599_999_999), '2025-12-31T23:59:59.999999Z')
})

t.test('any time of RFC 3339 can be read, to the microsecond', async (t) => {
  const noon = 1_767_268_800_000_000
  for (const text of ['2026-01-01T12:00:00Z', '2026-01-01t13:00:00+01:00', '2026-01-01 12:00:00z'])
    t.equal(readMicroTime(text), noon, text)
  t.equal(readMicroTime('2026-01-01T12:00:00.1234567Z'), noon + 123_456)
  t.equal(readMicroTime('2026-01-01T12:00:00.5Z'), noon + 500_000)
  for (const text of ['', 'now', '2026-01-01', '2026-13-01T12:00:00Z', '2026-01-01T12:00:00'])
    t.equal(readMicroTime(text), undefined, text)
})

t.test('there and back', async (t) => {
  const at = 1_795_000_123_456_789
  t.equal(readMicroTime(microTime(at)), at)
})
