import t from 'tap'
import { parse } from 'yaml'
import { yamlText } from '../../../reconciler/source/quoting.ts'

const CASES: [unknown, string][] = [
  ['web', 'web'],
  ['192.0.2.0/28', '192.0.2.0/28'],
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8::/64', '2001:db8::/64'],
  ['2001:db8::', '"2001:db8::"'],
  ['yes', '"yes"'],
  ['5', '"5"'],
  ['1e3', '"1e3"'],
  ['0x1F', '"0x1F"'],
  ['1.5', '"1.5"'],
  ['a b', '"a b"'],
  ['say "a\\b"', '"say \\"a\\\\b\\""'],
  ['', '""'],
  ['*', '"*"'],
  [5, '5'],
  [true, 'true'],
  [null, 'null'],
  [undefined, 'null'],
  [['a', 5], '[a, 5]'],
  [{ 'a b': ['c'], d: 'on' }, '{"a b": [c], d: "on"}'],
]

for (const [value, text] of CASES)
  t.test(text, (t) => {
    t.equal(yamlText(value), text)
    t.same(parse(text), value ?? null, 'and back')
    t.end()
  })
