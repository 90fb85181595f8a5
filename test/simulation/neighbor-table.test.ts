import t from 'tap'
import { addressKey } from '../../speaker/lan/address-key.ts'
import { macBytes, type Mac } from '../../speaker/wire/mac.ts'
import { ip } from '../support/wire/frame-text.ts'
import { octets } from '../support/wire/wire-fixtures.ts'
import { macNumberAt } from './host.ts'
import {
  createNeighborTable,
  LINUX,
  type NeighborSettings,
  type NeighborState,
} from './neighbor-table.ts'

// What Linux does, measured on a real kernel: each row is one of those measurements.

const CLIENT = '02:00:00:00:00:aa'
const SPEAKER = '02:00:00:00:00:01'
const OLD = '02:00:00:00:00:0b'
const NEW = '02:00:00:00:00:0c'
const V4 = ip('10.0.0.100')
const V6 = ip('2001:db8::100')

const arp = (text: string) => `${SPEAKER} > ${text}`
const FIRST_REPLY = arp(`${CLIENT} ARP reply 10.0.0.100 is-at ${OLD} to 10.0.0.50 at ${CLIENT}`)
const FIRST_ADVERTISEMENT = `${SPEAKER} > ${CLIENT} 2001:db8::100 > 2001:db8::50 NA 2001:db8::100 [SO] tlla ${OLD}`
const GARP_REQUEST = arp(`broadcast ARP announcement 10.0.0.100 is-at ${NEW}`)
const GARP_REPLY_ZERO = arp(
  `broadcast ARP reply 10.0.0.100 is-at ${NEW} to 10.0.0.100 at 00:00:00:00:00:00`,
)
const GARP_REPLY = arp(`broadcast ARP reply 10.0.0.100 is-at ${NEW} to 10.0.0.100 at ${NEW}`)
const GARP_REPLY_UNICAST = arp(
  `${CLIENT} ARP reply 10.0.0.100 is-at ${NEW} to 10.0.0.100 at ${NEW}`,
)
const REPLY = arp(`${CLIENT} ARP reply 10.0.0.100 is-at ${NEW} to 10.0.0.50 at ${CLIENT}`)
const SAME_REPLY = FIRST_REPLY
const SAME_GARP = arp(`broadcast ARP announcement 10.0.0.100 is-at ${OLD}`)
const BROADCAST_REQUEST = `${SPEAKER} > broadcast ARP request who-has 10.0.0.9 tell 10.0.0.100 at ${NEW}`

const na = (to: string, flags: string, option = `tlla ${NEW}`) =>
  `${SPEAKER} > ${to} NA 2001:db8::100 [${flags}] ${option}`.trimEnd()
const ALL = '33:33:00:00:00:01 fe80::1 > ff02::1'
const ONE = `${CLIENT} fe80::1 > 2001:db8::50`

interface Case {
  readonly name: string
  readonly frame: string
  /** How old the entry is. */
  readonly age: number
  readonly then: readonly [NeighborState, string] | undefined
  readonly settings?: Partial<NeighborSettings>
  /** No entry before. */
  readonly isAbsent?: boolean
}

const CASES: readonly Case[] = [
  { name: 'no entry, GARP', frame: GARP_REQUEST, age: 0, isAbsent: true, then: undefined },
  {
    name: 'no entry, GARP, arp_accept',
    frame: GARP_REQUEST,
    age: 0,
    isAbsent: true,
    then: ['stale', NEW],
    settings: { arpAccept: true },
  },
  {
    name: 'no entry, unicast reply, arp_accept',
    frame: REPLY,
    age: 0,
    isAbsent: true,
    then: ['reachable', NEW],
    settings: { arpAccept: true },
  },
  { name: 'young, GARP request', frame: GARP_REQUEST, age: 500, then: ['stale', NEW] },
  {
    name: 'young, GARP reply with THA 0',
    frame: GARP_REPLY_ZERO,
    age: 500,
    then: ['reachable', OLD],
  },
  { name: 'young, unicast reply', frame: REPLY, age: 500, then: ['reachable', OLD] },
  { name: 'young, GARP reply with THA = SHA', frame: GARP_REPLY, age: 500, then: ['stale', NEW] },
  {
    name: 'young, the same by unicast',
    frame: GARP_REPLY_UNICAST,
    age: 500,
    then: ['reachable', NEW],
  },
  { name: 'old, GARP reply with THA 0', frame: GARP_REPLY_ZERO, age: 1_500, then: ['stale', NEW] },
  { name: 'old, unicast reply', frame: REPLY, age: 1_500, then: ['reachable', NEW] },
  { name: 'the same MAC by GARP', frame: SAME_GARP, age: 1_500, then: ['reachable', OLD] },
  { name: 'the same MAC by unicast', frame: SAME_REPLY, age: 1_500, then: ['reachable', OLD] },
  { name: 'somebody asks in its name', frame: BROADCAST_REQUEST, age: 1_500, then: ['stale', NEW] },
  {
    name: 'drop_gratuitous_arp, GARP',
    frame: GARP_REQUEST,
    age: 1_500,
    then: ['reachable', OLD],
    settings: { dropGratuitousArp: true },
  },
  {
    name: 'drop_gratuitous_arp, unicast reply',
    frame: REPLY,
    age: 1_500,
    then: ['reachable', NEW],
    settings: { dropGratuitousArp: true },
  },
  { name: 'unsolicited with override', frame: na(ALL, 'O'), age: 10, then: ['stale', NEW] },
  { name: 'unsolicited without override', frame: na(ALL, '-'), age: 10, then: ['stale', OLD] },
  { name: 'solicited with override', frame: na(ONE, 'SO'), age: 10, then: ['reachable', NEW] },
  { name: 'solicited without override', frame: na(ONE, 'S'), age: 10, then: ['stale', OLD] },
  {
    name: 'unsolicited without option',
    frame: na(ALL, 'O', ''),
    age: 10,
    then: ['reachable', OLD],
  },
  {
    name: 'drop_unsolicited_na',
    frame: na(ALL, 'O'),
    age: 10,
    then: ['reachable', OLD],
    settings: { dropUnsolicitedNa: true },
  },
  { name: 'no entry, NA', frame: na(ALL, 'O'), age: 0, isAbsent: true, then: undefined },
]

for (const { name, frame, age, then, settings, isAbsent } of CASES)
  t.test(name, async (t) => {
    const solicited: string[] = []
    const table = createNeighborTable(
      { ...LINUX, ...settings },
      macBytes(CLIENT as Mac),
      () => 30_000,
      () => solicited.push(name),
    )
    const address = frame.includes('ARP') ? V4 : V6
    const key = addressKey(address)
    if (isAbsent !== true) {
      table.use(key, 0)
      table.hear(octets(address === V4 ? FIRST_REPLY : FIRST_ADVERTISEMENT), 0)
    }
    table.hear(octets(frame), age)
    const entry = table.entry(key)
    t.strictSame(
      entry === undefined ? undefined : [entry.state, entry.mac],
      then === undefined ? undefined : [then[0], macNumberAt(macBytes(then[1] as Mac), 0)],
    )
  })

t.test(
  'an entry that nobody confirms is probed by unicast, fails, and is asked for anew',
  async (t) => {
    const asked: string[] = []
    let now = 0
    const table = createNeighborTable(
      LINUX,
      macBytes(CLIENT as Mac),
      () => 30_000,
      (_, mac) => asked.push(`${now} ${mac === undefined ? 'everybody' : 'unicast'}`),
    )
    const key = addressKey(V4)
    table.use(key, 0)
    table.hear(octets(FIRST_REPLY), 0)
    const states: string[] = []
    for (; now < 60_000; now += 500) {
      table.tick(now)
      if (now % 3_000 === 0) table.use(key, now)
      const { state } = table.entry(key)!
      if (state !== states.at(-1)?.split(' ')[1]) states.push(`${now} ${state}`)
    }
    t.strictSame(states.slice(0, 5), [
      '0 reachable',
      '30000 delay',
      '35000 probe',
      '38000 failed',
      '39000 incomplete',
    ])
    t.strictSame(asked.slice(0, 5), [
      '0 everybody',
      '35000 unicast',
      '36000 unicast',
      '37000 unicast',
      '39000 everybody',
    ])
  },
)
