import t from 'tap'
import type { NodeObject } from '../../../reconciler/state/objects.ts'
import { readDeclaration } from '../../../reconciler/pools/declaration.ts'
import { nodeFindings } from '../../../reconciler/lint/nodes.ts'
import { clusterFacts, nodeObject } from '../../support/cluster/cluster.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

function check(announce: string, nodes: readonly NodeObject[] | undefined): string[] {
  const document = poolDocument(`  addresses: [192.0.2.200]\n  announce: { ${announce} }\n`)
  const { pool } = readDeclaration(document)
  return nodeFindings({ document, pool }, clusterFacts({ nodes })).map(
    ({ code, path, message }) => `${code} ${path} ${message}`,
  )
}

const EXCLUDED = { 'node.kubernetes.io/exclude-from-external-load-balancers': '' }
const a = nodeObject('a', ['192.0.2.1'], { zone: 'east' })
const b = nodeObject('b', ['192.0.2.2'], { zone: 'west' })
const bare = nodeObject('bare', [], { zone: 'north' })
const excluded = nodeObject('excluded', ['192.0.2.3'], { ...EXCLUDED, zone: 'south' })
const unavailable: NodeObject = {
  metadata: { name: 'unavailable' },
  status: {
    addresses: [{ type: 'InternalIP', address: '192.0.2.4' }],
    conditions: [{ type: 'NetworkUnavailable', status: 'True' }],
  },
}

t.test('nodes that can carry addresses', (t) => {
  t.same(check('', [a, b]), [])
  t.same(check('nodeSelector: { matchLabels: { zone: east } }', [a, b]), [])
  t.same(check('nodeNetworks: [192.0.2.0/24]', [a, b]), [])
  t.same(check('nodeSelector: { matchLabels: { zone: up } }', undefined), [])
  t.same(check('nodeSelector: { matchLabels: { zone: up } }', []), [])
  t.end()
})

t.test('a selector without nodes', (t) => {
  t.same(check('nodeSelector: { matchLabels: { zone: up } }', [a, b]), [
    'BW3024 spec.announce.nodeSelector nodeSelector matches none of the 2 nodes: zone=up',
  ])
  t.end()
})

t.test('nodes without an address on the segment', (t) => {
  t.same(check('segment: lan', [a, bare]), [
    'BW3028 spec.announce.segment bare cannot carry addresses of the pool office: no address on the segment lan',
  ])
  const bares = ['w', 'x', 'y', 'z'].map((name) => nodeObject(name, ['198.51.100.1']))
  t.same(check('nodeNetworks: [192.0.2.0/24]', [a, ...bares]), [
    'BW3028 spec.announce.nodeNetworks w, x, y and 1 more cannot carry addresses of the pool office: no address on the segment default',
  ])
  t.end()
})

t.test('nobody can carry them', (t) => {
  t.same(check('', [bare, excluded, unavailable]), [
    'BW3026 metadata.name no node can carry the addresses of office: 1 without an address on the segment, 1 with NetworkUnavailable, 1 labelled as excluded from external load balancers',
  ])
  t.same(check('nodeNetworks: [198.51.100.0/24]', [a]), [
    'BW3029 spec.announce.nodeNetworks[0] no node that the pool selects has an address in 198.51.100.0/24',
    'BW3026 spec.announce.nodeNetworks no node can carry the addresses of office: 1 without an address on the segment',
  ])
  t.end()
})

t.test('a network that no node is on', (t) => {
  const annotated = nodeObject('c', [], {}, { 'bellwether.dev/address.default': '203.0.113.1' })
  const networks = 'nodeNetworks: [192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24]'
  t.same(check(networks, [a, annotated]), [
    'BW3029 spec.announce.nodeNetworks[1] no node that the pool selects has an address in 198.51.100.0/24',
  ])
  t.end()
})

t.test('preferences without effect', (t) => {
  const prefer = (zone: string) =>
    `preferredNodes: [{ weight: 1, selector: { matchLabels: { zone: ${zone} } } }]`
  t.same(check(prefer('east'), [a, b]), [])
  t.same(check(prefer('up'), [a, b]), [
    'BW3027 spec.announce.preferredNodes[0].selector the preference for zone=up matches none of the nodes that the pool selects',
  ])
  t.same(check(prefer('south'), [a, excluded]), [
    'BW3027 spec.announce.preferredNodes[0].selector the preference for zone=south matches only nodes that cannot carry addresses (1 labelled as excluded from external load balancers)',
  ])
  t.end()
})
