import t from 'tap'
import {
  createConflicts,
  type Conflict,
  type Conflicts,
} from '../../../speaker/conflicts/conflicts.ts'
import type { Binding } from '../../../speaker/lan/link-view.ts'
import {
  CONFLICT_LIFETIME,
  CONFLICT_REMINDER,
  MAX_CONFLICTS,
} from '../../../speaker/timing/constants.ts'
import { mac } from '../../support/wire/frame-text.ts'
import { binding, lines } from '../../support/wire/wire-fixtures.ts'

const one = binding('10.0.0.100')
const other = binding('10.0.0.101')
const EE = '02:00:00:00:00:ee'

const stranger = (text = EE): Conflict => ({
  kind: 'conflict',
  mac: mac(text),
  reason: 'Stranger',
  node: undefined,
})

function create() {
  const counted: string[] = []
  const conflicts = createConflicts((reason) => void counted.push(reason))
  const hear = (of: Binding, now: number, what = stranger(), isAnswer = false) =>
    lines(conflicts.heard(of, what, isAnswer, now)).map((line) => line.split(' (')[0])
  return { conflicts, counted, hear }
}

const CLAIMS = `error AddressConflict: ${EE} on eth0 claims 10.0.0.100`

t.test('a claim is told of when it is new, then every ten minutes', async (t) => {
  const { hear, counted } = create()
  t.strictSame(hear(one, 0), [CLAIMS])
  for (let now = 10_000; now < CONFLICT_REMINDER; now += 10_000) t.strictSame(hear(one, now), [])
  t.strictSame(hear(one, CONFLICT_REMINDER), [CLAIMS])
  t.strictSame(hear(one, CONFLICT_REMINDER + 10_000), [])
  t.equal(counted.length, 62, 'each is counted')
})

t.test('another MAC, or another address, is another conflict', async (t) => {
  const { conflicts, hear } = create()
  hear(one, 0)
  t.equal(hear(one, 1, stranger('02:00:00:00:00:ef')).length, 1)
  t.equal(hear(other, 2).length, 1)
  t.equal(conflicts.statuses().length, 3)
})

t.test('the status says who, since when and how often', async (t) => {
  const { conflicts, hear } = create()
  t.notOk(conflicts.has(one))
  hear(one, 5)
  hear(one, 9)
  t.strictSame(conflicts.statuses(), [
    {
      address: '10.0.0.100',
      link: 'eth0',
      mac: EE,
      reason: 'Stranger',
      node: undefined,
      firstHeard: 5,
      lastHeard: 9,
      count: 2,
    },
  ])
  t.ok(conflicts.has(one))
  t.notOk(conflicts.has(other))
})

t.test('a node that answers by itself is named', async (t) => {
  const { conflicts, hear } = create()
  hear(one, 0, { ...stranger(), reason: 'NodeAnswersItself', node: one.owner })
  t.match(conflicts.statuses(), [{ reason: 'NodeAnswersItself', node: 'worker-1' }])
})

t.test('a claim that has not been heard for a while has ended', async (t) => {
  const { conflicts, hear } = create()
  t.equal(conflicts.deadline, undefined)
  hear(one, 0)
  hear(one, 1_000)
  t.equal(conflicts.deadline, 1_000 + CONFLICT_LIFETIME)
  t.strictSame(conflicts.tick(CONFLICT_LIFETIME), [])
  t.strictSame(lines(conflicts.tick(1_000 + CONFLICT_LIFETIME)), [
    `info ConflictEnded: 10.0.0.100 is not claimed by ${EE} on eth0 any more`,
  ])
  t.notOk(conflicts.has(one))
  t.equal(hear(one, 60_000).length, 1, 'and is news again')
})

t.test('who answers for several of our addresses answers for everything', async (t) => {
  const { hear, counted } = create()
  t.strictSame(hear(one, 0, stranger(), true), [CLAIMS])
  t.strictSame(hear(other, 1, stranger(), true), [
    `error AddressConflict: ${EE} on eth0 answers for 10.0.0.101 and for other addresses of the plan`,
  ])
  t.equal(hear(one, 2, stranger(), true).length, 1, 'the reason is news')
  t.strictSame(hear(one, 3, stranger(), true), [])
  t.strictSame(counted, ['Stranger', 'ProxyArp', 'ProxyArp', 'ProxyArp'])
})

t.test('who only announces several is no proxy; nor a VRRP group', async (t) => {
  const { hear, counted } = create()
  hear(one, 0)
  hear(other, 0)
  const group: Conflict = { ...stranger('00:00:5e:00:01:07'), reason: 'VirtualRouter' }
  hear(one, 0, group, true)
  hear(other, 0, group, true)
  t.strictSame(counted, ['Stranger', 'Stranger', 'VirtualRouter', 'VirtualRouter'])
})

t.test('a proxy that has fallen silent for one address is a stranger for the next', async (t) => {
  const { conflicts, hear } = create()
  hear(one, 0, stranger(), true)
  conflicts.tick(CONFLICT_LIFETIME)
  t.match(hear(other, CONFLICT_LIFETIME, stranger(), true), [/claims 10.0.0.101$/])
})

t.test('conflicts about what is gone are forgotten, without a word', async (t) => {
  const { conflicts, hear } = create()
  hear(one, 0, stranger(), true)
  hear(other, 0, stranger(), true)
  conflicts.keep([other])
  t.match(conflicts.statuses(), [{ address: '10.0.0.101' }])
  conflicts.keep([])
  t.strictSame(conflicts.tick(1e9), [])
  t.equal(conflicts.deadline, undefined)
})

t.test('a thousand invented MACs cost no more than the cap: the first one gives way', async (t) => {
  const { conflicts, hear } = create()
  const invented = (index: number) => `02:00:00:00:${octet(index >> 8)}:${octet(index & 0xff)}`
  for (let index = 0; index < 1_000; index++) hear(one, index, stranger(invented(index)))
  const macs = conflicts.statuses().map((status) => status.mac)
  t.equal(macs.length, MAX_CONFLICTS)
  t.equal(macs.at(-1), invented(999))
  t.equal(ended(conflicts), MAX_CONFLICTS)
})

function octet(value: number): string {
  return value.toString(16).padStart(2, '0')
}

function ended(conflicts: Conflicts): number {
  return conflicts.tick(1e9).length
}
