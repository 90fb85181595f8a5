import { deepStrictEqual as deepEqual } from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { decode, encode, frameRejection, type Frame } from '../../../speaker/wire/frame.ts'
import { isRejection } from '../../../speaker/wire/rejection.ts'
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
  withOptions,
} from '../../support/wire/frame-octets.ts'
import { aFrame, mutatedFrames } from '../../support/wire/frame-arbitrary.ts'
import { ip, mac, parseFrame } from '../../support/wire/frame-text.ts'
import { hex } from '../../support/wire/hex.ts'

const WHOLE = {
  ARP_REQUEST,
  ARP_REPLY,
  SOLICITATION,
  ADVERTISEMENT,
  ECHO_REQUEST,
  ECHO_REPLY,
  ECHO_REQUEST_6,
  ECHO_REPLY_6,
}

t.test('frames of octets are read and written back as they were', async (t) => {
  for (const [name, bytes] of Object.entries(WHOLE)) {
    const frame = decode(bytes)
    t.notOk(isRejection(frame), name)
    t.strictSame(encode(frame as Frame), bytes, name)
  }
})

t.test('an option that is not read does not come back', async (t) => {
  const nonce = withOptions(SOLICITATION, '0e 01 a1a2a3a4a5a6 01 01 021213141516')
  t.strictSame(encode(decode(nonce) as Frame), SOLICITATION)
})

t.test('each layer rejects what is its own', async (t) => {
  t.strictSame(decode(hex('00')), { rejected: 'frameTooShort' })
  t.strictSame(decode(ARP_REQUEST.subarray(0, 20)), { rejected: 'arpTooShort' })
  t.strictSame(decode(SOLICITATION.subarray(0, 20)), { rejected: 'ipv6TooShort' })
  t.strictSame(decode(changed(SOLICITATION, [21, 'fe'])), { rejected: 'ndpHopLimit' })
  t.strictSame(decode(ECHO_REQUEST.subarray(0, 33)), { rejected: 'ipv4TooShort' })
  t.strictSame(decode(changed(ECHO_REPLY, [34, '03'])), { rejected: 'otherIcmpType' })
  t.strictSame(decode(changed(ECHO_REPLY_6, [55, '01'])), { rejected: 'icmpCode' })
  t.strictSame(decode(changed(ECHO_REPLY_6, [54, '01'])), { rejected: 'otherIcmpType' })
})

t.test('any frame that can be written is read back as it was', async () => {
  fc.assert(
    fc.property(aFrame, (frame) => {
      deepEqual(decode(encode(frame)), frame)
    }),
    { numRuns: 500, seed: 3 },
  )
})

t.test('nonsense is refused by the encoder as well', async (t) => {
  const request = parseFrame(
    '02:00:00:00:00:aa > broadcast ARP request who-has 10.0.0.1 tell 10.0.0.2',
  )
  const solicitation = parseFrame(
    '02:00:00:00:00:aa > 33:33:ff:00:00:01 fe80::1 > ff02::1:ff00:1 NS who-has 2001:db8::1',
  )
  const echo = parseFrame('02:00:00:00:00:aa > broadcast 10.0.0.1 > 10.0.0.2 echo request 7 1')
  if (request.kind !== 'arp' || solicitation.kind !== 'ndp' || echo.kind !== 'echo')
    throw new Error('read wrongly')
  const { arp, ethernet } = request
  const { ipv6, ndp } = solicitation
  const nonsense: Record<string, Frame> = {
    'ARP with an IPv6 address': { ...request, arp: { ...arp, senderProtocolAddress: ip('::2') } },
    'a group as Ethernet source': {
      ...request,
      ethernet: { ...ethernet, source: mac('03:00:00:00:00:01') },
    },
    'IPv6 from an IPv4 address': { ...solicitation, ipv6: { ...ipv6, source: ip('10.0.0.1') } },
    'a solicitation of a group': { ...solicitation, ndp: { ...ndp, targetAddress: ip('ff02::1') } },
    'a source that is a group': { ...solicitation, ipv6: { ...ipv6, source: ip('ff02::1') } },
    'a flow label of 21 bits': { ...solicitation, ipv6: { ...ipv6, flowLabel: 0x10_0000 } },
    'a traffic class below zero': { ...solicitation, ipv6: { ...ipv6, trafficClass: -1 } },
    'an echo from one family to the other': { ...echo, destination: ip('2001:db8::1') },
    'an echo from a group': { ...echo, source: ip('224.0.0.1') },
    'an identifier of 17 bits': { ...echo, echo: { ...echo.echo, identifier: 0x1_0000 } },
    'a sequence number below zero': { ...echo, echo: { ...echo.echo, sequence: -1 } },
    'half a traffic class': { ...solicitation, ipv6: { ...ipv6, trafficClass: 0.5 } },
  }
  for (const [name, frame] of Object.entries(nonsense))
    t.throws(() => encode(frame), { name: 'RangeError' }, name)
})

t.test('no bytes make decoding throw', async (t) => {
  const count = Number(process.env['BELLWETHER_FUZZ_FRAMES'] ?? 100_000)
  const reasons = new Set<string>()
  for (const bytes of mutatedFrames(count, Object.values(WHOLE))) {
    const frame = decode(bytes)
    if (isRejection(frame)) reasons.add(frame.rejected)
    else {
      reasons.add(frame.kind)
      frameRejection(bytes)
    }
  }
  t.ok(reasons.size >= 34, `mutations reach ${[...reasons].sort().join(', ')}`)
})
