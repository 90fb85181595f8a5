import t from 'tap'
import { addressBytes } from '../../../api/address.ts'
import { linkView } from '../../../speaker/lan/link-view.ts'
import {
  advertisement,
  advertisementToAll,
  announcement,
  announcementByReply,
  arpProbe,
  arpReply,
  arpRequest,
  duplicateAddressProbe,
  news,
  questionFor,
  solicitation,
  solicitationSource,
} from '../../../speaker/frames/outgoing.ts'
import { macBytes } from '../../../speaker/wire/mac.ts'
import { ip, mac } from '../../support/wire/frame-text.ts'
import {
  binding,
  CLIENT,
  described,
  eth0,
  lines,
  US,
  WORKER_1,
} from '../../support/wire/wire-fixtures.ts'

const v4 = binding('10.0.0.100')
const v6 = binding('2001:db8::64')
const owner = { text: mac(WORKER_1), octets: macBytes(mac(WORKER_1)) }
const v4Asker = { hardware: macBytes(mac(CLIENT)), protocol: addressBytes(ip('10.0.0.50')) }
const v6Asker = { hardware: macBytes(mac(CLIENT)), protocol: addressBytes(ip('fe80::aa')) }

t.test('an ARP reply goes from us to the asker and tells the MAC of the owner', async (t) => {
  t.equal(
    described(arpReply(v4, owner, v4Asker)),
    `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.50 at ${CLIENT}`,
  )
})

t.test('an announcement of IPv4 is a request and a reply whose target is the sender', async (t) => {
  const request = announcement(v4, owner)
  t.strictSame(lines([request, ...announcementByReply(v4, owner)]), [
    `${US} > broadcast ARP announcement 10.0.0.100 is-at ${WORKER_1}`,
    `${US} > broadcast ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.100 at ${WORKER_1}`,
  ])
  t.ok(request.type === 'send')
  if (request.type === 'send')
    t.strictSame(request.bytes.subarray(32, 38), new Uint8Array(6), 'no target hardware address')
})

t.test('an announcement of IPv6 is an advertisement with Override and the option', async (t) => {
  t.strictSame(lines([announcement(v6, owner)]), [
    `${US} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O] tlla ${WORKER_1}`,
  ])
  t.strictSame(announcementByReply(v6, owner), [], 'it has but one form')
})

t.test('who asked before is told by unicast; of IPv6 as if it had just asked', async (t) => {
  t.strictSame(lines([news(v4, owner, v4Asker), news(v6, owner, v6Asker)]), [
    `${US} > ${CLIENT} ARP reply 10.0.0.100 is-at ${WORKER_1} to 10.0.0.50 at ${CLIENT}`,
    `${US} > ${CLIENT} 2001:db8::64 > fe80::aa NA 2001:db8::64 [SO] tlla ${WORKER_1}`,
  ])
})

t.test('advertisements to one and to all', async (t) => {
  t.equal(
    described(advertisement(v6, owner, v6Asker, true)),
    `${US} > ${CLIENT} 2001:db8::64 > fe80::aa NA 2001:db8::64 [SO] tlla ${WORKER_1}`,
  )
  t.equal(
    described(advertisementToAll(v6, owner)),
    `${US} > 33:33:00:00:00:01 2001:db8::64 > ff02::1 NA 2001:db8::64 [O] tlla ${WORKER_1}`,
  )
})

t.test('a request for a node comes from our address in its network, or from none', async (t) => {
  const link = linkView(eth0('10.9.0.1/24', '10.0.0.1/24', 'fe80::1/64'))
  t.strictSame(lines([arpRequest(link, ip('10.0.0.11')), arpRequest(link, ip('192.0.2.1'))]), [
    `${US} > broadcast ARP request who-has 10.0.0.11 tell 10.0.0.1`,
    `${US} > broadcast ARP probe who-has 192.0.2.1`,
  ])
})

t.test(
  'a solicitation comes from the link-local address, else from another, else not',
  async (t) => {
    const source = (...prefixes: string[]) => solicitationSource(linkView(eth0(...prefixes)))?.text
    t.equal(source('10.0.0.1/24', '2001:db8::5/64', 'fe80::1/64'), 'fe80::1')
    t.equal(source('10.0.0.1/24', '2001:db8::5/64', '2001:db8::6/64'), '2001:db8::5')
    t.equal(source('10.0.0.1/24'), undefined)
    t.strictSame(lines([solicitation(v6.link, ip('fe80::1'), ip('2001:db8::1:11'))]), [
      `${US} > 33:33:ff:01:00:11 fe80::1 > ff02::1:ff01:11 NS who-has 2001:db8::1:11 slla ${US}`,
    ])
  },
)

t.test('a node is asked by unicast where its MAC is known', async (t) => {
  const link = linkView(eth0())
  const known = macBytes(mac(WORKER_1))
  t.strictSame(
    lines([
      arpRequest(link, ip('10.0.0.11'), known),
      solicitation(link, ip('fe80::1'), ip('2001:db8::11'), known),
    ]),
    [
      `${US} > ${WORKER_1} ARP request who-has 10.0.0.11 tell 10.0.0.1`,
      `${US} > ${WORKER_1} fe80::1 > 2001:db8::11 NS who-has 2001:db8::11 slla ${US}`,
    ],
  )
})

t.test('a question that tells nobody anything, in both families', async (t) => {
  t.strictSame(
    lines([
      arpProbe(v4.link, v4.planned.octets),
      duplicateAddressProbe(v6.link, v6.planned.octets),
    ]),
    [
      `${US} > broadcast ARP probe who-has 10.0.0.100`,
      `${US} > 33:33:ff:00:00:64 :: > ff02::1:ff00:64 NS who-has 2001:db8::64`,
    ],
  )
})

t.test('a question for an address, if the link has one to ask from', async (t) => {
  const link = linkView(eth0('10.0.0.1/24'))
  t.match(lines([questionFor(link, ip('10.0.0.11'))].flatMap((one) => one ?? [])), [/ARP request/])
  t.equal(questionFor(link, ip('2001:db8::11')), undefined)
  t.match(lines([questionFor(v6.link, ip('2001:db8::11'))].flatMap((one) => one ?? [])), [/NS/])
})
