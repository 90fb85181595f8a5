import t from 'tap'
import { parseAllDocuments } from 'yaml'
import type { YAMLError } from 'yaml'
import {
  notAnObject,
  notText,
  structureTooLarge,
  syntaxError,
  textTooLarge,
  unresolvedAlias,
} from '../../../reconciler/source/text-findings.ts'
import { locator } from '../../../reconciler/source/position.ts'

function firstError(text: string): YAMLError {
  const documents = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent' })
  const error = 'empty' in documents ? undefined : documents.flatMap(({ errors }) => errors)[0]
  if (error === undefined) throw new Error(`no error in ${text}`)
  return error
}

/** What a person wrote, what is said about it, and the cure. */
const CASES: [string, string, RegExp, RegExp][] = [
  ['a value with a colon', 'a: b: c\n', /colon/, /put it in quotes: "b: c"/],
  ['a colon at the end, and a comment', 'a: 2001:db8:: # all\n', /colon/, /"2001:db8::"/],
  ['fields below a value', 'a: b\n  c: d\n', /no fields or items/, /remove the value/],
  ['a list that is not closed', 'a: [1\nb: 2\n', /not closed/, /] or }/],
  ['a line indented otherwise', 'a:\n  b: 1\n c: 2\n', /not indented like/, /same column/],
  ['a text that begins with @', 'a: @b\n', /cannot begin with @/, /quotes/],
  ['a bad escape', 'a: "\\q"\n', /backslash/, /double the backslash/],
  ['an open quote', "a: 'b\n", /not closed/, /closing quote/],
  ['no colon', 'a: 1\nb\n', /colon and a space/, /name: value/],
  ['no blank after the colon', 'a:1\nb: 2\n', /colon and a space/, /name: value/],
  ['a list that is not indented', 'a: 1\n- b\n', /begins a list/, /indent this item/],
  ['no comma', '{"a": 1 "b": 2}', /not separated/, /comma/],
  ['no comma or colon', '{"a" 1}', /comma or colon/, /add it/],
  ['an alias without name', 'a: *\n', /needs a name/, /quotes/],
  ['text after a quoted text', 'a: "b" c\n', /`c` does not belong/, /quotes/],
  ['a bracket too many', 'a: b\n]\n', /`]` does not belong/, /quotes/],
  ['fields on the line of ---', '--- a: 1\n', /line of `---`/, /new line/],
  ['something rarer', '%FOO x\na: 1\n', /directives-end/, /add what is missing/],
  ['something rarer still', 'a: !a !b c\n', /at most one tag/, /correct it/],
  ['a template', 'a: {{ .Values.a }}\nb: [', /not closed/, /] or }/],
  ['a template at the place', '{{- if .x }}\na: 1\n', /not separated/, /pass its output/],
]

for (const [name, text, message, hint] of CASES)
  t.test(name, (t) => {
    const finding = syntaxError(firstError(text), locator({ path: 'a.yaml', text }))
    t.equal(finding.code, 'BW1001')
    t.match(finding.message, message)
    t.match(finding.hint, hint)
    t.end()
  })

t.test('what is missed at the end of the text is shown at the end of its last line', (t) => {
  const text = 'a: [1\n\n'
  const { at } = syntaxError(firstError(text), locator({ path: 'a.yaml', text }))
  t.match(at, { line: 1, column: 6, lineText: 'a: [1' })
  t.end()
})

t.test('a tab', (t) => {
  const text = 'a:\n\tb: 1\n'
  const finding = syntaxError(firstError(text), locator({ path: 'a.yaml', text }))
  t.match(finding, { code: 'BW1002', at: { line: 2, column: 1 } })
  t.end()
})

t.test('nothing at the place', (t) => {
  const text = 'a: b\n- '
  const error = {
    ...firstError(text),
    code: 'UNEXPECTED_TOKEN',
    pos: [7, 7],
  } as unknown as YAMLError
  t.match(syntaxError(error, locator({ path: 'a', text })).message, /the text does not belong/)
  t.end()
})

t.test('findings about whole texts', (t) => {
  const at = locator({ path: 'a', text: 'x' })(0, 1)
  t.match(structureTooLarge('is nested too deeply', at), { code: 'BW1008', at })
  t.match(unresolvedAlias(at), { code: 'BW1001', at })
  t.match(textTooLarge(at), { code: 'BW1007', at })
  t.match(
    notText(at),
    { code: 'BW1009', at: { ...at, lineText: '' } },
    'the line is not fit to be shown',
  )
  t.match(notAnObject('a list', at), { code: 'BW1006', message: /not a list/ })
  t.end()
})
