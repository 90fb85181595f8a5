import t from 'tap'
import { backOff, JitteredBackOff } from '../../../kubernetes/client/back-off.ts'
import { seededRandom } from '../../support/random.ts'

const SETTINGS = { shortestMilliseconds: 100, longestMilliseconds: 1_000 }

t.test('doubled with each failure in a row, up to the longest', async (t) => {
  const waits = [1, 2, 3, 4, 5, 2000].map((failures) => backOff(failures, SETTINGS))
  t.strictSame(waits, [100, 200, 400, 800, 1000, 1000])
})

t.test('the shortest each time, if so drawn', async (t) => {
  const jittered = new JitteredBackOff(SETTINGS, () => 0)
  t.strictSame([jittered.next(), jittered.next(), jittered.next()], [100, 100, 100])
})

t.test('three times as long each time, up to the longest', async (t) => {
  const jittered = new JitteredBackOff(SETTINGS, () => 1)
  t.strictSame(
    [jittered.next(), jittered.next(), jittered.next(), jittered.next()],
    [300, 900, 1000, 1000],
  )
})

t.test('after a reset it begins anew', async (t) => {
  const jittered = new JitteredBackOff(SETTINGS, () => 1)
  jittered.next()
  jittered.next()
  jittered.reset()
  t.equal(jittered.next(), 300)
})

t.test('never outside of its bounds', async (t) => {
  const jittered = new JitteredBackOff(SETTINGS, seededRandom(7))
  const waits = Array.from({ length: 1000 }, () => jittered.next())
  t.ok(waits.every((wait) => wait >= 100 && wait <= 1000))
})
