import t from 'tap'
import type { FieldSchema } from '../../../reconciler/generated/validators.js'
import { describeWanted, exampleOf, typeHint } from '../../../reconciler/schema/words.ts'

const TEXT: FieldSchema = { type: 'string', example: 'web' }
const TEXTS: FieldSchema = { type: 'array', items: TEXT }
const NUMBER: FieldSchema = { type: 'integer', minimum: 1 }
const FLAG: FieldSchema = { type: 'boolean' }
const MAPPING: FieldSchema = { type: 'object', properties: { key: TEXT, other: NUMBER } }
const MAPPINGS: FieldSchema = { type: 'array', items: MAPPING }

t.test('describeWanted', (t) => {
  const cases: [FieldSchema, string][] = [
    [TEXT, 'a string'],
    [TEXTS, 'a list of strings'],
    [MAPPINGS, 'a list of mappings'],
    [NUMBER, 'a whole number'],
    [FLAG, 'true or false'],
    [MAPPING, 'a mapping'],
    [{}, 'something else'],
  ]
  for (const [schema, words] of cases) t.equal(describeWanted(schema), words)
  t.end()
})

t.test('exampleOf', (t) => {
  const cases: [FieldSchema, unknown][] = [
    [TEXT, 'web'],
    [{ type: 'string', enum: ['a', 'b'] }, 'a'],
    [{ type: 'string' }, 'text'],
    [TEXTS, ['web']],
    [{ type: 'array' }, ['text']],
    [NUMBER, 1],
    [{ type: 'integer' }, 0],
    [FLAG, true],
    [MAPPING, { key: 'web' }],
    [{ type: 'object' }, { key: 'value' }],
  ]
  for (const [schema, example] of cases) t.same(exampleOf(schema), example)
  t.end()
})

/** What the schema wants, what is there, how it is written, and what to type instead. */
const HINTS: [FieldSchema, unknown, string, RegExp][] = [
  [TEXTS, 'a', 'a', /write `field: \[a\]`/],
  [TEXTS, 5, '5', /write `field: \["5"\]`/],
  [TEXTS, { a: 1 }, 'a: 1', /begin each item of `field` with a dash/],
  [TEXTS, null, '', /write e\.g\. `field: \[web\]`/],
  [MAPPINGS, 'a', 'a', /write e\.g\. `field: \[\{key: web\}\]`/],
  [TEXT, 5, '0x5', /in quotes: "0x5"/],
  [TEXT, ['a'], '[a]', /write e\.g\. `field: web`/],
  [TEXT, { '2001:db8:': null }, '', /ends in a colon needs quotes: "2001:db8::"/],
  [TEXT, { a: 'b' }, '', /needs quotes: "a: b"/],
  [TEXT, { a: 5 }, '', /needs quotes: "a: 5"/],
  [TEXT, { a: { b: 1 } }, '', /write e\.g\./],
  [TEXT, { a: 1, b: 2 }, '', /write e\.g\./],
  [TEXT, {}, '{}', /write e\.g\./],
  [FLAG, 'Yes', 'Yes', /write `field: true`, without quotes/],
  [FLAG, 'off', 'off', /write `field: false`/],
  [FLAG, 0, '0', /write `field: false`/],
  [FLAG, 'maybe', 'maybe', /write e\.g\. `field: true`/],
  [NUMBER, '5', '"5"', /write `field: 5`, without quotes/],
  [NUMBER, '1_000', '1_000', /write `field: 1000`/],
  [NUMBER, '60s', '60s', /only the number, e\.g\. `field: 60`; the unit/],
  [NUMBER, 1.6, '1.6', /write `field: 2`/],
  [NUMBER, Infinity, '.inf', /write e\.g\. `field: 1`/],
  [NUMBER, 'many', 'many', /write e\.g\. `field: 1`/],
  [
    MAPPING,
    ['a'],
    '- a',
    /not a list: write its fields without dashes, e\.g\. `field: \{key: web\}`/,
  ],
  [MAPPING, 'a', 'a', /write e\.g\. `field: \{key: web\}`/],
  [{}, 'a', 'a', /write e\.g\. `field: text`/],
]

for (const [field, value, written, hint] of HINTS)
  t.test(`${JSON.stringify(value)} for ${describeWanted(field)}`, (t) => {
    t.match(typeHint({ field, value, written, key: 'field' }), hint)
    t.end()
  })
