import t from 'tap'
import { createSpread } from '../../../speaker/timing/spread.ts'

t.test('shares are spread evenly: no gap is much larger than another', async (t) => {
  for (const count of [2, 10, 100, 1_000]) {
    const spread = createSpread()
    const shares = Array.from({ length: count }, spread).sort((a, b) => a - b)
    const gaps = shares.slice(1).map((share, index) => share - (shares[index] ?? 0))
    t.ok(Math.max(...gaps) < 3 / count, `${count} shares`)
    t.ok(Math.min(...gaps) > 1 / (3 * count), `${count} shares`)
  }
})

t.test('the same calls give the same shares, between 0 and 1', async (t) => {
  const [one, other] = [createSpread(), createSpread()]
  for (let count = 0; count < 1_000; count++) {
    const share = one()
    t.equal(share, other())
    t.ok(share >= 0 && share < 1)
  }
})
