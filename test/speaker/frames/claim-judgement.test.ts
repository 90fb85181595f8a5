import t from 'tap'
import { bindOn, linkView, macKey, type Neighbor } from '../../../speaker/lan/link-view.ts'
import { claimIn } from '../../../speaker/frames/address-claim.ts'
import {
  isCandidate,
  judgeClaim,
  type ClaimJudgement,
} from '../../../speaker/frames/claim-judgement.ts'
import {
  CLIENT,
  eth0,
  neighbor,
  node,
  planned,
  received,
  US,
  WORKER_1,
  WORKER_2,
} from '../../support/wire/wire-fixtures.ts'

const SPEAKER_2 = '02:00:00:00:00:0d'

const link = linkView(eth0())
const worker1 = neighbor(link, node('worker-1', '10.0.0.11'), WORKER_1)
const worker2 = neighbor(link, node('worker-2', '10.0.0.12'), WORKER_2)
const worker3 = neighbor(link, node('worker-3', '10.0.0.13'), SPEAKER_2)
for (const one of [worker1, worker2, worker3])
  if (one.mac !== undefined) link.nodesByMac.set(macKey(one.mac.octets, 0), one)
const binding = bindOn(link, planned('10.0.0.100', worker1.node, worker2.node), [worker1, worker2])
bindOn(link, planned('2001:db8::64'), [worker1])
const unresolved = bindOn(link, planned('10.0.0.101'), [neighbor(link, node('worker-9'))])

function judged(text: string): ClaimJudgement | undefined {
  const claim = claimIn(received(text, link))
  return claim && judgeClaim(claim)
}

const announces = (source: string, at: string, address = '10.0.0.100') =>
  judged(`${source} > broadcast ARP announcement ${address} is-at ${at}`)
const answers = (source: string, at: string) =>
  judged(`${source} > ${US} ARP reply 10.0.0.100 is-at ${at} to 10.0.0.1 at ${US}`)

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
  t.strictSame(judged(`${CLIENT} > ${toAll}`), conflict(CLIENT, 'Stranger'))
  t.strictSame(judged(`${WORKER_1} > ${toAll}`), { kind: 'agrees' })
})

t.test('while the MAC of the owner is not known, nobody agrees', async (t) => {
  t.equal(unresolved.owner.mac, undefined)
  t.strictSame(announces(CLIENT, CLIENT, '10.0.0.101'), conflict(CLIENT, 'Stranger'))
  t.strictSame(announces(WORKER_2, WORKER_2, '10.0.0.101'), { kind: 'disagrees', owner: worker2 })
})

t.test('a candidate is one of the binding', async (t) => {
  t.ok(isCandidate(binding, worker2))
  t.notOk(isCandidate(binding, worker3))
  t.notOk(isCandidate(binding, undefined))
})
