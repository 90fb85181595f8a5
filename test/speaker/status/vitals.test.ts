import t from 'tap'
import {
  describeReason,
  notHealthyReasons,
  nextTally,
  NOTHING_SENT,
  notReadyReasons,
} from '../../../speaker/status/vitals.ts'
import type { NotReadyReason, Vitals } from '../../../speaker/status/vitals.ts'

const WELL: Vitals = {
  silentMilliseconds: 900,
  started: true,
  addresses: 2,
  links: ['eth0'],
  sendsFail: false,
}

interface Case {
  readonly name: string
  readonly vitals: Partial<Vitals>
  readonly reasons: readonly NotReadyReason['reason'][]
}

const CASES: readonly Case[] = [
  { name: 'all is well', vitals: {}, reasons: [] },
  { name: 'three seconds are not too long', vitals: { silentMilliseconds: 3000 }, reasons: [] },
  { name: 'the loop is stuck', vitals: { silentMilliseconds: 3001 }, reasons: ['LoopStuck'] },
  {
    name: 'not started',
    vitals: { started: false, addresses: undefined },
    reasons: ['NotStarted'],
  },
  {
    name: 'has never started',
    vitals: { started: false, silentMilliseconds: 5000 },
    reasons: ['LoopStuck', 'NotStarted'],
  },
  { name: 'no plan', vitals: { addresses: undefined, links: [] }, reasons: ['NoPlan'] },
  { name: 'no link', vitals: { links: [] }, reasons: ['NoLink'] },
  {
    name: 'no link that one would send on',
    vitals: { links: [], sendsFail: true },
    reasons: ['NoLink'],
  },
  {
    name: 'a plan without addresses needs no link',
    vitals: { addresses: 0, links: [] },
    reasons: [],
  },
  { name: 'nothing can be sent', vitals: { sendsFail: true }, reasons: ['SendsFail'] },
  {
    name: 'stuck, and nothing was sent before',
    vitals: { silentMilliseconds: 4000, sendsFail: true },
    reasons: ['LoopStuck', 'SendsFail'],
  },
]

for (const { name, vitals, reasons } of CASES)
  t.test(name, async (t) => {
    const found = notReadyReasons({ ...WELL, ...vitals })
    t.strictSame(
      found.map(({ reason }) => reason),
      reasons,
    )
    for (const reason of found) t.match(describeReason(reason), `${reason.reason}: `)
    t.equal(notHealthyReasons({ ...WELL, ...vitals }).length, reasons.includes('LoopStuck') ? 1 : 0)
  })

t.test('it is told how long the loop has been stuck', async (t) => {
  const line = describeReason({ reason: 'LoopStuck', silentMilliseconds: 4260 })
  t.equal(line, 'LoopStuck: the loop of the wire has given no sign for 4.3 s')
})

t.test('sends fail from the first failure without a success to the next success', async (t) => {
  const steps = [
    { sent: 5, sendFailures: 0, fails: false },
    { sent: 6, sendFailures: 3, fails: false },
    { sent: 6, sendFailures: 3, fails: false },
    { sent: 6, sendFailures: 4, fails: true },
    { sent: 6, sendFailures: 4, fails: true },
    { sent: 7, sendFailures: 9, fails: false },
  ]
  let tally = NOTHING_SENT
  for (const { sent, sendFailures, fails } of steps) {
    tally = nextTally(tally, { sent, sendFailures })
    t.strictSame(tally, { sent, sendFailures, sendsFail: fails })
  }
})
