import t from 'tap'
import { isOlder } from '../../../kubernetes/objects/resource-version.ts'

t.test('numbers are compared as numbers, however long they are', async (t) => {
  t.ok(isOlder('9', '10'))
  t.ok(isOlder('18446744073709551614', '18446744073709551615'))
  t.notOk(isOlder('10', '9'))
  t.notOk(isOlder('10', '10'))
  t.ok(isOlder('0', '1'))
})

t.test('what is no number is older than nothing', async (t) => {
  for (const [one, other] of [
    ['', '1'],
    ['1', ''],
    ['a', 'b'],
    ['01', '2'],
    ['-1', '2'],
  ] as const)
    t.notOk(isOlder(one, other), `${one} ${other}`)
})
