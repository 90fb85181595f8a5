import t from 'tap'
import type { WireMachine } from '../speaker/machine/events.ts'
import { RETRANS_TIMER } from '../speaker/timing/constants.ts'
import { createWireMachine } from '../speaker/machine/wire-machine.ts'
import { arpRejection } from '../speaker/wire/arp.ts'
import { decode, type ArpFrame } from '../speaker/wire/frame.ts'
import { changed, ARP_REQUEST } from './support/wire/frame-octets.ts'
import { linkOf, planOf } from './support/speaker/scenario.ts'
import {
  CLIENT,
  described,
  eth0,
  octets,
  US,
  WORKER_1,
  WORKER_2,
} from './support/wire/wire-fixtures.ts'

// One test for each sentence of RFC 826 and RFC 5227 that the speaker keeps; the section stands above it,
// the sentence, in our words, is the name. init: a speaker that answers for 10.0.0.100 of worker-1.

const QUESTION = `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`
const LINKS = [eth0('10.0.0.1/24')]

function asking(): WireMachine {
  const machine = createWireMachine()
  machine.handle({ type: 'links', links: LINKS }, 0)
  return machine
}

function answering(): WireMachine {
  const machine = asking()
  machine.handle(
    { type: 'plan', plan: planOf(['node worker-1 10.0.0.11', '10.0.0.100 worker-1']) },
    0,
  )
  heard(machine, `${WORKER_1} > ${US} ARP reply 10.0.0.11 is-at ${WORKER_1} to 10.0.0.1 at ${US}`)
  return machine
}

/** The frames that are sent upon this one. */
function heard(machine: WireMachine, frame: string | Uint8Array, now = 0): readonly Uint8Array[] {
  const bytes = typeof frame === 'string' ? octets(frame) : frame
  return sent(machine.handle({ type: 'frame', link: 'eth0', bytes }, now))
}

function sent(effects: ReturnType<WireMachine['handle']>): readonly Uint8Array[] {
  return effects.flatMap((effect) => (effect.type === 'send' ? [effect.bytes] : []))
}

function arp(bytes: Uint8Array | undefined): ArpFrame {
  const frame = decode(bytes ?? new Uint8Array())
  if (!('kind' in frame) || frame.kind !== 'arp') throw new Error('no ARP')
  return frame
}

// RFC 826, "Packet Reception"
t.test('A packet of another hardware type is dropped.', async (t) => {
  t.equal(arpRejection(changed(ARP_REQUEST, [14, '0020'])), 'arpHardwareType')
})

// RFC 826, "Packet Reception"
t.test('The hardware length may be checked.', async (t) => {
  t.equal(arpRejection(changed(ARP_REQUEST, [18, '08'])), 'arpAddressLengths')
})

// RFC 826, "Packet Reception"
t.test('A packet of another protocol is dropped.', async (t) => {
  t.equal(arpRejection(changed(ARP_REQUEST, [16, '86dd'])), 'arpProtocolType')
})

// RFC 826, "Packet Reception"
t.test('The protocol length may be checked.', async (t) => {
  t.equal(arpRejection(changed(ARP_REQUEST, [19, '10'])), 'arpAddressLengths')
})

// RFC 826, "Packet Reception"
t.test(
  'A sender that is in the table has its hardware address updated, whatever is said.',
  async (t) => {
    for (const said of [
      `${WORKER_2} > broadcast ARP request who-has 10.0.0.77 tell 10.0.0.11`,
      `${WORKER_2} > ${US} ARP request who-has 10.0.0.100 tell 10.0.0.11`,
      `${WORKER_2} > ${US} ARP reply 10.0.0.11 is-at ${WORKER_2} to 10.0.0.1 at ${US}`,
    ]) {
      const machine = answering()
      heard(machine, said, 5_000)
      const [answer] = heard(machine, QUESTION, 5_000)
      t.equal(arp(answer).arp.senderHardwareAddress, WORKER_2, said)
    }
  },
)

// RFC 826, "Packet Reception"
t.test('A sender that is not in the table and does not ask for us is not added.', async (t) => {
  const machine = answering()
  heard(machine, `${CLIENT} > broadcast ARP request who-has 10.0.0.77 tell 10.0.0.50`)
  const frames = sent(machine.handle({ type: 'deadline' }, 50))
  t.notOk(frames.some((frame) => described(frame).includes(CLIENT)))
})

// RFC 826, "Packet Reception"
t.test('For a target that is not ours nothing is sent.', async (t) => {
  t.strictSame(heard(answering(), QUESTION.replace('10.0.0.100', '10.0.0.99')), [])
})

// RFC 826, "Packet Reception"
t.test('Only a request is replied to.', async (t) => {
  const reply = `${CLIENT} > ${US} ARP reply 10.0.0.50 is-at ${CLIENT} to 10.0.0.100 at ${WORKER_1}`
  t.strictSame(heard(answering(), reply), [])
})

// RFC 826, "Packet Reception"
t.test(
  'In the reply, sender and target change places, and the hardware address is put in.',
  async (t) => {
    const [answer] = heard(answering(), QUESTION)
    t.match(arp(answer).arp, {
      operation: 'reply',
      senderHardwareAddress: WORKER_1,
      senderProtocolAddress: { text: '10.0.0.100' },
      targetHardwareAddress: CLIENT,
      targetProtocolAddress: { text: '10.0.0.50' },
    })
  },
)

// RFC 826, "Packet Reception"
t.test(
  'The reply goes to the (new) target hardware address, on the link of the request.',
  async (t) => {
    const machine = createWireMachine()
    const links = [...LINKS, linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24')]
    machine.handle({ type: 'links', links }, 0)
    machine.handle(
      { type: 'plan', plan: planOf(['node worker-1 10.0.0.1', '10.0.0.100 worker-1']) },
      0,
    )
    const effects = machine.handle({ type: 'frame', link: 'eth1', bytes: octets(QUESTION) }, 0)
    t.match(effects, [{ type: 'send', link: 'eth1' }])
    t.equal(arp(sent(effects)[0]).ethernet.destination, CLIENT)
  },
)

// RFC 826, "Packet Generation"
t.test(
  'A request has our addresses as sender, the wanted one as target, and is broadcast.',
  async (t) => {
    const plan = planOf(['node worker-1 10.0.0.11', '10.0.0.100 worker-1'])
    const [request] = sent(asking().handle({ type: 'plan', plan }, 0))
    t.match(arp(request), {
      ethernet: { source: US, destination: 'ff:ff:ff:ff:ff:ff' },
      arp: {
        hardwareType: 1,
        operation: 'request',
        senderHardwareAddress: US,
        senderProtocolAddress: { text: '10.0.0.1' },
        targetProtocolAddress: { text: '10.0.0.11' },
      },
    })
  },
)

// RFC 1122 §2.3.2.1
t.test('Requests for one address are no more than one a second.', async (t) => {
  const machine = asking()
  const plan = planOf(['node worker-1 10.0.0.11', '10.0.0.100 worker-1'])
  machine.handle({ type: 'plan', plan }, 0)
  t.equal(machine.deadline, RETRANS_TIMER)
  t.strictSame(machine.handle({ type: 'deadline' }, RETRANS_TIMER - 1), [])
})

// RFC 5227 §1.1
t.test(
  'A probe has an all-zero sender protocol address; it is answered like a request.',
  async (t) => {
    const [answer] = heard(answering(), `${CLIENT} > broadcast ARP probe who-has 10.0.0.100`)
    t.match(arp(answer), {
      ethernet: { destination: CLIENT },
      arp: { operation: 'reply', senderProtocolAddress: { text: '10.0.0.100' } },
    })
  },
)

/** The first announcement of the address, as a request and as a reply. */
function announcements(): readonly [ArpFrame, ArpFrame] {
  const machine = asking()
  const plan = planOf(['node worker-1 10.0.0.11', '10.0.0.100 worker-1'])
  machine.handle({ type: 'plan', plan }, 0)
  const reply = `${WORKER_1} > ${US} ARP reply 10.0.0.11 is-at ${WORKER_1} to 10.0.0.1 at ${US}`
  const [request, gratuitous] = heard(machine, reply)
  return [arp(request), arp(gratuitous)]
}

// RFC 5227 §1.1, "ARP Announcement"
t.test(
  'An announcement is a request whose sender and target protocol address are the address.',
  async (t) => {
    const [request] = announcements()
    t.match(request.arp, {
      operation: 'request',
      senderProtocolAddress: { text: '10.0.0.100' },
      targetProtocolAddress: { text: '10.0.0.100' },
    })
  },
)

// RFC 5227 §2.3
t.test('An announcement is broadcast on the link.', async (t) => {
  for (const { ethernet } of announcements()) t.equal(ethernet.destination, 'ff:ff:ff:ff:ff:ff')
})

// RFC 5227 §1.1, with the owner as the host of which it speaks
t.test('The sender hardware address is that of the host that has the address.', async (t) => {
  for (const { arp } of announcements()) t.equal(arp.senderHardwareAddress, WORKER_1)
})

// RFC 5227 §2.3
t.test('Announcements are repeated, in case that one is lost.', async (t) => {
  const machine = answering()
  t.ok(sent(machine.handle({ type: 'deadline' }, 50)).length > 0)
})

// RFC 5944 §4.6
t.test(
  'A gratuitous reply has the same address as sender and target, in both kinds.',
  async (t) => {
    const [, { arp }] = announcements()
    t.equal(arp.operation, 'reply')
    t.equal(arp.targetProtocolAddress.text, arp.senderProtocolAddress.text)
    t.equal(arp.targetHardwareAddress, arp.senderHardwareAddress)
  },
)

// IEEE 802.3 §3.2.8
t.test('No frame is shorter than 60 octets; what fills it is zero.', async (t) => {
  const frames = heard(answering(), QUESTION)
  for (const frame of frames) {
    t.equal(frame.length, 60)
    t.ok(frame.subarray(42).every((octet) => octet === 0))
  }
})
