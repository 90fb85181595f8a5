import t from 'tap'
import type { WireEffect, WireEvent, WireMachine } from '../../speaker/effect.ts'
import { createWireMachine } from '../../speaker/wire-machine.ts'
import { linkOf, planOf } from '../support/scenario.ts'
import { CLIENT, eth0, lines, octets, US, WORKER_1, WORKER_2 } from '../support/wire-fixtures.ts'

// The scenarios in fixtures/ tell the stories; here is what they leave out.

const LINKS: WireEvent = { type: 'links', links: [eth0('10.0.0.1/24')] }
const PLAN = plan('node worker-1 10.0.0.11', '10.0.0.100 worker-1')
const REPLY = `${WORKER_1} > ${US} ARP reply 10.0.0.11 is-at ${WORKER_1} to 10.0.0.1 at ${US}`
const QUESTION = `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`

function plan(...planLines: readonly string[]): WireEvent {
  return { type: 'plan', plan: planOf(planLines) }
}

function hear(machine: WireMachine, text: string, now = 0): readonly WireEffect[] {
  return machine.handle({ type: 'frame', link: 'eth0', bytes: octets(text) }, now)
}

function answering(): WireMachine {
  const machine = createWireMachine()
  machine.handle(LINKS, 0)
  machine.handle(PLAN, 0)
  hear(machine, REPLY)
  return machine
}

t.test('it does not matter whether the plan or the links come first', async (t) => {
  const [one, other] = [createWireMachine(), createWireMachine()]
  t.strictSame(one.handle(PLAN, 0), [])
  t.strictSame(other.handle(LINKS, 0), [])
  t.equal(one.deadline, undefined)
  t.strictSame(one.handle(LINKS, 0), other.handle(PLAN, 0))
  t.equal(one.deadline, other.deadline)
})

t.test('what stays as it is costs no frame', async (t) => {
  const machine = answering()
  t.strictSame(machine.handle(PLAN, 10), [])
  t.strictSame(machine.handle(LINKS, 10), [])
})

t.test('the deadline is the earlier one of asking and announcing', async (t) => {
  const machine = answering()
  t.equal(machine.deadline, 50)
  const both = plan('node worker-1 10.0.0.11', 'node worker-2 10.0.0.12', ...bothAddresses())
  machine.handle(both, 40)
  t.equal(machine.deadline, 50)
  t.strictSame(lines(machine.handle({ type: 'deadline' }, 49)), [])
  machine.handle({ type: 'deadline' }, 5_000)
  machine.handle({ type: 'deadline' }, 5_000)
  machine.handle({ type: 'deadline' }, 5_000)
  machine.handle({ type: 'deadline' }, 5_000)
  t.equal(machine.deadline, 6_000, 'only asking is left')
})

function bothAddresses(): readonly string[] {
  return ['10.0.0.100 worker-1', '10.0.0.101 worker-2']
}

t.test('a node that changes its MAC takes its addresses along, and only those', async (t) => {
  const machine = createWireMachine()
  machine.handle(LINKS, 0)
  machine.handle(plan('node worker-1 10.0.0.11', 'node worker-2 10.0.0.12', ...bothAddresses()), 0)
  hear(machine, REPLY)
  const announced = lines(
    hear(machine, `${WORKER_2} > broadcast ARP announcement 10.0.0.12 is-at ${WORKER_2}`),
  )
  t.equal(announced.filter((line) => line.includes('10.0.0.101 is-at')).length, 2)
  t.equal(announced.filter((line) => line.includes('10.0.0.100')).length, 0)
  t.strictSame(lines(hear(machine, REPLY)), [], 'nothing new')
})

t.test('an address on two links is withdrawn once', async (t) => {
  const machine = createWireMachine()
  const links = [eth0('10.0.0.1/24'), linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24')]
  machine.handle({ type: 'links', links }, 0)
  machine.handle(plan('node worker-1 10.0.0.2', '10.0.0.100 worker-1'), 0)
  t.strictSame(lines(machine.handle(plan(), 0)), [
    'info Withdrawn: 10.0.0.100 is not answered any more',
  ])
})

t.test('an address that cannot be one is said, and the others are carried out', async (t) => {
  const machine = createWireMachine()
  machine.handle(LINKS, 0)
  const bad = plan('node worker-1 10.0.0.11', '10.0.0.100 worker-1', '10.0.0 worker-1')
  t.match(lines(machine.handle(bad, 0)), [
    /^error AddressUnusable: "10.0.0" in the plan/,
    /^info LinkUp/,
    /who-has 10.0.0.11 tell/,
  ])
})

t.test('a machine that is limited to other interfaces hears nothing', async (t) => {
  const machine = createWireMachine({ interfaces: ['eth1'] })
  machine.handle(LINKS, 0)
  t.match(machine.handle(PLAN, 0), [{ report: { event: 'AddressOnNoInterface' } }])
  t.strictSame(hear(machine, QUESTION), [])
  t.strictSame(machine.counters().frames, { unknownLink: 1 })
})

t.test('a frame is not kept: its bytes may be written over', async (t) => {
  const machine = answering()
  const bytes = octets(QUESTION)
  const [answer] = machine.handle({ type: 'frame', link: 'eth0', bytes }, 0)
  const before = answer && lines([answer])
  bytes.fill(0xee)
  t.strictSame(answer && lines([answer]), before)
  const moved = plan('node worker-2 10.0.0.1', '10.0.0.100 worker-2')
  t.match(lines(machine.handle(moved, 10)).join('\n'), `${US} > ${CLIENT} ARP reply 10.0.0.100`)
})

t.test('each frame is counted', async (t) => {
  const machine = answering()
  hear(machine, QUESTION)
  hear(machine, QUESTION)
  hear(machine, QUESTION.replace('10.0.0.100', '10.0.0.99'))
  machine.handle({ type: 'frame', link: 'eth0', bytes: new Uint8Array(3) }, 0)
  t.strictSame(machine.counters().frames, {
    learned: 1,
    notAQuestion: 1,
    answered: 2,
    notOurs: 1,
    frameTooShort: 1,
  })
})
