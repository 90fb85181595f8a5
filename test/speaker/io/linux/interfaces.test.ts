import t from 'tap'
import type { Address, Prefix } from '../../../../api/address.ts'
import { parseAddress, parsePrefix } from '../../../../api/address.ts'
import { selectLinks } from '../../../../speaker/io/linux/interfaces.ts'
import type { AddressMessage, LinkMessage } from '../../../../speaker/io/linux/netlink.ts'
import { parseMac } from '../../../../speaker/wire/mac.ts'

const UP = 0x1 | 0x40 | 0x10000
const ETHERNET = 1

function link(index: number, name: string, given: Partial<LinkMessage> = {}): LinkMessage {
  const mac = parseMac(`02:00:00:00:00:0${index}`)
  return { index, name, mac, type: ETHERNET, flags: UP, master: undefined, ...given }
}

function address(index: number, text: string, prefix: string, tentative = false): AddressMessage {
  return {
    index,
    address: parseAddress(text) as Address,
    prefix: parsePrefix(prefix) as Prefix,
    tentative,
  }
}

const network = {
  links: [
    link(1, 'lo', { type: 772, flags: UP | 0x8 }),
    link(2, 'eth1', { flags: 0x1 }),
    link(3, 'eth0'),
    link(4, 'port', { master: 5 }),
    link(5, 'br0'),
    link(6, 'bare'),
    link(7, 'tun0', { type: 65534, mac: undefined }),
    link(8, 'silent', { flags: UP | 0x80 }),
  ],
  addresses: [
    address(3, '10.0.0.1', '10.0.0.0/24'),
    address(3, 'fe80::1', 'fe80::/64', true),
    address(2, '10.0.1.1', '10.0.1.0/24'),
    address(5, 'fd00::5', 'fd00::/64'),
    address(4, '10.0.2.1', '10.0.2.0/24'),
    address(8, '10.0.3.1', '10.0.3.0/24'),
  ],
  routes: [
    { index: 6, prefix: parsePrefix('192.0.2.0/24') as Prefix },
    { index: 3, prefix: parsePrefix('fd01::/64') as Prefix },
    { index: 6, prefix: parsePrefix('192.0.2.0/25') as Prefix },
    { index: 6, prefix: parsePrefix('10.2.0.0/16') as Prefix },
  ],
}

t.test('without names: Ethernet with an address, in order of their names', (t) => {
  const { links, refused } = selectLinks(network, undefined)
  t.same(refused, [])
  t.same(
    links.map(({ name, index, up }) => [name, index, up]),
    [
      ['br0', 5, true],
      ['eth0', 3, true],
      ['eth1', 2, false],
    ],
  )
  t.same(
    links[1]?.addresses.map(({ address, prefix }) => `${address.text} ${prefix.network.text}`),
    ['10.0.0.1 10.0.0.0'],
    'an address in doubt is not used',
  )
  t.end()
})

t.test('a named interface needs no address', (t) => {
  const { links, refused } = selectLinks(network, ['bare'])
  t.same(refused, [])
  t.match(links, [{ name: 'bare', addresses: [] }])
  t.end()
})

t.test('each link has its routes, in order', (t) => {
  const { links } = selectLinks(network, ['bare', 'eth0'])
  t.same(
    links.map(({ routes = [] }) =>
      routes.map((prefix) => `${prefix.network.text}/${prefix.length}`),
    ),
    [['10.2.0.0/16', '192.0.2.0/24', '192.0.2.0/25'], ['fd01::/64']],
  )
  t.end()
})

t.test('a pattern stands for what can be used, and waits for it', (t) => {
  const found = selectLinks(network, ['*r*', 'eth?'])
  t.same(found.refused, [])
  t.same(
    found.links.map(({ name }) => name),
    ['bare', 'br0', 'eth0', 'eth1'],
    'not a part of a bridge',
  )
  t.same(selectLinks(network, ['wlan*']), { links: [], refused: [] })
  t.end()
})

t.test('no interface at all', (t) => {
  t.same(selectLinks({ links: [], addresses: [], routes: [] }, undefined).refused, [
    { reason: 'noneUsable' },
  ])
  t.end()
})

const KNOWN = ['bare', 'br0', 'eth0', 'eth1', 'port']

for (const [name, refusal] of [
  ['eth9', { reason: 'noSuchInterface', name: 'eth9', known: KNOWN }],
  ['lo', { reason: 'notEthernet', name: 'lo', known: KNOWN }],
  ['silent', { reason: 'notEthernet', name: 'silent', known: KNOWN }],
  ['port', { reason: 'hasMaster', name: 'port', master: 'br0' }],
] as const)
  t.test(`--interface ${name} is refused`, (t) => {
    const { links, refused } = selectLinks(network, [name])
    t.same(refused, [refusal])
    t.same(links, [])
    t.end()
  })
