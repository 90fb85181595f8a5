import t from 'tap'
import { Parser } from 'yaml'
import type { CST } from 'yaml'
import { offsetBelow } from '../../../reconciler/source/nesting.ts'

function below(text: string, levels: number): number | undefined {
  const tokens = [...new Parser().parse(text)]
  return offsetBelow(tokens.at(-1) as CST.Document, levels)
}

const CASES: readonly (readonly [string, string, number, number | undefined])[] = [
  ['a text has no level', 'a', 0, undefined],
  ['nothing', '---\n', 0, undefined],
  ['a list', ' [a]', 0, 1],
  ['a list in a list', '[a, [b]]', 1, 4],
  ['a value', 'a: {b: 1}\n', 1, 3],
  ['a key', '? [a]\n: b\n', 1, 2],
  ['the first of several', '- [x]\n- [y]\n', 1, 2],
  ['enough levels', '- [x]\n- [y]\n', 2, undefined],
]

for (const [name, text, levels, offset] of CASES)
  t.test(`${name}: ${levels} levels`, (t) => {
    t.equal(below(text, levels), offset)
    t.end()
  })

t.test('a text that is deeper than any stack', (t) => {
  t.equal(below('['.repeat(200_000), 199_999), 199_999)
  t.end()
})
