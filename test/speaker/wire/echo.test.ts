import t from 'tap'
import {
  decodeEcho,
  echoEnds,
  echoFrame,
  echoIdentifier,
  echoRequestFrame,
  echoSenderAt,
  echoSequence,
  icmpEchoRejection,
  icmpv6EchoRejection,
  isEcho,
  isEchoReply,
} from '../../../speaker/wire/echo.ts'
import {
  ADVERTISEMENT,
  ARP_REPLY,
  ARP_REQUEST,
  changed,
  ECHO_REPLY,
  ECHO_REPLY_6,
  ECHO_REQUEST,
  ECHO_REQUEST_6,
  SOLICITATION,
} from '../../support/wire/frame-octets.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { hex, withOctet } from '../../support/wire/hex.ts'

const REJECTED = [
  ['seven octets', changed(ECHO_REQUEST, [16, '001b']), 'icmpTooShort'],
  ['none', changed(ECHO_REQUEST, [16, '0014']), 'icmpTooShort'],
  ['destination unreachable', changed(ECHO_REQUEST, [34, '03']), 'otherIcmpType'],
  ['timestamp', changed(ECHO_REQUEST, [34, '0d']), 'otherIcmpType'],
  ['a wrong checksum', withOctet(ECHO_REQUEST, 37, 0x79), 'icmpChecksum'],
  ['another identifier, same checksum', withOctet(ECHO_REPLY, 38, 0xa2), 'icmpChecksum'],
  ['code 1', changed(ECHO_REPLY, [35, '01']), 'icmpCode'],
] as const

t.test('ICMP that is no echo is rejected for its reason', async (t) => {
  for (const [name, frame, reason] of REJECTED) t.equal(icmpEchoRejection(frame), reason, name)
})

const REJECTED_6 = [
  ['seven octets', changed(ECHO_REQUEST_6, [18, '0007']), 'icmpTooShort'],
  ['none', changed(ECHO_REQUEST_6, [18, '0000']), 'icmpTooShort'],
  ['a wrong checksum', withOctet(ECHO_REQUEST_6, 57, 0x42), 'icmpChecksum'],
  ['another source, same checksum', withOctet(ECHO_REPLY_6, 37, 0x0d), 'icmpChecksum'],
  ['code 1', changed(ECHO_REPLY_6, [55, '01']), 'icmpCode'],
] as const

t.test('the same with ICMPv6', async (t) => {
  for (const [name, frame, reason] of REJECTED_6) t.equal(icmpv6EchoRejection(frame), reason, name)
})

t.test('whole ones pass', async (t) => {
  for (const frame of [ECHO_REQUEST, ECHO_REPLY]) t.equal(icmpEchoRejection(frame), undefined)
  for (const frame of [ECHO_REQUEST_6, ECHO_REPLY_6]) t.equal(icmpv6EchoRejection(frame), undefined)
})

t.test('data, even an odd number of octets, is summed and not read', async (t) => {
  const odd = changed(ECHO_REPLY, [16, '0021'], [42, 'd1d2d3d4d5'])
  t.equal(icmpEchoRejection(odd), undefined)
  t.equal(icmpEchoRejection(withOctet(odd, 46, 0xd6)), 'icmpChecksum')
  t.strictSame(decodeEcho(odd), decodeEcho(ECHO_REPLY))
})

t.test('an echo, and a reply, is told from everything else', async (t) => {
  const none = [ARP_REQUEST, ARP_REPLY, SOLICITATION, ADVERTISEMENT]
  const echoes = [ECHO_REQUEST, ECHO_REPLY, ECHO_REQUEST_6, ECHO_REPLY_6]
  t.strictSame(none.map(isEcho), [false, false, false, false])
  t.strictSame(none.map(isEchoReply), [false, false, false, false])
  t.strictSame(echoes.map(isEcho), [true, true, true, true])
  t.strictSame(echoes.map(isEchoReply), [false, true, false, true])
  t.notOk(isEcho(ECHO_REQUEST_6.subarray(0, 54)), 'a header alone')
})

t.test('a message is read field by field', async (t) => {
  const numbers = { identifier: 0xa1b2, sequence: 0xc3d4 }
  for (const [frame, operation, senderAt] of [
    [ECHO_REQUEST, 'request', 26],
    [ECHO_REPLY, 'reply', 26],
    [ECHO_REQUEST_6, 'request', 22],
    [ECHO_REPLY_6, 'reply', 22],
  ] as const) {
    t.strictSame(decodeEcho(frame), { operation, ...numbers })
    t.equal(echoIdentifier(frame), 0xa1b2)
    t.equal(echoSequence(frame), 0xc3d4)
    t.equal(echoSenderAt(frame), senderAt)
  }
})

t.test('the addresses are read', async (t) => {
  t.strictSame(echoEnds(ECHO_REPLY), {
    source: ip('10.49.50.51'),
    destination: ip('10.33.34.35'),
  })
  t.strictSame(echoEnds(ECHO_REPLY_6), {
    source: ip('2001:db8:102:304:506:708:90a:b0c'),
    destination: ip('fe80::a21:2223:2425:2627'),
  })
})

const US = hex('021122334455')
const NODE = hex('026162636465')
const ECHO = { identifier: 0xa1b2, sequence: 0xc3d4 }

t.test('a frame is written field by field, the family told by the addresses', async (t) => {
  const there = { destination: NODE, source: US }
  const back = { destination: US, source: NODE }
  const [us, node] = [hex('0a212223'), hex('0a313233')]
  t.strictSame(echoRequestFrame(there, { source: us, destination: node }, ECHO), ECHO_REQUEST)
  t.strictSame(echoFrame(back, { source: node, destination: us }, 'reply', ECHO), ECHO_REPLY)
  const [us6, node6] = [
    hex('fe800000000000000a21222324252627'),
    hex('20010db80102030405060708090a0b0c'),
  ]
  t.strictSame(echoRequestFrame(there, { source: us6, destination: node6 }, ECHO), ECHO_REQUEST_6)
  t.strictSame(echoFrame(back, { source: node6, destination: us6 }, 'reply', ECHO), ECHO_REPLY_6)
})
