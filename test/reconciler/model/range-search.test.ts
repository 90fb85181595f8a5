import t from 'tap'
import { firstEndingAtOrAfter } from '../../../reconciler/model/range-search.ts'
import { addressFrom, rangeFrom } from '../../support/planning/addresses.ts'

t.test('firstEndingAtOrAfter', (t) => {
  const ranges = ['192.0.2.2-192.0.2.4', '192.0.2.8', '2001:db8::/64'].map(rangeFrom)
  const cases: readonly [string, number][] = [
    ['192.0.2.1', 0],
    ['192.0.2.4', 0],
    ['192.0.2.5', 1],
    ['192.0.2.8', 1],
    ['192.0.2.9', 2],
    ['::', 2],
    ['2001:db8::1', 2],
    ['2001:db8:1::', 3],
  ]
  for (const [text, index] of cases)
    t.equal(firstEndingAtOrAfter(ranges, addressFrom(text)), index, text)
  t.equal(firstEndingAtOrAfter([], addressFrom('::')), 0)
  t.end()
})
