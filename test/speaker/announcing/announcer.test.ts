import t from 'tap'
import { addressBytes } from '../../../api/address.ts'
import { createAnnouncer, type AnnouncerOptions } from '../../../speaker/announcing/announcer.ts'
import { createAskers, type Askers } from '../../../speaker/announcing/askers.ts'
import type { Binding } from '../../../speaker/lan/link-view.ts'
import { createPacer } from '../../../speaker/announcing/pacer.ts'
import { ASKER_REFRESH } from '../../../speaker/timing/constants.ts'
import { macBytes } from '../../../speaker/wire/mac.ts'
import { ip, mac } from '../../support/wire/frame-text.ts'
import { binding, CLIENT, lines, US, WORKER_1, WORKER_2 } from '../../support/wire/wire-fixtures.ts'

const TOLD = `info Announced: 10.0.0.100 is at worker-1 (${WORKER_1}) on eth0`

const request = (ownerMac: string, address = '10.0.0.100') =>
  `${US} > broadcast ARP announcement ${address} is-at ${ownerMac}`
const reply = (ownerMac: string, address = '10.0.0.100') =>
  `${US} > broadcast ARP reply ${address} is-at ${ownerMac} to ${address} at ${ownerMac}`
const burst = (ownerMac: string) => [request(ownerMac), reply(ownerMac)]
const toClient = (ownerMac: string) =>
  `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${ownerMac} to 10.0.0.50 at ${CLIENT}`

function create(options: Partial<AnnouncerOptions> = {}) {
  return createAnnouncer({
    askers: createAskers(),
    pacer: createPacer(8_000),
    burstMilliseconds: [0, 50, 200, 1_100, 5_000],
    refreshSeconds: 0,
    leadsUntil: () => Infinity,
    countSent: () => undefined,
    ...options,
  })
}

function withAsker(one: Binding, now = 0): Askers {
  const askers = createAskers()
  const client = { hardware: macBytes(mac(CLIENT)), protocol: addressBytes(ip('10.0.0.50')) }
  askers.remember(one.key, client, now)
  return askers
}

t.test('a new pair is announced in a burst, then never again', async (t) => {
  const one = binding('10.0.0.100')
  const announcer = create({ askers: withAsker(one) })
  t.strictSame(lines(announcer.announce([one], 10)), [
    request(WORKER_1),
    toClient(WORKER_1),
    reply(WORKER_1),
    TOLD,
  ])
  for (const due of [60, 210]) {
    t.equal(announcer.deadline, due)
    t.strictSame(announcer.tick(due - 1), [])
    t.strictSame(lines(announcer.tick(due)), burst(WORKER_1))
  }
  t.strictSame(lines(announcer.tick(1_110)), [...burst(WORKER_1), toClient(WORKER_1)])
  t.strictSame(lines(announcer.tick(5_010)), burst(WORKER_1))
  t.equal(announcer.deadline, undefined)
  t.strictSame(announcer.announce([one], 9_000), [])
})

t.test('what the budget has no room for: first the form that everybody takes', async (t) => {
  const pacer = createPacer(100)
  const announcer = create({ pacer })
  const many = Array.from({ length: 20 }, (_, index) => binding(`10.0.0.${100 + index}`))
  const sent = [...lines(announcer.announce(many, 0).filter(({ type }) => type === 'send'))]
  for (let now = 10; now < 400; now += 10) sent.push(...lines(pacer.tick(now)))
  t.strictSame(sent, [
    ...many.map(({ planned }) => request(WORKER_1, planned.address.text)),
    ...many.map(({ planned }) => reply(WORKER_1, planned.address.text)),
  ])
})

t.test('a late loop sends each step once, and goes on', async (t) => {
  const one = binding('10.0.0.100')
  const announcer = create()
  announcer.announce([one], 0)
  t.strictSame(lines(announcer.tick(300)), burst(WORKER_1))
  t.equal(announcer.deadline, 200, 'the step that is overdue')
  t.strictSame(lines(announcer.tick(300)), burst(WORKER_1))
  t.equal(announcer.deadline, 1_100)
})

t.test('a changed MAC starts another burst in place of the one before', async (t) => {
  const announcer = create()
  announcer.announce([binding('10.0.0.100')], 0)
  const moved = binding('10.0.0.100', WORKER_2)
  t.strictSame(lines(announcer.announce([moved], 40)).slice(0, 2), burst(WORKER_2))
  t.strictSame(announcer.tick(50), [])
  t.strictSame(lines(announcer.tick(90)), burst(WORKER_2))
})

t.test('what waits for its turn is not sent once it is not true any more', async (t) => {
  const pacer = createPacer(100)
  const announcer = create({ pacer })
  t.strictSame(lines(announcer.announce([binding('10.0.0.100')], 0)), [request(WORKER_1), TOLD])
  announcer.announce([binding('10.0.0.100', WORKER_2)], 1)
  const sent = [10, 20, 30, 40].flatMap((now) => lines(pacer.tick(now)))
  t.strictSame(sent, burst(WORKER_2))
  t.equal(pacer.deadline, undefined)
})

t.test(
  'a binding whose owner is unknown is not announced, nor what was begun for it',
  async (t) => {
    const announcer = create()
    const known = binding('10.0.0.100')
    announcer.announce([known], 0)
    t.ok(announcer.isAnnounced(known.key))
    const unknown: Binding = { ...known, owner: { ...known.owner, mac: undefined } }
    t.strictSame(announcer.announce([unknown], 10), [])
    t.notOk(announcer.isAnnounced(known.key))
    t.equal(announcer.deadline, undefined)
    t.strictSame(
      lines(announcer.announce([known], 20)).slice(0, 2),
      burst(WORKER_1),
      'the same MAC, learned again, is announced again',
    )
  },
)

t.test('nothing is sent for a binding that has ended; which one that was, is told', async (t) => {
  const [one, other] = [binding('10.0.0.100'), binding('10.0.0.101')]
  const announcer = create()
  announcer.announce([one, other], 0)
  t.strictSame(
    announcer.keep([one]).map(({ key }) => key),
    [other.key],
  )
  t.strictSame(lines(announcer.tick(50)), burst(WORKER_1))
  t.strictSame(announcer.keep([]), [one])
  t.strictSame(announcer.keep([]), [])
  t.equal(announcer.deadline, undefined)
})

t.test('a burst goes on with the binding as it is now', async (t) => {
  const announcer = create()
  announcer.announce([binding('10.0.0.100')], 0)
  const renewed = binding('10.0.0.100')
  announcer.keep([renewed])
  t.strictSame(lines(announcer.tick(50)), burst(WORKER_1))
})

t.test('IPv6 is advertised', async (t) => {
  const announcer = create()
  t.strictSame(lines(announcer.announce([binding('2001:db8::64')], 0)), [
    `${US} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O] tlla ${WORKER_1}`,
    `info Announced: 2001:db8::64 is at worker-1 (${WORKER_1}) on eth0`,
  ])
})

t.test('a pair that does not change is announced again and again, slowly', async (t) => {
  const announcer = create({ burstMilliseconds: [0, 50], refreshSeconds: 100 })
  announcer.announce([binding('10.0.0.100')], 0)
  announcer.tick(50)
  const { deadline: first = 0 } = announcer
  t.ok(first >= 50_050 && first < 100_050, `${first} ms: half an interval to a whole one`)
  t.strictSame(lines(announcer.tick(first)), burst(WORKER_1))
  t.equal(announcer.deadline, first + 100_000)
  t.strictSame(lines(announcer.tick(first + 100_000)), burst(WORKER_1))
  t.equal(announcer.deadline, first + 200_000)
})

t.test('what was announced together is refreshed one after the other', async (t) => {
  const announcer = create({
    burstMilliseconds: [0],
    refreshSeconds: 100,
    pacer: createPacer(1e6),
  })
  const many = Array.from({ length: 100 }, (_, index) => binding(`2001:db8::${100 + index}`))
  announcer.announce(many, 0)
  const times: number[] = []
  for (let due = announcer.deadline; due !== undefined && due < 100_000; due = announcer.deadline)
    times.push(...announcer.tick(due).map(() => Math.floor(due / 1_000)))
  const perSecond = [...new Set(times)].map(
    (second) => times.filter((one) => one === second).length,
  )
  t.equal(times.length, 100)
  t.ok(Math.max(...perSecond) <= 4, 'no second has more than twice its share')
})

t.test('what somebody has contradicted is told once more, to those who asked, too', async (t) => {
  const one = binding('10.0.0.100')
  const announcer = create({ askers: withAsker(one) })
  t.strictSame(announcer.again(one, 0), [], 'not if it never was announced')
  announcer.announce([one], 0)
  t.strictSame(lines(announcer.again(one, 10)), [request(WORKER_1), toClient(WORKER_1)])
  t.equal(announcer.deadline, 50, 'the burst goes on')
})

t.test('those who have asked are told again, as long as the address is announced', async (t) => {
  const one = binding('10.0.0.100')
  const announcer = create({ askers: withAsker(one) })
  announcer.announce([one], 0)
  t.strictSame(announcer.refreshAskers(ASKER_REFRESH - 1), [])
  t.strictSame(lines(announcer.refreshAskers(ASKER_REFRESH)), [toClient(WORKER_1)])
  announcer.keep([])
  t.strictSame(announcer.refreshAskers(2 * ASKER_REFRESH), [])
})

t.test('nothing is sent from the end of the grant on', async (t) => {
  const pacer = createPacer(100)
  const announcer = create({ pacer, leadsUntil: () => 20 })
  const one = binding('10.0.0.100')
  t.strictSame(lines(announcer.announce([one], 0)), [request(WORKER_1), TOLD])
  t.strictSame(pacer.tick(20), [], 'what waited for its turn')
  t.strictSame(announcer.again(one, 60), [])
  t.strictSame(announcer.tick(60), [])
  t.equal(pacer.deadline, undefined)
})

t.test('what is sent is counted, by why', async (t) => {
  const counted: string[] = []
  const countSent = (what: string, count: number) => void counted.push(`${what} ${count}`)
  const one = binding('10.0.0.100')
  const options = { burstMilliseconds: [0], refreshSeconds: 100, countSent }
  const announcer = create({ ...options, askers: withAsker(one) })
  announcer.announce([one], 0)
  t.strictSame(counted.splice(0), ['announcement 1', 'news 1', 'announcement 1'])
  announcer.refreshAskers(ASKER_REFRESH)
  t.strictSame(counted.splice(0), ['refresh 1'])
  announcer.tick(100_000)
  t.strictSame(counted.splice(0), ['refresh 2'])
})
