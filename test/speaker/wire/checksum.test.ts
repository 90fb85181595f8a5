import t from 'tap'
import {
  icmpv6Checksum,
  internetChecksum,
  onesComplementSum,
} from '../../../speaker/wire/checksum.ts'
import { ADVERTISEMENT, ECHO_REQUEST, SOLICITATION } from '../../support/wire/frame-octets.ts'
import { hex, withOctet } from '../../support/wire/hex.ts'

t.test('RFC 1071 §3: the sum of the example', async (t) => {
  t.equal(onesComplementSum(hex('0001 f203 f4f5 f6f7'), 0, 8), 0xddf2)
})

t.test('an odd octet counts as if a zero followed', async (t) => {
  t.equal(onesComplementSum(hex('0001 f2'), 0, 3), 0xf201)
  t.equal(onesComplementSum(hex('aa 0001 f2 bb'), 1, 4), 0xf201, 'from an odd place too')
  t.equal(onesComplementSum(hex('0001'), 1, 1), 0, 'nothing sums to zero')
})

t.test('carries come back in at the low end', async (t) => {
  t.equal(onesComplementSum(hex('ffff 0001'), 0, 4), 1)
  t.equal(onesComplementSum(new Uint8Array(200_000).fill(0xff), 0, 200_000), 0xffff)
})

t.test(
  'RFC 1071 §1: the complement, computed by other means, and zero where it stands',
  async (t) => {
    const frame = ECHO_REQUEST.slice()
    t.strictSame([internetChecksum(frame, 14, 34), internetChecksum(frame, 34, 42)], [0, 0])
    frame.set([0, 0], 24)
    frame.set([0, 0], 36)
    t.equal(internetChecksum(frame, 14, 34), 0xd239)
    t.equal(internetChecksum(frame, 34, 42), 0x9278)
  },
)

t.test('RFC 8200 §8.1: known answers, computed by other means', async (t) => {
  t.equal(icmpv6Checksum(withoutChecksum(SOLICITATION)), 0x7d58)
  t.equal(icmpv6Checksum(withoutChecksum(ADVERTISEMENT)), 0x9371)
})

t.test(
  'over a message with its checksum the result is zero, unless an octet is wrong',
  async (t) => {
    t.equal(icmpv6Checksum(SOLICITATION), 0)
    for (const at of [22, 53, 54, 70, 85])
      t.not(icmpv6Checksum(withOctet(SOLICITATION, at, 0x5b)), 0, `octet ${at}`)
  },
)

function withoutChecksum(frame: Uint8Array): Uint8Array {
  return withOctet(withOctet(frame, 56, 0), 57, 0)
}
