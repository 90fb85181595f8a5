import t from 'tap'
import { withoutFields } from '../../../reconciler/schema/reduce-pool.ts'

const value = {
  metadata: { name: 'a', labels: { b: 'c' } },
  spec: {
    addresses: [1],
    priority: 'x',
    announce: { failback: 'x', failbackDelaySeconds: 5, segment: 's' },
  },
  extra: 1,
}

t.test('whole fields go, of the spec, of announce, of metadata and at the top', (t) => {
  const paths = [
    ['spec', 'priority'],
    ['spec', 'announce', 'segment', 0],
    ['metadata', 'labels', 'b'],
    ['extra'],
  ]
  t.same(withoutFields(value, paths), {
    metadata: { name: 'a' },
    spec: { addresses: [1], announce: { failback: 'x', failbackDelaySeconds: 5 } },
  })
  t.end()
})

t.test('what depends on a field goes with it', (t) => {
  const reduced = withoutFields(value, [['spec', 'announce', 'failback']])
  t.same(reduced?.spec.announce, { segment: 's' })
  t.end()
})

t.test('an item takes its list along, so that no other item changes its place', (t) => {
  t.same(withoutFields(value, [['spec', 'addresses', 0]])?.spec.addresses, undefined)
  t.end()
})

t.test('without spec or metadata there is no pool', (t) => {
  t.equal(withoutFields(value, [['spec']]), undefined)
  t.equal(withoutFields({ spec: {} }, []), undefined)
  t.equal(withoutFields({ metadata: {}, spec: [] }, []), undefined)
  t.equal(withoutFields(value, [['spec', 'priority'], ['metadata']]), undefined)
  t.end()
})

t.test('what is missing needs not be dropped', (t) => {
  t.same(
    withoutFields(value, [
      ['spec', 'announce', 'x'],
      ['spec', 'y', 'z'],
    ]),
    value,
  )
  const bare = { metadata: {}, spec: {} }
  t.same(withoutFields(bare, [['spec', 'announce', 'x']]), bare)
  t.same(withoutFields(value, []), value)
  t.end()
})
