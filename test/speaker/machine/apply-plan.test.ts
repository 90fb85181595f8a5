import t from 'tap'
import { checkAndAnnounce, applyPlan } from '../../../speaker/machine/apply-plan.ts'
import { createMachine } from '../../../speaker/machine/parts.ts'
import { carryOut, machineOf, planLines, resolvedMachine } from '../../support/speaker/machines.ts'
import { linkOf } from '../../support/speaker/scenario.ts'
import { eth0, lines, US } from '../../support/wire/wire-fixtures.ts'

const told = (effects: Parameters<typeof lines>[0]) =>
  lines(effects).map((line) => line.split(' (')[0] ?? '')

t.test('nothing is done before both the plan and the links are known', async (t) => {
  const machine = createMachine({})
  t.strictSame(applyPlan(machine, 0), [])
  machine.world.links = [eth0()]
  t.strictSame(applyPlan(machine, 0), [])
  t.equal(carryOut(machine, planLines(), 0).length > 0, true)
})

t.test('first what is said, then filters and groups, then questions', async (t) => {
  const { effects } = machineOf(['node worker-1 10.0.0.11', '2001:db8::64 worker-1'])
  t.strictSame(told(effects), [
    'info LinkUp: eth0',
    'eth0 listen',
    'eth0 join ff02::1:ff00:64',
    `${US} > broadcast ARP request who-has 10.0.0.11 tell 10.0.0.1`,
  ])
})

t.test('all candidates are asked for, and all nodes with an address there', async (t) => {
  const { effects, machine } = machineOf([...planLines(), 'node worker-3 10.0.0.13'])
  t.equal(told(effects).filter((line) => line.includes('who-has')).length, 3)
  t.equal(machine.parts.tally.counters().sent['solicitation'], 3)
})

t.test('a machine that is limited to interfaces sees no others', async (t) => {
  const eth1 = linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24')
  const machine = createMachine({ interfaces: ['eth1', 'bond?'] })
  machine.world.links = [eth0(), eth1, { ...eth1, name: 'bond0' }]
  carryOut(machine, planLines(), 0)
  t.strictSame([...machine.world.views.keys()], ['eth1', 'bond0'])
})

t.test('a node with an address of any link of ours is ourself', async (t) => {
  const { machine } = machineOf(['node worker-1 10.0.0.1', '10.0.0.100 worker-1'])
  t.ok(machine.world.bindings[0]?.owner.isSelf)
  t.equal(machine.world.bindings[0]?.owner.mac?.text, US)
})

t.test('what is as it was costs no frame', async (t) => {
  const machine = resolvedMachine()
  t.strictSame(applyPlan(machine, 10), [])
})

t.test('an address that is gone is told of once, on however many links it was', async (t) => {
  const machine = createMachine({})
  machine.world.links = [eth0('10.0.0.1/24'), linkOf('eth1 02:00:00:00:00:02 up 10.0.0.2/24')]
  carryOut(machine, ['node worker-1 10.0.0.1', '10.0.0.100 worker-1'], 0)
  t.match(told(carryOut(machine, ['node worker-1 10.0.0.1'], 1)), [
    'info Withdrawn: 10.0.0.100 is not answered any more',
  ])
})

t.test('what belongs to an address that is gone is forgotten', async (t) => {
  const machine = resolvedMachine(planLines('report'))
  const [binding] = machine.world.bindings
  t.ok(binding)
  if (binding === undefined) return
  machine.parts.askers.remember(
    binding.key,
    { hardware: new Uint8Array(6), protocol: new Uint8Array(4) },
    0,
  )
  machine.parts.defence.mayDefend(binding, 0)
  carryOut(machine, ['node worker-1 10.0.0.11'], 1)
  const { askers, checks, defence, questions, resolver } = machine.parts
  t.equal(askers.size, 0)
  t.equal(checks.stateOf(binding), 'clear')
  t.equal(checks.deadline, undefined)
  t.ok(defence.mayDefend(binding, 1))
  t.equal(questions.deadline, undefined)
  t.equal(resolver.deadline, undefined)
})

t.test('who owns an address goes on owning it when the plan comes again', async (t) => {
  const machine = resolvedMachine()
  const [binding] = machine.world.bindings
  const [, standby] = binding?.candidates ?? []
  t.ok(binding && standby)
  if (!binding || !standby) return
  machine.parts.owners.heard(binding, standby, 5)
  carryOut(machine, planLines(), 10)
  t.equal(machine.world.bindings[0]?.owner.node.name, 'worker-2')
  carryOut(machine, ['node worker-1 10.0.0.11', '10.0.0.100 worker-1'], 20)
  t.equal(machine.world.bindings[0]?.owner.node.name, 'worker-1', 'unless it is no candidate')
})

t.test('a link that goes and comes announces again, without a new check', async (t) => {
  const machine = resolvedMachine(planLines('report'))
  for (const due of [20, 40, 60]) machine.parts.checks.tick(due)
  checkAndAnnounce(machine, machine.world.bindings, 60)
  machine.world.links = [{ ...eth0(), up: false }]
  t.match(told(applyPlan(machine, 100)), ['warn LinkDown: eth0: nothing is answered there'])
  t.equal(machine.world.bindings.length, 0)
  machine.world.links = [eth0()]
  const said = told(applyPlan(machine, 200))
  t.ok(said.includes(`${US} > broadcast ARP request who-has 10.0.0.11 tell 10.0.0.1`))
  t.notOk(said.some((line) => line.includes('probe')))
})

t.test('one that listens neither checks nor announces', async (t) => {
  const { machine } = machineOf(planLines('report'), { leads: false })
  t.strictSame(checkAndAnnounce(machine, machine.world.bindings, 0), [])
  t.equal(machine.parts.checks.deadline, undefined)
})

t.test('what a speaker announced before this one started is announced at once', async (t) => {
  const machine = createMachine({})
  machine.world.links = [eth0()]
  machine.world.known.add('10.0.0.100')
  const plan = ['node worker-1 10.0.0.1', 'pool office detection=hold']
  t.match(told(carryOut(machine, [...plan, '10.0.0.100 worker-1', '10.0.0.101 worker-1'], 0)), [
    'info LinkUp: eth0',
    'eth0 listen',
    `${US} > broadcast ARP announcement 10.0.0.100 is-at ${US}`,
    /ARP reply 10.0.0.100/,
    'info Announced: 10.0.0.100 is at worker-1',
  ])
})
