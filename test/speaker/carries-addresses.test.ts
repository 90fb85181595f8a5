import t from 'tap'
import { carriesAddresses } from '../../speaker/carries-addresses.ts'
import { planOf } from '../support/scenario.ts'

const plan = planOf([
  'node control 10.0.0.10',
  'node worker-1 10.0.0.11',
  'node worker-2 10.0.0.12',
  '10.0.0.100 worker-1 worker-2',
])

t.test('owners and candidates carry addresses, others and strangers do not', async (t) => {
  t.ok(carriesAddresses(plan, 'worker-1'))
  t.ok(carriesAddresses(plan, 'worker-2'))
  t.notOk(carriesAddresses(plan, 'control'))
  t.notOk(carriesAddresses(plan, 'elsewhere'))
})
