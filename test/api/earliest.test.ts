import t from 'tap'
import { earliest } from '../../api/earliest.ts'

t.test('the first of them, wherever it stands', async (t) => {
  t.equal(earliest([3, 1, 2]), 1)
  t.equal(earliest([1, 3]), 1)
  t.equal(earliest(new Set([5, 4])), 4)
})

t.test('undefined is never', async (t) => {
  t.equal(earliest([undefined, 7, undefined]), 7)
  t.equal(earliest([undefined]), undefined)
  t.equal(earliest([]), undefined)
})
