import t from 'tap'
import { describeType, isPlainObject, quote } from '../../../reconciler/values/json.ts'

t.test('describeType names what is there', (t) => {
  const cases: [unknown, string][] = [
    [null, 'nothing'],
    [undefined, 'nothing'],
    [[1], 'a list'],
    [{ a: 1 }, 'a mapping'],
    ['a', 'the text `a`'],
    [5, 'the number 5'],
    [true, '`true`'],
    [false, '`false`'],
  ]
  for (const [value, words] of cases) t.equal(describeType(value), words)
  t.end()
})

t.test('isPlainObject', (t) => {
  t.equal(isPlainObject({}), true)
  for (const value of [null, [], 'a', 1, undefined]) t.equal(isPlainObject(value), false)
  t.end()
})

t.test('quote keeps messages on one line, and short', (t) => {
  t.equal(quote('a\n b'), '`a b`')
  t.equal(quote('x'.repeat(80)), `\`${'x'.repeat(60)}…\``)
  t.end()
})
