import t from 'tap'
import { fieldReader } from '../../api/field-reader.ts'
import type { FieldReader } from '../../api/field-reader.ts'

const FORM = { pattern: /^[a-z]+$/, name: 'small letters' }

const cases: readonly [string, (reader: FieldReader) => unknown, unknown, string | undefined][] = [
  ['a mapping', (r) => r.object({ a: 1 }, 'at'), { a: 1 }, undefined],
  ['a list for a mapping', (r) => r.object([], 'at'), {}, 'at is a list, not a mapping'],
  ['null for a mapping', (r) => r.object(null, ''), {}, 'the document is null, not a mapping'],
  ['a list', (r) => r.list([1], 'at', (item, path) => [item, path]), [[1, 'at[0]']], undefined],
  ['a mapping for a list', (r) => r.list({}, 'at', () => 0), [], 'at is a mapping, not a list'],
  ['a string', (r) => r.text('a', 'at'), 'a', undefined],
  ['an empty string', (r) => r.text('', 'at'), '', 'at is "", not a string that is not empty'],
  [
    'no string',
    (r) => r.text(undefined, 'at'),
    '',
    'at is missing, not a string that is not empty',
  ],
  ['a string, empty or not', (r) => r.anyText('', 'at'), '', undefined],
  ['a number for a string', (r) => r.anyText(1, 'at'), '', 'at is 1, not a string'],
  ['a whole number', (r) => r.integer(3, 'at', 3), 3, undefined],
  ['a number too small', (r) => r.integer(2, 'at', 3), 3, 'at is 2, not a whole number, 3 or more'],
  ['a fraction', (r) => r.integer(3.5, 'at', 3), 3, 'at is 3.5, not a whole number, 3 or more'],
  ['one of', (r) => r.oneOf('b', 'at', ['a', 'b']), 'b', undefined],
  ['none of', (r) => r.oneOf('c', 'at', ['a', 'b']), 'a', 'at is "c", not one of a, b'],
  ['not the only one', (r) => r.oneOf(NaN, 'at', ['a']), 'a', 'at is NaN, not "a"'],
  ['a boolean', (r) => r.text(true, 'at'), '', 'at is true, not a string that is not empty'],
  ['no type of JSON', (r) => r.anyText(1n, 'at'), '', 'at is a bigint, not a string'],
  ['a form', (r) => r.matching('abc', 'at', FORM), 'abc', undefined],
  ['another form', (r) => r.matching('ABC', 'at', FORM), '', 'at is "ABC", not small letters'],
]

for (const [name, read, expected, message] of cases)
  t.test(name, async (t) => {
    const reader = fieldReader()
    t.strictSame(read(reader), expected)
    t.strictSame(
      reader.findings.map((finding) => finding.message),
      message === undefined ? [] : [message],
    )
  })

t.test('a finding has a path, unless it is about the whole', async (t) => {
  const reader = fieldReader()
  reader.fail('spec.x', 'no', 'write yes')
  reader.fail('', 'no', 'write yes')
  t.strictSame(reader.findings, [
    { code: 'BW5001', severity: 'error', message: 'no', hint: 'write yes', path: 'spec.x' },
    { code: 'BW5001', severity: 'error', message: 'no', hint: 'write yes' },
  ])
})
