import t from 'tap'
import {
  BROADCAST,
  isGroup,
  macBytes,
  macFromBytes,
  multicastMac,
  parseMac,
  ZERO_MAC,
} from '../../../speaker/wire/mac.ts'
import { mac } from '../../support/wire/frame-text.ts'
import { hex } from '../../support/wire/hex.ts'

t.test('a text names a MAC in either case, and in one form only', async (t) => {
  t.equal(parseMac('02:Ab:cD:04:05:06'), '02:ab:cd:04:05:06')
  for (const text of ['', '02-ab-cd-04-05-06', '2:ab:cd:4:5:6', '02:ab:cd:04:05', '02abcd040506'])
    t.equal(parseMac(text), undefined, text)
})

t.test('octets and text say the same', async (t) => {
  const text = mac('02:1f:2e:3d:4c:5b')
  t.strictSame(macBytes(text), hex('021f2e3d4c5b'))
  t.equal(macFromBytes(hex('00 021f2e3d4c5b 00'), 1), text)
  t.equal(macFromBytes(hex('021f2e3d4c5b')), text)
  t.throws(() => macFromBytes(hex('021f2e3d4c5b'), 1), { name: 'RangeError' })
})

t.test('groups have the lowest bit of the first octet set', async (t) => {
  t.ok(isGroup(BROADCAST))
  t.ok(isGroup(mac('33:33:00:00:00:01')))
  t.ok(isGroup(mac('01:00:5e:00:00:01')))
  t.notOk(isGroup(mac('02:00:00:00:00:01')))
  t.notOk(isGroup(ZERO_MAC))
})

t.test('RFC 2464 §7: 33:33 and the last four octets of the group', async (t) => {
  t.equal(multicastMac(hex('ff0200000000000000000001ff8a9bac')), '33:33:ff:8a:9b:ac')
})
