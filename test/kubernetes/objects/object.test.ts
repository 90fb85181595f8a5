import t from 'tap'
import { keyOf } from '../../../kubernetes/objects/object.ts'

t.test('a key tells namespace and name', async (t) => {
  t.equal(keyOf({ metadata: { namespace: 'web', name: 'shop' } }), 'web/shop')
  t.equal(keyOf({ metadata: { name: 'node-1' } }), 'node-1')
})
