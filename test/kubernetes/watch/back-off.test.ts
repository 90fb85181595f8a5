import t from 'tap'
import { BackOff } from '../../../kubernetes/watch/back-off.ts'
import { seededRandom } from '../../support/random.ts'

const SETTINGS = { shortestMilliseconds: 100, longestMilliseconds: 1_000 }

t.test('the shortest each time, if so drawn', async (t) => {
  const backOff = new BackOff(SETTINGS, () => 0)
  t.strictSame([backOff.next(), backOff.next(), backOff.next()], [100, 100, 100])
})

t.test('three times as long each time, up to the longest', async (t) => {
  const backOff = new BackOff(SETTINGS, () => 1)
  t.strictSame(
    [backOff.next(), backOff.next(), backOff.next(), backOff.next()],
    [300, 900, 1000, 1000],
  )
})

t.test('after a reset it begins anew', async (t) => {
  const backOff = new BackOff(SETTINGS, () => 1)
  backOff.next()
  backOff.next()
  backOff.reset()
  t.equal(backOff.next(), 300)
})

t.test('never outside of its bounds', async (t) => {
  const backOff = new BackOff(SETTINGS, seededRandom(7))
  const waits = Array.from({ length: 1000 }, () => backOff.next())
  t.ok(waits.every((wait) => wait >= 100 && wait <= 1000))
})
