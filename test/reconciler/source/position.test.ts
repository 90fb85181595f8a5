import t from 'tap'
import { locator } from '../../../reconciler/source/position.ts'

const text = 'first\nsecond line\r\nthird\rfourth'
const locate = locator({ path: 'a.yaml', text })

const CASES = [
  { name: 'the first character', offset: 0, length: 1, at: [1, 1, 1, 'first'] },
  { name: 'inside a line', offset: text.indexOf('line'), length: 4, at: [2, 8, 4, 'second line'] },
  { name: 'after CR LF', offset: text.indexOf('third'), length: 5, at: [3, 1, 5, 'third'] },
  { name: 'after a CR alone', offset: text.indexOf('fourth'), length: 6, at: [4, 1, 6, 'fourth'] },
  {
    name: 'several lines: cut at the end of the first',
    offset: 2,
    length: 20,
    at: [1, 3, 3, 'first'],
  },
  { name: 'a line break itself', offset: 5, length: 1, at: [1, 6, 1, 'first'] },
  { name: 'no length', offset: 0, length: 0, at: [1, 1, 1, 'first'] },
  { name: 'behind the end', offset: 1000, length: 5, at: [4, 7, 1, 'fourth'] },
  { name: 'before the start', offset: -1, length: 1, at: [1, 1, 1, 'first'] },
] as const

for (const { name, offset, length, at } of CASES)
  t.test(name, (t) => {
    const [line, column, shown, lineText] = at
    t.same(locate(offset, length), { file: 'a.yaml', line, column, length: shown, lineText })
    t.end()
  })

t.test('an empty text has a first line', (t) => {
  const at = locator({ path: 'b', text: '' })(0, 1)
  t.same(at, { file: 'b', line: 1, column: 1, length: 1, lineText: '' })
  t.end()
})
