import t from 'tap'
import { parseYamlState } from '../../../reconciler/state/yaml.ts'

t.test('all documents, times as text', (t) => {
  const text = 'kind: Node\nage: 2026-01-01T00:00:00Z\n---\n---\nkind: Service\n'
  t.same(parseYamlState(text), {
    values: [{ kind: 'Node', age: '2026-01-01T00:00:00Z' }, null, { kind: 'Service' }],
  })
  t.end()
})

t.test('a fault has its place', (t) => {
  t.same(parseYamlState('kind: List\nitems: [a\nb: c\n'), {
    fault: {
      reason: 'missed comma between flow collection entries',
      at: { line: 3, column: 1, length: 1, lineText: 'b: c' },
    },
  })
  t.end()
})

t.test('a long line is not shown', (t) => {
  t.same(parseYamlState('['.repeat(100_000)), {
    fault: { reason: 'nesting exceeded maxDepth (100) (line 1, column 100)' },
  })
  t.end()
})
