import t from 'tap'
import {
  decodeIpv6,
  hopLimit,
  IPV6,
  ipv6Rejection,
  isMulticastAt,
  isUnspecifiedAt,
  payloadEnd,
  putIpv6,
  putPlainIpv6,
} from '../../../speaker/wire/ipv6.ts'
import { changed, ECHO_REQUEST_6, SOLICITATION } from '../../support/wire/frame-octets.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { garbage, hex } from '../../support/wire/hex.ts'

const LOOPBACK = '00000000000000000000000000000001'

const REJECTED = [
  ['one octet short of a header', SOLICITATION.subarray(0, 53), 'ipv6TooShort'],
  ['version 4', changed(SOLICITATION, [14, '4a']), 'ipv6Version'],
  ['one octet less than promised', SOLICITATION.subarray(0, 85), 'ipv6PayloadLength'],
  ['UDP', changed(SOLICITATION, [20, '11']), 'otherNextHeader'],
  ['a fragment (RFC 6980 §5)', changed(SOLICITATION, [20, '2c']), 'otherNextHeader'],
  ['a source of multicast scope', changed(SOLICITATION, [22, 'ff02']), 'ipv6Source'],
  ['the loopback address as source', changed(SOLICITATION, [22, LOOPBACK]), 'ipv6Source'],
] as const

t.test('what holds no ICMPv6 from a host is rejected for its reason', async (t) => {
  for (const [name, frame, reason] of REJECTED) t.equal(ipv6Rejection(frame), reason, name)
})

t.test('octets behind the payload are padding', async (t) => {
  const padded = new Uint8Array(100)
  padded.set(SOLICITATION)
  t.equal(ipv6Rejection(padded), undefined)
  t.equal(payloadEnd(padded), 86)
})

t.test('the header is read field by field', async (t) => {
  t.strictSame(decodeIpv6(SOLICITATION), {
    trafficClass: 0xab,
    flowLabel: 0xcdef1,
    source: ip('fe80::a21:2223:2425:2627'),
    destination: ip('ff02::1:ff0a:b0c'),
  })
  t.equal(hopLimit(SOLICITATION), 255)
})

t.test('the header is written field by field, and nothing around it', async (t) => {
  const frame = garbage(56)
  const header = {
    trafficClass: 0xab,
    flowLabel: 0xcdef1,
    source: hex('fe800000000000000a21222324252627'),
    destination: hex('ff0200000000000000000001ff0a0b0c'),
  }
  putIpv6(frame, header, 32)
  t.strictSame(frame.subarray(14, 54), SOLICITATION.subarray(14, 54))
  t.strictSame([frame[13], frame[54]], [0xa5, 0xa5])
})

t.test('a plain header says nothing of class and flow', async (t) => {
  const frame = garbage(56)
  const header = {
    source: hex('fe800000000000000a21222324252627'),
    destination: hex('20010db80102030405060708090a0b0c'),
  }
  putPlainIpv6(frame, header, 8, 64)
  t.strictSame(frame.subarray(14, 54), ECHO_REQUEST_6.subarray(14, 54))
  t.strictSame([frame[13], frame[54]], [0xa5, 0xa5])
})

t.test('special addresses are told where they are', async (t) => {
  const probe = changed(SOLICITATION, [22, '00'.repeat(16)])
  t.ok(isUnspecifiedAt(probe, IPV6.source))
  for (const at of [0, 4, 8, 12])
    t.notOk(isUnspecifiedAt(changed(probe, [22 + at, '01']), IPV6.source), `octet ${at}`)
  t.ok(isMulticastAt(SOLICITATION, IPV6.destination))
  t.notOk(isMulticastAt(SOLICITATION, IPV6.source))
})
