import t from 'tap'
import { readDeclaration } from '../../../reconciler/pools/declaration.ts'
import { networkFindings } from '../../../reconciler/pools/network-rules.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

function check(spec: string): string[] {
  const { pool, entries } = readDeclaration(poolDocument(spec))
  return findingTexts(networkFindings(pool, entries)).map((text) => text.replace(/ -> .*/, ''))
}

t.test('without node networks nothing is known', (t) => {
  t.same(check('  addresses: [192.0.2.0/24]\n'), [])
  t.end()
})

t.test('what is outside of all networks of its family', (t) => {
  const networks = 'announce: { nodeNetworks: [192.0.2.0/25, 192.0.2.128/25] }'
  t.same(check(`  addresses: [192.0.2.1-192.0.2.126]\n  ${networks}\n`), [])
  t.same(check(`  addresses: [192.0.2.120-192.0.2.140]\n  ${networks}\n`), [
    '6:15 BW2025 <192.0.2.120-192.0.2.140> 192.0.2.127 is the broadcast address of 192.0.2.0/25',
    '6:15 BW2025 <192.0.2.120-192.0.2.140> 192.0.2.128 is the network address of 192.0.2.128/25',
  ])
  t.same(check(`  addresses: [192.0.1.0-192.0.2.9, "2001:db8::1"]\n  ${networks}\n`), [
    '6:15 BW2025 <192.0.1.0-192.0.2.9> 192.0.2.0 is the network address of 192.0.2.0/25',
    '6:15 BW2026 <192.0.1.0-192.0.2.9> 192.0.1.0-192.0.1.255 is outside of nodeNetworks (192.0.2.0/25, 192.0.2.128/25)',
  ])
  t.end()
})

t.test('reserved addresses that are not given out are no matter', (t) => {
  const networks = 'announce: { nodeNetworks: [192.0.2.0/24] }'
  t.same(check(`  addresses: [192.0.2.0/24]\n  avoidBuggyIPs: true\n  ${networks}\n`), [])
  t.same(
    check(`  addresses: [192.0.2.0/24]\n  exclude: [192.0.2.0, 192.0.2.255]\n  ${networks}\n`),
    [],
  )
  t.end()
})

t.test('networks without reserved addresses', (t) => {
  const cases: readonly [string, number][] = [
    ['192.0.2.0/30', 2],
    ['192.0.2.0/31', 0],
    ['192.0.2.0/32', 0],
    ['2001:db8::/126', 1],
    ['2001:db8::/127', 0],
    ['2001:db8::/128', 0],
  ]
  for (const [network, count] of cases) {
    const spec = `  addresses: ["${network}"]\n  announce: { nodeNetworks: ["${network}"] }\n`
    t.equal(check(spec).length, count, network)
  }
  t.end()
})
