import t from 'tap'
import { andMore, firstOf } from '../../api/text.ts'

t.test('what is left out is counted', async (t) => {
  t.equal(firstOf([], 2), '')
  t.equal(firstOf(['a', 'b'], 2), 'a, b')
  t.equal(firstOf(['a', 'b', 'c', 'd'], 2), 'a, b and 2 more')
  t.equal(andMore(1), ' and 1 more')
  t.equal(andMore(0), '')
  t.equal(andMore(-1), '')
})
