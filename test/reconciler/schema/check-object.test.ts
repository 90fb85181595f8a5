import t from 'tap'
import { checkPlan, checkPool } from '../../../reconciler/schema/check-object.ts'
import { PLAN_CASES } from '../../support/planning/field-rule-cases.ts'
import { objectOf, poolText } from '../../support/planning/pool-text.ts'

function check(spec: string, metadata?: string) {
  const { findings, ambiguousKeys, pool } = checkPool(objectOf(poolText(spec, metadata)))
  return { codes: findings.map(({ code }) => code), ambiguousKeys, pool }
}

t.test('nothing to complain about', (t) => {
  t.match(check('  addresses: [192.0.2.1]'), {
    codes: [],
    ambiguousKeys: false,
    pool: { spec: { addresses: ['192.0.2.1'] } },
  })
  t.end()
})

t.test('schema, rules between fields, and the way it is written: all at once', (t) => {
  const spec =
    '  addresses: [192.0.2.1]\n  color: red\n  namespaces: [on]\n  namespaceSelector: {}\n'
  const { codes, pool } = check(`${spec}  announce: {probe: {}}\nstatus: {}`)
  t.same(codes, ['BW1004', 'BW1201', 'BW1301', 'BW1104'])
  t.same(pool?.spec, { addresses: ['192.0.2.1'], namespaces: ['on'], announce: { probe: {} } })
  t.end()
})

t.test('a value of the wrong type is not also ambiguous', (t) => {
  t.same(check('  addresses: [192.0.2.1]\n  autoAssign: yes').codes, ['BW1202'])
  t.end()
})

t.test('with a merge key nobody knows what is missing', (t) => {
  const { codes, ambiguousKeys, pool } = check('  <<: {addresses: [192.0.2.1]}')
  t.same(codes, ['BW1005'])
  t.equal(ambiguousKeys, true)
  t.equal(pool, undefined)
  t.end()
})

t.test('a key twice', (t) => {
  t.match(check('  addresses: [a]\n  addresses: [b]'), { codes: ['BW1003'], ambiguousKeys: true })
  t.end()
})

t.test('without addresses, name or spec there is no pool', (t) => {
  t.equal(check('  autoAssign: true').pool, undefined)
  t.equal(check('  addresses: [192.0.2.1]', 'name: A').pool, undefined)
  t.equal(check('  - addresses').pool, undefined)
  t.end()
})

t.test('plans', (t) => {
  const codes = (object: object) =>
    checkPlan(objectOf(JSON.stringify(object))).map(({ code }) => code)
  const [good, , otherName] = PLAN_CASES.map(({ object }) => object)
  t.same(codes(good ?? {}), [])
  t.same(codes(otherName ?? {}), ['BW1304'])
  t.same(codes({ ...good, status: {} }), [], 'status is right here')
  t.same(codes({ ...good, other: 1 }), ['BW1201'])
  t.end()
})

t.test('an object that no text holds: its status is right, and nothing is ambiguous', (t) => {
  const { value } = objectOf(`${poolText('  addresses: [192.0.2.1]')}status: {}\n`)
  t.match(checkPool({ value }), { findings: [], ambiguousKeys: false })
  t.same(checkPlan({ value: PLAN_CASES[0]?.object ?? {} }), [])
  t.end()
})
