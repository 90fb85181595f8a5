import t from 'tap'
import { renderTable } from '../../api/text-table.ts'

t.test('columns are as wide as their widest cell, and lines end without blanks', (t) => {
  t.same(
    renderTable([
      ['A', 'B', 'C'],
      ['long', '', 'x'],
      ['y', 'wide', ''],
    ]),
    ['A     B     C', 'long        x', 'y     wide'],
  )
  t.end()
})

t.test('no rows, and rows of different lengths', (t) => {
  t.same(renderTable([]), [])
  t.same(renderTable([['a'], ['b', 'c']]), ['a', 'b  c'])
  t.end()
})
