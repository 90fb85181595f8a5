import t from 'tap'
import { addressBytes } from '../../../api/address.ts'
import { createAskers } from '../../../speaker/announcing/askers.ts'
import type { Binding } from '../../../speaker/lan/link-view.ts'
import { createPacer } from '../../../speaker/announcing/pacer.ts'
import {
  createAnnouncementSender,
  NEWS,
  REFRESH,
  REPETITION,
  type AnnouncedMapping,
  type AnnouncementSenderOptions,
} from '../../../speaker/announcing/announcement-sender.ts'
import { macBytes } from '../../../speaker/wire/mac.ts'
import { ip, mac } from '../../support/wire/frame-text.ts'
import { binding, CLIENT, lines, US, WORKER_1 } from '../../support/wire/wire-fixtures.ts'

const MAC = { text: mac(WORKER_1), octets: macBytes(mac(WORKER_1)) }
const pairOf = (one: Binding): AnnouncedMapping => ({ binding: one, mac: MAC })
const one = pairOf(binding('10.0.0.100'))
const client = { hardware: macBytes(mac(CLIENT)), protocol: addressBytes(ip('10.0.0.50')) }

const REQUEST = `${US} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_1}`
const REPLY = `${US} > broadcast ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.100 at ${WORKER_1}`
const TO_CLIENT = `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.50 at ${CLIENT}`

function create(
  options: Partial<AnnouncementSenderOptions> = {},
  isTrue: (mapping: AnnouncedMapping) => boolean = () => true,
) {
  const counted: string[] = []
  const askers = createAskers()
  askers.remember(one.binding.key, client, 0)
  const sender = createAnnouncementSender(
    {
      askers,
      pacer: createPacer(1e6),
      leadsUntil: () => Infinity,
      countSent: (what, count) => void counted.push(`${what} ${count}`),
      ...options,
    },
    isTrue,
  )
  return { sender, counted }
}

t.test('quickly: to all in one form, and to those who asked', async (t) => {
  const { sender, counted } = create()
  t.strictSame(lines(sender.announce(one, NEWS, true, 0)), [REQUEST, TO_CLIENT])
  t.strictSame(counted, ['announcement 1', 'news 1'])
  t.strictSame(lines(sender.announce(one, NEWS, false, 0)), [REQUEST])
})

t.test('fully: in the other form as well, which comes last where it is news', async (t) => {
  const { sender, counted } = create()
  t.strictSame(lines(sender.announceInBothForms(one, NEWS, true, 0)), [REQUEST, TO_CLIENT, REPLY])
  t.strictSame(counted.splice(0), ['announcement 1', 'news 1', 'announcement 1'])
  t.strictSame(lines(sender.announceInBothForms(one, REPETITION, true, 0)), [
    REQUEST,
    REPLY,
    TO_CLIENT,
  ])
  t.strictSame(counted.splice(0), ['announcement 2', 'news 1'])
})

t.test('to one that has asked', async (t) => {
  const { sender, counted } = create()
  t.strictSame(lines(sender.announceTo(one, client, REFRESH, 0)), [TO_CLIENT])
  t.strictSame(counted, ['refresh 1'])
})

t.test('IPv6 has one form', async (t) => {
  const { sender } = create()
  t.strictSame(lines(sender.announceInBothForms(pairOf(binding('2001:db8::64')), NEWS, true, 0)), [
    `${US} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O] tlla ${WORKER_1}`,
  ])
})

t.test('news of another address overtakes the other form of this one', async (t) => {
  const pacer = createPacer(100)
  const { sender } = create({ pacer })
  sender.announceInBothForms(one, NEWS, false, 0)
  sender.announce(pairOf(binding('10.0.0.101')), NEWS, false, 0)
  t.match(lines(pacer.tick(10)), [/announcement 10.0.0.101/])
  t.strictSame(lines(pacer.tick(20)), [REPLY])
})

t.test('a refresh gives way to everything', async (t) => {
  const pacer = createPacer(100)
  const { sender } = create({ pacer })
  sender.announce(one, REPETITION, false, 0)
  sender.announceInBothForms(one, REFRESH, false, 0)
  sender.announce(pairOf(binding('10.0.0.101')), REPETITION, false, 0)
  t.match(lines(pacer.tick(10)), [/announcement 10.0.0.101/])
})

t.test('what is not true any more when its turn comes is not sent', async (t) => {
  const pacer = createPacer(100)
  let isTrue = true
  const { sender, counted } = create({ pacer }, () => isTrue)
  sender.announceInBothForms(one, NEWS, true, 0)
  isTrue = false
  t.strictSame(pacer.tick(1_000), [])
  t.equal(pacer.deadline, undefined)
  t.strictSame(counted, ['announcement 1'])
})

t.test(
  'nothing is sent at the end of the grant or later, though it was offered before',
  async (t) => {
    const pacer = createPacer(100)
    let until = 25
    const { sender } = create({ pacer, leadsUntil: () => until })
    sender.announceInBothForms(one, NEWS, true, 0)
    t.strictSame(lines(pacer.tick(24)), [TO_CLIENT])
    t.strictSame(pacer.tick(60), [])
    t.strictSame(sender.announce(one, NEWS, true, 61), [])
    until = 100
    t.strictSame(lines(sender.announce(one, NEWS, false, 99)), [REQUEST])
  },
)
