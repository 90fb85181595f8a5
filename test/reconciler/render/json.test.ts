import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import { renderFindingsJson } from '../../../reconciler/render/json.ts'

const at = { file: 'a.yaml', line: 2, column: 3, length: 5, lineText: '  color: red' }
const placeless: Finding = { code: 'BW1201', severity: 'error', message: 'm', hint: 'h' }
const finding: Finding = { ...placeless, at }

t.test('a finding with everything', (t) => {
  const object = { kind: 'AddressPool', name: 'office' }
  const full = { ...finding, object, path: 'spec.color', related: [{ message: 'other', at }] }
  t.same(JSON.parse(renderFindingsJson([full])), {
    findings: [
      {
        code: 'BW1201',
        name: 'UnknownField',
        severity: 'error',
        message: 'm',
        hint: 'h',
        file: 'a.yaml',
        line: 2,
        column: 3,
        endColumn: 8,
        text: 'color',
        object,
        path: 'spec.color',
        related: [{ message: 'other', file: 'a.yaml', line: 2, column: 3, endColumn: 8 }],
      },
    ],
  })
  t.end()
})

t.test('a finding with little, and the order', (t) => {
  const { findings } = JSON.parse(renderFindingsJson([placeless, finding])) as {
    findings: object[]
  }
  t.same(
    findings.map((each) => Object.keys(each).length),
    [10, 5],
  )
  t.end()
})

t.test('no findings are an empty list', (t) => {
  t.same(JSON.parse(renderFindingsJson([])), { findings: [] })
  t.end()
})
