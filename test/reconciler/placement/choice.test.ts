import t from 'tap'
import { addLoad, emptyLoads, NOBODY } from '../../../reconciler/placement/choice.ts'

t.test('loads are counted for the pool and for the segment', async (t) => {
  const loads = emptyLoads(2, 3)
  addLoad(loads, 0, 2, 1)
  addLoad(loads, 1, 2, 1)
  addLoad(loads, 1, 0, 1)
  addLoad(loads, 1, 2, -1)
  addLoad(loads, 1, NOBODY, 1)
  t.strictSame(
    loads.byPool.map((counts) => [...counts]),
    [
      [0, 0, 1],
      [1, 0, 0],
    ],
  )
  t.strictSame([...loads.ofSegment], [1, 0, 1])
})
