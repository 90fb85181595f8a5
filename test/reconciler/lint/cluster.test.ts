import t from 'tap'
import { checkPoolsAgainstCluster } from '../../../reconciler/lint/cluster.ts'
import { checkPools } from '../../../reconciler/pools/check.ts'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'
import { readPoolDocuments } from '../../../reconciler/pools/read.ts'
import type { ClusterState } from '../../../reconciler/state/snapshot.ts'
import { clusterFacts, nodeObject, serviceObject } from '../../support/cluster/cluster.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolYaml } from '../../support/planning/pool-yaml.ts'

function check(state: ClusterState, ...texts: readonly string[]): string[] {
  const sources = texts.map((text, index) => ({ path: `${index}.yaml`, text }))
  const read = readPoolDocuments(parsePools(sources).pools)
  const { set } = checkPools(read)
  return findingTexts(checkPoolsAgainstCluster(set, clusterFacts(state), read.documents))
}

const SPEC = `
  addresses: [192.0.2.10-192.0.2.20]
  serviceSelector: { matchLabels: { app: web } }
  announce: { nodeSelector: { matchLabels: { edge: "yes" } } }
`

t.test('a kind that is not known says nothing', (t) => {
  t.same(check({}, poolYaml(SPEC)), [])
  t.same(check({ services: [], nodes: [], namespaces: [] }, poolYaml(SPEC)), [])
  t.end()
})

t.test('services, nodes and addresses of nodes are all looked at', (t) => {
  const state = {
    services: [serviceObject('shop/api', { app: 'api' })],
    nodes: [nodeObject('n1', ['192.0.2.11'])],
  }
  t.same(check(state, poolYaml(SPEC)), [
    '7:15 BW3020 <192.0.2.10-192.0.2.20> 192.0.2.10-192.0.2.20 holds addresses of nodes: 192.0.2.11 (n1) -> add them to exclude ("192.0.2.11"); a Service never gets the address of a known node',
    '8:3 BW3021 <serviceSelector> serviceSelector matches none of the 1 Services: app=web -> compare it with `kubectl get services -A --show-labels`; if the Services will be created later, do nothing',
    '9:15 BW3024 <nodeSelector> nodeSelector matches none of the 1 nodes: edge=yes -> compare it with `kubectl get nodes --show-labels`; without a node these addresses get no answer',
  ])
  t.end()
})

t.test('a pool with an error is left alone', (t) => {
  const state = { nodes: [nodeObject('n1', ['192.0.2.11'])] }
  t.same(check(state, poolYaml(`${SPEC}  exclude: [nonsense]\n`)), [])
  t.end()
})

t.test('a pool that is declared twice is shown where it stands first', (t) => {
  const state = { nodes: [nodeObject('n1', ['192.0.2.11'])] }
  const text = poolYaml('  addresses: [192.0.2.11]\n')
  const sources = ['b', 'a'].map((name) => ({ path: `${name}.yaml`, text }))
  const read = readPoolDocuments(parsePools(sources).pools)
  const { set } = checkPools(read)
  const findings = checkPoolsAgainstCluster(set, clusterFacts(state), read.documents)
  t.same(
    findings.map(({ at, code }) => [at?.file, code]),
    [['a.yaml', 'BW3020']],
  )
  t.same(checkPoolsAgainstCluster(set, clusterFacts(state), []), [], 'without documents')
  t.end()
})
