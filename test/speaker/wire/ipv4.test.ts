import t from 'tap'
import {
  IPV4,
  ipv4At,
  ipv4PayloadEnd,
  ipv4Rejection,
  isUnicast,
  putIpv4,
} from '../../../speaker/wire/ipv4.ts'
import { changed, ECHO_REQUEST } from '../../support/wire/frame-octets.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { garbage, hex, withOctet } from '../../support/wire/hex.ts'

const REJECTED = [
  ['one octet short of a header', ECHO_REQUEST.subarray(0, 33), 'ipv4TooShort'],
  ['version 6', changed(ECHO_REQUEST, [14, '65']), 'ipv4Version'],
  ['a header of four words', changed(ECHO_REQUEST, [14, '44']), 'ipv4HeaderLength'],
  ['a header with options', changed(ECHO_REQUEST, [14, '46']), 'ipv4HeaderLength'],
  ['shorter than its header', changed(ECHO_REQUEST, [16, '0013']), 'ipv4TotalLength'],
  ['one octet less than promised', ECHO_REQUEST.subarray(0, 41), 'ipv4TotalLength'],
  ['a first fragment', changed(ECHO_REQUEST, [20, '2000']), 'ipv4Fragment'],
  ['a later fragment', changed(ECHO_REQUEST, [20, '0001']), 'ipv4Fragment'],
  ['a fragment far behind', changed(ECHO_REQUEST, [20, '1000']), 'ipv4Fragment'],
  ['UDP', changed(ECHO_REQUEST, [23, '11']), 'otherProtocol'],
  ['a wrong checksum', withOctet(ECHO_REQUEST, 25, 0x3a), 'ipv4Checksum'],
  ['another time to live, same checksum', withOctet(ECHO_REQUEST, 22, 0x3f), 'ipv4Checksum'],
  ['a source of multicast', changed(ECHO_REQUEST, [26, 'e0000001']), 'ipv4Source'],
  ['a source of loopback', changed(ECHO_REQUEST, [26, '7f000001']), 'ipv4Source'],
] as const

t.test('what holds no whole ICMP message from a host is rejected for its reason', async (t) => {
  for (const [name, frame, reason] of REJECTED) t.equal(ipv4Rejection(frame), reason, name)
})

t.test('what is not said does not matter', async (t) => {
  for (const [name, frame] of [
    ['no padding', ECHO_REQUEST.subarray(0, 42)],
    ['type of service', changed(ECHO_REQUEST, [15, 'c0'])],
    ['may be fragmented', changed(ECHO_REQUEST, [18, 'a1b20000'])],
    ['time to live', changed(ECHO_REQUEST, [22, 'ff'])],
  ] as const)
    t.equal(ipv4Rejection(frame), undefined, name)
})

t.test('octets behind the payload are padding', async (t) => {
  t.equal(ipv4PayloadEnd(ECHO_REQUEST), 42)
})

t.test('addresses are read where they are', async (t) => {
  t.strictSame(ipv4At(ECHO_REQUEST, IPV4.source), ip('10.33.34.35'))
  t.strictSame(ipv4At(ECHO_REQUEST, IPV4.destination), ip('10.49.50.51'))
})

t.test('the header is written field by field, and nothing around it', async (t) => {
  const frame = garbage(36)
  frame.fill(0, 14, 34)
  putIpv4(frame, { source: hex('0a212223'), destination: hex('0a313233') }, 8)
  t.strictSame(frame.subarray(14, 34), ECHO_REQUEST.subarray(14, 34))
  t.strictSame([frame[13], frame[34]], [0xa5, 0xa5])
})

t.test('RFC 1122 §3.2.1.3: addresses that no host can send from', async (t) => {
  for (const address of ['0.0.0.0', '0.1.2.3', '127.0.0.1', '224.0.0.1', '239.255.255.255'])
    t.notOk(isUnicast(Number(ip(address).value)), address)
  t.notOk(isUnicast(0xffff_ffff))
  for (const address of ['1.0.0.0', '126.255.255.255', '128.0.0.1', '223.255.255.255', '240.0.0.1'])
    t.ok(isUnicast(Number(ip(address).value)), address)
})
