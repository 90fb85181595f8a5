import t from 'tap'
import type { LabelSelector } from '../../../api/objects.ts'
import { matches, selectorText } from '../../../reconciler/model/label-selector.ts'

const web = { app: 'web', tier: 'front', empty: '' }

const CASES: readonly {
  readonly name: string
  readonly selector: LabelSelector | undefined
  readonly text: string
  readonly matches: boolean
}[] = [
  { name: 'no selector matches everything', selector: undefined, text: '', matches: true },
  { name: 'the empty selector matches everything', selector: {}, text: '', matches: true },
  {
    name: 'empty lists match everything',
    selector: { matchLabels: {}, matchExpressions: [] },
    text: '',
    matches: true,
  },
  { name: 'a label', selector: { matchLabels: { app: 'web' } }, text: 'app=web', matches: true },
  {
    name: 'a label of another value',
    selector: { matchLabels: { app: 'db' } },
    text: 'app=db',
    matches: false,
  },
  {
    name: 'an absent label is not an empty one',
    selector: { matchLabels: { zone: '' } },
    text: 'zone=',
    matches: false,
  },
  {
    name: 'an empty label',
    selector: { matchLabels: { empty: '' } },
    text: 'empty=',
    matches: true,
  },
  {
    name: 'all labels must match',
    selector: { matchLabels: { tier: 'front', app: 'db' } },
    text: 'app=db,tier=front',
    matches: false,
  },
  {
    name: 'In',
    selector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'api'] }] },
    text: 'app in (api,web)',
    matches: true,
  },
  {
    name: 'In does not match an absent key',
    selector: { matchExpressions: [{ key: 'zone', operator: 'In', values: ['', 'a'] }] },
    text: 'zone in (,a)',
    matches: false,
  },
  {
    name: 'NotIn',
    selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['web', 'api'] }] },
    text: 'app notin (api,web)',
    matches: false,
  },
  {
    name: 'NotIn of one value',
    selector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['db'] }] },
    text: 'app!=db',
    matches: true,
  },
  {
    name: 'NotIn matches an absent key',
    selector: { matchExpressions: [{ key: 'zone', operator: 'NotIn', values: ['a'] }] },
    text: 'zone!=a',
    matches: true,
  },
  {
    name: 'Exists',
    selector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] },
    text: 'app',
    matches: true,
  },
  {
    name: 'Exists knows no inherited property',
    selector: { matchExpressions: [{ key: 'constructor', operator: 'Exists' }] },
    text: 'constructor',
    matches: false,
  },
  {
    name: 'DoesNotExist',
    selector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
    text: '!app',
    matches: false,
  },
  {
    name: 'DoesNotExist matches an absent key',
    selector: { matchExpressions: [{ key: 'zone', operator: 'DoesNotExist' }] },
    text: '!zone',
    matches: true,
  },
  {
    name: 'labels and expressions together',
    selector: {
      matchLabels: { app: 'web' },
      matchExpressions: [{ key: 'tier', operator: 'In', values: ['back'] }],
    },
    text: 'app=web,tier=back',
    matches: false,
  },
]

t.test('matches', (t) => {
  for (const { name, selector, matches: expected } of CASES)
    t.equal(matches(selector, web), expected, name)
  t.end()
})

t.test('selectorText', (t) => {
  for (const { name, selector, text } of CASES) t.equal(selectorText(selector), text, name)
  t.end()
})

t.test('one text for every way to write a selector', (t) => {
  const equality = { matchLabels: { b: '2', a: '1' } }
  const expressions: LabelSelector = {
    matchLabels: { a: '1' },
    matchExpressions: [
      { key: 'b', operator: 'In', values: ['2', '2'] },
      { key: 'a', operator: 'In', values: ['1'] },
    ],
  }
  t.equal(selectorText(equality), selectorText(expressions))
  t.end()
})
