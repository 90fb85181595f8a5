import t from 'tap'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'
import { shown } from '../../support/planning/pool-text.ts'

t.test('objects in the order of the texts, with their places', (t) => {
  const { pools, unreadable } = parsePools([
    { path: 'b.yaml', text: 'name: b\n---\nname: c\n' },
    { path: 'a.json', text: '{"name": "a"}' },
  ])
  t.same(unreadable, [])
  t.same(
    pools.map(({ value, text }) => [value['name'], text?.place(['name']).file]),
    [
      ['b', 'b.yaml'],
      ['c', 'b.yaml'],
      ['a', 'a.json'],
    ],
  )
  t.equal(shown(pools[1]?.text?.place(['name'])), '3:7 c')
  t.end()
})

t.test('what cannot be parsed is told, and hides nothing else', (t) => {
  const { pools, unreadable } = parsePools([
    { path: 'bad.yaml', text: 'a: [' },
    { path: 'good.yaml', text: 'name: a' },
  ])
  t.match(unreadable, [{ code: 'BW1001', at: { file: 'bad.yaml', line: 1 } }])
  t.match(pools, [{ value: { name: 'a' } }])
  t.end()
})
