import t from 'tap'
import { compareFindings, describeObject, isAtLeast } from '../../api/finding.ts'
import type { Finding, Position } from '../../api/finding.ts'

function at(file: string, line: number, column: number): Position {
  return { file, line, column, length: 1, lineText: 'x' }
}

const base: Finding = { code: 'BW5001', severity: 'error', message: 'm', hint: 'h' }

t.test('isAtLeast: an error is as grave as a warning, an info is not', async (t) => {
  t.equal(isAtLeast('error', 'warning'), true)
  t.equal(isAtLeast('warning', 'warning'), true)
  t.equal(isAtLeast('info', 'warning'), false)
})

t.test('compareFindings is a total order: place, severity, then subject', async (t) => {
  const inOrder: Finding[] = [
    { ...base, at: at('a.yaml', 1, 1) },
    { ...base, at: at('a.yaml', 1, 2) },
    { ...base, at: at('a.yaml', 2, 1) },
    { ...base, at: at('b.yaml', 1, 1) },
    base,
    { ...base, object: { kind: 'Node', name: 'a' } },
    { ...base, object: { kind: 'Service', namespace: 'default', name: 'a' } },
    { ...base, object: { kind: 'Service', namespace: 'default', name: 'a' }, path: 'spec' },
    { ...base, severity: 'warning' },
    { ...base, severity: 'info', message: 'a' },
    { ...base, severity: 'info', message: 'b' },
  ]
  for (const [i, a] of inOrder.entries())
    for (const [j, b] of inOrder.entries())
      t.equal(Math.sign(compareFindings(a, b)), Math.sign(i - j), `${i} and ${j}`)
})

t.test('describeObject names objects as people do', async (t) => {
  t.equal(describeObject({ kind: 'Service', namespace: 'web', name: 'shop' }), 'Service web/shop')
  t.equal(describeObject({ kind: 'Node', name: 'worker-1' }), 'Node worker-1')
  t.equal(describeObject(undefined), '')
})
