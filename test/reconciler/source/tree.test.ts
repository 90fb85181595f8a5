import t from 'tap'
import { isMap, parseDocument } from 'yaml'
import type { YAMLMap } from 'yaml'
import { locator } from '../../../reconciler/source/position.ts'
import type { FieldPath } from '../../../reconciler/source/field-path.ts'
import {
  keyText,
  placeOfKey,
  placeOfNode,
  placeOfValue,
  resolveAlias,
} from '../../../reconciler/source/tree.ts'
import { shown } from '../../support/planning/pool-text.ts'

const text = `spec:
  addresses:
    - 192.0.2.0/28
    - "quoted"
  flow: {a: [1, x]}
  empty:
  twice: 1
  twice: 2
  anchored: &here shared
  alias: *here
  5: five
  ? [complex]
  : key
`
const document = parseDocument(text, { uniqueKeys: false })
const top = document.contents as YAMLMap
const tree = { document, locate: locator({ path: 'a.yaml', text }) }

const VALUES: [FieldPath, string][] = [
  [['spec', 'addresses', 0], '3:7 192.0.2.0/28'],
  [['spec', 'addresses', 1], '4:7 "quoted"'],
  [['spec', 'addresses'], '2:3 addresses'],
  [['spec', 'addresses', 7], '2:3 addresses'],
  [['spec', 'flow', 'a', 1], '5:17 x'],
  [['spec', 'flow', 'a', 1, 'deeper'], '5:17 x'],
  [['spec', 'empty'], '6:3 empty'],
  [['spec', 'missing', 'deep'], '1:1 spec'],
  [['spec', 'twice'], '8:10 2'],
  [['spec', 'alias'], '9:19 shared'],
  [['spec', 5], '11:6 five'],
  [[], '1:1 spec:'],
]

for (const [path, place] of VALUES)
  t.test(`value of ${path.join('.')}`, (t) => {
    t.equal(shown(placeOfValue(top, path, tree)), place)
    t.end()
  })

t.test('keys, and items of lists', (t) => {
  t.equal(shown(placeOfKey(top, ['spec', 'twice'], tree)), '8:3 twice')
  t.equal(shown(placeOfKey(top, ['spec', 'addresses', 1], tree)), '4:7 "quoted"')
  t.end()
})

t.test('keyText is the key as it stands in the data', (t) => {
  const map = parseDocument('{a: 1, 5: 1, true: 1, ? : 1, ? [x] : 1}').contents
  t.ok(isMap(map))
  t.same(isMap(map) && map.items.map(keyText), ['a', '5', 'true', '', undefined])
  t.end()
})

t.test('what is no node, or leads nowhere, is undefined', (t) => {
  t.equal(resolveAlias(null, document), undefined)
  const dangling = parseDocument('a: *nowhere')
  t.equal(resolveAlias(dangling.get('a', true), dangling), undefined)
  t.end()
})

t.test('a node without a place is shown at the start', (t) => {
  t.equal(shown(placeOfNode(document.createNode('made'), tree.locate)), '1:1 s')
  t.end()
})
