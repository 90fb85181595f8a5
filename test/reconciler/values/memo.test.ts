import t from 'tap'
import { onceForEach, onceForList } from '../../../reconciler/values/memo.ts'

void t.test('an object is asked about once, another one like it again', (t) => {
  let asked = 0
  const nameOf = onceForEach(({ name }: { readonly name: string }) => `${name} ${++asked}`)
  const first = Object.freeze({ name: 'a' })
  t.equal(nameOf(first), 'a 1')
  t.equal(nameOf(first), 'a 1')
  t.equal(nameOf({ ...first }), 'a 2')
  t.end()
})

void t.test('an answer of undefined is remembered, too', (t) => {
  let asked = 0
  const ask = onceForEach((): undefined => void asked++)
  const key = {}
  t.equal(ask(key), undefined)
  t.equal(ask(key), undefined)
  t.equal(asked, 1)
  t.end()
})

void t.test('lists of the same objects are one list', (t) => {
  let asked = 0
  const ask = onceForList((items) => `${items.length} ${++asked}`)
  const [a, b, c] = [{}, {}, {}]
  t.equal(ask([a, b]), '2 1')
  t.equal(ask([a, b]), '2 1')
  t.equal(ask([a, c]), '2 2', 'another object')
  t.equal(ask([a, c, b]), '3 3', 'one more')
  t.equal(ask([b, a]), '2 4', 'another order')
  t.equal(ask([a, c, b]), '3 3', 'those that begin with another object do not matter')
  t.end()
})

void t.test('a list that is changed later is another list', (t) => {
  const ask = onceForList((items) => items.length)
  const items = [{}]
  t.equal(ask(items), 1)
  items.push({})
  t.equal(ask(items), 2)
  t.end()
})

void t.test('a list that begins with no object is asked about each time', (t) => {
  let asked = 0
  const ask = onceForList(() => ++asked)
  for (const items of [[], [], ['text'], [null]]) ask(items)
  t.equal(asked, 4)
  t.end()
})
