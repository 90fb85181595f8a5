import t from 'tap'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'
import { readPoolDocuments } from '../../../reconciler/pools/read.ts'
import { PLAN_CASES } from '../../support/planning/field-rule-cases.ts'
import { objectOf, poolText, shown } from '../../support/planning/pool-text.ts'

function read(...texts: string[]) {
  const sources = texts.map((text, index) => ({ path: `${index}.yaml`, text }))
  const { documents, broken, complete, findings } = readPoolDocuments(parsePools(sources).pools)
  return {
    names: documents.map(({ pool }) => pool.metadata.name),
    codes: findings.map(({ code }) => code),
    broken,
    complete,
    documents,
  }
}

const A = '  addresses: [192.0.2.0/28]'

t.test('pools in the order of the files, other kinds passed over', (t) => {
  const plan = JSON.stringify(PLAN_CASES[0]?.object)
  const service = 'apiVersion: v1\nkind: Service\nyes: &x {on: no}\n'
  const result = read(poolText(A, 'name: b'), service, `${poolText(A, 'name: a')}---\n${plan}`)
  t.match(result, { names: ['b', 'a'], codes: [], broken: [], complete: true })
  const place = result.documents[0]?.place(['spec', 'addresses', 0])
  t.equal(place && shown(place), '5:15 192.0.2.0/28')
  t.end()
})

t.test('an object that no text holds is in no place, and has a status', (t) => {
  const value = { ...objectOf(poolText(A)).value, status: {} }
  const { documents, findings } = readPoolDocuments([{ value }])
  t.same(findings, [])
  t.equal(documents[0]?.place(['spec']), undefined)
  t.end()
})

t.test('a pool with an error is broken, and what is right of it is still read', (t) => {
  const result = read(poolText(`${A}\n  color: red`, 'name: b'), poolText(A, 'name: a'))
  t.match(result, { names: ['b', 'a'], codes: ['BW1201'], broken: ['b'], complete: true })
  t.same(result.documents[0]?.pool.spec, { addresses: ['192.0.2.0/28'] })
  t.end()
})

t.test('a warning breaks nothing', (t) => {
  const result = read(poolText(`${A}\n  announce: {probe: {}}\nstatus: {}`))
  t.match(result, { names: ['office'], codes: ['BW1104'], broken: [], complete: true })
  t.end()
})

t.test('broken names are sorted, each once', (t) => {
  const bad = (name: string) => poolText('  color: red', `name: ${name}`)
  t.same(read(bad('b'), bad('a'), bad('b')).broken, ['a', 'b'])
  t.end()
})

t.test('what cannot be named might be any pool', (t) => {
  t.match(read(poolText(A, 'labels: {}')), { complete: false, broken: [], names: [] })
  const keyTwice = read(poolText(`${A}\n  addresses: []`))
  t.match(keyTwice, { codes: ['BW1003', 'BW1207'], complete: false, names: [], broken: ['office'] })
  t.end()
})

t.test('a mistake in the type of an object', (t) => {
  const text = poolText(A).replace('v1alpha1', 'v1')
  t.match(read(text), { codes: ['BW1101'], broken: ['office'], complete: true, names: [] })
  t.match(read('kind: AddressPool\n'), { codes: ['BW1103'], broken: [], complete: false })
  t.end()
})

t.test('a plan among the pools is held against its schema', (t) => {
  const [, , , beyond] = PLAN_CASES
  t.match(read(JSON.stringify(beyond?.object)), { codes: ['BW1305'], broken: [], complete: true })
  t.end()
})
