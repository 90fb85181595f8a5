import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { createLan, lanRefusal } from '../../demo/lan.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { planOf, writePlans } from '../support/speaker/plan-sketch.ts'
import type { ArpFields, NdFields } from '../support/wire/raw-frames.ts'
import {
  arpFrame,
  ipv4Hex,
  ipv6Hex,
  macHex,
  multicastMacHex,
  ndFrame,
  solicitedNode,
} from '../support/wire/raw-frames.ts'
import { announced, startSpeaker } from '../support/speaker/speaker.ts'
import type { Station } from '../support/wire/station.ts'
import { startStation } from '../support/wire/station.ts'

/*
 * A kernel that owns an address is the oracle for which requests to answer, and how: the same frame, about an
 * address of its own and about one that the speaker serves, must have the same consequence.
 */

const skip = lanRefusal() ?? false

const BROADCAST = 'ffffffffffff'
const STATION = '020000000009'
const STRANGER = '0200000000aa'
const ALL_NODES = ipv6Hex('ff02::1')

/** One of the two that are compared: who answers, for which addresses, and with whose MAC. */
interface Party {
  readonly responder: string
  readonly owner: string
  readonly ownAddress: string
  readonly ownAddress6: string
  readonly address: string
  readonly address6: string
  /** Addresses that nobody has, next to the party's. */
  readonly nobody: string
  readonly nobody6: string
  /** Who asks, for now. */
  readonly asker?: Asker
}

interface Asker {
  readonly sender: string
  readonly source: string
}

type Fields<T> = Partial<T> | ((party: Party) => Partial<T>)

interface Kind<T> {
  readonly name: string
  readonly fields: Fields<T>
}

interface Difference {
  readonly kernel: string
  readonly speaker: string
  readonly why: string
}

const ARP_TO = (asker: string, to: string) =>
  `to ${to}: ARP 0001080006040002 OWNER TARGET ${to} ${asker}`

const ND_WITH_OPTION = (asker: string, to: string) =>
  `to ${to}: ND TARGET ${asker} 3aff 8800 60000000 TARGET 0201 OWNER`

const UNICAST_ANSWER = {
  kernel: 'to STATION: ND TARGET ASKER 3aff 8800 40000000 TARGET  ',
  speaker: ND_WITH_OPTION('ASKER', 'STATION'),
  why: 'who asks by unicast may have the MAC of a former owner: only the option and O=1 mend that, and RFC 4861 §7.2.4 allows them',
}

const NO_OPTION = {
  kernel: 'silence',
  speaker: ND_WITH_OPTION('ASKER', 'STATION'),
  why: 'the kernel asks for the MAC of the asker first; the speaker keeps no table of neighbours, and answers to where the question came from',
}

const EXTENSION_HEADER = {
  kernel: ND_WITH_OPTION('ASKER', 'STATION'),
  speaker: 'silence',
  why: 'nobody sends neighbour discovery behind extension headers, and the filter in the kernel reads at fixed places',
}

const TO_A_GROUP = 'an answer to the hardware address of a group would be flooded to everybody'

/** Every way in which the speaker does otherwise than the kernel, by the name of the request. */
const DIFFERENCES: Readonly<Record<string, Difference>> = {
  'sender hardware address of a group': {
    kernel: ARP_TO('ASKER', '01005e000001'),
    speaker: 'silence',
    why: TO_A_GROUP,
  },
  'sender hardware address of all ones': {
    kernel: ARP_TO('ASKER', 'ffffffffffff'),
    speaker: 'silence',
    why: TO_A_GROUP,
  },
  'sender in 0/8': {
    kernel: ARP_TO('00000005', 'STATION'),
    speaker: 'silence',
    why: 'RFC 1122 §3.2.1.3: no host has such an address; Linux alone allows it, since 5.3',
  },
  'a solicitation to the address': UNICAST_ANSWER,
  'to the address of ours that is not asked for': UNICAST_ANSWER,
  'to the group, without the option': NO_OPTION,
  'to the address, without the option': NO_OPTION,
  'an option with a MAC of a group': {
    kernel: ND_WITH_OPTION('ASKER', '333300000001'),
    speaker: 'silence',
    why: TO_A_GROUP,
  },
  'the sender claims the target': {
    kernel: ND_WITH_OPTION('TARGET', 'STATION'),
    speaker: 'silence',
    why: 'it is a claim of somebody else, and no question that an answer would reach',
  },
  'the sender claims our own address': {
    kernel: ND_WITH_OPTION('OWN', 'STATION'),
    speaker: 'silence',
    why: 'nobody but us has it, and no answer would reach the asker',
  },
  'behind a hop-by-hop header': EXTENSION_HEADER,
  'behind destination options': EXTENSION_HEADER,
}

const VLAN_5 = '81000005'
const PRIORITY_TAG = '81000000'

const ARP_KINDS: readonly Kind<ArpFields>[] = [
  { name: 'a broadcast request', fields: {} },
  { name: 'a request to our MAC', fields: (party) => ({ to: party.responder }) },
  { name: 'a request to the MAC of somebody else', fields: { to: STRANGER } },
  { name: 'a request to a multicast MAC', fields: { to: '01005e000001' } },
  { name: 'a probe: sender 0.0.0.0 (RFC 5227 §2.1.1)', fields: { sender: '0.0.0.0' } },
  {
    name: 'a probe to our MAC',
    fields: (party) => ({ sender: '0.0.0.0', to: party.responder }),
  },
  {
    name: 'an announcement: sender is target (RFC 5227 §2.3)',
    fields: (party) => ({ sender: party.address }),
  },
  { name: 'target hardware address of all ones', fields: { targetMac: BROADCAST } },
  { name: 'target hardware address of somebody else', fields: { targetMac: STRANGER } },
  {
    name: 'sender hardware address that is not the Ethernet source',
    fields: { senderMac: STRANGER },
  },
  { name: 'sender hardware address of zeros', fields: { senderMac: '000000000000' } },
  { name: 'sender hardware address of a group', fields: { senderMac: '01005e000001' } },
  { name: 'sender hardware address of all ones', fields: { senderMac: BROADCAST } },
  { name: 'sender 255.255.255.255', fields: { sender: '255.255.255.255' } },
  { name: 'sender in multicast', fields: { sender: '224.0.0.1' } },
  { name: 'sender in loopback', fields: { sender: '127.0.0.1' } },
  { name: 'sender in 0/8', fields: { sender: '0.0.0.5' } },
  { name: 'sender in 240/4', fields: { sender: '240.0.0.1' } },
  { name: 'sender of another network', fields: { sender: '192.0.2.7' } },
  { name: 'sender is the broadcast address of the network', fields: { sender: '10.9.0.255' } },
  { name: 'sender is the network itself', fields: { sender: '10.9.0.0' } },
  { name: 'sender is our own address', fields: (party) => ({ sender: party.ownAddress }) },
  { name: 'hardware type 6 (IEEE 802)', fields: { hardwareType: '0006' } },
  { name: 'hardware type 32 (InfiniBand)', fields: { hardwareType: '0020' } },
  { name: 'protocol type of IPv6', fields: { protocolType: '86dd' } },
  { name: 'hardware addresses of 8 bytes', fields: { lengths: '0804' } },
  { name: 'protocol addresses of 16 bytes', fields: { lengths: '0610' } },
  { name: 'a reply', fields: { operation: '0002' } },
  { name: 'operation 3 (RARP)', fields: { operation: '0003' } },
  { name: 'operation 0', fields: { operation: '0000' } },
  { name: 'padding to 60 bytes', fields: { behind: '00'.repeat(18) } },
  { name: 'garbage behind the packet', fields: { behind: 'a5'.repeat(1000) } },
  {
    name: 'a request for an address that nobody has',
    fields: (party) => ({ target: party.nobody }),
  },
  { name: 'a request for the broadcast address', fields: { target: '10.9.0.255' } },
  { name: 'a request in a VLAN', fields: { tag: VLAN_5 } },
  { name: 'a priority tag', fields: { tag: PRIORITY_TAG } },
]

const OPTION = { source: '0101', target: '0201', nonce: '0e01' }
const sourceOption = OPTION.source + STATION

const HOP_BY_HOP = { number: 0, hex: '3a00010400000000' }
const DESTINATION_OPTIONS = { number: 60, hex: '3a00010400000000' }
const FRAGMENT = { number: 44, hex: '3a00000000000001' }

function toUnicast(party: Party): Partial<NdFields> {
  return { to: party.responder, destination: ipv6Hex(party.address6) }
}

const ND_KINDS: readonly Kind<NdFields>[] = [
  { name: 'a solicitation to the group', fields: {} },
  { name: 'a solicitation to the address', fields: toUnicast },
  {
    name: 'a solicitation to the address, to the MAC of somebody else',
    fields: (party) => ({ ...toUnicast(party), to: STRANGER }),
  },
  {
    name: 'a solicitation to the group, to our MAC',
    fields: (party) => ({ to: party.responder }),
  },
  { name: 'to the group, without the option', fields: { options: '' } },
  {
    name: 'to the address, without the option',
    fields: (party) => ({ ...toUnicast(party), options: '' }),
  },
  {
    name: 'duplicate address detection: from :: (RFC 4862 §5.4.2)',
    fields: { source: ipv6Hex('::'), options: '' },
  },
  { name: 'from ::, with the option', fields: { source: ipv6Hex('::') } },
  {
    name: 'from ::, to the address',
    fields: (party) => ({ ...toUnicast(party), source: ipv6Hex('::'), options: '' }),
  },
  {
    name: 'from ::, with a nonce (RFC 7527)',
    fields: { source: ipv6Hex('::'), options: `${OPTION.nonce}010203040506` },
  },
  { name: 'hop limit 254', fields: { hopLimit: 254 } },
  { name: 'a wrong checksum', fields: { wrongChecksum: true } },
  { name: 'code 1', fields: { code: 1 } },
  { name: 'reserved bits set', fields: { flags: 'ffffffff' } },
  { name: 'shorter than 24 bytes', fields: { bytes: 20, options: '' } },
  { name: 'a multicast target', fields: { target: ipv6Hex('ff02::1') } },
  { name: 'an option of length zero', fields: { options: '0100' + STATION } },
  { name: 'an option that is cut off', fields: { options: '0102' + STATION } },
  { name: 'an unknown option in front', fields: { options: 'fd01000000000000' + sourceOption } },
  { name: 'a nonce behind', fields: { options: `${sourceOption}${OPTION.nonce}010203040506` } },
  {
    name: 'an option with a MAC that is not the Ethernet source',
    fields: { options: OPTION.source + STRANGER },
  },
  { name: 'an option with a MAC of a group', fields: { options: OPTION.source + '333300000001' } },
  { name: 'an option with a MAC of zeros', fields: { options: OPTION.source + '000000000000' } },
  {
    name: 'an option for hardware of 14 bytes',
    fields: { options: '0102' + STATION.repeat(2) + '0000' },
  },
  { name: 'the option twice', fields: { options: OPTION.source + STRANGER + sourceOption } },
  {
    name: 'to all nodes',
    fields: { to: multicastMacHex(ALL_NODES), destination: ALL_NODES },
  },
  {
    name: 'to the address of ours that is not asked for',
    fields: (party) => ({ to: party.responder, destination: ipv6Hex(party.ownAddress6) }),
  },
  {
    name: 'to a group of somebody else',
    fields: { to: '3333ff00aaaa', destination: solicitedNode('fd00:9::aaaa') },
  },
  {
    name: 'the sender claims the target',
    fields: (party) => ({ source: ipv6Hex(party.address6) }),
  },
  {
    name: 'the sender claims our own address',
    fields: (party) => ({ source: ipv6Hex(party.ownAddress6) }),
  },
  { name: 'from a multicast address', fields: { source: ipv6Hex('ff02::5') } },
  { name: 'from the loopback address', fields: { source: ipv6Hex('::1') } },
  { name: 'from another network', fields: { source: ipv6Hex('2001:db8::7') } },
  { name: 'from a link-local address', fields: { source: ipv6Hex('fe80::ff:fe00:9') } },
  { name: 'behind a hop-by-hop header', fields: { extension: HOP_BY_HOP } },
  { name: 'behind destination options', fields: { extension: DESTINATION_OPTIONS } },
  { name: 'a fragment (RFC 6980)', fields: { extension: FRAGMENT } },
  {
    name: 'an advertisement',
    fields: { type: 136, flags: '60000000', options: OPTION.target + STATION },
  },
  {
    name: 'for an address that nobody has',
    fields: (party) => ({ target: ipv6Hex(party.nobody6) }),
  },
  { name: 'in a VLAN', fields: { tag: VLAN_5 } },
]

function fieldsOf<T>({ fields }: Kind<T>, party: Party): Partial<T> {
  return typeof fields === 'function' ? fields(party) : fields
}

/** Each kind has an asker of its own: what a kernel has learned of one must not help the next. */
function askerOf(index: number): Asker {
  return { sender: `10.9.0.${30 + index}`, source: ipv6Hex(`fd00:9::${1000 + index}`) }
}

function arpOf(party: Party, fields: Partial<ArpFields>): Buffer {
  const usual = { to: BROADCAST, from: STATION, senderMac: STATION, sender: SENTINEL.sender }
  return arpFrame({ ...usual, target: party.address, ...fields })
}

function ndOf(party: Party, fields: Partial<NdFields>): Buffer {
  const destination = solicitedNode(party.address6)
  const usual = {
    to: multicastMacHex(destination),
    from: STATION,
    source: SENTINEL.source,
    destination,
  }
  return ndFrame({ ...usual, target: ipv6Hex(party.address6), options: sourceOption, ...fields })
}

/** A request that is always answered: when its answer is here, so are all answers to what came before. */
const SENTINEL = { sender: '10.9.0.250', source: ipv6Hex('fd00:9::77'), mac: '020000000077' }

function sentinel(party: Party, family: 'arp' | 'nd'): Buffer {
  if (family === 'arp') return arpOf(party, { sender: SENTINEL.sender, senderMac: SENTINEL.mac })
  return ndOf(party, { source: SENTINEL.source, options: OPTION.source + SENTINEL.mac })
}

function isSentinelAnswer(party: Party, family: 'arp' | 'nd'): (frame: Buffer) => boolean {
  const about = family === 'arp' ? ipv4Hex(party.address) : ipv6Hex(party.address6)
  return (frame) => {
    const hex = frame.toString('hex')
    return hex.startsWith(SENTINEL.mac) && hex.includes(about)
  }
}

/** What came back for a party, in words that name roles instead of addresses; sorted. */
async function consequence(
  station: Station,
  party: Party,
  { frame, family }: { readonly frame: Buffer; readonly family: 'arp' | 'nd' },
): Promise<string> {
  const isSentinel = isSentinelAnswer(party, family)
  station.take()
  station.send(frame)
  station.send(sentinel(party, family))
  await station.until(isSentinel)
  const answers = station.take().filter((one) => !isSentinel(one) && isAnswer(one, party))
  const words = answers.map((one) => inWords(one, party))
  return words.sort().join('; ') || 'silence'
}

/** A reply or an advertisement of the party; questions of its own are not. */
function isAnswer(frame: Buffer, party: Party): boolean {
  const hex = frame.toString('hex')
  if (hex.slice(12, 24) !== party.responder) return false
  if (hex.startsWith('0806', 24)) return hex.startsWith('0002', 40)
  return hex.startsWith('86dd', 24) && hex.startsWith('3a', 40) && hex.startsWith('88', 108)
}

function inWords(frame: Buffer, party: Party): string {
  const hex = frame.toString('hex')
  const part = (from: number, to: number) => nameOf(hex.slice(2 * from, 2 * to), party)
  if (hex.startsWith('0806', 24))
    return `to ${part(0, 6)}: ARP ${part(14, 22)} ${part(22, 28)} ${part(28, 32)} ${part(32, 38)} ${part(38, 42)}`
  const end = 14 + 40 + frame.readUInt16BE(18)
  const flags = `${part(20, 22)} ${part(54, 56)} ${part(58, 62)}`
  return `to ${part(0, 6)}: ND ${part(22, 38)} ${part(38, 54)} ${flags} ${part(62, 78)} ${part(78, 80)} ${part(80, end)}`
}

function nameOf(hex: string, party: Party): string {
  const names: Readonly<Record<string, string>> = {
    [ipv4Hex(party.address)]: 'TARGET',
    [ipv6Hex(party.address6)]: 'TARGET',
    [ipv4Hex(party.ownAddress)]: 'OWN',
    [ipv6Hex(party.ownAddress6)]: 'OWN',
    [party.owner]: 'OWNER',
    [ipv4Hex(party.asker?.sender ?? '')]: 'ASKER',
    [party.asker?.source ?? '']: 'ASKER',
    [STATION]: 'STATION',
  }
  return hex === '' ? '' : (names[hex] ?? hex)
}

function partyOf(responder: string, owner: string, number: number): Party {
  return {
    responder: macHex(responder),
    owner: macHex(owner),
    ownAddress: `10.9.0.${number}`,
    ownAddress6: `fd00:9::${number}`,
    address: `10.9.0.20${number}`,
    address6: `fd00:9::20${number}`,
    nobody: `10.9.0.21${number}`,
    nobody6: `fd00:9::21${number}`,
  }
}

/** So many announcements of one address are one burst: what comes then is an answer. */
const BURST_LENGTH = 5

function untilQuiet(station: Station, party: Party): Promise<void> {
  const isAnnouncement = (frame: Buffer) => frame.toString('hex').startsWith('333300000001')
  return station.until((frame) => isAnnouncement(frame) && isAnswer(frame, party), BURST_LENGTH)
}

/** What is answered is compared, not how claims of the station are defended against. */
function answering(sketch: Parameters<typeof planOf>[0]): AnnouncementPlan {
  const { spec, ...rest } = planOf(sketch)
  const pools = spec.pools.map((pool) => ({ ...pool, conflictDetection: 'off' as const }))
  return { ...rest, spec: { ...spec, pools } }
}

async function setUp(t: Test) {
  const lan = createLan([
    {
      name: 'kernel',
      addresses: ['10.9.0.1/24', '10.9.0.201/24', 'fd00:9::1/64', 'fd00:9::201/64'],
    },
    { name: 'speaker', addresses: ['10.9.0.2/24', 'fd00:9::2/64'] },
    { name: 'owner', addresses: ['10.9.0.3/24', 'fd00:9::3/64'] },
    { name: 'station', addresses: [] },
  ])
  t.teardown(() => lan.close())
  const macOf = (name: string) => lan.host(name).mac
  const kernel = partyOf(macOf('kernel'), macOf('kernel'), 1)
  const speaker = partyOf(macOf('speaker'), macOf('owner'), 2)
  const station = await startStation(lan.host('station'))
  const plan = join(t.testdir(), 'plan.json')
  const nodes = [{ name: 'owner', addresses: ['10.9.0.3', 'fd00:9::3'] }]
  writePlans(plan, answering({ nodes, owners: { [speaker.address]: 0, [speaker.address6]: 0 } }))
  const running = startSpeaker(lan.host('speaker'), ['--plan', plan])
  await running.until(announced(speaker.address6))
  await untilQuiet(station, speaker)
  return { station, kernel, speaker }
}

interface Comparison<T> {
  readonly family: 'arp' | 'nd'
  readonly kinds: readonly Kind<T>[]
  readonly frameOf: (party: Party, fields: Partial<T>) => Buffer
}

t.test('each difference is one of a request that is asked', (t) => {
  const names = [...ARP_KINDS, ...ND_KINDS].map(({ name }) => name)
  t.equal(new Set(names).size, names.length, 'no name twice')
  for (const name of Object.keys(DIFFERENCES)) t.ok(names.includes(name), name)
  t.end()
})

t.test('the speaker answers as a kernel does', { skip }, async (t) => {
  const { station, kernel, speaker } = await setUp(t)

  const compare = async <T>(t: Test, { family, kinds, frameOf }: Comparison<T>) => {
    for (const [index, kind] of kinds.entries()) {
      const asker = askerOf(index)
      const ask = (party: Party) => {
        const frame = frameOf(party, { ...asker, ...fieldsOf(kind, party) })
        return consequence(station, { ...party, asker }, { frame, family })
      }
      const found = { kernel: await ask(kernel), speaker: await ask(speaker) }
      const difference = DIFFERENCES[kind.name]
      const { why, ...expected } = difference ?? {
        why: 'the same',
        ...found,
        speaker: found.kernel,
      }
      t.same(found, expected, `${kind.name}: ${why}`)
    }
  }

  await t.test('ARP', (t) => compare(t, { family: 'arp', kinds: ARP_KINDS, frameOf: arpOf }))
  await t.test('ND', (t) => compare(t, { family: 'nd', kinds: ND_KINDS, frameOf: ndOf }))
})
