import { InvalidArgumentError } from 'commander'
import t from 'tap'
import {
  inSeconds,
  parseBudget,
  parseBurst,
  parseCount,
  parseDuration,
  parseHttp,
  parseKind,
  parsePort,
  parseRefresh,
  parseServer,
  parseShare,
  parseTime,
} from '../../../cli/command/option-values.ts'

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

t.test('an address to serve at, or off', (t) => {
  t.same(parseHttp('127.0.0.1:9470'), { host: '127.0.0.1', port: 9470 })
  t.same(parseHttp('[::1]:0'), { host: '::1', port: 0 })
  t.same(parseHttp('localhost:80'), { host: 'localhost', port: 80 })
  t.equal(parseHttp('off'), 'off')
  for (const text of [
    '',
    ':9470',
    '9470',
    '127.0.0.1',
    '::1:9470',
    'a b:1',
    'a:65536',
    'a:-1',
    'on',
  ])
    t.throws(() => parseHttp(text), InvalidArgumentError, text)
  t.same(parseServer('127.0.0.1:9470'), { host: '127.0.0.1', port: 9470 })
  t.throws(() => parseServer('off'), InvalidArgumentError)
  t.end()
})

t.test('a port, or off', (t) => {
  t.same(['1', '10256', '65535', 'off'].map(parsePort), [1, 10_256, 65_535, 'off'])
  for (const text of ['0', '65536', '-1', '1e3', 'on', ''])
    t.throws(() => parsePort(text), InvalidArgumentError, text)
  t.end()
})

t.test('the times of a burst rise from 0', (t) => {
  t.same(parseBurst('0'), [0])
  t.same(parseBurst('0, 50,200'), [0, 50, 200])
  t.same(parseBurst('0,1,2,3,4,5,6,7,8,60000').length, 10)
  for (const text of ['', '50', '0,50,50', '0,100,50', '0,1.5', '0,-1', '0,,1', '0,60001', 'now'])
    t.throws(() => parseBurst(text), InvalidArgumentError, text)
  t.throws(() => parseBurst('0,1,2,3,4,5,6,7,8,9,10'), InvalidArgumentError, 'too many')
  t.end()
})

t.test('the refresh is in seconds, or never', (t) => {
  t.same(['0', '300', '86400'].map(parseRefresh), [0, 300, 86_400])
  for (const text of ['', '-1', '1.5', '86401', '5m'])
    t.throws(() => parseRefresh(text), InvalidArgumentError, text)
  t.end()
})

t.test('budgets are whole numbers a second', (t) => {
  t.same(['1', '5000', '1000000'].map(parseBudget), [1, 5000, 1_000_000])
  for (const text of ['', '0', '-1', '1.5', '1000001', '1e3'])
    t.throws(() => parseBudget(text), InvalidArgumentError, text)
  t.end()
})

t.test('durations have a unit', (t) => {
  t.same(['4s', '500ms', '1.5s', '2m'].map(parseDuration), [4000, 500, 1500, 120_000])
  for (const text of ['', '4', '4 s', '-1s', '0s', '61m', '1h', 's', '1.2345s'])
    t.throws(() => parseDuration(text), InvalidArgumentError, text)
  t.end()
})
