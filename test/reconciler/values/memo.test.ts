import t from 'tap'
import { onceForEach } from '../../../reconciler/values/memo.ts'

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
