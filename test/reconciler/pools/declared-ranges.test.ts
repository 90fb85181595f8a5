import t from 'tap'
import { formatRange } from '../../../api/address.ts'
import {
  readDeclaredRanges,
  readNodeNetworks,
  specialRangeFindings,
} from '../../../reconciler/pools/declared-ranges.ts'
import type { Finding } from '../../../api/finding.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { poolDocument } from '../../support/planning/pool-yaml.ts'

t.test('entries that can be read, and findings for the others', (t) => {
  const document = poolDocument(`
  addresses: [192.0.2.0/30, 192.0.2.300, "2001:db8::1"]
  exclude: [192.0.2.1]
`)
  const findings: Finding[] = []
  const entries = readDeclaredRanges(document, 'addresses', findings)
  t.same(
    entries.map(({ range, text, path }) => [formatRange(range), text, path.at(-1)]),
    [
      ['192.0.2.0-192.0.2.3', '192.0.2.0/30', 0],
      ['2001:db8::1', '2001:db8::1', 2],
    ],
  )
  t.same(
    findings.map(({ code, path }) => [code, path]),
    [['BW2001', 'spec.addresses[1]']],
  )
  const [exclude] = readDeclaredRanges(document, 'exclude', findings)
  t.same(exclude?.path, ['spec', 'exclude', 0])
  t.same(readDeclaredRanges(poolDocument('  addresses: [192.0.2.1]\n'), 'exclude', []), [])
  t.end()
})

t.test('node networks', (t) => {
  const document = poolDocument(`
  addresses: [192.0.2.1]
  announce:
    nodeNetworks: [192.0.2.0/24, 192.0.2.17, "2001:db8::/64"]
`)
  const findings: Finding[] = []
  t.same(
    readNodeNetworks(document, findings).map(({ network, length }) => `${network.text}/${length}`),
    ['192.0.2.0/24', '2001:db8::/64'],
  )
  t.same(findingTexts(findings), [
    '9:34 BW2002 <192.0.2.17> `192.0.2.17` has no prefix length -> write 192.0.2.0/24',
  ])
  t.same(readNodeNetworks(poolDocument('  addresses: [192.0.2.1]\n'), []), [])
  t.end()
})

t.test('ranges that no host can have', (t) => {
  const cases: readonly [string, readonly string[]][] = [
    ['192.0.2.0/24', []],
    ['240.0.0.1', []],
    ['126.255.255.255-127.0.0.0', ['127.0.0.0 is loopback (RFC 1122 §3.2.1.3)']],
    ['0.0.0.0', ['0.0.0.0 is this host (RFC 1122 §3.2.1.3)']],
    ['239.1.1.1', ['239.1.1.1 is multicast (RFC 5771)']],
    ['255.255.255.255', ['255.255.255.255 is the limited broadcast (RFC 919)']],
    ['169.254.1.1', ['169.254.1.1 is link-local (RFC 3927)']],
    [
      '::-::2',
      [':: is the unspecified address (RFC 4291 §2.5.2)', '::1 is loopback (RFC 4291 §2.5.3)'],
    ],
    ['fe80::1', ['fe80::1 is link-local (RFC 4291 §2.5.6)']],
    ['ff02::1', ['ff02::1 is multicast (RFC 4291 §2.7)']],
  ]
  for (const [text, expected] of cases) {
    const entries = readDeclaredRanges(poolDocument(`  addresses: ["${text}"]\n`), 'addresses', [])
    t.same(
      specialRangeFindings(entries).map(({ message }) => message),
      expected,
      text,
    )
  }
  t.end()
})
