import t from 'tap'
import { identify } from '../../../reconciler/schema/object-kinds.ts'
import { objectOf, shown } from '../../support/planning/pool-text.ts'

const OURS = 'apiVersion: bellwether.dev/v1alpha1'

t.test('ours', (t) => {
  for (const kind of ['AddressPool', 'AnnouncementPlan'])
    t.same(identify(objectOf(`${OURS}\nkind: ${kind}\n`)), { type: 'ours', kind })
  t.end()
})

const OTHERS: [string, string][] = [
  ['a core kind', 'apiVersion: v1\nkind: Service\n'],
  [
    'a kind of the same name of another group',
    'apiVersion: metallb.io/v1beta1\nkind: AddressPool\n',
  ],
  ['a kustomization', 'resources: [a.yaml]\n'],
  ['values of a chart', 'spec: {replicas: 1}\n'],
  ['a kind without apiVersion', 'kind: Deployment\n'],
  ['an apiVersion that is no text', 'apiVersion: 1\nkind: Service\n'],
  ['no kind', 'apiVersion: v1\n'],
  ['a core apiVersion with one of our kinds', 'apiVersion: v1\nkind: AddressPool\n'],
]

for (const [name, text] of OTHERS)
  t.test(`passed over: ${name}`, (t) => {
    t.same(identify(objectOf(text)), { type: 'other' })
    t.end()
  })

const MISTAKEN: [string, string, string, string, RegExp][] = [
  [
    'another version',
    'apiVersion: bellwether.dev/v1\nkind: AddressPool',
    'BW1101',
    '1:13 bellwether.dev/v1',
    /v1alpha1`/,
  ],
  [
    'a misspelt group',
    'apiVersion: belwether.dev/v1alpha1\nkind: X',
    'BW1101',
    '1:13 belwether.dev/v1alpha1',
    /bellwether/,
  ],
  [
    'another domain',
    'apiVersion: Bellwether.io/v1\nkind: X',
    'BW1101',
    '1:13 Bellwether.io/v1',
    /bellwether\.dev/,
  ],
  [
    'no group',
    'apiVersion: v1alpha1\nkind: AddressPool',
    'BW1101',
    '1:13 v1alpha1',
    /bellwether\.dev/,
  ],
  [
    'an apiVersion that is no text',
    'apiVersion: 1\nkind: AddressPool',
    'BW1101',
    '1:13 1',
    /bellwether/,
  ],
  [
    'a kind in small letters',
    `${OURS}\nkind: addresspool`,
    'BW1102',
    '2:7 addresspool',
    /kind: AddressPool/,
  ],
  ['a kind we do not have', `${OURS}\nkind: Widget`, 'BW1102', '2:7 Widget', /one of: AddressPool/],
  ['a kind that is no text', `${OURS}\nkind: [a]`, 'BW1102', '2:1 kind', /one of/],
  ['no kind', `${OURS}\nspec: {}`, 'BW1103', '1:13 bellwether.dev/v1alpha1', /kind: AddressPool/],
  ['no apiVersion', 'kind: AddressPool\nspec: {}', 'BW1103', '1:7 AddressPool', /add `apiVersion/],
  [
    'apiVersion misspelt',
    'apiversion: bellwether.dev/v1alpha1\nkind: AddressPool',
    'BW1103',
    '1:1 apiversion',
    /write `apiVersion`/,
  ],
  ['kind misspelt too', 'Kind: AddressPool\nother: 1', 'BW1103', '1:1 Kind', /write `kind`/],
  [
    'neither, but a pool',
    'spec: {addresses: [192.0.2.1]}',
    'BW1103',
    '1:1 spec: {addresses: [192.0.2.1]}',
    /begin with/,
  ],
]

for (const [name, text, code, place, hint] of MISTAKEN)
  t.test(`mistaken: ${name}`, (t) => {
    const identity = identify(objectOf(text))
    t.equal(identity.type, 'mistaken')
    if (identity.type !== 'mistaken') return t.end()
    t.equal(identity.finding.code, code)
    t.equal(identity.finding.at && shown(identity.finding.at), place)
    t.match(identity.finding.hint, hint)
    return t.end()
  })
