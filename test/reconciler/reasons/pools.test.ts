import t from 'tap'
import {
  describePoolObstacle,
  describeVerdicts,
  POOL_OBSTACLES,
} from '../../../reconciler/reasons/pools.ts'

t.test('pools, each with its reason', async (t) => {
  t.equal(
    describeVerdicts([
      { pool: 'p', because: 'suspended' },
      { pool: 'q', because: 'serviceSelector' },
    ]),
    'p (it is suspended); q (its serviceSelector does not match the labels of the Service)',
  )
})

t.test('owners read what operators read', async (t) => {
  for (const type of Object.keys(POOL_OBSTACLES) as (keyof typeof POOL_OBSTACLES)[])
    t.equal(POOL_OBSTACLES[type].owner(undefined, 'x/a'), describePoolObstacle(type))
})
