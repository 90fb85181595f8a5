import t from 'tap'
import { addressKey } from '../../../speaker/lan/address-key.ts'
import { linkView } from '../../../speaker/lan/link-view.ts'
import { readFrame } from '../../../speaker/frames/received.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { hex } from '../../support/wire/hex.ts'
import { CLIENT, eth0, octets, received, US, WORKER_1 } from '../../support/wire/wire-fixtures.ts'

const link = linkView(eth0())
const read = (text: string) => readFrame(octets(text), link)

const V6 = '33:33:ff:00:00:64'
const GROUP = 'ff02::1:ff00:64'
const KEYS = {
  us: addressKey(ip('10.0.0.1')),
  client: addressKey(ip('10.0.0.50')),
  service: addressKey(ip('10.0.0.100')),
  clientV6: addressKey(ip('fe80::aa')),
  serviceV6: addressKey(ip('2001:db8::64')),
} as const

t.test('what the kernel would not take in is refused, by why', async (t) => {
  t.equal(readFrame(hex('00'), link), 'frameTooShort')
  const request = 'ARP request who-has 10.0.0.100 tell 10.0.0.50'
  t.equal(read(`${US} > broadcast ${request}`), 'ownFrame')
  t.equal(read(`${CLIENT} > ${WORKER_1} ${request}`), 'notToUs')
})

t.test('ARP: request, probe, announcement and reply', async (t) => {
  const kinds = [
    ['arpRequest', `ARP request who-has 10.0.0.100 tell 10.0.0.50`],
    ['arpProbe', `ARP probe who-has 10.0.0.100`],
    ['arpAnnouncement', `ARP announcement 10.0.0.100 is-at ${CLIENT}`],
    ['arpReply', `ARP reply 10.0.0.100 is-at ${CLIENT} to 10.0.0.100 at ${CLIENT}`],
  ] as const
  for (const [kind, said] of kinds) {
    const frame = received(`${CLIENT} > broadcast ${said}`, link)
    t.match(frame, { kind, family: 'IPv4', isToGroup: true, isAnswer: false, macAt: 22 }, said)
    t.equal(frame.link, link)
  }
})

t.test('ARP: who is claimed and who is asked for', async (t) => {
  const asks = received(`${CLIENT} > broadcast ARP request who-has 10.0.0.100 tell 10.0.0.50`, link)
  t.match(asks, { claimed: KEYS.client, asked: KEYS.service })
  const reply = `${CLIENT} > ${US} ARP reply 10.0.0.50 is-at ${CLIENT} to 10.0.0.1 at ${US}`
  t.match(received(reply, link), { claimed: KEYS.client, asked: KEYS.us })
})

t.test('an answer is a reply or an advertisement to us alone', async (t) => {
  const isAnswer = (text: string) => received(text, link).isAnswer
  t.ok(isAnswer(`${CLIENT} > ${US} ARP reply 10.0.0.50 is-at ${CLIENT} to 10.0.0.1 at ${US}`))
  t.ok(isAnswer(`${CLIENT} > ${US} fe80::aa > fe80::1 NA fe80::aa [SO] tlla ${CLIENT}`))
  t.notOk(isAnswer(`${CLIENT} > ${US} ARP request who-has 10.0.0.100 tell 10.0.0.50`))
  t.notOk(isAnswer(`${CLIENT} > ${US} fe80::aa > fe80::1 NS who-has fe80::1 slla ${CLIENT}`))
  t.notOk(isAnswer(`${CLIENT} > 33:33:00:00:00:01 fe80::aa > ff02::1 NA fe80::aa [O]`))
})

t.test('a solicitation, with its option and without', async (t) => {
  const text = `${CLIENT} > ${V6} fe80::aa > ${GROUP} NS who-has 2001:db8::64`
  const asks = { claimed: KEYS.clientV6, asked: KEYS.serviceV6, isToGroup: true }
  t.match(received(`${text} slla ${CLIENT}`, link), {
    ...{ kind: 'neighborSolicitation', family: 'IPv6', macAt: 80 },
    ...asks,
  })
  t.match(received(text, link), { kind: 'neighborSolicitation', macAt: undefined, ...asks })
})

t.test('one from :: is a probe', async (t) => {
  const probe = received(`${CLIENT} > ${V6} :: > ${GROUP} NS who-has 2001:db8::64`, link)
  t.match(probe, { kind: 'duplicateAddressProbe', asked: KEYS.serviceV6, macAt: undefined })
})

t.test('an advertisement, with Override and without', async (t) => {
  const text = `${CLIENT} > ${US} fe80::aa > fe80::1 NA 2001:db8::64`
  const told = { kind: 'neighborAdvertisement', claimed: KEYS.serviceV6, macAt: 80 }
  t.match(received(`${text} [SO] tlla ${CLIENT}`, link), { ...told, override: true })
  t.match(received(`${text} [S] tlla ${CLIENT}`, link), { ...told, override: false })
  t.match(received(`${text} [S]`, link), { macAt: undefined })
})

t.test('echoes of both families', async (t) => {
  t.match(read(`${CLIENT} > ${US} 10.0.0.50 > 10.0.0.1 echo request 7 1`), { kind: 'echoRequest' })
  t.match(read(`${CLIENT} > ${US} 10.0.0.50 > 10.0.0.1 echo reply 7 1`), {
    ...{ kind: 'echoReply', family: 'IPv4', source: KEYS.client },
    ...{ identifier: 7, sequence: 1 },
  })
  t.match(read(`${CLIENT} > ${US} fe80::aa > fe80::1 echo reply 8 2`), {
    ...{ kind: 'echoReply', family: 'IPv6', source: KEYS.clientV6 },
    ...{ identifier: 8, sequence: 2 },
  })
})
