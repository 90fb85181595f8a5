import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { formatRange } from '../../../api/address.ts'
import type { PoolSet } from '../../../reconciler/model/model.ts'
import { checkPools } from '../../../reconciler/pools/check.ts'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'
import { readPoolDocuments } from '../../../reconciler/pools/read.ts'
import { findingTexts } from '../../support/planning/finding-text.ts'
import { root } from '../../support/root.ts'

const FIXTURES = join(root, 'fixtures', 'invalid')

/** What is found in each file of fixtures/invalid: line:column CODE <text under the caret> message -> hint. */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  'BW2001-invalid-address': [
    '7:15 BW2001 <256> 256 is more than 255, the highest part of an IPv4 address -> write one address (192.0.2.10), a prefix (192.0.2.0/24) or a range (192.0.2.10-192.0.2.20)',
    '8:18 BW2001 <20> the end of a range must be a whole address, and `20` is only a part of one -> write 192.0.2.10-192.0.2.20',
    '9:19 BW2001 <–> `–` (U+2013) is not a hyphen; a range needs `-` -> write 192.0.2.30-192.0.2.40',
    '10:7 BW2001 <192.0.2> an IPv4 address has four parts, but `192.0.2` has 3 parts -> write 192.0.2.0/24',
    '11:7 BW2001 <lan.example.com> `lan.example.com` is not an IP address -> write one address (192.0.2.10), a prefix (192.0.2.0/24) or a range (192.0.2.10-192.0.2.20)',
    '12:7 BW2001 <2001:db8::10::20> an IPv6 address may have :: only once, but 2001:db8::10::20 has it more than once -> write one address (192.0.2.10), a prefix (192.0.2.0/24) or a range (192.0.2.10-192.0.2.20)',
    '13:18 BW2001 <> an address is missing here -> write one address (192.0.2.10), a prefix (192.0.2.0/24) or a range (192.0.2.10-192.0.2.20)',
  ],
  'BW2002-invalid-prefix-length': [
    '7:17 BW2002 <33> the prefix length of IPv4 must be a number from 0 to 32, not `33` -> write the length of the network, such as 192.0.2.0/24',
    '8:17 BW2002 <255.255.255.0> the prefix length of IPv4 must be a number from 0 to 32, not `255.255.255.0` -> write 192.0.2.0/24',
    '9:19 BW2002 <"> the prefix length of IPv6 must be a number from 0 to 128; it is missing here -> write the length of the network, such as 2001:db8::/64',
  ],
  'BW2003-host-bits-set': [
    '7:7 BW2003 <192.0.2.10/24> 192.0.2.10/24 has host bits set: 192.0.2.10 is inside a network, not its first address -> write 192.0.2.0/24 for the network, or 192.0.2.10 for the single address (without a prefix length)',
    '8:7 BW2003 <2001:db8:0:1::5/64> 2001:db8:0:1::5/64 has host bits set: 2001:db8:0:1::5 is inside a network, not its first address -> write 2001:db8:0:1::/64 for the network, or 2001:db8:0:1::5 for the single address (without a prefix length)',
  ],
  'BW2004-range-reversed': [
    '7:7 BW2004 <192.0.2.20 - 192.0.2.10> the range starts after its end: 192.0.2.20 is higher than 192.0.2.10 -> write 192.0.2.10-192.0.2.20',
  ],
  'BW2005-mixed-families': [
    '7:7 BW2005 <192.0.2.10-2001:db8::20> both ends of a range must be of one family: 192.0.2.10 is IPv4, 2001:db8::20 is IPv6 -> write two ranges, one for each family',
  ],
  'BW2006-mapped-address': [
    '7:8 BW2006 <::ffff:192.0.2.10> ::ffff:192.0.2.10 is an IPv4 address in IPv6 form -> write 192.0.2.10',
    '8:7 BW2006 <::ffff:c000:20b> ::ffff:c000:20b is an IPv4 address in IPv6 form -> write 192.0.2.11-192.0.2.15',
    '8:23 BW2006 <::ffff:c000:20f> ::ffff:c000:20f is an IPv4 address in IPv6 form -> write 192.0.2.11-192.0.2.15',
  ],
  'BW2007-leading-zero': [
    '7:15 BW2007 <010> 010 has a leading zero, so some programs read it as octal -> write 192.0.2.10-192.0.2.20',
    '7:27 BW2007 <020> 020 has a leading zero, so some programs read it as octal -> write 192.0.2.10-192.0.2.20',
  ],
  'BW2008-zone-in-address': [
    '7:19 BW2008 <%eth0> an address must not have a zone (%eth0) -> write 2001:db8::10',
  ],
  'BW2009-unusable-addresses': [
    '7:7 BW2009 <127.0.0.1> 127.0.0.1 is loopback (RFC 1122 §3.2.1.3) -> use unicast addresses of the network that the nodes are on',
    '8:7 BW2009 <192.0.2.0-239.255.255.255> 224.0.0.0-239.255.255.255 is multicast (RFC 5771) -> use unicast addresses of the network that the nodes are on',
    '9:7 BW2009 <ff02::1> ff02::1 is multicast (RFC 4291 §2.7) -> use unicast addresses of the network that the nodes are on',
  ],
  'BW2010-link-local-addresses': [
    '7:7 BW2010 <169.254.10.0/24> 169.254.10.0-169.254.10.255 is link-local (RFC 3927) -> use addresses of the network that the nodes are on: link-local ones are valid on one link only',
    '8:7 BW2010 <fe80::10-fe80::20> fe80::10-fe80::20 is link-local (RFC 4291 §2.5.6) -> use addresses of the network that the nodes are on: link-local ones are valid on one link only',
  ],
  'BW2011-pool-declared-twice': [
    '12:9 BW2011 <office> the pool office is declared twice, with different contents -> give one of the two another name, or remove it; until then neither gives out addresses',
  ],
  'BW2012-pool-repeated': [
    '11:19 BW2012 <office> the pool office is declared twice, with identical contents -> remove one of the two; the other one is in BW2012-pool-repeated.yaml, line 4',
  ],
  'BW2013-overlap-in-pool': [
    '8:7 BW2013 <192.0.2.15-192.0.2.30> 192.0.2.15-192.0.2.20 is also in 192.0.2.10-192.0.2.20 -> write 192.0.2.21-192.0.2.30 here',
    '9:7 BW2013 <192.0.2.12> 192.0.2.12 is also in 192.0.2.10-192.0.2.20 -> remove one of the two entries',
  ],
  'BW2014-overlap-between-pools': [
    '18:7 BW2014 <192.0.2.100-192.0.2.140> 192.0.2.128-192.0.2.140 is also in the pool office (192.0.2.0/24) -> write 192.0.2.100-192.0.2.127 here; until then office gives out these addresses, because it comes first by priority and name',
  ],
  'BW2015-exclude-without-effect': [
    '10:7 BW2015 <192.0.3.1> 192.0.3.1 excludes nothing: no entry of addresses contains any part of it -> remove it, or write a part of 192.0.2.0-192.0.2.127',
  ],
  'BW2016-pool-without-addresses': [
    '8:3 BW2016 <exclude> exclude leaves no address of 192.0.2.10-192.0.2.20 -> to stop giving out addresses, write `suspend: true`; Services then keep the addresses that they have',
  ],
  'BW2017-reservation-outside-pool': [
    '9:16 BW2017 <192.0.2.21> 192.0.2.21 is reserved, but is not an address of this pool -> reserve an address of 192.0.2.10-192.0.2.20, or add 192.0.2.21 to addresses',
  ],
  'BW2018-reservation-excluded': [
    '12:16 BW2018 <192.0.2.50> 192.0.2.50 is reserved, but also excluded (by 192.0.2.40-192.0.2.60) -> remove the reservation, or take the address out of exclude: no other Service gets a reserved address anyway',
    '14:16 BW2018 <192.0.2.255> 192.0.2.255 is reserved, but avoidBuggyIPs keeps it from being given out -> reserve another address, or write `avoidBuggyIPs: false`',
  ],
  'BW2019-reserved-twice': [
    '11:16 BW2019 <2001:DB8:0::0010> 2001:db8::10 is reserved for shop/api and for shop/web -> keep one of the two: an address can be reserved for one Service only, even if Services share it',
  ],
  'BW2020-reservation-repeated': [
    '11:16 BW2020 <2001:0db8:0::0010> 2001:db8::10 is reserved twice for shop/web -> remove one of the two entries',
  ],
  'BW2021-reserved-by-two-pools': [
    '7:7 BW2014 <192.0.2.10-192.0.2.20> 192.0.2.10 is also in the pool guests (192.0.2.10) -> write 192.0.2.11-192.0.2.20 here; until then guests gives out these addresses, because it comes first by priority and name',
    '9:16 BW2021 <192.0.2.10> 192.0.2.10 is reserved here for shop/web, and in the pool guests for shop/api -> remove one of the two; the one in guests is used, because that pool comes first by priority and name',
  ],
  'BW2022-invalid-selector': [
    '11:9 BW2022 <kubernetes.io/host name> `kubernetes.io/host name` is not the name of a label -> write a name such as app, or one with a domain such as example.com/app',
    '15:26 BW2022 <Example.com/zone> `Example.com/zone` is not the name of a label -> write a name such as app, or one with a domain such as example.com/app',
    '15:55 BW2022 <south> `` is not the name of a label -> write a name such as app, or one with a domain such as example.com/app',
  ],
  'BW2023-invalid-allow-release': [
    '6:55 BW2023 <300> 300 is more than 255, the highest part of an IPv4 address -> write IPv4 as in 192.0.2.10, or IPv6 as in 2001:db8::10, or * for all addresses of the pool',
  ],
  'BW2024-contradictory-selector': [
    '12:14 BW2024 <tier> nothing can match: the requirements for the label tier contradict each other -> keep one of the requirements for tier',
  ],
  'BW2025-reserved-by-network': [
    '7:7 BW2025 <192.0.2.192/26> 192.0.2.255 is the broadcast address of 192.0.2.0/24 -> write `exclude: ["192.0.2.255"]`, or shorten 192.0.2.192-192.0.2.255',
    '8:7 BW2025 <2001:db8:0:1::-2001:db8:0:1::ff> 2001:db8:0:1:: is the Subnet-Router anycast address of 2001:db8:0:1::/64 -> write `exclude: ["2001:db8:0:1::"]`, or shorten 2001:db8:0:1::-2001:db8:0:1::ff',
  ],
  'BW2026-outside-node-networks': [
    '7:7 BW2026 <192.0.2.250-192.0.3.9> 192.0.3.1-192.0.3.9 is outside of nodeNetworks (192.0.2.0/24) -> use addresses of those networks: hosts of the segment send packets for other addresses to their router',
  ],
}

function check(...texts: string[]) {
  const sources = texts.map((text, index) => ({ path: `${index}.yaml`, text }))
  return checkPools(readPoolDocuments(parsePools(sources).pools))
}

t.test('fixtures/invalid', (t) => {
  for (const [name, expected] of Object.entries(EXPECTED)) {
    const text = readFileSync(join(FIXTURES, `${name}.yaml`), 'utf8')
    const { findings } = checkPools(
      readPoolDocuments(parsePools([{ path: `${name}.yaml`, text }]).pools),
    )
    t.same(findingTexts(findings), expected, name)
  }
  const files = readdirSync(FIXTURES).filter((file) => file.startsWith('BW2'))
  t.same(
    files.sort(),
    Object.keys(EXPECTED).map((name) => `${name}.yaml`),
    'each file is tested',
  )
  t.end()
})

function pool(name: string, spec: string): string {
  const head = 'apiVersion: bellwether.dev/v1alpha1\nkind: AddressPool'
  return `${head}\nmetadata: { name: ${name} }\nspec: ${spec}\n`
}

t.test('defaults are filled in', (t) => {
  const { set, findings } = check(pool('plain', '{ addresses: [192.0.2.10, "2001:db8::/64"] }'))
  t.same(findings, [])
  t.equal(set.complete, true)
  t.same(set.broken, [])
  const [read] = set.pools
  t.match(read, {
    name: 'plain',
    segment: 'default',
    avoidBuggyIPs: false,
    autoAssign: true,
    priority: 100,
    sharing: 'withinNamespace',
    suspend: false,
    reservations: [],
    nodeNetworks: [],
    preferredNodes: [],
    allowRelease: [],
    announce: {},
    at: { file: '0.yaml', line: 3, column: 19, length: 5 },
  })
  t.same(read?.announced, {
    name: 'plain',
    failback: 'never',
    failbackDelaySeconds: 60,
    probe: { method: 'auto', intervalMilliseconds: 100, failureThreshold: 5 },
    conflictDetection: 'report',
  })
  t.end()
})

t.test('everything that a pool can say is read', (t) => {
  const selector = { matchLabels: { app: 'web' } }
  const spec = {
    addresses: ['192.0.2.0/28', '192.0.2.16'],
    exclude: ['192.0.2.4-192.0.2.5'],
    avoidBuggyIPs: true,
    autoAssign: false,
    priority: 7,
    serviceSelector: selector,
    namespaceSelector: selector,
    sharing: 'none',
    reservations: [{ address: '192.0.2.6', service: 'shop/web' }],
    suspend: true,
    announce: {
      segment: 'dmz',
      nodeSelector: selector,
      nodeNetworks: ['192.0.2.0/24'],
      preferredNodes: [{ weight: 5, selector }],
      interfaces: ['eth1'],
      failback: 'afterStable',
      failbackDelaySeconds: 5,
      probe: { method: 'arp' },
      conflictDetection: 'hold',
    },
  }
  const { set, findings } = check(pool('full', JSON.stringify(spec)))
  t.same(findings, [])
  t.match(set.pools[0], {
    segment: 'dmz',
    avoidBuggyIPs: true,
    autoAssign: false,
    priority: 7,
    serviceSelector: selector,
    namespaces: undefined,
    namespaceSelector: selector,
    sharing: 'none',
    reservations: [{ address: { text: '192.0.2.6' }, service: 'shop/web', at: { line: 4 } }],
    suspend: true,
    nodeSelector: selector,
    nodeNetworks: [{ network: { text: '192.0.2.0' }, length: 24 }],
    preferredNodes: [{ weight: 5, selector }],
    announced: {
      name: 'full',
      interfaces: ['eth1'],
      failback: 'afterStable',
      failbackDelaySeconds: 5,
      probe: { method: 'arp', intervalMilliseconds: 100, failureThreshold: 5 },
      conflictDetection: 'hold',
    },
  })
  t.same(set.pools[0]?.ranges.map(formatRange), ['192.0.2.0-192.0.2.3', '192.0.2.6-192.0.2.16'])
  t.end()
})

t.test('pools come by priority, then by name, whatever the order of the files', (t) => {
  const texts = [
    pool('b', '{ addresses: [192.0.2.1] }'),
    pool('c', '{ addresses: [192.0.2.2], priority: 1 }'),
    pool('a', '{ addresses: [192.0.2.3] }'),
  ]
  const names = (set: PoolSet) => set.pools.map(({ name }) => name)
  t.same(names(check(...texts).set), ['c', 'a', 'b'])
  t.same(names(check(...texts.reverse()).set), ['c', 'a', 'b'])
  t.end()
})

t.test('a pool with an error gives out nothing and is named', (t) => {
  const { set } = check(
    pool('good', '{ addresses: [192.0.2.1] }'),
    pool('typo', '{ addresses: [192.0.2.2, 192.0.2.300] }'),
    pool('twice', '{ addresses: [192.0.2.3] }'),
    pool('twice', '{ addresses: [192.0.2.4] }'),
  )
  t.same(
    set.pools.map(({ name }) => name),
    ['good'],
  )
  t.same(set.broken, ['twice', 'typo'])
  t.end()
})

t.test('what was broken before stays so, and an incomplete set too', (t) => {
  const { set } = checkPools({ documents: [], broken: ['schema'], complete: false })
  t.same(set, { pools: [], broken: ['schema'], complete: false })
  t.end()
})

t.test('an unreadable entry makes no other finding', (t) => {
  const spec = `{ addresses: [192.0.2.300], exclude: [192.0.2.7], reservations: [{ address: 192.0.2.8, service: a/b }] }`
  t.same(
    check(pool('typo', spec)).findings.map(({ code }) => code),
    ['BW2001'],
  )
  t.end()
})

t.test('the first of two declarations in one line is the one on the left', (t) => {
  const item = (address: string) => ({
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AddressPool',
    metadata: { name: 'same' },
    spec: { addresses: [address] },
  })
  const list = { apiVersion: 'v1', kind: 'List', items: [item('192.0.2.1'), item('192.0.2.2')] }
  const [found] = check(JSON.stringify(list)).findings
  t.ok((found?.related?.[0]?.at.column ?? Infinity) < (found?.at?.column ?? 0))
  t.end()
})

t.test('pools of an API server: by name and content, and findings have no place', (t) => {
  const declared = (addresses: string, name = 'lan') => ({
    value: {
      apiVersion: 'bellwether.dev/v1alpha1',
      kind: 'AddressPool',
      metadata: { name },
      spec: { addresses: [addresses] },
    },
  })
  const [a, b] = [declared('192.0.2.1'), declared('192.0.2.2')]
  const both = [
    [a, b],
    [b, a],
  ].map((objects) => checkPools(readPoolDocuments(objects)))
  t.strictSame(both[0], both[1])
  t.match(both[0]?.findings, [{ code: 'BW2011', object: { name: 'lan' } }])
  t.notOk(both[0]?.findings.some((finding) => 'at' in finding || 'related' in finding))
  const twice = checkPools(readPoolDocuments([a, a])).findings
  t.match(twice, [{ code: 'BW2012', hint: 'remove one of the two' }])
  const others = [declared('nonsense', 'z'), declared('192.0.2.9-192.0.2.1', 'y')]
  const [y, z] = checkPools(readPoolDocuments(others)).findings
  t.match([y, z], [{ object: { name: 'y' } }, { object: { name: 'z' } }])
  t.end()
})
