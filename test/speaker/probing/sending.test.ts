import t from 'tap'
import { linkView } from '../../../speaker/lan/link-view.ts'
import { createProbeLoad, type ProbeLoad } from '../../../speaker/probing/load.ts'
import { createProbeSender, type ProbeSender } from '../../../speaker/probing/sending.ts'
import type { Target } from '../../../speaker/probing/target.ts'
import { roleOf, targetOf, workerOn } from '../../support/speaker/probe-fixtures.ts'
import { eth0, lines, US, WORKER_1 } from '../../support/wire/wire-fixtures.ts'

const ECHO = (number: number) => `${US} > ${WORKER_1} 10.0.0.1 > 10.0.0.11 echo request 7 ${number}`
const ASKED = `${US} > ${WORKER_1} ARP request who-has 10.0.0.11 tell 10.0.0.1`
const ASKED_ALL = `${US} > broadcast ARP request who-has 10.0.0.11 tell 10.0.0.1`

/** A sender, what it has counted, and a budget that can be used up. */
function created(load: ProbeLoad = createProbeLoad(5_000)) {
  const counted: string[] = []
  const countSent = (what: string) => void counted.push(what)
  const sender = createProbeSender({ identifier: 7, load, countSent })
  const useUp = (now: number) => {
    while (load.mayAsk('eth0', now));
  }
  return { sender, counted, useUp }
}

const send = (sender: ProbeSender, target: Target, now: number) => lines(sender.send(target, now))

t.test('a node that is up gets an echo, the next number each time', async (t) => {
  const { sender, counted } = created()
  const target = targetOf()
  t.strictSame(send(sender, target, 0), [ECHO(1)])
  t.strictSame(send(sender, target, 100), [ECHO(2)])
  t.strictSame(send(sender, targetOf(), 100), [ECHO(3)], 'the numbers are of all')
  t.match(target.outstanding, [
    { number: 1, sentAt: 0 },
    { number: 2, sentAt: 100 },
  ])
  t.equal(target.nextProbe, 200)
  t.strictSame(counted, ['probe', 'probe', 'probe'])
})

t.test('the numbers have 16 bits', async (t) => {
  const { sender } = created()
  const target = targetOf()
  for (let number = 1; number < 0xffff; number++) {
    target.outstanding = []
    sender.send(target, number)
  }
  t.strictSame(send(sender, target, 70_000), [ECHO(65_535)])
  t.strictSame(send(sender, target, 70_000), [ECHO(0)])
  t.strictSame(send(sender, target, 70_000), [ECHO(1)])
})

t.test('a probe beyond the budget of the link is put off', async (t) => {
  const { sender } = created(createProbeLoad(10))
  const target = targetOf()
  t.strictSame(send(sender, target, 0), [ECHO(1)])
  t.strictSame(send(sender, target, 0), [ECHO(2)])
  t.strictSame(send(sender, target, 0), [])
  t.equal(target.nextProbe, 20, 'a fifth of the interval')
  t.equal(target.outstanding.length, 2, 'what was not sent cannot be missed')
})

t.test('the interval is stretched as the load says', async (t) => {
  const load = createProbeLoad(20)
  load.follow(Array.from({ length: 10 }, () => targetOf()))
  const target = targetOf()
  created(load).sender.send(target, 0)
  t.equal(target.nextProbe, 500)
})

t.test(
  'a node that is suspected is also asked by ARP, by all means, in every second probe',
  async (t) => {
    const { sender, counted } = created()
    const target = targetOf({ verdict: 'suspect' })
    t.strictSame(send(sender, target, 0), [ECHO(1)])
    t.strictSame(send(sender, target, 20), [ECHO(2), ASKED_ALL])
    t.equal(target.askedAt, 20)
    t.strictSame(send(sender, target, 40), [ECHO(3)])
    t.strictSame(send(sender, target, 60), [ECHO(4), ASKED_ALL])
    t.match(
      target.outstanding.map(({ number }) => number),
      [1, 2, 3, 4],
      'its misses are those of its echoes',
    )
    t.strictSame(counted, ['probe', 'probe', 'arpProbe', 'probe', 'probe', 'arpProbe'])
  },
)

t.test('one that is down, every ten seconds, however slowly it is probed', async (t) => {
  const { sender } = created()
  const target = targetOf({ verdict: 'down' })
  const times = Array.from({ length: 11 }, (_, index) => index * 4_000)
  const asked = times.filter((now) => send(sender, target, now).includes(ASKED_ALL))
  t.strictSame(asked, [0, 12_000, 24_000, 36_000])
})

t.test('a node that is probed by ARP is asked at its MAC while it is up', async (t) => {
  const { sender, counted } = created()
  const target = targetOf({ by: 'arp' })
  t.strictSame(send(sender, target, 0), [ASKED])
  t.match(target, { outstanding: [{ number: undefined }], askedAt: 0, nextProbe: 100 })
  t.strictSame(counted, ['arpProbe'])
  t.strictSame(send(sender, targetOf({ by: 'arp', verdict: 'suspect' }), 0), [ASKED_ALL])
})

t.test('and is tried by echo each minute, unless its pool wants ARP', async (t) => {
  const { sender } = created()
  const target = targetOf({ by: 'arp' })
  t.strictSame(send(sender, target, 59_999), [ASKED])
  t.strictSame(send(sender, target, 60_000), [ECHO(1), ASKED])
  t.match(target, { lastNumber: 1, echoTriedAt: 60_000 })
  t.match(
    target.outstanding.map(({ number }) => number),
    [undefined, undefined],
    'that it is not answered is no miss',
  )
  t.strictSame(send(sender, target, 119_999), [ASKED])
  t.strictSame(send(sender, target, 120_000), [ECHO(2), ASKED])
  t.strictSame(send(sender, targetOf({ by: 'arp', method: 'arp' }), 120_000), [ASKED])
})

t.test(
  'without a budget for ARP, the probe is put off, or goes without the question',
  async (t) => {
    const { sender, useUp } = created()
    useUp(0)
    const target = targetOf({ by: 'arp' })
    t.strictSame(send(sender, target, 0), [])
    t.match(target, { outstanding: [], askedAt: undefined, nextProbe: 20 })
    t.strictSame(send(sender, target, 20), [ASKED])
    const suspect = targetOf({ verdict: 'suspect' })
    send(sender, suspect, 20)
    useUp(20)
    t.strictSame(send(sender, suspect, 20), [ECHO(2)])
    t.equal(suspect.outstanding.length, 2)
  },
)

t.test('a question that cannot be asked counts for nothing', async (t) => {
  const { sender, counted } = created()
  const link = linkView(eth0('10.0.0.1/24'))
  const target = targetOf({ by: 'arp' })
  target.role = roleOf(workerOn(link), { family: 'IPv6', canEcho: false })
  t.strictSame(send(sender, target, 0), [])
  t.equal(target.nextProbe, 20)
  target.method = 'echo'
  t.strictSame(send(sender, target, 20), [])
  t.equal(target.nextProbe, 40)
  t.strictSame(counted, [])
})

t.test('a volley that is beyond the budget is put off', async (t) => {
  const { sender, counted } = created(createProbeLoad(5))
  const [one, other] = [targetOf({ verdict: 'suspect' }), targetOf({ verdict: 'suspect' })]
  t.strictSame(send(sender, one, 0), [ECHO(1)])
  t.strictSame(send(sender, other, 0), [])
  t.match(other, { outstanding: [], confirmations: 0, nextProbe: 20 })
  t.strictSame(counted, ['probe'])
  t.strictSame(send(sender, other, 100), [ECHO(2)])
})
