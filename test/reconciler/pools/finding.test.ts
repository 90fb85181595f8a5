import t from 'tap'
import { rangeProblems } from '../../../reconciler/source/address-text.ts'
import {
  partOfPlace,
  placeOfKey,
  poolFinding,
  relatedField,
  textFindings,
} from '../../../reconciler/pools/finding.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

const document = poolDocument(`
  addresses:
    - "192.0.2.1 - 192.0.2.999"
    - "192.0.2.1\\x2d192.0.2.999"
  serviceSelector:
    matchLabels:
      app: app
      "quoted": app
`)

t.test('a finding about a field', (t) => {
  const field = { document, path: ['spec', 'serviceSelector', 'matchLabels', 'app'] }
  t.same(poolFinding('BW2022', field, { message: 'm', hint: 'h' }), {
    code: 'BW2022',
    severity: 'error',
    at: { file: 'office.yaml', line: 12, column: 12, length: 3, lineText: '      app: app' },
    message: 'm',
    hint: 'h',
    object: { kind: 'AddressPool', name: 'office' },
    path: 'spec.serviceSelector.matchLabels.app',
  })
  t.end()
})

t.test('a part of a text, or all of it where escapes hide the part', (t) => {
  for (const [index, under] of [
    [0, '999'],
    [1, '"192.0.2.1\\x2d192.0.2.999"'],
  ] as const) {
    const field = { document, path: ['spec', 'addresses', index] }
    const text = document.pool.spec.addresses[index] ?? ''
    const findings = textFindings(rangeProblems(text), field, text)
    t.match(findingTexts(findings)[0], `<${under}>`)
  }
  const place = document.place(['spec', 'addresses', 0])
  t.equal(partOfPlace(place, '', { start: 0, length: 1 }), place)
  t.end()
})

t.test('the place of a key', (t) => {
  const labels = ['spec', 'serviceSelector', 'matchLabels']
  t.match(placeOfKey({ document, path: [...labels, 'app'] }), { column: 7, length: 3 })
  t.match(placeOfKey({ document, path: [...labels, 'quoted'] }), { column: 8, length: 6 })
  t.match(placeOfKey({ document, path: [...labels, 'absent'] }), { line: 11 })
  t.match(placeOfKey({ document, path: [...labels, ''] }), { line: 11 })
  t.end()
})

t.test('a second place', (t) => {
  const field = { document, path: ['spec', 'addresses', 0] }
  const at = document.place(field.path)
  t.same(relatedField('the first one', field), { related: [{ message: 'the first one', at }] })
  t.end()
})

t.test('what no text holds is in no place', (t) => {
  const field = {
    document: { ...document, place: () => undefined },
    path: ['spec', 'addresses', 0],
  }
  const finding = poolFinding('BW2022', field, { message: 'm', hint: 'h' })
  t.equal('at' in finding, false)
  t.equal(partOfPlace(undefined, 'text', { start: 0, length: 1 }), undefined)
  t.equal(placeOfKey(field), undefined)
  t.same(relatedField('the first one', field), {})
  t.end()
})
