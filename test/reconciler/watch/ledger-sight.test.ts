import t from 'tap'
import { LedgerSight } from '../../../reconciler/watch/ledger-sight.ts'

const plan = (name: string, generation: number, uid = 'u') => ({
  metadata: { name, uid, generation },
})

t.test('a plan is met as often as its spec changes', (t) => {
  const sight = new LedgerSight()
  t.equal(sight.hasMet([plan('default', 1)]), false)
  sight.meet([plan('default', 1)])
  t.equal(sight.hasMet([plan('default', 1)]), true)
  t.equal(sight.hasMet([plan('default', 2)]), false, 'written by another')
  t.equal(sight.hasMet([plan('default', 1, 'v')]), false, 'deleted and made again')
  t.equal(sight.hasMet([plan('default', 1), plan('dmz', 1)]), false)
  t.end()
})

t.test('what is gone or not known is nothing new', (t) => {
  const sight = new LedgerSight()
  sight.meet([{ metadata: { name: 'default' } }])
  t.equal(sight.hasMet([]), true)
  t.equal(sight.hasMet(undefined), true)
  t.end()
})

t.test('a plan that has gone is known as it was last', async (t) => {
  const sight = new LedgerSight()
  const plan = (name: string, generation: number) => ({ metadata: { name, uid: 'u', generation } })
  sight.meet([plan('default', 1), plan('office', 1)])
  sight.meet([plan('default', 2)])
  t.strictSame(sight.gone(undefined), [], 'not known')
  t.strictSame(sight.gone([plan('default', 2), plan('office', 1)]), [])
  t.strictSame(sight.gone([plan('office', 1)]), [plan('default', 2)])
})
