import t from 'tap'
import { ObservedPlans } from '../../../reconciler/watch/observed-plans.ts'

const plan = (name: string, generation: number, uid = 'u') => ({
  metadata: { name, uid, generation },
})

t.test('a plan is met as often as its spec changes', (t) => {
  const observed = new ObservedPlans()
  t.equal(observed.hasObserved([plan('default', 1)]), false)
  observed.observe([plan('default', 1)])
  t.equal(observed.hasObserved([plan('default', 1)]), true)
  t.equal(observed.hasObserved([plan('default', 2)]), false, 'written by another')
  t.equal(observed.hasObserved([plan('default', 1, 'v')]), false, 'deleted and made again')
  t.equal(observed.hasObserved([plan('default', 1), plan('dmz', 1)]), false)
  t.end()
})

t.test('what is gone or not known is nothing new', (t) => {
  const observed = new ObservedPlans()
  observed.observe([{ metadata: { name: 'default' } }])
  t.equal(observed.hasObserved([]), true)
  t.equal(observed.hasObserved(undefined), true)
  t.end()
})

t.test('a plan that has gone is known as it was last', async (t) => {
  const observed = new ObservedPlans()
  const plan = (name: string, generation: number) => ({ metadata: { name, uid: 'u', generation } })
  observed.observe([plan('default', 1), plan('office', 1)])
  observed.observe([plan('default', 2)])
  t.strictSame(observed.gone(undefined), [], 'not known')
  t.strictSame(observed.gone([plan('default', 2), plan('office', 1)]), [])
  t.strictSame(observed.gone([plan('office', 1)]), [plan('default', 2)])
})
