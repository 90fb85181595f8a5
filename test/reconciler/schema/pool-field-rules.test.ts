import t from 'tap'
import type { AddressPool } from '../../../api/objects.ts'
import { POOL_FIELD_RULES, checkPoolFields } from '../../../reconciler/schema/pool-field-rules.ts'
import { celRules } from '../../support/cluster/crds.ts'
import { EACH_ONCE, POOL_CASES, VALUES } from '../../support/planning/field-rule-cases.ts'

for (const { name, object, breaks } of POOL_CASES)
  t.test(name, (t) => {
    const pool = object as unknown as AddressPool
    const broken = POOL_FIELD_RULES.filter(({ check }) => check(pool).length > 0)
    t.same(
      broken.map(({ twinOf }) => twinOf),
      breaks,
    )
    t.end()
  })

t.test('each CEL rule of the CRD has a twin, and a case that breaks it', (t) => {
  const rules = [...new Set(celRules('addresspools').map(({ message }) => message))]
  const twins = POOL_FIELD_RULES.map(({ twinOf }) => twinOf).filter((each) => each !== EACH_ONCE)
  t.same(twins.toSorted(), rules.toSorted())
  const broken = new Set(POOL_CASES.flatMap(({ breaks }) => breaks))
  t.same([...broken].toSorted(), [...rules, EACH_ONCE].toSorted())
  t.end()
})

t.test('the rule for selectors is broken in each place that has one', (t) => {
  const places = celRules('addresspools')
    .filter(({ message }) => message === VALUES)
    .map(({ path }) => path.replace('.matchExpressions[]', ''))
  const broken = POOL_CASES.filter(({ breaks }) => breaks.includes(VALUES)).flatMap(({ object }) =>
    checkPoolFields(object as unknown as AddressPool).map(({ path }) => path),
  )
  t.same(
    broken.map((path) => path.slice(0, path.indexOf('matchExpressions'))),
    [
      ['spec', 'serviceSelector'],
      ['spec', 'namespaceSelector'],
      ['spec', 'announce', 'nodeSelector'],
      ['spec', 'announce', 'preferredNodes', 0, 'selector'],
    ],
  )
  t.equal(places.length, broken.length)
  t.end()
})

function complaints(name: string) {
  const found = POOL_CASES.find((each) => each.name === name)
  return checkPoolFields(found?.object as unknown as AddressPool)
}

t.test('what to write instead', (t) => {
  t.match(complaints('both'), [
    { code: 'BW1301', hint: /values: \[web\]/, other: { path: ['spec', 'namespaces'] } },
  ])
  t.match(complaints('a delay without failback'), [
    { code: 'BW1302', message: /failback is `never`/, hint: /failback: afterStable/ },
  ])
  t.match(complaints('In without values'), [
    { code: 'BW1303', message: /`In` needs/, hint: /values: \[a, b\]/ },
  ])
  t.match(complaints('NotIn with no value')[0]?.path.at(-1), 'values')
  t.match(complaints('Exists with values'), [{ code: 'BW1303', hint: /operator: In/ }])
  t.match(complaints('DoesNotExist with an empty list'), [{ hint: /operator: NotIn/ }])
  t.match(complaints('an address reserved twice'), [{ code: 'BW1208', message: /192\.0\.2\.1/ }])
  t.end()
})

t.test('the fields that the speaker acts on are no complaint', (t) => {
  const announce = {
    probe: { failureThreshold: 3 },
    conflictDetection: 'hold',
    failback: 'afterStable',
    failbackDelaySeconds: 5,
  }
  const pool = { ...POOL_CASES[0]?.object, spec: { addresses: [], announce } }
  t.same(checkPoolFields(pool as never), [])
  t.end()
})
