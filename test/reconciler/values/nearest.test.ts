import t from 'tap'
import { editDistance, nearest } from '../../../reconciler/values/nearest.ts'

t.test('editDistance', (t) => {
  const cases: [string, string, number][] = [
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['abc', 'abc', 0],
    ['abc', 'abd', 1],
    ['abc', 'ac', 1],
    ['ac', 'abc', 1],
    ['abcd', 'abdc', 1],
    ['kitten', 'sitting', 3],
  ]
  for (const [a, b, distance] of cases) {
    t.equal(editDistance(a, b), distance, `${a} ${b}`)
    t.equal(editDistance(b, a), distance, `${b} ${a}`)
  }
  t.end()
})

t.test('nearest', (t) => {
  const known = ['addresses', 'announce', 'autoAssign', 'namespaces', 'namespaceSelector']
  t.equal(nearest('adresses', known), 'addresses', 'a letter is missing')
  t.equal(nearest('addreses', known), 'addresses')
  t.equal(nearest('autoassign', known), 'autoAssign', 'case')
  t.equal(nearest('namespace', known), 'namespaces', 'the nearer of two that begin so')
  t.equal(nearest('autoAssignment', known), 'autoAssign', 'longer than meant')
  t.equal(nearest('color', known), undefined, 'nothing near')
  t.equal(nearest('x', known), undefined)
  t.equal(nearest('a'.repeat(100), known), undefined, 'too long to be looked at')
  t.equal(nearest('on', ['of', 'in']), 'in', 'equally near: by name')
  t.end()
})
