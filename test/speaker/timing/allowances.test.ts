import t from 'tap'
import { createAllowances } from '../../../speaker/timing/allowances.ts'

t.test('so many at once, then as many as are earned', async (t) => {
  const allowances = createAllowances(10, 2)
  const taken = [0, 0, 0, 99, 100, 100].map((now) => allowances.take('eth0', now))
  t.strictSame(taken, [true, true, false, false, true, false])
})

t.test('what is not taken is saved up to the burst', async (t) => {
  const allowances = createAllowances(10, 2)
  allowances.take('eth0', 0)
  const taken = [60_000, 60_000, 60_000].map((now) => allowances.take('eth0', now))
  t.strictSame(taken, [true, true, false])
})

t.test('each link has its own', async (t) => {
  const allowances = createAllowances(10, 1)
  t.ok(allowances.take('eth0', 0))
  t.ok(allowances.take('eth1', 0))
  t.notOk(allowances.take('eth0', 0))
})
