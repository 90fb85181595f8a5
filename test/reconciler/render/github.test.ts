import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import { renderFindingsGithub } from '../../../reconciler/render/github.ts'
import type { Severity } from '../../../api/codes/entry.ts'

const at = { file: 'a.yaml', line: 2, column: 3, length: 5, lineText: '  color: red' }
const placeless: Finding = { code: 'BW1201', severity: 'error', message: 'm', hint: 'h' }
const finding: Finding = { ...placeless, at }

t.test('a workflow command for each finding', (t) => {
  t.equal(
    renderFindingsGithub([finding]),
    '::error file=a.yaml,line=2,col=3,endColumn=8,title=BW1201 UnknownField::m%0Ah\n',
  )
  t.end()
})

t.test('what the runner would take for its own syntax is escaped', (t) => {
  const odd = { ...finding, message: '100%: a,b\r\nc', at: { ...at, file: 'a:b,c%.yaml' } }
  t.match(
    renderFindingsGithub([odd]),
    'file=a%3Ab%2Cc%25.yaml,line=2,col=3,endColumn=8,title=BW1201 UnknownField::100%25: a,b%0D%0Ac%0Ah',
  )
  t.end()
})

t.test('without a place, the object is named; a second place is told', (t) => {
  t.equal(
    renderFindingsGithub([{ ...placeless, object: { kind: 'Node', name: 'n' } }]),
    '::error title=BW1201 UnknownField::Node n: m%0Ah\n',
  )
  t.match(renderFindingsGithub([placeless]), '::m%0Ah')
  const related = [{ message: 'other', at }]
  t.match(renderFindingsGithub([{ ...finding, related }]), '::m%0Ah%0Aa.yaml:2:3: other\n')
  t.end()
})

t.test('the gravest first, ten of each kind, the rest counted', (t) => {
  const some = (severity: Severity, count: number): Finding[] =>
    Array.from({ length: count }, (_, i) => ({ ...finding, severity, at: { ...at, line: i + 1 } }))
  const all = [...some('info', 11), ...some('warning', 10), ...some('error', 13)]
  const lines = renderFindingsGithub(all).trimEnd().split('\n')
  t.equal(lines.filter((line) => line.startsWith('::error')).length, 10)
  t.match(lines[10], /^and 3 errors more/)
  t.equal(lines.filter((line) => line.startsWith('::warning')).length, 10)
  t.equal(lines.filter((line) => line.startsWith('::notice')).length, 10)
  t.match(lines.at(-1), /^and 1 notice more/)
  t.equal(renderFindingsGithub([]), '')
  t.end()
})
