import t from 'tap'
import { arpFilter, neighborDiscoveryFilter } from '../../../speaker/io/packet-filter.ts'
import { LITTLE_ENDIAN } from '../../../speaker/io/system-calls.ts'

interface Packet {
  readonly bytes: Uint8Array
  readonly packetType?: number
  readonly vlan?: boolean
}

/** What the kernel does with a program: the bytes that pass, 0 for none. */
function run(program: Uint8Array, { bytes, packetType = 0, vlan = false }: Packet): number {
  const code = new DataView(program.buffer)
  const data = new DataView(bytes.buffer)
  let accumulator = 0
  for (let at = 0; ; at += 8) {
    const opcode = code.getUint16(at, LITTLE_ENDIAN)
    const k = code.getUint32(at + 4, LITTLE_ENDIAN)
    const compare = JUMPS[opcode]
    if (opcode === 0x06) return k
    if (compare !== undefined) at += 8 * code.getUint8(compare(accumulator, k) ? at + 2 : at + 3)
    else if (opcode === 0x20) accumulator = k === 0xfffff000 + 4 ? packetType : Number(vlan)
    else if (k + 2 > data.byteLength) return 0
    else accumulator = opcode === 0x28 ? data.getUint16(k) : data.getUint8(k)
  }
}

const JUMPS: Readonly<Record<number, (value: number, k: number) => boolean>> = {
  0x15: (value, k) => value === k,
  0x25: (value, k) => value > k,
  0x35: (value, k) => value >= k,
}

function arp(operation: number, protocol = 0x0800): Uint8Array {
  const bytes = new Uint8Array(42)
  bytes.set([0x08, 0x06, 0, 1, protocol >> 8, protocol & 0xff, 6, 4, 0, operation], 12)
  return bytes
}

function icmpv6(type: number, nextHeader = 58): Uint8Array {
  const bytes = new Uint8Array(86)
  bytes.set([0x86, 0xdd, 0x60], 12)
  bytes[20] = nextHeader
  bytes[54] = type
  return bytes
}

const [HOST, BROADCAST, MULTICAST, OTHER_HOST, LOOPBACK] = [0, 1, 2, 3, 5]

const CASES: readonly {
  readonly name: string
  readonly packet: Packet
  readonly arp: boolean
  readonly nd: boolean
}[] = [
  { name: 'ARP request', packet: { bytes: arp(1), packetType: BROADCAST }, arp: true, nd: false },
  { name: 'ARP reply to us', packet: { bytes: arp(2), packetType: HOST }, arp: true, nd: false },
  {
    name: 'ARP reply to another host',
    packet: { bytes: arp(2), packetType: OTHER_HOST },
    arp: false,
    nd: false,
  },
  { name: 'RARP request', packet: { bytes: arp(3) }, arp: false, nd: false },
  { name: 'ARP not for IPv4', packet: { bytes: arp(1, 0x0806) }, arp: false, nd: false },
  { name: 'ARP of another VLAN', packet: { bytes: arp(1), vlan: true }, arp: false, nd: false },
  { name: 'a runt', packet: { bytes: arp(1).slice(0, 15) }, arp: false, nd: false },
  {
    name: 'solicitation',
    packet: { bytes: icmpv6(135), packetType: MULTICAST },
    arp: false,
    nd: true,
  },
  { name: 'advertisement to us', packet: { bytes: icmpv6(136) }, arp: false, nd: true },
  {
    name: 'our own advertisement, looped',
    packet: { bytes: icmpv6(136), packetType: LOOPBACK },
    arp: false,
    nd: false,
  },
  { name: 'router advertisement', packet: { bytes: icmpv6(134) }, arp: false, nd: false },
  { name: 'redirect', packet: { bytes: icmpv6(137) }, arp: false, nd: false },
  { name: 'TCP over IPv6', packet: { bytes: icmpv6(135, 6) }, arp: false, nd: false },
  { name: 'an IPv6 runt', packet: { bytes: icmpv6(135).slice(0, 50) }, arp: false, nd: false },
]

for (const { name, packet, arp: passesArp, nd } of CASES)
  t.test(name, (t) => {
    t.equal(run(arpFilter(), packet) > 0, passesArp, 'the filter of ARP')
    t.equal(run(neighborDiscoveryFilter(), packet) > 0, nd, 'the filter of neighbour discovery')
    t.end()
  })
