import { InvalidArgumentError } from 'commander'
import t from 'tap'
import { inSeconds, parseCount, parseKind, parseShare, parseTime } from '../../cli/option-values.ts'

t.test('kinds are named as kubectl takes them, and add up', (t) => {
  t.same(parseKind('svc'), ['Service'])
  t.same(parseKind('EndpointSlices', ['Service']), ['Service', 'EndpointSlice'])
  t.throws(() => parseKind('pod'), InvalidArgumentError)
  t.end()
})

t.test('times are RFC 3339 and become UTC in seconds', (t) => {
  t.equal(parseTime('2026-01-31T12:00:00Z'), '2026-01-31T12:00:00Z')
  t.equal(parseTime('2026-01-31T12:00:00.75+01:00'), '2026-01-31T11:00:00Z')
  for (const text of ['2026-01-31', '12:00', '2026-13-31T12:00:00Z', '2026-01-31T12:00:00', ''])
    t.throws(() => parseTime(text), InvalidArgumentError, text)
  t.equal(inSeconds(new Date(0)), '1970-01-01T00:00:00Z')
  t.end()
})

t.test('shares are from 0 to 1', (t) => {
  t.same(['0', '0.5', '1'].map(parseShare), [0, 0.5, 1])
  for (const text of ['-1', '1.1', 'half', '', ' '])
    t.throws(() => parseShare(text), InvalidArgumentError, text)
  t.end()
})

t.test('counts are whole and positive', (t) => {
  t.same(['1', '4', '999'].map(parseCount), [1, 4, 999])
  for (const text of ['0', '1.5', '-1', '1000', '1e2', ''])
    t.throws(() => parseCount(text), InvalidArgumentError, text)
  t.end()
})
