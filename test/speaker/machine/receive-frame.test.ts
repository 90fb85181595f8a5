import t from 'tap'
import { receiveFrame } from '../../../speaker/machine/receive-frame.ts'
import type { Machine } from '../../../speaker/machine/parts.ts'
import { hex } from '../../support/wire/hex.ts'
import {
  ANSWER_1,
  machineOf,
  planLines,
  resolvedMachine,
  tell,
} from '../../support/speaker/machines.ts'
import { CLIENT, lines, octets, US, WORKER_1, WORKER_2 } from '../../support/wire/wire-fixtures.ts'

const QUESTION = `${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`
const ANSWER = `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.50 at ${CLIENT}`
const RIVAL = `${CLIENT} > broadcast ARP announcement 10.0.0.100 is-at ${CLIENT}`
const DISAGREES = `${WORKER_2} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_2}`
const DEFENDED = `${US} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_1}`

const frames = ({ parts }: Machine) => parts.tally.counters().frames
const said = (machine: Machine, text: string, now = 0) =>
  lines(tell(machine, text, now)).map((line) => line.split(' (')[0])

/** A machine that listens, with both nodes known. */
const listener = (detection?: string) => resolvedMachine(planLines(detection), { leads: false })

/** A machine that has announced the address. */
function announced(detection: string): Machine {
  const machine = resolvedMachine(planLines(detection))
  for (
    let due = machine.parts.checks.deadline;
    due !== undefined;
    due = machine.parts.checks.deadline
  )
    machine.parts.announcer.announce(machine.parts.checks.tick(due).clear, due)
  t.ok(machine.parts.announcer.isAnnounced(machine.world.bindings[0]?.key ?? ''))
  return machine
}

t.test('a frame on a link that carries nothing is counted', async (t) => {
  const { machine } = machineOf(planLines())
  t.strictSame(receiveFrame(machine, undefined, octets(QUESTION), { at: 0, now: 0 }), [])
  t.strictSame(frames(machine), { unknownLink: 1 })
})

t.test('a frame that is not well-formed, or not for us, is counted by why', async (t) => {
  const { machine } = machineOf(planLines())
  const view = machine.world.views.get('eth0')
  receiveFrame(machine, view, hex('00'), { at: 0, now: 0 })
  tell(machine, QUESTION.replace(CLIENT, US), 0)
  tell(machine, QUESTION.replace('broadcast', WORKER_1), 0)
  t.strictSame(frames(machine), { frameTooShort: 1, ownFrame: 1, notToUs: 1 })
})

t.test('who is heard is a witness; we are none', async (t) => {
  const { machine } = machineOf(planLines())
  const witnesses = machine.world.views.get('eth0')?.witnesses
  tell(machine, QUESTION.replace(CLIENT, US), 5)
  t.notOk(witnesses?.heardOther(hex('020000000077'), 0))
  tell(machine, QUESTION, 5)
  t.ok(witnesses?.heardOther(hex('020000000077'), 5))
})

t.test('an echo answer of ours goes to the prober; others are counted', async (t) => {
  const machine = resolvedMachine()
  const probe = machine.parts.prober.deadline ?? 0
  machine.parts.prober.tick(probe, true)
  const reply = `${WORKER_1} > ${US} 10.0.0.11 > 10.0.0.1 echo`
  tell(machine, `${reply} request 7 1`, probe)
  tell(machine, `${reply} reply 8 1`, probe)
  tell(machine, `${reply} reply 7 1`, probe + 1)
  tell(machine, `${CLIENT} > ${US} 10.0.0.50 > 10.0.0.1 echo reply 7 1`, probe)
  t.match(frames(machine), { notAQuestion: 3, foreignEcho: 1, echoAnswer: 2 })
})

t.test('the same of IPv6', async (t) => {
  const { machine } = machineOf(['node worker-1 2001:db8::11', '2001:db8::64 worker-1'])
  tell(machine, `${WORKER_1} > ${US} 2001:db8::11 > fe80::1 echo reply 7 1`, 0)
  t.match(frames(machine), { echoAnswer: 1 })
})

t.test('without an identifier of its own a machine takes that of 0', async (t) => {
  const { machine } = machineOf(planLines(), { echoIdentifier: 0 })
  const plain = { ...machine, options: {} }
  tell(plain, `${WORKER_1} > ${US} 10.0.0.11 > 10.0.0.1 echo reply 0 1`, 0)
  t.match(frames(machine), { echoAnswer: 1 })
})

t.test('a node that tells its MAC has its addresses announced, and no others', async (t) => {
  const { machine } = machineOf([...planLines(), '10.0.0.101 worker-2'])
  t.match(said(machine, ANSWER_1), [
    'info NodeResolved: worker-1',
    /ARP announcement 10.0.0.100 is-at 02:00:00:00:00:0b/,
    /ARP reply 10.0.0.100/,
    'info Announced: 10.0.0.100 is at worker-1',
  ])
  t.match(frames(machine), { learned: 1, notAQuestion: 1 })
  t.strictSame(said(machine, ANSWER_1), [], 'once')
})

t.test('what is odd about a node is told, though its MAC stays', async (t) => {
  const machine = resolvedMachine()
  const other = ANSWER_1.replaceAll(WORKER_1, '02:00:00:00:00:0d')
  t.match(said(machine, other, 10), [/^warn NodeHasTwoMacs/])
  t.strictSame(said(machine, other, 20), [])
})

t.test('an answer of a node shows that it is up', async (t) => {
  const machine = resolvedMachine()
  const states = () => machine.parts.prober.statuses(0).map(({ verdict }) => verdict)
  t.strictSame(states(), ['up', 'up'])
})

t.test('a question is answered, and who asked is remembered', async (t) => {
  const machine = resolvedMachine()
  t.strictSame(lines(tell(machine, QUESTION, 0)), [ANSWER])
  t.match(frames(machine), { answered: 1 })
  t.match(machine.parts.tally.counters().sent, { answer: 1 })
  t.equal(machine.parts.askers.size, 1)
  tell(machine, `${CLIENT} > broadcast ARP probe who-has 10.0.0.100`, 0)
  t.equal(machine.parts.askers.size, 1, 'a probe has no address to be told at')
})

t.test('not while it is being checked, but who asked is remembered', async (t) => {
  const machine = resolvedMachine(planLines('report'))
  t.strictSame(tell(machine, QUESTION, 0), [])
  t.match(frames(machine), { notYetOurs: 1 })
  t.equal(machine.parts.askers.size, 1)
})

t.test('one that listens answers nobody, but remembers who asked', async (t) => {
  const machine = listener()
  t.strictSame(tell(machine, QUESTION, 0), [])
  t.match(frames(machine), { notLeading: 1 })
  t.equal(machine.parts.askers.size, 1)
})

t.test('nothing is answered from the end of the grant on, deadline or not', async (t) => {
  const machine = listener()
  machine.parts.leadership.grant(100)
  t.strictSame(lines(tell(machine, QUESTION, 99)), [ANSWER])
  t.strictSame(tell(machine, QUESTION, 100), [])
})

t.test('one that leads: who agrees needs no answer', async (t) => {
  const machine = announced('report')
  t.strictSame(
    said(machine, `${WORKER_2} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_1}`),
    [],
  )
})

t.test('one that leads: another speaker is corrected, once a second', async (t) => {
  for (const detection of ['off', 'report', 'hold']) {
    const machine = announced(detection)
    t.strictSame(said(machine, DISAGREES, 10_000), [DEFENDED], detection)
    t.strictSame(said(machine, DISAGREES, 10_999), [])
    t.strictSame(said(machine, DISAGREES, 11_000), [DEFENDED])
    t.strictSame(machine.parts.conflicts.statuses(), [])
  }
})

t.test('off: a stranger is neither told of nor defended against', async (t) => {
  const machine = announced('off')
  t.strictSame(said(machine, RIVAL, 10_000), [])
  t.strictSame(machine.parts.conflicts.statuses(), [])
})

t.test(
  'report, hold: a stranger is told of, and defended against once in ten seconds',
  async (t) => {
    for (const detection of ['report', 'hold']) {
      const machine = announced(detection)
      t.strictSame(said(machine, RIVAL, 10_000), [
        DEFENDED,
        `error AddressConflict: ${CLIENT} on eth0 claims 10.0.0.100`,
      ])
      t.strictSame(said(machine, RIVAL, 19_999), [])
      t.strictSame(said(machine, RIVAL, 20_000), [DEFENDED])
      t.match(machine.parts.conflicts.statuses(), [{ mac: CLIENT, reason: 'Stranger', count: 3 }])
      t.strictSame(machine.parts.tally.counters().conflicts, { Stranger: 3 })
      t.equal(machine.parts.questions.deadline, 30_000, 'it is asked for more often')
    }
  },
)

t.test('what has not been announced is not defended; with hold it is held', async (t) => {
  for (const [detection, state] of [
    ['report', 'checking'],
    ['hold', 'held'],
  ] as const) {
    const machine = resolvedMachine(planLines(detection))
    t.match(said(machine, RIVAL), [/^error AddressConflict/])
    const [binding] = machine.world.bindings
    t.equal(binding && machine.parts.checks.stateOf(binding), state, detection)
  }
})

t.test('one that leads: the kernel of a node answers by itself', async (t) => {
  const machine = announced('report')
  const reply = `${WORKER_2} > ${US} ARP reply 10.0.0.100 is-at ${WORKER_2} to 10.0.0.1 at ${US}`
  t.match(said(machine, reply, 10_000), [
    DEFENDED,
    /^error AddressConflict: the kernel of node worker-2/,
  ])
})

t.test('one that listens follows the speaker that leads', async (t) => {
  const machine = listener('report')
  const [binding] = machine.world.bindings
  t.strictSame(said(machine, DISAGREES, 10), [
    'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0',
  ])
  t.equal(binding?.owner.node.name, 'worker-2')
  t.strictSame(said(machine, DISAGREES, 20), [])
  t.equal(binding && machine.parts.checks.stateOf(binding), 'clear', 'it needs no check later')
})

t.test('one that listens does not follow to a node that is no candidate', async (t) => {
  const lines = [...planLines('report'), 'node worker-3 10.0.0.13']
  const machine = resolvedMachine(lines, { leads: false })
  const mac = '02:00:00:00:00:0d'
  tell(machine, `${mac} > broadcast ARP announcement 10.0.0.13 is-at ${mac}`, 0)
  t.strictSame(said(machine, `${mac} > broadcast ARP announcement 10.0.0.100 is-at ${mac}`), [])
  t.strictSame(
    said(machine, `${WORKER_2} > broadcast ARP announcement 10.0.0.100 is-at ${CLIENT}`),
    [],
  )
  t.equal(machine.world.bindings[0]?.owner.node.name, 'worker-1')
})

t.test(
  'one that listens takes the answer of a leader that is the owner for no conflict',
  async (t) => {
    const machine = listener('report')
    const reply = `${WORKER_1} > ${US} ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.1 at ${US}`
    t.strictSame(said(machine, reply, 500), [])
    t.equal(machine.parts.questions.deadline, 60_500, 'and is content for a minute')
    t.strictSame(said(machine, reply.replaceAll(WORKER_1, WORKER_2), 600), [
      'info AddressMoved: 10.0.0.100 moves from worker-1 to worker-2 on eth0',
    ])
  },
)

t.test('one that listens tells of a stranger, but defends nothing', async (t) => {
  t.strictSame(said(listener('off'), RIVAL), [])
  const machine = listener('report')
  t.match(said(machine, RIVAL), [/^error AddressConflict/])
  t.equal(machine.world.bindings[0]?.owner.node.name, 'worker-1')
})

t.test('a frame that says nothing of our addresses is none of ours', async (t) => {
  const machine = announced('report')
  t.strictSame(
    said(machine, `${CLIENT} > broadcast ARP announcement 10.0.0.50 is-at ${CLIENT}`),
    [],
  )
  t.match(frames(machine), { notOurs: 1 })
})

t.test('while an address is being checked, a probe of somebody else is a claim', async (t) => {
  const probe = `${CLIENT} > broadcast ARP probe who-has 10.0.0.100`
  for (const [detection, state] of [
    ['report', 'checking'],
    ['hold', 'held'],
  ] as const) {
    const machine = resolvedMachine(planLines(detection))
    t.match(said(machine, probe), [/^error AddressConflict/], detection)
    const [binding] = machine.world.bindings
    t.equal(binding && machine.parts.checks.stateOf(binding), state)
  }
  t.match(said(announced('report'), probe), [/ARP reply 10.0.0.100/], 'later it is a question')
})

t.test('not that of another speaker, nor one that a listener hears', async (t) => {
  const friend = `${WORKER_2} > broadcast ARP probe who-has 10.0.0.100`
  t.strictSame(said(resolvedMachine(planLines('hold')), friend), [])
  t.strictSame(said(listener('hold'), friend.replaceAll(WORKER_2, CLIENT)), [])
})
