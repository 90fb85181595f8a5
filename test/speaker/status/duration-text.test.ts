import t from 'tap'
import { ageText, digits, spanText } from '../../../speaker/status/duration-text.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const AGES: readonly (readonly [number, string])[] = [
  [-5, '0s'],
  [0, '0s'],
  [999, '0s'],
  [119 * SECOND, '119s'],
  [2 * MINUTE, '2m'],
  [3 * MINUTE + 12 * SECOND, '3m12s'],
  [10 * MINUTE + 12 * SECOND, '10m'],
  [179 * MINUTE, '179m'],
  [3 * HOUR, '3h'],
  [3 * HOUR + 5 * MINUTE, '3h5m'],
  [8 * HOUR + 5 * MINUTE, '8h'],
  [47 * HOUR, '47h'],
  [2 * DAY + 3 * HOUR, '2d3h'],
  [7 * DAY, '7d'],
  [400 * DAY + HOUR, '400d'],
]

for (const [milliseconds, text] of AGES)
  t.test(`an age of ${text}`, async (t) => {
    t.equal(ageText(milliseconds), text)
  })

const SPANS: readonly (readonly [number, string])[] = [
  [0, '0 ms'],
  [0.1234, '0.123 ms'],
  [260, '260 ms'],
  [999, '999 ms'],
  [1000, '1 s'],
  [5000.6, '5 s'],
  [123_456, '123 s'],
]

for (const [milliseconds, text] of SPANS)
  t.test(`a span of ${text}`, async (t) => {
    t.equal(spanText(milliseconds), text)
  })

t.test('three digits, or as many as stand before the point', async (t) => {
  t.strictSame([0, 0.016666, 1.5, 32, 10_000.4, 123_456].map(digits), [
    '0',
    '0.0167',
    '1.5',
    '32',
    '10000',
    '123456',
  ])
})
