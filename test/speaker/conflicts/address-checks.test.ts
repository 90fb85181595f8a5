import t from 'tap'
import type { ConflictDetection } from '../../../api/objects.ts'
import {
  createAddressChecks,
  type AddressChecks,
} from '../../../speaker/conflicts/address-checks.ts'
import type { Binding } from '../../../speaker/lan/link-view.ts'
import { createPacer, type Pacer } from '../../../speaker/announcing/pacer.ts'
import { binding, lines, US } from '../../support/wire/wire-fixtures.ts'

const PROBE = `${US} > broadcast ARP probe who-has 10.0.0.100`
const DAD = `${US} > 33:33:ff:00:00:64 :: > ff02::1:ff00:64 NS who-has 2001:db8::64`

function detecting(address: string, conflictDetection: ConflictDetection): Binding {
  const one = binding(address)
  return { ...one, planned: { ...one.planned, pool: { ...one.planned.pool, conflictDetection } } }
}

/** With a budget that never matters, unless told otherwise. */
function create(framesPerSecond = 1e6) {
  const pacer = createPacer(framesPerSecond)
  let sent = 0
  return { checks: createAddressChecks(pacer, () => void sent++), pacer, sent: () => sent }
}

/** Lets time pass: what is asked and what becomes clear, and when. */
function run(checks: AddressChecks, end: number, pacer = createPacer(1)): readonly string[] {
  const said: string[] = []
  for (;;) {
    const due = Math.min(checks.deadline ?? Infinity, pacer.deadline ?? Infinity)
    if (due > end) return said
    const { effects, clear } = checks.tick(due)
    const paced = pacer.tick(due)
    for (const line of lines([...effects, ...paced])) said.push(`${Math.round(due)} ${line}`)
    for (const { planned } of clear) said.push(`${Math.round(due)} clear ${planned.address.text}`)
  }
}

t.test('off: nobody is asked, and the address is clear', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'off')
  t.strictSame(checks.start([one], 0), [])
  t.equal(checks.stateOf(one), 'clear')
  t.equal(checks.deadline, undefined)
})

t.test('report: three probes within 60 ms', async (t) => {
  const { checks, sent } = create()
  const one = detecting('10.0.0.100', 'report')
  t.strictSame(lines(checks.start([one], 0)), [PROBE])
  t.equal(checks.stateOf(one), 'checking')
  t.strictSame(run(checks, 1e6), [`20 ${PROBE}`, `40 ${PROBE}`, '60 clear 10.0.0.100'])
  t.equal(checks.stateOf(one), 'clear')
  t.equal(sent(), 3)
  t.strictSame(checks.start([one], 1e6), [], 'once for ever')
})

t.test('report: the same for IPv6, by duplicate address detection', async (t) => {
  const { checks } = create()
  t.strictSame(lines(checks.start([detecting('2001:db8::64', 'report')], 0)), [DAD])
  t.strictSame(run(checks, 1e6), [`20 ${DAD}`, `40 ${DAD}`, '60 clear 2001:db8::64'])
})

t.test('report: somebody who claims the address holds nothing up', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'report')
  checks.start([one], 0)
  checks.conflict(one, 10)
  t.equal(checks.stateOf(one), 'checking')
  t.match(run(checks, 60), { 2: '60 clear 10.0.0.100' })
})

t.test('hold: a wait, three probes 1.5 s apart, and two seconds of silence', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'hold')
  t.strictSame(checks.start([one], 0), [])
  const { deadline: wait = -1 } = checks
  t.ok(wait >= 0 && wait < 1_000, `${wait} ms`)
  const at = (after: number) => Math.round(wait + after)
  t.strictSame(run(checks, 1e6), [
    `${at(0)} ${PROBE}`,
    `${at(1_500)} ${PROBE}`,
    `${at(3_000)} ${PROBE}`,
    `${at(5_000)} clear 10.0.0.100`,
  ])
})

t.test('hold: thousands of addresses do not ask at once', async (t) => {
  const { checks } = create()
  const many = Array.from({ length: 100 }, (_, index) => detecting(`10.0.1.${index}`, 'hold'))
  checks.start(many, 0)
  const first = run(checks, 999).map((line) => Math.floor(Number(line.split(' ')[0]) / 100))
  for (let tenth = 0; tenth < 10; tenth++)
    t.ok(first.filter((one) => one === tenth).length <= 20, `tenth ${tenth}`)
})

t.test('hold: IPv6 has one solicitation, and a second of silence', async (t) => {
  const { checks } = create()
  checks.start([detecting('2001:db8::64', 'hold')], 0)
  const wait = Math.round(checks.deadline ?? -1)
  t.strictSame(run(checks, 1e6), [`${wait} ${DAD}`, `${wait + 1_000} clear 2001:db8::64`])
})

t.test('hold: what somebody else has is held, and tried again a minute later', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'hold')
  checks.start([one], 0)
  run(checks, 2_000)
  checks.conflict(one, 2_000)
  t.equal(checks.stateOf(one), 'held')
  t.equal(checks.deadline, 62_000)
  t.strictSame(run(checks, 61_999), [])
  const again = run(checks, 1e6)
  t.equal(again.length, 4)
  t.match(again[3], /^6\d{4} clear 10.0.0.100$/)
})

t.test('hold: each claim makes it wait anew', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'hold')
  checks.start([one], 0)
  checks.conflict(one, 0)
  checks.conflict(one, 50_000)
  t.equal(checks.deadline, 110_000)
})

t.test('hold: what has been announced is not held any more, but defended', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'hold')
  checks.trust(one)
  checks.conflict(one, 0)
  t.equal(checks.stateOf(one), 'clear')
  checks.conflict(detecting('10.0.0.101', 'hold'), 0)
  t.equal(checks.deadline, undefined, 'nor what nobody has checked')
})

t.test('an address that was ours before is not asked for', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'hold')
  checks.trust(one)
  t.strictSame(checks.start([one], 0), [])
  t.equal(checks.deadline, undefined)
})

t.test('trust ends a check', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'report')
  checks.start([one], 0)
  checks.trust(one)
  t.equal(checks.stateOf(one), 'clear')
  t.equal(checks.deadline, undefined)
})

t.test('a probe that waits for its turn does not count before it is sent', async (t) => {
  const { checks, pacer, sent } = create(100)
  const many = [1, 2, 3].map((last) => detecting(`10.0.0.${last}`, 'report'))
  t.equal(checks.start(many, 0).length, 1)
  const said = run(checks, 1e4, pacer)
  for (const { planned } of many) {
    const own = said.filter((line) => line.endsWith(planned.address.text))
    t.match(own.at(-1), /clear/, 'only at the end')
  }
  t.equal(sent(), 9)
  t.strictSame(
    said.filter((line) => line.includes('clear')),
    ['80 clear 10.0.0.1', '90 clear 10.0.0.2', '100 clear 10.0.0.3'],
  )
})

t.test('what waits for its turn is not sent if the check has ended', async (t) => {
  for (const end of ['trust', 'keep', 'conflict'] as const) {
    const { checks, pacer } = create(10)
    pacer.offer('eth0', 0, () => [{ type: 'send', link: 'eth0', bytes: new Uint8Array() }], 0)
    const one = detecting('10.0.0.100', 'hold')
    checks.start([one], 0)
    checks.tick(checks.deadline ?? 0)
    if (end === 'keep') checks.keep(new Set(), [])
    else checks[end](one, 10)
    t.strictSame(pacer.tick(2_000), [], end)
  }
})

t.test(
  'a probe that the pacer has dropped is made up for, and none is sent too many',
  async (t) => {
    let offers = 0
    const waiting: Parameters<Pacer['offer']>[2][] = []
    const pacer: Pacer = {
      offer: (_link, _priority, work) => {
        if (offers++ > 0) waiting.push(work)
        return []
      },
      keep: () => waiting.splice(0),
      tick: (now) => waiting.splice(0).flatMap((work) => work(now)),
      deadline: undefined,
    }
    let sent = 0
    const checks = createAddressChecks(pacer, () => void sent++)
    const one = detecting('2001:db8::64', 'hold')
    checks.start([one], 0)
    checks.tick(checks.deadline ?? 0)
    for (let minutes = 1; minutes <= 3; minutes++) checks.tick(checks.deadline ?? 0)
    t.equal(checks.stateOf(one), 'checking')
    t.equal(waiting.length, 3)
    t.strictSame(lines(pacer.tick(500_000)), [DAD])
    t.equal(sent, 1)
    t.equal(checks.deadline, 501_000)
  },
)

t.test(
  'addresses that are gone are forgotten; a link that was away needs no new check',
  async (t) => {
    const { checks } = create()
    const one = detecting('10.0.0.100', 'report')
    checks.start([one], 0)
    run(checks, 60)
    checks.keep(new Set(['10.0.0.100']), [])
    t.strictSame(checks.start([one], 100), [])
    checks.keep(new Set(['10.0.0.101']), [])
    t.equal(checks.start([one], 200).length, 1)
  },
)

t.test('a check that had not ended when its link went away is begun anew', async (t) => {
  const { checks } = create()
  const one = detecting('10.0.0.100', 'report')
  checks.start([one], 0)
  checks.keep(new Set(['10.0.0.100']), [one])
  t.equal(checks.stateOf(one), 'checking')
  checks.keep(new Set(['10.0.0.100']), [])
  t.equal(checks.deadline, undefined)
  t.strictSame(lines(checks.start([one], 100)), [PROBE])
})
