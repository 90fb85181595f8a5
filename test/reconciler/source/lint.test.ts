import t from 'tap'
import { objectOf, shown } from '../../support/planning/pool-text.ts'

function lint(text: string) {
  return objectOf(text).text.lint()
}

const AMBIGUOUS: [string, RegExp, RegExp][] = [
  ['yes', /true to kubectl/, /"yes"/],
  ['On', /true to kubectl/, /"On"/],
  ['Y', /true to kubectl/, /"Y"/],
  ['no', /false to kubectl/, /"no"/],
  ['off', /false to kubectl/, /"off"/],
  ['N', /false to kubectl/, /"N"/],
  ['010', /8 to kubectl \(octal\), and 10/, /write 10, or 8/],
  ['-010', /-8 to kubectl/, /write -10, or -8/],
  ['089', /leading zero/, /write 89/],
  ['1_000', /a number to kubectl/, /"1_000"/],
  ['0b11', /a number to kubectl/, /"0b11"/],
  ['12:30', /base 60/, /"12:30"/],
  ['1:2:3:4:5:6:7:8', /base 60/, /quotes/],
]

for (const [scalar, message, hint] of AMBIGUOUS)
  t.test(`ambiguous: ${scalar}`, (t) => {
    const [finding, ...others] = lint(`field: ${scalar}\n`)
    t.match(finding, { code: 'BW1004', severity: 'error' })
    t.equal(finding?.at && shown(finding.at), `1:8 ${scalar}`)
    t.match(finding?.message, message)
    t.match(finding?.hint, hint)
    t.same(others, [])
    t.end()
  })

t.test('plain to every reader', (t) => {
  const scalars = ['"yes"', "'010'", '!!str on', 'true', '0', '0.5', '10', '-3', 'null', '~', '']
  const more = [
    'yes please',
    'office',
    '192.0.2.1',
    '010.0.0.1',
    '2001:db8::/64',
    '00:11:22:aa:bb:cc',
  ]
  t.same(lint([...scalars, ...more].map((each, i) => `f${i}: ${each}`).join('\n')), [])
  t.end()
})

t.test('keys, and values deep inside', (t) => {
  const findings = lint('labels:\n  on: x\n  list: [a, [no]]\n')
  t.same(
    findings.map(({ at }) => at && shown(at)),
    ['2:3 on', '3:14 no'],
  )
  t.end()
})

t.test('a key twice', (t) => {
  const [finding, ...others] = lint('a: 1\nb: {c: 1, "c": 2}\n')
  t.match(finding, { code: 'BW1003', message: /`c`/ })
  t.equal(finding?.at && shown(finding.at), '2:11 "c"')
  const [first] = finding?.related ?? []
  t.equal(first && shown(first.at), '2:5 c')
  t.same(others, [])
  t.end()
})

t.test('a merge key; a quoted one is a field like any other', (t) => {
  t.match(lint('a: &a {b: 1}\nc:\n  <<: *a\n'), [{ code: 'BW1005', at: { line: 3, column: 3 } }])
  t.same(lint('"<<": 1\n'), [])
  t.end()
})

t.test('keys that are no scalars are no duplicates', (t) => {
  t.same(lint('? [a]\n: 1\n? [a]\n: 2\n'), [])
  t.end()
})

t.test('an anchor is looked at once', (t) => {
  t.equal(lint('a: &a {b: yes}\nc: *a\n').length, 1)
  t.end()
})
