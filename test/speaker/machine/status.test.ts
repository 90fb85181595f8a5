import t from 'tap'
import { createMachine } from '../../../speaker/machine/parts.ts'
import { statusOf } from '../../../speaker/machine/status.ts'
import { linkOf } from '../../support/speaker/scenario.ts'
import { carryOut, machineOf, planLines, resolvedMachine } from '../../support/speaker/machines.ts'
import { US, WORKER_1 } from '../../support/wire/wire-fixtures.ts'

t.test('before a plan there is nothing to tell', async (t) => {
  t.match(statusOf(createMachine({}), 0), {
    segment: '',
    leads: true,
    addresses: [],
    nodes: [],
    conflicts: [],
    counters: { frames: {} },
  })
})

t.test('an address: where, whose, since when', async (t) => {
  t.match(statusOf(resolvedMachine(), 0), {
    segment: 'default',
    addresses: [
      {
        address: '10.0.0.100',
        link: 'eth0',
        state: 'announced',
        owner: 'worker-1',
        plannedOwner: 'worker-1',
        mac: WORKER_1,
        since: 0,
      },
    ],
    nodes: [
      { node: 'worker-1', verdict: 'up' },
      { node: 'worker-2', verdict: 'up' },
    ],
  })
})

t.test('an owner that is not the planned one is told beside it', async (t) => {
  const machine = resolvedMachine()
  const [binding] = machine.world.bindings
  const [, standby] = binding?.candidates ?? []
  if (binding && standby) machine.parts.owners.heard(binding, standby, 7)
  t.match(statusOf(machine, 9).addresses, [
    { owner: 'worker-2', plannedOwner: 'worker-1', since: 7 },
  ])
})

t.test('the state of an address', async (t) => {
  const state = (machine: ReturnType<typeof createMachine>) =>
    statusOf(machine, 0).addresses[0]?.state
  t.equal(state(machineOf(planLines()).machine), 'unresolved')
  t.equal(state(resolvedMachine(planLines('report'))), 'checking')
  t.equal(state(resolvedMachine(planLines(), { leads: false })), 'listening')
  const held = resolvedMachine(planLines('hold'))
  for (const binding of held.world.bindings) held.parts.checks.conflict(binding, 0)
  t.equal(state(held), 'held')
})

t.test('our own node is up, by itself', async (t) => {
  const { machine } = machineOf(['node worker-1 10.0.0.1', '10.0.0.100 worker-1'])
  t.strictSame(statusOf(machine, 0).nodes, [
    {
      node: 'worker-1',
      link: 'eth0',
      family: 'IPv4',
      address: '10.0.0.1',
      verdict: 'up',
      since: 0,
      mac: US,
      method: 'self',
      roundTripMilliseconds: undefined,
      intervalMilliseconds: 0,
      dampedUntil: undefined,
    },
  ])
})

t.test('also on a link that has no address', async (t) => {
  const machine = createMachine({})
  machine.world.links = [linkOf(`eth0 ${US} up 10.0.0.1/24`), linkOf('eth1 02:00:00:00:00:02 up')]
  carryOut(machine, ['node worker-1 10.0.0.1', 'pool office eth1', '10.0.0.100 worker-1'], 0)
  t.match(statusOf(machine, 0).nodes, [{ link: 'eth1', family: 'IPv4', address: '' }])
})
