import t from 'tap'
import { canonicalText, sameContent } from '../../../reconciler/values/same-content.ts'

t.test('the order of fields does not matter, that of lists does', (t) => {
  t.ok(sameContent({ a: 1, b: { c: [1, 2], d: null } }, { b: { d: null, c: [1, 2] }, a: 1 }))
  t.notOk(sameContent({ a: [1, 2] }, { a: [2, 1] }))
  t.notOk(sameContent({ a: 1 }, { a: '1' }))
  t.notOk(sameContent({ a: 1 }, { a: 1, b: 2 }))
  t.equal(canonicalText({ b: 1, a: { d: 1, c: 2 } }), '{"a":{"c":2,"d":1},"b":1}')
  t.end()
})
