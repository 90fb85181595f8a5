import t from 'tap'
import type { LanObservation } from '../../../speaker/lan/lan-observation.ts'
import { createLanObserver } from '../../../speaker/machine/lan-observer.ts'
import type { Machine } from '../../../speaker/machine/parts.ts'
import { applyVerdicts } from '../../../speaker/machine/steps.ts'
import {
  ANSWER_1,
  carryOut,
  machineOf,
  planLines,
  resolvedMachine,
  tell,
} from '../../support/speaker/machines.ts'
import { CLIENT, US, WORKER_1, WORKER_2 } from '../../support/wire/wire-fixtures.ts'

const ANNOUNCES = `${WORKER_2} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_1}`

function viewOf({ parts, world }: Machine): LanObservation | undefined {
  return parts.lan.take(world)
}

const speakers = (machine: Machine) => [...(viewOf(machine)?.speakers ?? [])]
const nodes = (machine: Machine) => Object.fromEntries(viewOf(machine)?.nodes ?? [])
const standby = (lines = planLines()) => resolvedMachine(lines, { leads: false })

t.test('without a plan there is nothing to be seen', async (t) => {
  const { machine } = machineOf(planLines())
  t.equal(viewOf({ ...machine, world: { ...machine.world, plan: undefined } }), undefined)
})

t.test('a node that has never answered is unknown, one that has told its MAC is up', async (t) => {
  const { machine } = machineOf(planLines(), { leads: false })
  t.strictSame(nodes(machine), { 'worker-1': 'unknown', 'worker-2': 'unknown' })
  tell(machine, ANSWER_1, 0)
  t.ok(machine.parts.lan.isChanged)
  t.strictSame(nodes(machine), { 'worker-1': 'up', 'worker-2': 'unknown' })
  t.notOk(machine.parts.lan.isChanged)
})

t.test('a node that misses its probes is down', async (t) => {
  const machine = standby(['node worker-2 10.0.0.12 2001:db8::12', '10.0.0.100 worker-2'])
  machine.parts.lan.take(machine.world)
  const { prober } = machine.parts
  for (let due = prober.deadline; due !== undefined && due < 5_000; due = prober.deadline) {
    tell(machine, `${CLIENT} > broadcast ARP request who-has 10.0.0.9 tell 10.0.0.50`, due)
    applyVerdicts(machine, prober.tick(due, true), due)
  }
  t.ok(machine.parts.lan.isChanged)
  t.strictSame(nodes(machine), { 'worker-2': 'down' })
})

t.test('where nobody at all is heard, it may be our own port', async (t) => {
  const machine = standby(['node worker-2 10.0.0.12 2001:db8::12', '10.0.0.100 worker-2'])
  tell(machine, `${CLIENT} > broadcast ARP request who-has 10.0.0.9 tell 10.0.0.50`, 0)
  t.equal(viewOf(machine)?.isBlind, false)
  const { prober } = machine.parts
  const due = () => prober.deadline ?? Infinity
  while (due() < 3_000) applyVerdicts(machine, prober.tick(due(), true), due())
  t.ok(machine.parts.lan.isChanged)
  t.match(viewOf(machine), { isBlind: true })
  t.strictSame(nodes(machine), { 'worker-2': 'up' }, 'nothing is said of it')
  tell(
    machine,
    `${WORKER_2} > ${US} ARP reply 10.0.0.12 is-at ${WORKER_2} to 10.0.0.1 at ${US}`,
    3_000,
  )
  t.equal(viewOf(machine)?.isBlind, false)
})

t.test('one family, or one link, that answers is enough', async (t) => {
  const machine = standby(['node worker-2 10.0.0.12 2001:db8::12', '10.0.0.100 worker-2'])
  const observer = createLanObserver({
    verdictOf: (_, family) => (family === 'IPv4' ? 'down' : 'suspect'),
    isBlind: () => false,
  })
  t.same(observer.take(machine.world)?.nodes, new Map([['worker-2', 'up']]))
  const [one] = machine.world.neighbors
  if (one === undefined) throw new Error('no neighbour')
  const other = { ...one, key: 'other' }
  const world = { ...machine.world, neighbors: new Set([one, other]) }
  const both = (first: 'up' | 'down', second: 'up' | 'down' | 'unknown') =>
    createLanObserver({
      verdictOf: (which) => (which === one ? first : second),
      isBlind: () => false,
    }).take(world)?.nodes
  t.same(both('down', 'up'), new Map([['worker-2', 'up']]))
  t.same(both('up', 'down'), new Map([['worker-2', 'up']]))
  t.same(both('down', 'unknown'), new Map([['worker-2', 'down']]))
})

t.test('our own node is not among the others', async (t) => {
  const machine = standby(['node self 10.0.0.1', 'node worker-2 10.0.0.12', '10.0.0.100 self'])
  t.strictSame(nodes(machine), { 'worker-2': 'up' })
  const { world } = machine
  const blind = { ...world, links: undefined }
  t.strictSame([...(machine.parts.lan.take(blind)?.nodes.keys() ?? [])], ['self', 'worker-2'])
})

t.test('the link is up if it carries an address; without addresses, if there is one', async (t) => {
  const machine = standby()
  t.equal(viewOf(machine)?.linkUp, true)
  machine.world.links = []
  carryOut(machine, planLines(), 0)
  t.equal(viewOf(machine)?.linkUp, false)
  const { machine: empty } = machineOf(['node worker-1 10.0.0.11'], { leads: false })
  t.equal(viewOf(empty)?.linkUp, true)
  empty.world.links = []
  carryOut(empty, ['node worker-1 10.0.0.11'], 0)
  t.equal(viewOf(empty)?.linkUp, false)
})

for (const leads of [false, true])
  t.test(`${leads ? 'a leader' : 'a standby'} hears who announces the pair it holds`, async (t) => {
    const machine = resolvedMachine(planLines(), { leads })
    tell(machine, ANNOUNCES, 7)
    t.strictSame(speakers(machine), [['worker-2', 7]])
    tell(machine, ANNOUNCES, 9)
    t.ok(machine.parts.lan.isChanged)
    tell(machine, ANNOUNCES, 8)
    t.strictSame(speakers(machine), [['worker-2', 9]])
  })

t.test('who announces another pair, or in the other form, is a speaker as well', async (t) => {
  const own = standby()
  tell(own, `${WORKER_2} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_2}`, 1)
  t.strictSame(speakers(own), [['worker-2', 1]])
  const reply = standby()
  tell(
    reply,
    `${WORKER_2} > broadcast ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.100 at ${WORKER_1}`,
    1,
  )
  t.strictSame(speakers(reply), [['worker-2', 1]])
})

t.test('IPv6: an advertisement to all nodes', async (t) => {
  const plan = [
    'node worker-1 10.0.0.11 2001:db8::11',
    'node worker-2 10.0.0.12 2001:db8::12',
    '2001:db8::64 worker-1 worker-2',
  ]
  const machine = standby(plan)
  tell(
    machine,
    `${WORKER_2} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O] tlla ${WORKER_1}`,
    3,
  )
  t.strictSame(speakers(machine), [['worker-2', 3]])
})

t.test("an answer with the MAC of another node is a speaker's", async (t) => {
  const machine = standby()
  tell(
    machine,
    `${WORKER_2} > ${US} ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.1 at ${US}`,
    4,
  )
  t.strictSame(speakers(machine), [['worker-2', 4]])
})

t.test('who only answers for itself, asks, or is no node, is none', async (t) => {
  const machine = standby()
  tell(
    machine,
    `${WORKER_2} > ${US} ARP reply 10.0.0.100 is-at ${WORKER_2} to 10.0.0.1 at ${US}`,
    4,
  )
  tell(machine, `${WORKER_2} > ${US} ARP reply 10.0.0.100 is-at ${CLIENT} to 10.0.0.1 at ${US}`, 4)
  tell(machine, `${WORKER_2} > broadcast ARP request who-has 10.0.0.9 tell 10.0.0.100`, 4)
  tell(machine, `${CLIENT} > broadcast ARP announcement 10.0.0.100 is-at ${CLIENT}`, 4)
  tell(machine, `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`, 4)
  t.strictSame(speakers(machine), [])
})

t.test('we are no other speaker, on whichever of our links we hear ourselves', async (t) => {
  const machine = standby(['node self 10.0.0.1', 'node worker-2 10.0.0.12', '10.0.0.100 worker-2'])
  const view = machine.world.views.get('eth0')
  const self = [...machine.world.neighbors].find(({ isSelf }) => isSelf)
  if (view === undefined || self === undefined) throw new Error('no link')
  view.nodesByMac.set(Number.parseInt(CLIENT.replaceAll(':', ''), 16), self)
  tell(machine, `${CLIENT} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_2}`, 4)
  t.strictSame(speakers(machine), [])
})

t.test('who is no node of the plan any more is forgotten', async (t) => {
  const machine = standby()
  tell(machine, ANNOUNCES, 7)
  carryOut(machine, ['node worker-1 10.0.0.11', '10.0.0.100 worker-1'], 8)
  t.ok(machine.parts.lan.isChanged)
  t.strictSame(speakers(machine), [])
})
