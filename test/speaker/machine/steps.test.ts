import t from 'tap'
import {
  announce,
  announceOne,
  applyOwners,
  applyVerdicts,
  paced,
  pacedQuestions,
  reconsider,
  toEffect,
} from '../../../speaker/machine/steps.ts'
import { machineOf, planLines, resolvedMachine } from '../../support/speaker/machines.ts'
import { lines } from '../../support/wire/wire-fixtures.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

const told = (effects: readonly WireEffect[]) => lines(effects).map((line) => line.split(' (')[0])

const REPORT = toEffect({ level: 'info', event: 'Withdrawn', address: '10.0.0.99' })
const FRAME: WireEffect = { type: 'send', link: 'eth0', bytes: new Uint8Array() }

t.test('only what is clear is announced, and only by one that leads', async (t) => {
  const leader = resolvedMachine(planLines('report'))
  const [binding] = leader.world.bindings
  t.strictSame(announce(leader, leader.world.bindings, 0), [])
  if (binding !== undefined) leader.parts.checks.trust(binding)
  t.equal(announce(leader, leader.world.bindings, 0).length, 3)
  t.strictSame(announce(leader, leader.world.bindings, 0), [], 'once')
  const listener = resolvedMachine(planLines(), { leads: false })
  t.strictSame(announce(listener, listener.world.bindings, 0), [])
})

t.test('one that leads announces one address more when it is asked to', async (t) => {
  const leader = resolvedMachine(planLines('report'))
  t.strictSame(announceOne(leader, 0), [], 'nothing has been announced')
  const [binding] = leader.world.bindings
  if (binding !== undefined) leader.parts.checks.trust(binding)
  announce(leader, leader.world.bindings, 0)
  t.match(told(announceOne(leader, 5000)).join(), /ARP announcement 10.0.0.100/)
  t.strictSame(announceOne(resolvedMachine(planLines(), { leads: false }), 0), [])
})

t.test('addresses that have moved are announced before that is told', async (t) => {
  const machine = resolvedMachine()
  const [binding] = machine.world.bindings
  const [, standby] = binding?.candidates ?? []
  if (!binding || !standby) return
  const news = machine.parts.owners.heard(binding, standby, 10)
  t.match(told(applyOwners(machine, news, 10)), [
    /ARP announcement 10.0.0.100 is-at 02:00:00:00:00:0c/,
    /ARP reply/,
    'info Announced: 10.0.0.100 is at worker-2',
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0',
  ])
})

t.test('where nothing has moved, only what there is to say is said', async (t) => {
  const machine = resolvedMachine()
  t.strictSame(applyOwners(machine, { effects: [REPORT], moved: [] }, 0), [REPORT])
  t.strictSame(reconsider(machine, [], 0), [])
  t.strictSame(reconsider(machine, [...machine.world.neighbors], 0), [])
  t.strictSame(applyVerdicts(machine, { effects: [REPORT], changed: [] }, 0), [REPORT])
})

t.test('nodes that have changed are reconsidered before that is told', async (t) => {
  const machine = resolvedMachine()
  const changed = [...machine.world.neighbors]
  t.strictSame(applyVerdicts(machine, { effects: [REPORT], changed }, 0), [REPORT])
})

t.test('frames wait for the budget, everything else does not', async (t) => {
  const { machine } = machineOf(planLines(), { settings: { framesPerSecond: 1 } })
  t.strictSame(paced(machine, [FRAME, REPORT], 0, 0), [REPORT])
})

t.test('questions are counted, reports are not', async (t) => {
  const machine = resolvedMachine()
  const before = machine.parts.tally.counters().sent['solicitation'] ?? 0
  t.strictSame(pacedQuestions(machine, [FRAME, REPORT], 0), [FRAME, REPORT])
  t.strictSame(pacedQuestions(machine, [REPORT], 0), [REPORT])
  t.equal(machine.parts.tally.counters().sent['solicitation'], before + 1)
})
