import t from 'tap'
import { addressFromBytes, addressOf, type Address } from '../../../../api/address.ts'
import type { FilterInterests } from '../../../../speaker/io/linux/packet-filter.ts'
import {
  arpFilter,
  ipv4EchoFilter,
  ipv6Filter,
  MOST_RANGES,
} from '../../../../speaker/io/linux/packet-filter.ts'
import type { Packet } from '../../../support/wire/bpf-machine.ts'
import { runFilter } from '../../../support/wire/bpf-machine.ts'
import { seededRandom } from '../../../support/random.ts'

const IDENTIFIER = 0xbe11

function arp(operation: number, given: { protocol?: number; sender?: number; target?: number }) {
  const { protocol = 0x0800, sender = 0x0a000001, target = 0x0a000002 } = given
  const bytes = new Uint8Array(42)
  bytes.set([0x08, 0x06, 0, 1, protocol >> 8, protocol & 0xff, 6, 4, 0, operation], 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(28, sender)
  view.setUint32(38, target)
  return bytes
}

interface Icmpv6Fields {
  readonly nextHeader?: number
  readonly source?: number
  readonly target?: number
  readonly identifier?: number
}

/** Addresses by their last 32 bits. */
function icmpv6(type: number, given: Icmpv6Fields = {}): Uint8Array {
  const bytes = new Uint8Array(86)
  const view = new DataView(bytes.buffer)
  bytes.set([0x86, 0xdd, 0x60], 12)
  bytes[20] = given.nextHeader ?? 58
  view.setUint32(34, given.source ?? 1)
  bytes[54] = type
  view.setUint32(74, given.target ?? 2)
  view.setUint16(58, given.identifier ?? 0)
  return bytes
}

interface IcmpFields {
  readonly type?: number
  readonly protocol?: number
  readonly fragment?: number
  readonly identifier?: number
  /** Of 32 bits, in the header. */
  readonly options?: number
}

function icmp(given: IcmpFields): Uint8Array {
  const { type = 0, protocol = 1, fragment = 0, identifier = IDENTIFIER, options = 0 } = given
  const bytes = new Uint8Array(42 + 4 * options)
  const view = new DataView(bytes.buffer)
  view.setUint16(12, 0x0800)
  bytes[14] = 0x45 + options
  view.setUint16(20, fragment)
  bytes[23] = protocol
  bytes[34 + 4 * options] = type
  view.setUint16(38 + 4 * options, identifier)
  return bytes
}

const [HOST, BROADCAST, MULTICAST, OTHER_HOST, LOOPBACK] = [0, 1, 2, 3, 5]

const request = arp(1, {})
const solicitation = icmpv6(135)
const echo = { identifier: IDENTIFIER }

/** Which of the three filters lets a frame through before anything is listened to. */
const CASES: readonly (readonly [
  name: string,
  packet: Packet,
  passes: 'arp' | 'ipv6' | 'ipv4' | '',
])[] = [
  ['ARP request', { bytes: request, packetType: BROADCAST }, 'arp'],
  ['ARP reply to us', { bytes: arp(2, {}), packetType: HOST }, 'arp'],
  ['ARP reply to another host', { bytes: arp(2, {}), packetType: OTHER_HOST }, ''],
  ['RARP request', { bytes: arp(3, {}) }, ''],
  ['no operation', { bytes: arp(0, {}) }, ''],
  ['ARP not for IPv4', { bytes: arp(1, { protocol: 0x0806 }) }, ''],
  ['ARP of another VLAN', { bytes: request, vlan: true }, ''],
  ['a runt', { bytes: request.slice(0, 15) }, ''],
  ['solicitation', { bytes: solicitation, packetType: MULTICAST }, 'ipv6'],
  ['advertisement to us', { bytes: icmpv6(136) }, 'ipv6'],
  ['our own advertisement, looped', { bytes: icmpv6(136), packetType: LOOPBACK }, ''],
  ['router advertisement', { bytes: icmpv6(134) }, ''],
  ['redirect', { bytes: icmpv6(137) }, ''],
  ['TCP over IPv6', { bytes: icmpv6(135, { nextHeader: 6 }) }, ''],
  ['an IPv6 runt', { bytes: solicitation.slice(0, 50) }, ''],
  ['ICMPv6 echo reply to us', { bytes: icmpv6(129, echo) }, 'ipv6'],
  ['ICMPv6 echo reply to a group', { bytes: icmpv6(129, echo), packetType: MULTICAST }, ''],
  ['ICMPv6 echo reply of another program', { bytes: icmpv6(129, { identifier: 1 }) }, ''],
  ['ICMPv6 echo request', { bytes: icmpv6(128, echo) }, ''],
  ['ICMPv6 echo reply, cut', { bytes: icmpv6(129, echo).slice(0, 59) }, ''],
  ['ICMP echo reply to us', { bytes: icmp({}) }, 'ipv4'],
  ['behind options', { bytes: icmp({ options: 3 }) }, 'ipv4'],
  ['tagged', { bytes: icmp({}), vlan: true }, ''],
  ['to another host', { bytes: icmp({}), packetType: OTHER_HOST }, ''],
  ['broadcast', { bytes: icmp({}), packetType: BROADCAST }, ''],
  ['of another program', { bytes: icmp({ identifier: 0x11be }) }, ''],
  ['echo request', { bytes: icmp({ type: 8 }) }, ''],
  ['UDP', { bytes: icmp({ protocol: 17 }) }, ''],
  ['a first fragment', { bytes: icmp({ fragment: 0x2000 }) }, ''],
  ['another fragment', { bytes: icmp({ fragment: 0x0001 }) }, ''],
  ['not to be fragmented', { bytes: icmp({ fragment: 0x4000 }) }, 'ipv4'],
  ['cut before the identifier', { bytes: icmp({}).slice(0, 39) }, ''],
]

for (const [name, packet, passes] of CASES)
  t.test(name, (t) => {
    t.equal(runFilter(arpFilter(), packet) > 0, passes === 'arp', 'ARP')
    t.equal(runFilter(ipv6Filter(IDENTIFIER), packet) > 0, passes === 'ipv6', 'IPv6')
    t.equal(runFilter(ipv4EchoFilter(IDENTIFIER), packet) > 0, passes === 'ipv4', 'IPv4')
    t.end()
  })

function ipv4(value: number): Address {
  return addressFromBytes(Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value))
}

function ipv6(last: number): Address {
  return addressOf('IPv6', (0xfd00n << 112n) | BigInt(last))
}

const HEARD: FilterInterests = {
  addresses: [ipv4(0x0a000064), ipv6(0x100)],
  nodes: [ipv4(0x0a000007), ipv6(0x200)],
}
const [ADDRESS, NODE, OTHER] = [0x0a000064, 0x0a000007, 0x0a000063]
const heardArp = arpFilter(HEARD)
const heardIpv6 = ipv6Filter(IDENTIFIER, HEARD)

for (const [name, packet, passes] of [
  [
    'a question about our address',
    { bytes: arp(1, { target: ADDRESS }), packetType: BROADCAST },
    true,
  ],
  ['a question about another', { bytes: arp(1, { target: OTHER }), packetType: BROADCAST }, false],
  ['a question to us about another', { bytes: arp(1, { target: OTHER }), packetType: HOST }, false],
  ['a question about a node', { bytes: arp(1, { target: NODE }), packetType: BROADCAST }, false],
  ['a question of a node', { bytes: arp(1, { sender: NODE }), packetType: BROADCAST }, true],
  ['a claim of our address', { bytes: arp(2, { sender: ADDRESS }), packetType: BROADCAST }, true],
  ['a reply to us', { bytes: arp(2, {}), packetType: HOST }, true],
  ['a reply to all', { bytes: arp(2, {}), packetType: BROADCAST }, false],
  ['no ARP', { bytes: arp(3, { target: ADDRESS }), packetType: HOST }, false],
  ['a tagged one', { bytes: arp(1, { target: ADDRESS }), vlan: true }, false],
] as const)
  t.test(`listening, ARP: ${name}`, (t) => {
    t.equal(runFilter(heardArp, packet) > 0, passes)
    t.end()
  })

for (const [name, packet, passes] of [
  [
    'a question about our address',
    { bytes: icmpv6(135, { target: 0x100 }), packetType: MULTICAST },
    true,
  ],
  [
    'a question about another',
    { bytes: icmpv6(135, { target: 0x101 }), packetType: MULTICAST },
    false,
  ],
  ['a question of a node', { bytes: icmpv6(135, { source: 0x200 }), packetType: MULTICAST }, true],
  [
    'a claim of our address',
    { bytes: icmpv6(136, { target: 0x100 }), packetType: MULTICAST },
    true,
  ],
  ['a node of itself', { bytes: icmpv6(136, { target: 0x200 }), packetType: MULTICAST }, true],
  ['an advertisement to us', { bytes: icmpv6(136), packetType: HOST }, true],
  ['an advertisement to all', { bytes: icmpv6(136), packetType: MULTICAST }, false],
  ['a solicitation to us about another', { bytes: icmpv6(135), packetType: HOST }, false],
  ['an echo reply', { bytes: icmpv6(129, echo), packetType: HOST }, true],
] as const)
  t.test(`listening, IPv6: ${name}`, (t) => {
    t.equal(runFilter(heardIpv6, packet) > 0, passes)
    t.end()
  })

t.test('listening to nothing, answers to us pass', (t) => {
  const nothing: FilterInterests = { addresses: [], nodes: [] }
  t.equal(runFilter(arpFilter(nothing), { bytes: request, packetType: BROADCAST }), 0)
  t.ok(runFilter(arpFilter(nothing), { bytes: arp(2, {}), packetType: HOST }))
  t.equal(runFilter(ipv6Filter(1, nothing), { bytes: solicitation, packetType: MULTICAST }), 0)
  t.ok(runFilter(ipv6Filter(1, nothing), { bytes: icmpv6(136), packetType: HOST }))
  t.end()
})

const RUNS = Number(process.env['BELLWETHER_PROPERTY_RUNS'] ?? 200)

/** A few numbers close together or far apart, the ends of the 32 bits among them. */
function someNumbers(random: () => number, count: number): number[] {
  const wide = random() < 0.5 ? 2 ** 32 : 4 * count
  return Array.from({ length: count }, () => {
    const at = Math.floor(random() * wide)
    return random() < 0.05 ? (random() < 0.5 ? 0 : 0xffffffff) : at
  })
}

function nearby(random: () => number, numbers: readonly number[]): number {
  const chosen = numbers[Math.floor(random() * numbers.length)] ?? 0
  return (chosen + Math.floor(random() * 3) - 1) >>> 0
}

interface Sets {
  readonly addresses: readonly number[]
  readonly all: readonly number[]
}

interface Drawn {
  readonly sender: number
  readonly target: number
  readonly operation: number
  readonly packetType: number
}

function passesArp({ addresses, all }: Sets, drawn: Drawn): boolean {
  const { sender, target, operation, packetType } = drawn
  if (packetType > MULTICAST) return false
  if (operation === 2 && packetType === HOST) return true
  return addresses.includes(target) || all.includes(sender)
}

function passesNeighborDiscovery({ all }: Sets, drawn: Drawn): boolean {
  const { sender, target, operation, packetType } = drawn
  if (packetType > MULTICAST) return false
  if (operation === 2 && packetType === HOST) return true
  return all.includes(target) || all.includes(sender)
}

t.test('the programs decide as the sets do', (t) => {
  const random = seededRandom(20260101)
  for (let run = 0; run < RUNS; run++) {
    const addresses = someNumbers(random, Math.floor(random() ** 3 * 300))
    const nodes = someNumbers(random, Math.floor(random() * 20))
    const sets = { addresses, all: [...addresses, ...nodes] }
    const arpProgram = arpFilter({ addresses: addresses.map(ipv4), nodes: nodes.map(ipv4) })
    const ipv6Program = ipv6Filter(1, { addresses: addresses.map(ipv6), nodes: nodes.map(ipv6) })
    for (let frame = 0; frame < 40; frame++) {
      const operation = random() < 0.5 ? 1 : 2
      const packetType = Math.floor(random() * 4)
      const [sender, target] = [nearby(random, sets.all), nearby(random, sets.all)]
      const drawn = { sender, target, operation, packetType }
      const found = [
        runFilter(arpProgram, { bytes: arp(operation, { sender, target }), packetType }) > 0,
        runFilter(ipv6Program, {
          bytes: icmpv6(134 + operation, { source: sender, target }),
          packetType,
        }) > 0,
      ]
      const wanted = [passesArp(sets, drawn), passesNeighborDiscovery(sets, drawn)]
      if (String(found) !== String(wanted)) t.fail('another decision', { run, drawn, sets })
    }
  }
  t.end()
})

t.test('scattered addresses: the program has its limit, and more passes than is asked for', (t) => {
  const random = seededRandom(7)
  const numbers = [...new Set(someNumbers(random, 20_000))].filter((one) => one > 40_000)
  const [addresses, nodes] = [numbers.slice(0, 9000), numbers.slice(9000)]
  const heard = {
    addresses: [...addresses.map(ipv4), ...addresses.map(ipv6)],
    nodes: [...nodes.map(ipv4), ...nodes.map(ipv6)],
  }
  for (const program of [arpFilter(heard), ipv6Filter(1, heard)])
    t.ok(program.length / 8 <= 4096, `${program.length / 8} instructions`)
  const longest = arpFilter(heard, MOST_RANGES)
  const isDeaf = (target: number) => runFilter(longest, { bytes: arp(1, { target }) }) === 0
  t.notOk(addresses.some(isDeaf), 'what is asked for passes')
  const program = arpFilter(heard, 20)
  t.ok(program.length / 8 < 120, `${program.length / 8} instructions for 20 ranges`)
  t.end()
})
