import t from 'tap'
import type { LabelSelector } from '../../../api/objects.ts'
import { selectorProblems } from '../../../reconciler/schema/selector-problems.ts'

type Expression = NonNullable<LabelSelector['matchExpressions']>[number]

function problems(selector: LabelSelector | undefined): string[] {
  return selectorProblems(selector).map(({ kind, path }) => `${kind} ${path.join('.')}`)
}

t.test('keys of matchLabels', (t) => {
  const good = ['app', 'a', 'A_b.c-d', 'example.com/app', `${'a'.repeat(63)}`, 'a.b/c']
  const bad = [
    '',
    '-app',
    'app-',
    'my app',
    '/app',
    'example.com/',
    'Example.com/app',
    'a/b/c',
    'a'.repeat(64),
    `${'a'.repeat(254)}/app`,
  ]
  for (const key of good) t.same(problems({ matchLabels: { [key]: 'x' } }), [], key)
  for (const key of bad)
    t.same(problems({ matchLabels: { [key]: 'x' } }), [`invalid matchLabels.${key}`], key)
  t.end()
})

t.test('what contradicts itself', (t) => {
  const key = 'tier'
  const present: Expression = { key, operator: 'Exists' }
  const absent: Expression = { key, operator: 'DoesNotExist' }
  const isIn = (...values: string[]): Expression => ({ key, operator: 'In', values })
  const notIn = (...values: string[]): Expression => ({ key, operator: 'NotIn', values })
  const cases: readonly [LabelSelector | undefined, boolean][] = [
    [undefined, false],
    [{}, false],
    [{ matchLabels: { tier: 'a' } }, false],
    [{ matchExpressions: [present, absent] }, true],
    [{ matchExpressions: [isIn('a'), absent] }, true],
    [{ matchExpressions: [notIn('a'), absent] }, false],
    [{ matchExpressions: [present, notIn('a')] }, false],
    [{ matchExpressions: [isIn('a', 'b'), isIn('b', 'c')] }, false],
    [{ matchExpressions: [isIn('a'), isIn('b')] }, true],
    [{ matchExpressions: [isIn('a', 'b'), notIn('a')] }, false],
    [{ matchExpressions: [isIn('a', 'b'), notIn('b', 'a')] }, true],
    [{ matchLabels: { tier: 'a' }, matchExpressions: [isIn('a')] }, false],
    [{ matchLabels: { tier: 'a' }, matchExpressions: [isIn('b')] }, true],
    [{ matchLabels: { tier: 'a' }, matchExpressions: [{ ...isIn('b'), key: 'x' }] }, false],
    [{ matchExpressions: [{ key, operator: 'In' }, notIn('a')] }, true],
  ]
  for (const [selector, expected] of cases)
    t.equal(problems(selector).length > 0, expected, JSON.stringify(selector))
  t.same(problems({ matchExpressions: [isIn('a'), { ...present, key: 'x' }, isIn('b')] }), [
    'contradictory matchExpressions.2.key',
  ])
  t.end()
})
