import t from 'tap'
import { DEFAULT_SETTINGS } from '../../../speaker/machine/settings.ts'

t.test('a burst begins at once, and its gaps grow', async (t) => {
  const { burstMilliseconds } = DEFAULT_SETTINGS
  t.equal(burstMilliseconds[0], 0)
  const gaps = burstMilliseconds.slice(1).map((at, i) => at - (burstMilliseconds[i] ?? 0))
  t.strictSame(
    gaps,
    gaps.toSorted((a, b) => a - b),
  )
})
