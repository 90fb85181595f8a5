import t from 'tap'
import { checkSchema } from '../../../reconciler/schema/check.ts'
import { objectOf, poolText } from '../../support/planning/pool-text.ts'

function complaints(spec: string, metadata?: string) {
  return checkSchema(objectOf(poolText(spec, metadata)), 'AddressPool').map(
    ({ code, path }) => `${code} ${path.join('/')}`,
  )
}

t.test('a pool with every field', (t) => {
  const everything = `  addresses: [192.0.2.0/28, 192.0.2.32-192.0.2.40, "2001:db8::"]
  exclude: [192.0.2.1]
  avoidBuggyIPs: true
  autoAssign: false
  priority: 10
  serviceSelector: {matchLabels: {app: web}}
  namespaceSelector: {matchExpressions: [{key: team, operator: In, values: [a]}]}
  sharing: none
  reservations: [{address: 192.0.2.2, service: web/shop}]
  suspend: true
  announce:
    segment: office
    nodeSelector: {}
    nodeNetworks: [192.0.2.0/24]
    preferredNodes: [{weight: 1, selector: {}}]
    interfaces: [eth0, br-lan.5]
    failback: afterStable
    failbackDelaySeconds: 5
    probe: {method: arp, intervalMilliseconds: 200, failureThreshold: 3}
    conflictDetection: hold`
  t.same(complaints(everything, 'name: office, labels: {a: b}, annotations: {c: d}'), [])
  t.end()
})

t.test('what kubectl get adds to metadata is known', (t) => {
  const metadata = 'name: a, uid: x, resourceVersion: "5", generation: 1, managedFields: []'
  t.same(complaints('  addresses: [192.0.2.1]', metadata), [])
  t.end()
})

t.test('every mistake is told', (t) => {
  t.same(complaints('  color: red\n  priority: x\n  sharing: all', 'name: A'), [
    'BW1206 metadata/name',
    'BW1203 spec/addresses',
    'BW1201 spec/color',
    'BW1202 spec/priority',
    'BW1204 spec/sharing',
  ])
  t.end()
})

t.test('the consequences of a mistake are not', (t) => {
  t.same(complaints('  adresses: [192.0.2.1]'), ['BW1201 spec/adresses'], 'misspelt, not missing')
  t.same(complaints('  addresses: [""]'), ['BW1207 spec/addresses/0'], 'empty, not of wrong form')
  t.same(complaints('  addresses: [192.0.2.1]', 'name: ""'), ['BW1207 metadata/name'])
  t.end()
})

t.test('names with slashes and tildes lead to the right place', (t) => {
  const spec = '  addresses: [192.0.2.1]\n  serviceSelector: {matchLabels: {"a/b~c": 5, "7": 8}}'
  t.same(complaints(spec), [
    'BW1202 spec/serviceSelector/matchLabels/7',
    'BW1202 spec/serviceSelector/matchLabels/a/b~c',
  ])
  t.end()
})

t.test('plans have a schema too', (t) => {
  const text =
    'apiVersion: bellwether.dev/v1alpha1\nkind: AnnouncementPlan\nmetadata: {name: a}\nspec: {}\n'
  const missing = checkSchema(objectOf(text), 'AnnouncementPlan')
  t.same(
    missing.map(({ path }) => path.at(-1)),
    ['segment', 'revision', 'digests', 'nodes', 'pools', 'announcements'],
  )
  t.end()
})
