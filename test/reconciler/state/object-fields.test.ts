import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import {
  choiceOf,
  fieldsOf,
  listOf,
  textOf,
  textsOf,
  wrongType,
  type Reading,
} from '../../../reconciler/state/object-fields.ts'

function reading(): Reading & { readonly findings: Finding[] } {
  return { object: { kind: 'Service', namespace: 'shop', name: 'web' }, findings: [] }
}

/** What `read` gives, and the messages of its findings. */
function outcome<T>(read: (to: Reading) => T): [T, string[]] {
  const to = reading()
  return [read(to), to.findings.map(({ message }) => message)]
}

t.test('what is right is taken as it is', (t) => {
  const labels = { app: 'web' }
  t.same(
    outcome((to) => fieldsOf(labels, 'x', to)),
    [labels, []],
  )
  t.same(
    outcome((to) => listOf([1], 'x', to)),
    [[1], []],
  )
  t.same(
    outcome((to) => textOf('a', 'x', to)),
    ['a', []],
  )
  t.same(
    outcome((to) => choiceOf('a', ['a', 'b'], 'x', to)),
    ['a', []],
  )
  t.equal(textsOf(labels, 'x', reading()), labels, 'the very object')
  t.end()
})

t.test('what is absent counts as nothing', (t) => {
  for (const absent of [undefined, null]) {
    t.same(
      outcome((to) => fieldsOf(absent, 'x', to)),
      [{}, []],
    )
    t.same(
      outcome((to) => listOf(absent, 'x', to)),
      [[], []],
    )
    t.same(
      outcome((to) => textOf(absent, 'x', to)),
      [undefined, []],
    )
    t.same(
      outcome((to) => choiceOf(absent, ['a'], 'x', to)),
      [undefined, []],
    )
    t.same(
      outcome((to) => textsOf(absent, 'x', to)),
      [{}, []],
    )
  }
  t.same(
    outcome((to) => choiceOf('', ['a'], 'x', to)),
    [undefined, []],
  )
  t.end()
})

t.test('what is of another type is told and counts as nothing', (t) => {
  t.same(
    outcome((to) => fieldsOf('a', 'spec', to)),
    [{}, ['spec is not a mapping']],
  )
  t.same(
    outcome((to) => listOf({}, 'spec.ports', to)),
    [[], ['spec.ports is not a list']],
  )
  t.same(
    outcome((to) => textOf(5, 'x', to)),
    [undefined, ['x is not a string']],
  )
  t.same(
    outcome((to) => choiceOf('c', ['a', 'b'], 'x', to)),
    [undefined, ['x is not a or b']],
  )
  t.same(
    outcome((to) => textsOf([], 'x', to)),
    [{}, ['x is not a mapping']],
  )
  t.same(
    outcome((to) => textsOf({ a: 'b', c: 5 }, 'metadata.labels', to)),
    [{ a: 'b' }, ['metadata.labels[c] is not a string']],
  )
  t.end()
})

t.test('a finding names the object and the field', (t) => {
  const to = reading()
  t.equal(wrongType(7, 'a number', 'spec.x', to), 7)
  t.same(to.findings, [
    {
      code: 'BW3007',
      severity: 'warning',
      message: 'spec.x is not a number',
      hint: 'write a number; until then the field counts as absent',
      object: { kind: 'Service', namespace: 'shop', name: 'web' },
      path: 'spec.x',
    },
  ])
  t.end()
})
