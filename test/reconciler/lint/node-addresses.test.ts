import t from 'tap'
import { nodeAddressFindings } from '../../../reconciler/lint/node-addresses.ts'
import { readDeclaration } from '../../../reconciler/pools/declaration.ts'
import { clusterFacts, nodeObject } from '../../support/cluster/cluster.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

type NodeObjects = readonly ReturnType<typeof nodeObject>[]

function check(nodes: NodeObjects, ...specs: readonly string[]): string[] {
  const pools = specs.map((spec, index) => {
    const document = poolDocument(spec, `p${index}`)
    return { document, pool: readDeclaration(document).pool }
  })
  return findingTexts(nodeAddressFindings(pools, clusterFacts({ nodes }).nodes ?? []))
}

t.test('each entry that holds addresses of nodes, once', (t) => {
  const nodes = ['1', '2', '3', '4', '5'].map((n) => nodeObject(`n${n}`, [`192.0.2.${n}`]))
  t.same(check(nodes, '  addresses: [192.0.3.0/24, nonsense, 192.0.2.0/24, 192.0.2.2]\n'), [
    '6:39 BW3020 <192.0.2.0/24> 192.0.2.0/24 holds addresses of nodes: 192.0.2.1 (n1), 192.0.2.2 (n2), 192.0.2.3 (n3) and 2 more -> add them to exclude ("192.0.2.1", "192.0.2.2", "192.0.2.3" and 2 more); a Service never gets the address of a known node',
    '6:53 BW3020 <192.0.2.2> 192.0.2.2 holds addresses of nodes: 192.0.2.2 (n2) -> add them to exclude ("192.0.2.2"); a Service never gets the address of a known node',
  ])
  t.end()
})

t.test('excluded and avoided addresses are no matter', (t) => {
  const nodes = [nodeObject('n1', ['192.0.2.1', '192.0.2.0'])]
  const spec = '  addresses: [192.0.2.0/24]\n  exclude: [192.0.2.1]\n  avoidBuggyIPs: true\n'
  t.same(check(nodes, spec, '  addresses: [192.0.3.0/24]\n'), [])
  t.same(check([], spec), [])
  t.end()
})

t.test('addresses told by annotation count, too, and each once', (t) => {
  const annotations = { 'bellwether.dev/address.lan': '192.0.2.7,2001:db8::7' }
  const nodes = [nodeObject('n1', ['192.0.2.7'], {}, annotations)]
  t.match(check(nodes, '  addresses: [192.0.2.7, "2001:db8::/64"]\n'), [
    /nodes: 192\.0\.2\.7 \(n1\) ->/,
    /nodes: 2001:db8::7 \(n1\) ->/,
  ])
  t.end()
})
