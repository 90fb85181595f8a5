import t from 'tap'
import { equalJson } from '../../../kubernetes/objects/equal-json.ts'

const EQUAL: readonly [unknown, unknown][] = [
  [1, 1],
  [null, null],
  [
    { a: 1, b: [2, { c: null }] },
    { b: [2, { c: null }], a: 1 },
  ],
  [[], []],
]
const DIFFERENT: readonly [unknown, unknown][] = [
  [1, 2],
  [1, '1'],
  [null, {}],
  [{}, null],
  [[], {}],
  [{ a: 1 }, { a: 2 }],
  [{ a: 1 }, { b: 1 }],
  [{ a: 1 }, { a: 1, b: 1 }],
  [[1, 2], [1]],
  [{}, undefined],
  [{ toString: 1 }, { other: 1 }],
]

t.test('the same, whatever the order of the fields', async (t) => {
  for (const [one, other] of EQUAL) t.ok(equalJson(one, other), JSON.stringify([one, other]))
})

t.test('not the same', async (t) => {
  for (const [one, other] of DIFFERENT) t.notOk(equalJson(one, other), JSON.stringify([one, other]))
})
