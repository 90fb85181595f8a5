import t from 'tap'
import {
  fieldFinding,
  objectRef,
  pathText,
  textAt,
  valueAt,
} from '../../../reconciler/schema/field-finding.ts'
import { objectOf, poolText, shown } from '../../support/planning/pool-text.ts'

t.test('pathText is in the notation of kubectl', (t) => {
  t.equal(pathText(['spec', 'addresses', 0]), 'spec.addresses[0]')
  t.equal(pathText(['metadata', 'labels', 'example.com/team']), 'metadata.labels[example.com/team]')
  t.equal(pathText([]), '')
  t.end()
})

t.test('valueAt', (t) => {
  t.equal(valueAt({ a: [{ b: 5 }] }, ['a', 0, 'b']), 5)
  t.equal(valueAt({ a: 1 }, ['a', 'b', 'c']), undefined)
  t.equal(valueAt(null, ['a']), undefined)
  t.end()
})

t.test('objectRef needs a kind and a name', (t) => {
  t.same(objectRef({ kind: 'A', metadata: { name: 'b' } }), { kind: 'A', name: 'b' })
  for (const value of [{}, { kind: 'A' }, { kind: 'A', metadata: { name: 5 } }])
    t.equal(objectRef(value), undefined)
  t.equal(objectRef({ kind: 'A', metadata: { name: '' } }), undefined)
  t.equal(objectRef({ kind: 5, metadata: { name: 'b' } }), undefined)
  t.end()
})

const object = objectOf(poolText('  addresses: [192.0.2.0/28]\n  exclude: [192.0.2.1]'))

t.test('a complaint becomes a finding with places', (t) => {
  const finding = fieldFinding(
    {
      code: 'BW1301',
      path: ['spec', 'exclude', 0],
      message: 'm',
      hint: 'h',
      other: { path: ['spec', 'addresses', 0], message: 'the other' },
    },
    object,
  )
  t.match(finding, {
    code: 'BW1301',
    severity: 'error',
    message: 'm',
    hint: 'h',
    path: 'spec.exclude[0]',
    object: { kind: 'AddressPool', name: 'office' },
  })
  t.equal(finding.at && shown(finding.at), '6:13 192.0.2.1')
  t.equal(finding.at && textAt(finding.at), '192.0.2.1')
  const [related] = finding.related ?? []
  t.equal(related && shown(related.at), '5:15 192.0.2.0/28')
  t.end()
})

t.test('a complaint at the key, in an object without a name', (t) => {
  const nameless = objectOf('kind: A\nspec: {x: 1}\n')
  const complaint = {
    code: 'BW1104',
    path: ['spec', 'x'],
    atKey: true,
    message: '',
    hint: '',
  } as const
  const finding = fieldFinding(complaint, nameless)
  t.equal(finding.at && shown(finding.at), '2:8 x')
  t.equal(finding.severity, 'warning')
  t.equal('object' in finding, false)
  t.end()
})

t.test('a complaint about an object that no text holds has no places', (t) => {
  const other = { path: ['spec', 'addresses', 0], message: 'the other' }
  const complaint = { code: 'BW1301', path: ['spec'], message: 'm', hint: 'h', other } as const
  const finding = fieldFinding(complaint, { value: object.value })
  t.equal('at' in finding || 'related' in finding, false)
  t.match(finding, { path: 'spec', object: { name: 'office' } })
  t.end()
})
