import t from 'tap'
import { formatRange } from '../../../api/address.ts'
import { readDeclaration } from '../../../reconciler/pools/declaration.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

t.test('what a pool means', (t) => {
  const declaration = readDeclaration(
    poolDocument(`
  addresses: [192.0.2.8/29, 192.0.2.16, 192.0.2.0]
  exclude: [192.0.2.10]
  reservations: [{ address: 192.0.2.9, service: shop/web }]
  announce:
    segment: dmz
    interfaces: [eth1]
    failback: immediate
    nodeNetworks: [192.0.0.0/16]
`),
  )
  t.same(declaration.findings, [])
  const { pool, name, entries, excluded, reservations } = declaration
  t.equal(name, 'office')
  t.equal(entries.length, 3)
  t.same(excluded.map(formatRange), ['192.0.2.10'])
  t.equal(reservations.length, 1)
  t.same(pool.ranges.map(formatRange), [
    '192.0.2.0',
    '192.0.2.8-192.0.2.9',
    '192.0.2.11-192.0.2.16',
  ])
  t.match(pool, {
    segment: 'dmz',
    announced: { name: 'office', interfaces: ['eth1'], failback: 'immediate' },
    announce: { segment: 'dmz' },
    at: { line: 4, column: 9 },
  })
  t.end()
})

t.test('defaults', (t) => {
  const { pool } = readDeclaration(poolDocument('  addresses: [192.0.2.1]\n'))
  t.match(pool, { segment: 'default', priority: 100, autoAssign: true, announce: {} })
  t.equal('interfaces' in pool.announced, false)
  t.end()
})

t.test('every selector is looked at', (t) => {
  const bad = '{ matchLabels: { "a b": x } }'
  const { findings } = readDeclaration(
    poolDocument(`
  addresses: [192.0.2.1]
  serviceSelector: ${bad}
  namespaceSelector: ${bad}
  announce:
    nodeSelector: ${bad}
    preferredNodes:
      - weight: 1
        selector:
          matchLabels: { zone: a }
          matchExpressions: [{ key: zone, operator: DoesNotExist }]
`),
  )
  t.same(
    findings.map(({ code, path }) => [code, path]),
    [
      ['BW2022', 'spec.serviceSelector.matchLabels[a b]'],
      ['BW2022', 'spec.namespaceSelector.matchLabels[a b]'],
      ['BW2022', 'spec.announce.nodeSelector.matchLabels[a b]'],
      ['BW2024', 'spec.announce.preferredNodes[0].selector.matchExpressions[0].key'],
    ],
  )
  t.end()
})

t.test('what follows from a mistake is not told', (t) => {
  const { findings } = readDeclaration(
    poolDocument(`
  addresses: [192.0.2.300]
  exclude: [192.0.2.1]
  announce: { nodeNetworks: [192.0.2.0/24] }
`),
  )
  t.match(findingTexts(findings), [/BW2001/])
  t.end()
})
