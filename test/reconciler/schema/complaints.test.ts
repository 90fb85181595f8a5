import t from 'tap'
import { fieldFinding } from '../../../reconciler/schema/field-finding.ts'
import { schemaOfAddressPool } from '../../../reconciler/generated/validators.js'
import { checkSchema } from '../../../reconciler/schema/check.ts'
import { complaintOf } from '../../../reconciler/schema/complaints.ts'
import { objectOf, poolText, shown } from '../../support/planning/pool-text.ts'

const A = '  addresses: [192.0.2.0/28]\n'
const many = (count: number) => Array.from({ length: count }, (_, i) => `192.0.2.${i}`).join(', ')

/** The lines below `spec:`, the code, what is shown, and what message and hint say. */
const CASES: [string, string, string, RegExp, RegExp][] = [
  [
    `${A}  color: red`,
    'BW1201',
    '6:3 color',
    /`spec` has no field `color`/,
    /remove it; the fields here are addresses/,
  ],
  [`${A}  autoAsign: true`, 'BW1201', '6:3 autoAsign', /autoAsign/, /write `autoAssign`/],
  [`${A}  segment: a`, 'BW1201', '6:3 segment', /segment/, /belongs in `spec\.announce`/],
  [
    `${A}  announce: {weight: 1}`,
    'BW1201',
    '6:14 weight',
    /spec\.announce/,
    /`spec\.announce\.preferredNodes\[\]`/,
  ],
  [
    `${A}  priority: high`,
    'BW1202',
    '6:13 high',
    /a whole number, not the text `high`/,
    /e\.g\. `priority: 100`/,
  ],
  [
    `${A}  exclude:`,
    'BW1202',
    '6:3 exclude',
    /`spec\.exclude` is empty/,
    /exclude: \[192\.0\.2\.1\]/,
  ],
  [
    `${A}  namespaces: [5]`,
    'BW1202',
    '6:16 5',
    /`spec\.namespaces\[0\]` must be a string, not the number 5/,
    /"5"/,
  ],
  [
    '  autoAssign: true',
    'BW1203',
    '4:1 spec',
    /`spec\.addresses` is missing/,
    /in `spec`, e\.g\. `addresses: \[192/,
  ],
  [
    `${A}  sharing: withinnamespace`,
    'BW1204',
    '6:12 withinnamespace',
    /cannot be/,
    /write `sharing: withinNamespace`; it is one of none/,
  ],
  [
    `${A}  sharing: everyone`,
    'BW1204',
    '6:12 everyone',
    /cannot be/,
    /write one of: none, withinNamespace/,
  ],
  [`${A}  priority: -1`, 'BW1205', '6:13 -1', /from 0 to 2147483647, not -1/, /allowed is 0$/],
  [
    `${A}  announce: {probe: {failureThreshold: 101}}`,
    'BW1205',
    '6:40 101',
    /from 1 to 100/,
    /allowed is 100$/,
  ],
  [
    `${A}  namespaces: [Web_Shop]`,
    'BW1206',
    '6:16 Web_Shop',
    /not a DNS label/,
    /write `web-shop`/,
  ],
  [
    `${A}  namespaces: [""]`,
    'BW1207',
    '6:16 ""',
    /at least 1 character$/,
    /write e\.g\. text, or remove it/,
  ],
  [
    `${A}  reservations: [{address: 192.0.2.1, service: ab}]`,
    'BW1207',
    '6:48 ab',
    /at least 3 characters$/,
    /web\/shop/,
  ],
  [
    `${A}  namespaces: [${'a'.repeat(64)}]`,
    'BW1207',
    `6:16 ${'a'.repeat(64)}`,
    /64 characters; at most 63/,
    /shorten/,
  ],
  [
    `${A}  namespaces: []`,
    'BW1207',
    '6:3 namespaces',
    /is empty/,
    /remove the field, or .* `namespaces: \[web\]`/,
  ],
  [
    `${A}  announce: {interfaces: [${many(17)}]}`,
    'BW1207',
    '6:14 interfaces',
    /17 entries; at most 16/,
    /several objects/,
  ],
  ['  addresses: [a, b, a]', 'BW1208', '5:21 a', /`spec\.addresses` has `a` twice/, /remove one/],
]

for (const [spec, code, place, message, hint] of CASES)
  t.test(`${code} ${spec.split('\n').at(-1)?.slice(0, 60)}`, (t) => {
    const object = objectOf(poolText(spec))
    const [complaint, ...others] = checkSchema(object, 'AddressPool')
    t.same(others, [], 'one complaint')
    if (complaint === undefined) throw new Error('no complaint')
    const finding = fieldFinding(complaint, object)
    t.equal(finding.code, code)
    t.equal(finding.at && shown(finding.at), place)
    t.match(finding.message, message)
    t.match(finding.hint, hint)
    t.end()
  })

t.test('at the top', (t) => {
  const text = 'apiVersion: bellwether.dev/v1alpha1\nkind: AddressPool\nmetadata: {name: a}\n'
  const missing = checkSchema(objectOf(text), 'AddressPool')
  t.match(missing, [
    { code: 'BW1203', path: ['spec'], hint: /^add `spec:`, e\.g\. `spec: \{addresses/ },
  ])
  const unknown = checkSchema(objectOf(`${poolText(A)}data: 1\n`), 'AddressPool')
  t.match(unknown, [{ code: 'BW1201', message: /^this kind has no field/ }])
  t.end()
})

t.test('too many labels', (t) => {
  const labels = Array.from({ length: 33 }, (_, i) => `l${i}: a`).join(', ')
  const object = objectOf(poolText(`${A}  serviceSelector: {matchLabels: {${labels}}}`))
  t.match(checkSchema(object, 'AddressPool'), [{ code: 'BW1207', message: /at most 32/ }])
  t.end()
})

t.test('where the items are mappings, the example is one', (t) => {
  const object = objectOf(poolText(`${A}  announce: {preferredNodes: [{weight: 1}]}`))
  t.match(checkSchema(object, 'AddressPool'), [
    {
      path: ['spec', 'announce', 'preferredNodes', 0, 'selector'],
      hint: /selector: \{matchLabels/,
    },
  ])
  t.end()
})

t.test('a keyword without words is a mistake of ours', (t) => {
  const context = { schema: schemaOfAddressPool, object: objectOf('a: 1') }
  const error = { keyword: 'multipleOf', instancePath: '', params: {} }
  t.throws(() => complaintOf(error, [], context), /multipleOf/)
  t.end()
})

t.test('what the schema does not know has no type to name', (t) => {
  const context = { schema: schemaOfAddressPool, object: objectOf('a: {b: x}') }
  const error = { keyword: 'minimum', instancePath: '', params: {} }
  t.match(complaintOf(error, ['a', 'b'], context), { code: 'BW1205', message: /from 0 to 0/ })
  t.match(complaintOf({ ...error, keyword: 'enum' }, [], context), { code: 'BW1204' })
  t.end()
})

t.test('a value of the wrong type that no text holds', (t) => {
  const { value } = objectOf(poolText('  addresses: [5]'))
  t.match(checkSchema({ value }, 'AddressPool'), [
    { code: 'BW1202', hint: 'put it in quotes: "5"' },
  ])
  t.end()
})
