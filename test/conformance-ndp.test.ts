import t from 'tap'
import type { WireMachine } from '../speaker/machine/events.ts'
import { createWireMachine } from '../speaker/machine/wire-machine.ts'
import { decode, type Frame, type NdpFrame } from '../speaker/wire/frame.ts'
import type { NeighborAdvertisement } from '../speaker/wire/ndp.ts'
import { isRejection } from '../speaker/wire/rejection.ts'
import { ADVERTISEMENT, changed, SOLICITATION, withOptions } from './support/wire/frame-octets.ts'
import { ip } from './support/wire/frame-text.ts'
import { withOctet } from './support/wire/hex.ts'
import { planOf } from './support/speaker/scenario.ts'
import {
  CLIENT,
  described,
  eth0,
  octets,
  US,
  WORKER_1,
  WORKER_2,
} from './support/wire/wire-fixtures.ts'
import type { WireEffect } from '../speaker/lan/effect.ts'

// One test for each sentence of RFC 4861 §4.3, §4.4, §4.6 and §7 that the speaker keeps; the section stands
// above it, the sentence, in our words, is the name. init: a speaker that answers for 2001:db8::64 of
// worker-1.

const PLAN = planOf(['node worker-1 2001:db8::11', '2001:db8::64 worker-1'])
const NODE = `${WORKER_1} > ${US} 2001:db8::11 > fe80::1 NA 2001:db8::11`
const GROUP = `${CLIENT} > 33:33:ff:00:00:64`
const QUESTION = `${GROUP} fe80::aa > ff02::1:ff00:64 NS who-has 2001:db8::64 slla ${CLIENT}`

const UNSPECIFIED = '00'.repeat(16)
const ALL_NODES = `ff02${'00'.repeat(13)}01`

function asking(): { readonly machine: WireMachine; readonly effects: readonly WireEffect[] } {
  const machine = createWireMachine()
  machine.handle({ type: 'links', links: [eth0()] }, 0)
  return { machine, effects: machine.handle({ type: 'plan', plan: PLAN }, 0) }
}

function answering(): WireMachine {
  const { machine } = asking()
  hear(machine, `${NODE} [SO] tlla ${WORKER_1}`)
  return machine
}

function hear(machine: WireMachine, text: string, now = 0): readonly WireEffect[] {
  return machine.handle({ type: 'frame', link: 'eth0', bytes: octets(text) }, now)
}

function ndp(effects: readonly WireEffect[]): NdpFrame {
  const [bytes] = effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : []))
  const frame = decode(bytes ?? new Uint8Array())
  if (isRejection(frame) || frame.kind !== 'ndp') throw new Error('no NDP')
  return frame
}

function asksFor(bytes: Uint8Array, target: string): boolean {
  const frame = decode(bytes)
  return !isRejection(frame) && frame.kind === 'ndp' && frame.ndp.targetAddress.text === target
}

function advertised(effects: readonly WireEffect[]): NeighborAdvertisement {
  const message = ndp(effects).ndp
  if (message.type !== 'neighborAdvertisement') throw new Error('no advertisement')
  return message
}

/** The MAC that the speaker tells for worker-1. */
function macTold(machine: WireMachine, now = 0) {
  return advertised(hear(machine, QUESTION, now)).targetLinkLayerAddress
}

const rejected = (bytes: Uint8Array) => {
  const frame = decode(bytes)
  return isRejection(frame) ? frame.rejected : undefined
}

// RFC 4861 §4.3
t.test('A solicitation comes from an address of the link that sends it.', async (t) => {
  t.equal(ndp(asking().effects).ipv6.source.text, 'fe80::1')
})

// RFC 4861 §4.3
t.test('It goes to the solicited-node group of the target, or to the target.', async (t) => {
  const { ethernet, ipv6 } = ndp(asking().effects)
  t.equal(ipv6.destination.text, 'ff02::1:ff00:11')
  t.equal(ethernet.destination, '33:33:ff:00:00:11', 'RFC 2464 §7')
})

// RFC 4861 §4.3, §4.4
t.test('The hop limit is 255, type 135 or 136, code 0, the reserved field zero.', async (t) => {
  const { machine, effects } = asking()
  hear(machine, `${NODE} [SO] tlla ${WORKER_1}`)
  for (const [sent, type] of [
    [effects, 135],
    [hear(machine, QUESTION), 136],
  ] as const) {
    const [bytes] = sent.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : []))
    t.strictSame([bytes?.[21], bytes?.[54], bytes?.[55]], [255, type, 0])
    t.strictSame(bytes?.subarray(59, 62), new Uint8Array(3))
  }
})

// RFC 4861 §4.3
t.test('The source link-layer address must be in a solicitation that is multicast.', async (t) => {
  t.match(ndp(asking().effects).ndp, { sourceLinkLayerAddress: US })
})

// RFC 4861 §4.4
t.test('An advertisement comes from an address of the interface: the target.', async (t) => {
  t.equal(ndp(hear(answering(), QUESTION)).ipv6.source.text, '2001:db8::64')
})

// RFC 4861 §4.4
t.test('It goes to the source of the solicitation; if that is `::`, to all nodes.', async (t) => {
  const probe = `${GROUP} :: > ff02::1:ff00:64 NS who-has 2001:db8::64`
  t.equal(ndp(hear(answering(), QUESTION)).ipv6.destination.text, 'fe80::aa')
  t.equal(ndp(hear(answering(), probe)).ipv6.destination.text, 'ff02::1')
})

// RFC 4861 §4.4
t.test('The Solicited flag is set in an answer to one, and in no multicast one.', async (t) => {
  const probe = `${GROUP} :: > ff02::1:ff00:64 NS who-has 2001:db8::64`
  const machine = answering()
  t.equal(advertised(hear(machine, QUESTION)).solicited, true)
  t.equal(advertised(hear(machine, probe)).solicited, false)
  for (const [, bytes] of burst()) t.match(decode(bytes), { ndp: { solicited: false } })
})

// RFC 4861 §4.4, §7.2.6. Not kept, on purpose: the RFC has no unicast news. Those who have asked are told as if
// they had just asked: only a solicited advertisement makes an entry REACHABLE.
t.test('The news for one that has asked before is solicited, and overrides.', async (t) => {
  const machine = answering()
  hear(machine, QUESTION)
  const news = hear(machine, `${NODE.replace(WORKER_1, WORKER_2)} [O] tlla ${WORKER_2}`, 5_000)
  const toClient = news.flatMap((effect) => (effect.type === 'send' ? [decode(effect.bytes)] : []))
  t.match(
    toClient.filter((frame) => !isRejection(frame) && frame.ethernet.destination === CLIENT),
    [{ ipv6: { destination: ip('fe80::aa') }, ndp: { solicited: true, override: true } }],
  )
})

// RFC 4861 §4.4
t.test(
  'The target link-layer address must be in the answer to a multicast solicitation.',
  async (t) => {
    t.equal(macTold(answering()), WORKER_1)
  },
)

// RFC 4861 §4.6
t.test('Options that are not known are passed over.', async (t) => {
  const unknown = withOptions(SOLICITATION, 'fd 02 b1b2b3b4b5b6b7b8b9babbbcbdbe 01 01 021213141516')
  t.match(decode(unknown), { ndp: { sourceLinkLayerAddress: '02:12:13:14:15:16' } })
})

// RFC 4861 §4.6
t.test('A message with an option of length zero is dropped.', async (t) => {
  t.equal(rejected(withOptions(SOLICITATION, '0100000000000000')), 'ndpOptionLength')
  t.equal(rejected(withOptions(ADVERTISEMENT, 'fd00000000000000')), 'ndpOptionLength')
})

const BOTH = { solicitation: SOLICITATION, advertisement: ADVERTISEMENT }

for (const [name, frame] of Object.entries(BOTH)) {
  const section = name === 'solicitation' ? '§7.1.1' : '§7.1.2'

  // RFC 4861 §7.1.1, §7.1.2
  t.test(`${section}: the hop limit of a valid ${name} is 255.`, async (t) => {
    t.equal(rejected(changed(frame, [21, 'fe'])), 'ndpHopLimit')
    t.equal(rejected(changed(frame, [21, 'ff'])), undefined)
  })

  // RFC 4861 §7.1.1, §7.1.2
  t.test(`${section}: the checksum of a valid ${name} is right.`, async (t) => {
    t.equal(rejected(withOctet(frame, 70, 0x77)), 'ndpChecksum')
  })

  // RFC 4861 §7.1.1, §7.1.2
  t.test(`${section}: the code of a valid ${name} is 0.`, async (t) => {
    t.equal(rejected(changed(frame, [55, '01'])), 'ndpCode')
  })

  // RFC 4861 §7.1.1, §7.1.2
  t.test(`${section}: a valid ${name} has 24 octets or more.`, async (t) => {
    t.equal(rejected(changed(frame, [18, '0017'])), 'ndpTooShort')
    t.equal(rejected(withOptions(frame, '')), undefined)
  })

  // RFC 4861 §7.1.1, §7.1.2
  t.test(`${section}: the target of a valid ${name} is no multicast address.`, async (t) => {
    t.equal(rejected(changed(frame, [62, 'ff02'])), 'ndpMulticastTarget')
  })

  // RFC 4861 §7.1.1, §7.1.2
  t.test(`${section}: all options of a valid ${name} have a length above zero.`, async (t) => {
    t.equal(rejected(withOptions(frame, '0e01a1a2a3a4a5a6 0e00a1a2a3a4a5a6')), 'ndpOptionLength')
  })

  // RFC 4861 §7.1.1, §7.1.2
  t.test(`${section}: the reserved field of a ${name} is ignored.`, async (t) => {
    const without = decode(frame) as Frame
    t.strictSame(decode(changed(frame, [59, 'a1a2a3'])), without)
  })
}

// RFC 4861 §7.1.1
t.test('From `::`, a solicitation goes to a solicited-node group, or is not valid.', async (t) => {
  const probe = changed(withOptions(SOLICITATION, ''), [22, UNSPECIFIED])
  t.equal(rejected(probe), undefined)
  t.equal(rejected(changed(probe, [38, ALL_NODES])), 'ndpProbeDestination')
  t.equal(rejected(changed(probe, [38, '20010db8'])), 'ndpProbeDestination', 'by unicast')
})

// RFC 4861 §7.1.1
t.test(
  'From `::`, a solicitation has no source link-layer address, or is not valid.',
  async (t) => {
    t.equal(rejected(changed(SOLICITATION, [22, UNSPECIFIED])), 'ndpProbeWithSource')
  },
)

// RFC 4861 §7.1.2
t.test(
  'To a multicast address, the Solicited flag of a valid advertisement is zero.',
  async (t) => {
    t.equal(rejected(changed(ADVERTISEMENT, [38, ALL_NODES])), 'ndpSolicitedToMulticast')
    t.equal(rejected(changed(ADVERTISEMENT, [38, ALL_NODES], [58, 'a0'])), undefined)
  },
)

// RFC 4861 §7.2.1
t.test(
  'The solicited-node group of each address is joined, and left with the last of it.',
  async (t) => {
    const { machine, effects } = asking()
    const groups = effects.filter(({ type }) => type === 'join' || type === 'leave')
    t.match(groups, [{ type: 'join', group: { text: 'ff02::1:ff00:64' } }])
    const left = machine.handle({ type: 'plan', plan: planOf([]) }, 0)
    t.match(left, [{ type: 'leave', group: { text: 'ff02::1:ff00:64' } }])
  },
)

// RFC 4861 §7.2.2
t.test(
  'Solicitations are a RetransTimer apart, and the node is unreachable after three.',
  async (t) => {
    const { machine, effects } = asking()
    const asked: number[] = []
    const unreachable: number[] = []
    const note = (now: number, done: readonly WireEffect[]) => {
      if (done.some((effect) => effect.type === 'send' && asksFor(effect.bytes, '2001:db8::11')))
        asked.push(now)
      if (done.some((effect) => effect.type === 'report' && effect.report.level === 'warn'))
        unreachable.push(now)
    }
    note(0, effects)
    for (let { deadline = 4_000 } = machine; deadline < 4_000; { deadline = 4_000 } = machine)
      note(deadline, machine.handle({ type: 'deadline' }, deadline))
    t.strictSame(asked.slice(0, 3), [0, 1_000, 2_000])
    t.strictSame(unreachable, [3_000])
  },
)

// RFC 4861 §7.2.3
t.test('A solicitation for an address that is not ours is dropped.', async (t) => {
  const other = QUESTION.replaceAll('ff00:64', 'ff00:65').replace('::64', '::65')
  t.strictSame(hear(answering(), other), [])
})

// RFC 4861 §7.2.3
t.test('The source of a solicitation has its entry updated by the option.', async (t) => {
  const machine = answering()
  const question = `${WORKER_2} > 33:33:ff:00:00:99 2001:db8::11 > ff02::1:ff00:99 NS who-has 2001:db8::99`
  hear(machine, `${question} slla ${WORKER_2}`, 5_000)
  t.equal(macTold(machine, 5_000), WORKER_2)
})

// RFC 4861 §7.2.3
t.test('From `::`, a solicitation updates no entry.', async (t) => {
  const machine = answering()
  hear(
    machine,
    `${WORKER_2} > 33:33:ff:00:00:11 :: > ff02::1:ff00:11 NS who-has 2001:db8::11`,
    5_000,
  )
  t.equal(macTold(machine, 5_000), WORKER_1)
})

// RFC 4861 §7.2.4
t.test('An answer names the target as it was asked for, and its link-layer address.', async (t) => {
  t.match(advertised(hear(answering(), QUESTION)), {
    targetAddress: { text: '2001:db8::64' },
    targetLinkLayerAddress: WORKER_1,
  })
})

// RFC 4861 §7.2.4
t.test('The Override flag is set, for the address is neither anycast nor by proxy.', async (t) => {
  t.equal(advertised(hear(answering(), QUESTION)).override, true)
})

// RFC 4861 §7.2.4
t.test('A unicast solicitation is answered to the link-layer address of the source.', async (t) => {
  const unicast = `${CLIENT} > ${US} fe80::aa > 2001:db8::64 NS who-has 2001:db8::64`
  t.equal(ndp(hear(answering(), unicast)).ethernet.destination, CLIENT)
})

// RFC 4861 §7.2.5
t.test('An advertisement of an address without an entry is dropped.', async (t) => {
  const machine = answering()
  hear(machine, `${CLIENT} > ${US} fe80::aa > fe80::1 NA fe80::aa [SO] tlla ${CLIENT}`)
  t.equal(machine.counters().frames['learned'], 1, 'that of worker-1 alone')
})

// RFC 4861 §7.2.5
t.test('An entry that is incomplete takes the address, whatever the flags.', async (t) => {
  const { machine } = asking()
  hear(machine, `${NODE} [] tlla ${WORKER_1}`)
  t.equal(macTold(machine), WORKER_1)
})

// RFC 4861 §7.2.5
t.test(
  'An entry that is incomplete takes nothing from an advertisement without the option.',
  async (t) => {
    const { machine } = asking()
    hear(machine, `${NODE} [SO]`)
    t.strictSame(hear(machine, QUESTION), [])
  },
)

// RFC 4861 §7.2.5
t.test('Without Override, another address does not replace the one that is known.', async (t) => {
  const machine = answering()
  hear(machine, `${NODE} [S] tlla ${WORKER_2}`, 5_000)
  t.equal(macTold(machine, 5_000), WORKER_1)
})

// RFC 4861 §7.2.5
t.test('With Override, the address is replaced, solicited or not.', async (t) => {
  for (const flags of ['[SO]', '[O]']) {
    const machine = answering()
    hear(machine, `${NODE} ${flags} tlla ${WORKER_2}`, 5_000)
    t.equal(macTold(machine, 5_000), WORKER_2, flags)
  }
})

/** What the burst of a new address advertises to all nodes, and when. */
function burst(): readonly (readonly [number, Uint8Array])[] {
  const { machine } = asking()
  const first = hear(machine, `${NODE} [SO] tlla ${WORKER_1}`)
  const all = advertisements(0, first)
  for (
    let { deadline: due = Infinity } = machine;
    due < 10_000;
    { deadline: due = Infinity } = machine
  )
    all.push(...advertisements(due, machine.handle({ type: 'deadline' }, due)))
  return all
}

function advertisements(now: number, effects: readonly WireEffect[]): [number, Uint8Array][] {
  return effects.flatMap((effect) =>
    effect.type === 'send' && described(effect.bytes).includes(' > 33:33:00:00:00:01 ')
      ? [[now, effect.bytes] as [number, Uint8Array]]
      : [],
  )
}

// RFC 4861 §7.2.6
t.test('An unsolicited advertisement has the target, the option and Override.', async (t) => {
  const said = `2001:db8::64 > ff02::1 NA 2001:db8::64 [O] tlla ${WORKER_1}`
  for (const [, bytes] of burst()) t.equal(described(bytes), `${US} > 33:33:00:00:00:01 ${said}`)
})

// RFC 4861 §7.2.6, which asks for no more than three, RetransTimer apart. Not kept, on purpose: a moved
// address is an outage until its neighbours know, and the first frame may be lost. See speaker/timing/constants.ts.
t.test('Unsolicited advertisements are five, closer together than the RFC has them.', async (t) => {
  t.strictSame(
    burst().map(([now]) => now),
    [0, 50, 200, 1_100, 5_000],
  )
})
