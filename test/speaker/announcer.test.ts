import t from 'tap'
import { addressBytes } from '../../reconciler/address.ts'
import { createAnnouncer } from '../../speaker/announcer.ts'
import { createAskers } from '../../speaker/askers.ts'
import type { Claim, OwnerFor } from '../../speaker/link-view.ts'
import { macBytes } from '../../speaker/wire/mac.ts'
import { ip, mac } from '../support/frame-text.ts'
import { claim, CLIENT, lines, US, WORKER_1, WORKER_2 } from '../support/wire-fixtures.ts'

const owner: OwnerFor = (one) => one.owner
const TOLD = `info Announced: 10.0.0.100 is at worker-1 (${WORKER_1}) on eth0`

const burst = (ownerMac: string) => [
  `${US} > broadcast ARP announcement 10.0.0.100 is-at ${ownerMac}`,
  `${US} > broadcast ARP reply 10.0.0.100 is-at ${ownerMac} to 10.0.0.100 at ${ownerMac}`,
]
const toClient = (ownerMac: string) =>
  `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${ownerMac} to 10.0.0.50 at ${CLIENT}`

function withAsker(one: Claim) {
  const askers = createAskers()
  askers.remember(one.key, {
    hardware: macBytes(mac(CLIENT)),
    protocol: addressBytes(ip('10.0.0.50')),
  })
  return createAnnouncer(askers, owner)
}

t.test('a new pair is announced in a burst, then never again', async (t) => {
  const one = claim('10.0.0.100')
  const announcer = withAsker(one)
  t.strictSame(lines(announcer.announce([one], 10)), [...burst(WORKER_1), toClient(WORKER_1), TOLD])
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

t.test('a late loop sends each step once, and goes on', async (t) => {
  const one = claim('10.0.0.100')
  const announcer = createAnnouncer(createAskers(), owner)
  announcer.announce([one], 0)
  t.strictSame(lines(announcer.tick(300)), burst(WORKER_1))
  t.equal(announcer.deadline, 200, 'the step that is overdue')
  t.strictSame(lines(announcer.tick(300)), burst(WORKER_1))
  t.equal(announcer.deadline, 1_100)
})

t.test('a changed MAC starts another burst in place of the one before', async (t) => {
  const announcer = createAnnouncer(createAskers(), owner)
  announcer.announce([claim('10.0.0.100')], 0)
  const moved = claim('10.0.0.100', WORKER_2)
  t.strictSame(lines(announcer.announce([moved], 40)).slice(0, 2), burst(WORKER_2))
  t.strictSame(announcer.tick(50), [])
  t.strictSame(lines(announcer.tick(90)), burst(WORKER_2))
})

t.test('a claim whose owner is unknown is not announced, nor what was begun for it', async (t) => {
  const announcer = createAnnouncer(createAskers(), owner)
  announcer.announce([claim('10.0.0.100')], 0)
  const unknown: Claim = {
    ...claim('10.0.0.100'),
    owner: { ...claim('10.0.0.100').owner, mac: undefined },
  }
  t.strictSame(announcer.announce([unknown], 10), [])
  t.equal(announcer.deadline, undefined)
  t.strictSame(
    lines(announcer.announce([claim('10.0.0.100')], 20)).slice(0, 2),
    burst(WORKER_1),
    'the same MAC, learned again, is announced again',
  )
})

t.test('nothing is sent for a claim that has ended; which one that was, is told', async (t) => {
  const [one, other] = [claim('10.0.0.100'), claim('10.0.0.101')]
  const announcer = createAnnouncer(createAskers(), owner)
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

t.test('a burst goes on with the claim as it is now', async (t) => {
  const announcer = createAnnouncer(createAskers(), owner)
  announcer.announce([claim('10.0.0.100')], 0)
  const renewed = claim('10.0.0.100')
  announcer.keep([renewed])
  t.strictSame(lines(announcer.tick(50)), burst(WORKER_1))
})

t.test('IPv6 is advertised', async (t) => {
  const announcer = createAnnouncer(createAskers(), owner)
  t.strictSame(lines(announcer.announce([claim('2001:db8::64')], 0)), [
    `advertise 2001:db8::64 is-at ${WORKER_1}`,
    `info Announced: 2001:db8::64 is at worker-1 (${WORKER_1}) on eth0`,
  ])
})
