import t from 'tap'
import { createMachine } from '../../../speaker/machine/parts.ts'
import { createWireMachine } from '../../../speaker/machine/wire-machine.ts'
import { planOf } from '../../support/speaker/scenario.ts'
import { machineOf, planLines, resolvedMachine, tell } from '../../support/speaker/machines.ts'
import {
  CLIENT,
  eth0,
  lines,
  octets,
  US,
  WORKER_1,
  WORKER_2,
} from '../../support/wire/wire-fixtures.ts'

t.test('a new machine knows nothing, and leads unless it is told otherwise', async (t) => {
  const { parts, world } = createMachine({})
  t.match(world, { plan: undefined, links: undefined, bindings: [] })
  t.ok(parts.leadership.leads(0))
  t.notOk(createMachine({ leads: false }).parts.leadership.leads(0))
})

t.test('settings replace the defaults one by one', async (t) => {
  const machine = resolvedMachine(planLines(), { settings: { burstMilliseconds: [0, 70] } })
  t.equal(machine.parts.announcer.deadline, 70)
  t.equal(machine.parts.tally.counters().sent['announcement'], 2)
})

t.test('everything that happens is counted in one place', async (t) => {
  const machine = createWireMachine({ echoIdentifier: 7 })
  machine.handle({ type: 'links', links: [eth0()] }, 0)
  machine.handle({ type: 'plan', plan: planOf(planLines('report')) }, 0)
  const hear = (text: string, now: number) =>
    machine.handle({ type: 'frame', link: 'eth0', bytes: octets(text) }, now)
  hear(`${WORKER_1} > ${US} ARP reply 10.0.0.11 is-at ${WORKER_1} to 10.0.0.1 at ${US}`, 0)
  hear(`${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`, 0)
  hear(`${CLIENT} > broadcast ARP announcement 10.0.0.100 is-at ${CLIENT}`, 0)
  for (let due = machine.deadline ?? Infinity; due < 20_000; due = machine.deadline ?? Infinity)
    machine.handle({ type: 'deadline' }, due)
  const counters = machine.counters()
  t.match(Object.keys(counters.sent).sort(), [
    'addressProbe',
    'announcement',
    'arpProbe',
    'news',
    'probe',
    'question',
    'refresh',
    'solicitation',
  ])
  t.match(counters, {
    verdicts: { suspect: 1 },
    holds: { nobodyHeard: Number },
    conflicts: { Stranger: 1 },
  })
})

t.test(
  'the last two hosts that asked are asked whether anybody is there, but no nodes',
  async (t) => {
    const machine = resolvedMachine()
    const asks = (mac: string, address: string) =>
      tell(machine, `${mac} > broadcast ARP request who-has 10.0.0.100 tell ${address}`, 0)
    for (const last of [50, 51, 52]) asks(`02:00:00:00:01:${last}`, `10.0.0.${last}`)
    asks(WORKER_2, '10.0.0.12')
    const { prober } = machine.parts
    const asked = new Set<string>()
    for (let due = prober.deadline ?? Infinity; due < 1_000; due = prober.deadline ?? Infinity)
      for (const line of lines(prober.tick(due, true).effects))
        if (line.includes('> broadcast ARP request')) asked.add(line)
    t.ok(asked.has(`${US} > broadcast ARP request who-has 10.0.0.51 tell 10.0.0.1`))
    t.ok(asked.has(`${US} > broadcast ARP request who-has 10.0.0.52 tell 10.0.0.1`))
    t.notOk(asked.has(`${US} > broadcast ARP request who-has 10.0.0.50 tell 10.0.0.1`))
  },
)

t.test('moves are counted by their reason', async (t) => {
  const { machine } = machineOf(planLines())
  const [binding] = machine.world.bindings
  const [, standby] = binding?.candidates ?? []
  if (binding && standby) machine.parts.owners.heard(binding, standby, 0)
  t.strictSame(machine.parts.tally.counters().moves, { heard: 1 })
})
