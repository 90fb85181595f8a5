import t from 'tap'
import type { Pool } from '../../../reconciler/model/model.ts'
import { comparePools } from '../../../reconciler/model/pool-order.ts'

const pool = (name: string, priority: number) => ({ name, priority }) as Pool

t.test('lower priority first, then by name', async (t) => {
  const pools = [pool('b', 1), pool('a', 2), pool('c', 0), pool('a', 1)]
  t.strictSame(
    pools.toSorted(comparePools).map(({ name, priority }) => `${name} ${priority}`),
    ['c 0', 'a 1', 'b 1', 'a 2'],
  )
  t.equal(comparePools(pool('a', 1), pool('a', 1)), 0)
})
