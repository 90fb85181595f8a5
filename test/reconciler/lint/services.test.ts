import t from 'tap'
import type { ClusterState } from '../../../reconciler/state/snapshot.ts'
import { readDeclaration } from '../../../reconciler/pools/declaration.ts'
import { serviceFindings } from '../../../reconciler/lint/services.ts'
import { clusterFacts, serviceObject } from '../../support/cluster/cluster.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

function check(spec: string, state: ClusterState): string[] {
  const document = poolDocument(`  addresses: [192.0.2.0/24]\n${spec}\n`)
  const { pool } = readDeclaration(document)
  return serviceFindings({ document, pool }, clusterFacts(state)).map(
    ({ code, path, message }) => `${code} ${path} ${message}`,
  )
}

const namespaces = ['shop', 'blog'].map((name) => ({
  metadata: { name, labels: { team: name === 'shop' ? 'red' : 'blue' } },
}))
const services = [
  serviceObject('shop/web', { app: 'web' }),
  serviceObject('blog/api', { app: 'api' }),
]
const all = { services, namespaces }

t.test('selectors that match something', (t) => {
  t.same(check('', all), [])
  t.same(check('  serviceSelector: { matchLabels: { app: web } }', all), [])
  t.same(check('  namespaceSelector: { matchLabels: { team: red } }', all), [])
  t.same(check('  namespaces: [shop, blog]', all), [])
  t.end()
})

t.test('selectors that match nothing', (t) => {
  t.same(check('  serviceSelector: { matchLabels: { app: db } }', all), [
    'BW3021 spec.serviceSelector serviceSelector matches none of the 2 Services: app=db',
  ])
  t.same(check('  namespaceSelector: { matchLabels: { team: green } }', all), [
    'BW3022 spec.namespaceSelector namespaceSelector matches none of the 2 namespaces: team=green',
  ])
  t.same(check('  namespaces: [shop, blogs]', all), [
    'BW3023 spec.namespaces[1] there is no namespace blogs',
  ])
  t.end()
})

t.test('a namespace that is near is proposed', (t) => {
  const document = poolDocument('  addresses: [192.0.2.1]\n  namespaces: [blogs, unrelated]\n')
  const { pool } = readDeclaration(document)
  const findings = serviceFindings({ document, pool }, clusterFacts(all))
  t.same(
    findings.map(({ hint }) => hint),
    [
      'write blog if you mean that one',
      'correct the name; if the namespace will be created later, do nothing',
    ],
  )
  t.end()
})

t.test('a kind that is not known, or empty, says nothing', (t) => {
  const spec = `
  serviceSelector: { matchLabels: { app: db } }
  namespaceSelector: { matchLabels: { team: green } }
`
  t.same(check(spec, {}), [])
  t.same(check(spec, { services: [], namespaces: [] }), [])
  const selectsNamespace = '  namespaceSelector: { matchLabels: { team: green } }'
  t.same(check(selectsNamespace, { services }), [], 'namespaces are not known')
  t.end()
})

t.test('conditions that match nothing together', (t) => {
  const spec = `
  serviceSelector: { matchLabels: { app: web } }
  namespaces: [blog]
`
  t.same(check(spec, all), [
    'BW3025 spec no Service may use the pool office: no Service meets all of its conditions',
  ])
  const selectsNamespace = `
  serviceSelector: { matchLabels: { app: web } }
  namespaceSelector: { matchLabels: { team: blue } }
`
  t.equal(check(selectsNamespace, all).length, 1)
  const withoutNamespace = { services, namespaces: namespaces.slice(1) }
  t.equal(check(selectsNamespace, withoutNamespace).length, 1)
  t.same(check(`${spec}  suspend: true`, all), [], 'suspended on purpose')
  t.same(
    check(`${spec}  reservations: [{ address: 192.0.2.1, service: a/b }]`, all),
    [],
    'kept for one to come',
  )
  t.end()
})

t.test('a pool on request that nobody asks for', (t) => {
  const spec = '  autoAssign: false'
  const asking = (annotations: Readonly<Record<string, string>>) => ({
    services: [serviceObject('shop/web', {}, annotations)],
  })
  t.same(check(spec, all), [
    'BW3025 spec.autoAssign no Service asks for the pool office, and its autoAssign is false',
  ])
  t.same(check(spec, asking({ 'bellwether.dev/pool': 'office' })), [])
  t.same(check(spec, asking({ 'bellwether.dev/addresses': '192.0.2.7' })), [])
  t.equal(check(spec, asking({ 'bellwether.dev/addresses': '192.0.3.7' })).length, 1)
  const [web] = services
  const status = { loadBalancer: { ingress: [{ ip: '192.0.2.7' }] } }
  t.same(check(spec, { services: [{ ...web!, status }] }), [], 'in use')
  t.end()
})
