import t from 'tap'
import type { WireEvent, WireMachine } from '../../../speaker/machine/events.ts'
import { createWireMachine } from '../../../speaker/machine/wire-machine.ts'
import { linkOf, planOf } from '../../support/speaker/scenario.ts'
import {
  CLIENT,
  eth0,
  lines,
  octets,
  US,
  WORKER_1,
  WORKER_2,
} from '../../support/wire/wire-fixtures.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

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

t.test('the deadline is the first one of all its parts', async (t) => {
  const machine = answering()
  t.equal(machine.deadline, 50)
  const both = plan('node worker-1 10.0.0.11', 'node worker-2 10.0.0.12', ...bothAddresses())
  machine.handle(both, 40)
  t.equal(machine.deadline, 50)
  t.strictSame(lines(machine.handle({ type: 'deadline' }, 49)), [])
  t.equal(lines(machine.handle({ type: 'deadline' }, 50)).length, 2)
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
    'eth0 listen',
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

/** Lets time pass as the machine asks for it. */
function run(machine: WireMachine, end: number): readonly (readonly [number, string])[] {
  const said: [number, string][] = []
  for (let due = machine.deadline ?? Infinity; due <= end; due = machine.deadline ?? Infinity)
    for (const line of lines(machine.handle({ type: 'deadline' }, due)))
      said.push([Math.round(due), line.split(' (')[0] ?? ''])
  return said
}

const CHECKED = plan('node worker-1 10.0.0.11', 'pool p detection=report', '10.0.0.100 worker-1')
const inItsName = (line: string) => line.includes('10.0.0.100 is-at')

function listening(): WireMachine {
  const machine = createWireMachine({ leads: false })
  machine.handle(LINKS, 0)
  machine.handle(CHECKED, 0)
  hear(machine, REPLY)
  return machine
}

t.test('an address is announced when its check has ended', async (t) => {
  const machine = createWireMachine()
  machine.handle(LINKS, 0)
  machine.handle(CHECKED, 0)
  hear(machine, REPLY)
  const [first] = run(machine, 100).filter(([, line]) => inItsName(line))
  t.match(first, [60, /ARP announcement 10.0.0.100/])
})

t.test('one that listens says nothing in the name of an address', async (t) => {
  const machine = listening()
  t.strictSame(lines(hear(machine, QUESTION, 10)), [])
  t.strictSame(
    run(machine, 60_000).filter(([, line]) => inItsName(line)),
    [],
  )
  t.equal(machine.counters().frames['notLeading'], 1)
  t.equal(machine.status(60_000).leads, false)
})

t.test('a grant begins and ends what it says', async (t) => {
  const machine = listening()
  hear(machine, QUESTION, 10)
  const begun = lines(machine.handle({ type: 'grant', until: 1_500 }, 500))
  t.match(begun, ['info LeadingStarted: this speaker leads segment default', /ARP probe/])
  t.strictSame(machine.handle({ type: 'grant', until: 1_600 }, 520), [], 'a longer one')
  const said = run(machine, 60_000)
  const own = said.filter(([, line]) => inItsName(line))
  t.ok(own.length > 0)
  t.ok(
    own.every(([at]) => at < 1_600),
    'nothing from its end on',
  )
  t.ok(said.some(([at, line]) => at === 1_600 && line.startsWith('info LeadingEnded')))
  t.strictSame(lines(hear(machine, QUESTION, 60_000)), [])
})

t.test('what waits for its turn at the end of a grant is never sent', async (t) => {
  const settings = { framesPerSecond: 10 }
  const machine = createWireMachine({ leads: false, settings })
  machine.handle(LINKS, 0)
  const addresses = Array.from({ length: 50 }, (_, index) => `10.0.0.${100 + index} worker-1`)
  machine.handle(plan('node worker-1 10.0.0.11', ...addresses), 0)
  hear(machine, REPLY)
  machine.handle({ type: 'grant', until: 1_000 }, 0)
  const own = run(machine, 30_000).filter(([, line]) => line.includes('is-at'))
  t.ok(own.length > 5 && own.length < 20, `${own.length} frames in a second`)
  t.ok(own.every(([at]) => at < 1_000))
})

t.test('a grant that has ended is noticed, late as the loop may be', async (t) => {
  const machine = listening()
  machine.handle({ type: 'grant', until: 1_000 }, 0)
  const said = lines(machine.handle({ type: 'deadline' }, 50_000))
  t.ok(said.includes('info LeadingEnded: this speaker does not lead segment default any more'))
  t.strictSame(said.filter(inItsName), [])
})

t.test('one that is granted again announces anew, without a new check', async (t) => {
  const machine = listening()
  machine.handle({ type: 'grant', until: 1_000 }, 0)
  run(machine, 2_000)
  const again = lines(machine.handle({ type: 'grant', until: 5_000 }, 3_000))
  t.equal(again.filter(inItsName).length, 2)
  t.notOk(again.some((line) => line.includes('probe')))
})

t.test('one that leads is heard when it is asked to be', async (t) => {
  const machine = listening()
  t.strictSame(machine.handle({ type: 'announce' }, 0), [])
  machine.handle({ type: 'grant', until: 60_000 }, 0)
  run(machine, 20_000)
  t.match(lines(machine.handle({ type: 'announce' }, 20_000)).join(), 'ARP announcement 10.0.0.100')
})

t.test('a grant before the plan begins with the plan', async (t) => {
  const machine = createWireMachine({ leads: false })
  t.strictSame(machine.handle({ type: 'grant', until: 1_000 }, 0), [])
  machine.handle(LINKS, 0)
  const effects = machine.handle(CHECKED, 0)
  t.match(effects, [{ report: { event: 'LeadingStarted', segment: 'default' } }])
  t.match(lines(effects).join(), 'ARP probe who-has 10.0.0.100')
})

t.test('owners of before the start are kept, and need no check', async (t) => {
  const machine = createWireMachine()
  const owners = [{ address: '10.0.0.100', owner: 'worker-2', plannedOwner: 'worker-1' }]
  t.strictSame(machine.handle({ type: 'owners', owners }, 0), [])
  machine.handle(LINKS, 0)
  const nodes = ['node worker-1 10.0.0.11', 'node worker-2 10.0.0.12', 'pool p detection=hold']
  machine.handle(plan(...nodes, '10.0.0.100 worker-1 worker-2'), 0)
  const told = hear(machine, `${WORKER_2} > broadcast ARP announcement 10.0.0.12 is-at ${WORKER_2}`)
  t.equal(lines(told).filter(inItsName).length, 2)
  t.match(machine.status(0).addresses, [{ owner: 'worker-2', plannedOwner: 'worker-1' }])
})

t.test('those who asked are told again every ten seconds, while this one leads', async (t) => {
  const machine = answering()
  hear(machine, QUESTION)
  const told = run(machine, 35_000).filter(([, line]) => line.includes(`> ${CLIENT} ARP reply`))
  t.strictSame(
    told.map(([at]) => at),
    [1_100, 10_000, 20_000, 30_000],
  )
})

t.test('a frame counts from when the kernel received it', async (t) => {
  const machine = answering()
  const late = { type: 'frame', link: 'eth0', bytes: octets(REPLY), receivedAt: 100 } as const
  machine.handle(late, 5_000)
  t.match(machine.status(5_000).nodes, [{ verdict: 'up' }])
})

t.test('while frames may still wait in a queue, no time-out counts', async (t) => {
  const verdict = (drained: boolean) => {
    const machine = answering()
    for (let now = 0; now <= 5_000; now += 10) machine.handle({ type: 'deadline', drained }, now)
    return machine.counters().verdicts
  }
  t.strictSame(verdict(false), {})
  t.strictSame(verdict(true), { suspect: 1, down: 1 })
})

t.test('a node that is given up has its addresses moved', async (t) => {
  const machine = createWireMachine()
  machine.handle(LINKS, 0)
  const nodes = ['node worker-1 10.0.0.11', 'node worker-2 10.0.0.12']
  machine.handle(plan(...nodes, '10.0.0.100 worker-1 worker-2'), 0)
  hear(machine, `${WORKER_2} > broadcast ARP announcement 10.0.0.12 is-at ${WORKER_2}`)
  const said = run(machine, 3_000).map(([, line]) => line)
  t.ok(said.some((line) => line.startsWith('warn NodeUnresolved')))
})

t.test('a demoted owner hands its addresses over; its view of the LAN stays', async (t) => {
  const machine = createWireMachine()
  machine.handle(LINKS, 0)
  const nodes = ['node worker-1 10.0.0.11', 'node worker-2 10.0.0.12']
  machine.handle(plan(...nodes, '10.0.0.100 worker-1 worker-2'), 0)
  hear(machine, REPLY)
  hear(machine, `${WORKER_2} > broadcast ARP announcement 10.0.0.12 is-at ${WORKER_2}`)
  const places = [{ address: '10.0.0.100', node: 'worker-1' }]
  const effects = machine.handle({ type: 'demoted', nodes: [], places, awaited: [] }, 1)
  const moved =
    'warn AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0 (ownerDemoted)'
  t.ok(lines(effects).includes(moved))
  t.ok(machine.isLanChanged)
  t.same(
    machine.lanObservation()?.nodes,
    new Map([
      ['worker-1', 'up'],
      ['worker-2', 'up'],
    ]),
  )
  t.notOk(machine.isLanChanged)
  t.strictSame(machine.handle({ type: 'demoted', nodes: [], places, awaited: [] }, 2), [])
})
