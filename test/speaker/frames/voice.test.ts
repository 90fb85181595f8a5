import t from 'tap'
import { claimOn, linkView, macKey, type Neighbor } from '../../../speaker/lan/link-view.ts'
import { isCandidate, voiceOf, type Voice } from '../../../speaker/frames/voice.ts'
import { statementIn } from '../../../speaker/frames/statement.ts'
import {
  CLIENT,
  eth0,
  neighbor,
  node,
  octets,
  planned,
  US,
  WORKER_1,
  WORKER_2,
} from '../../support/wire-fixtures.ts'

const SPEAKER_2 = '02:00:00:00:00:0d'

const link = linkView(eth0())
const worker1 = neighbor(link, node('worker-1', '10.0.0.11'), WORKER_1)
const worker2 = neighbor(link, node('worker-2', '10.0.0.12'), WORKER_2)
const worker3 = neighbor(link, node('worker-3', '10.0.0.13'), SPEAKER_2)
for (const one of [worker1, worker2, worker3])
  if (one.mac !== undefined) link.nodesByMac.set(macKey(one.mac.octets, 0), one)
const claim = claimOn(link, planned('10.0.0.100', worker1.node, worker2.node), [worker1, worker2])
claimOn(link, planned('2001:db8::64'), [worker1])
const unresolved = claimOn(link, planned('10.0.0.101'), [neighbor(link, node('worker-9'))])

function voice(text: string): Voice | undefined {
  const statement = statementIn(octets(text), link)
  return statement && voiceOf(statement)
}

const announces = (source: string, at: string, address = '10.0.0.100') =>
  voice(`${source} > broadcast ARP announcement ${address} is-at ${at}`)
const answers = (source: string, at: string) =>
  voice(`${source} > ${US} ARP reply 10.0.0.100 is-at ${at} to 10.0.0.1 at ${US}`)

const conflict = (mac: string, reason: string, one?: Neighbor) => ({
  kind: 'conflict',
  mac,
  reason,
  node: one,
})

t.test('who says what we say agrees, whoever it is', async (t) => {
  for (const source of [WORKER_1, WORKER_2, CLIENT])
    t.strictSame(announces(source, WORKER_1), { kind: 'agrees' }, source)
  t.strictSame(answers(WORKER_2, WORKER_1), { kind: 'agrees' }, 'the answer of a speaker')
})

t.test('another speaker, or a node, that names another node disagrees', async (t) => {
  t.strictSame(announces(SPEAKER_2, WORKER_2), { kind: 'disagrees', owner: worker2 })
  t.strictSame(announces(WORKER_2, WORKER_2), { kind: 'disagrees', owner: worker2 })
  t.strictSame(answers(SPEAKER_2, WORKER_2), { kind: 'disagrees', owner: worker2 })
})

t.test('so does a frame that names a node, wherever it comes from', async (t) => {
  t.strictSame(announces(CLIENT, WORKER_2), { kind: 'disagrees', owner: worker2 })
})

t.test('a node that names nobody whom we know disagrees', async (t) => {
  t.strictSame(announces(WORKER_2, CLIENT), { kind: 'disagrees', owner: undefined })
})

t.test('a node that answers us with its own MAC answers by itself, the owner too', async (t) => {
  t.strictSame(answers(WORKER_2, WORKER_2), conflict(WORKER_2, 'NodeAnswersItself', worker2))
  t.strictSame(answers(WORKER_1, WORKER_1), conflict(WORKER_1, 'NodeAnswersItself', worker1))
})

t.test('somebody else who names himself is a stranger, in an answer as well', async (t) => {
  t.strictSame(announces(CLIENT, CLIENT), conflict(CLIENT, 'Stranger'))
  t.strictSame(answers(CLIENT, CLIENT), conflict(CLIENT, 'Stranger'))
  t.strictSame(announces(US.replace('01', '77'), CLIENT), conflict(CLIENT, 'Stranger'))
})

t.test('the MACs of VRRP and CARP are known, RFC 9568 §7.3', async (t) => {
  for (const group of ['00:00:5e:00:01:07', '00:00:5e:00:02:ff'])
    t.strictSame(announces(group, group), conflict(group, 'VirtualRouter'), group)
  const other = '00:00:5e:00:03:01'
  t.strictSame(announces(other, other), conflict(other, 'Stranger'))
})

t.test('an IPv6 advertisement without the option speaks of its source', async (t) => {
  const toAll = '33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O]'
  t.strictSame(voice(`${CLIENT} > ${toAll}`), conflict(CLIENT, 'Stranger'))
  t.strictSame(voice(`${WORKER_1} > ${toAll}`), { kind: 'agrees' })
})

t.test('while the MAC of the owner is not known, nobody agrees', async (t) => {
  t.equal(unresolved.owner.mac, undefined)
  t.strictSame(announces(CLIENT, CLIENT, '10.0.0.101'), conflict(CLIENT, 'Stranger'))
  t.strictSame(announces(WORKER_2, WORKER_2, '10.0.0.101'), { kind: 'disagrees', owner: worker2 })
})

t.test('a candidate is one of the claim', async (t) => {
  t.ok(isCandidate(claim, worker2))
  t.notOk(isCandidate(claim, worker3))
  t.notOk(isCandidate(claim, undefined))
})
