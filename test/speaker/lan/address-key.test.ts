import t from 'tap'
import { addressBytes } from '../../../api/address.ts'
import { addressKey, ipv4Key, ipv6Key, octetsKey } from '../../../speaker/lan/address-key.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { hex } from '../../support/wire/hex.ts'

t.test('an address has the same key wherever it is read from', async (t) => {
  const ipv6 = addressBytes(ip('2001:db8:1:2:3:4:5:6'))
  t.equal(ipv4Key(hex('00 fffefdfc'), 1), addressKey(ip('255.254.253.252')))
  t.equal(ipv6Key(Uint8Array.of(9, ...ipv6), 1), addressKey(ip('2001:db8:1:2:3:4:5:6')))
  t.equal(octetsKey(ipv6), addressKey(ip('2001:db8:1:2:3:4:5:6')))
})

t.test('different addresses have different keys', async (t) => {
  const texts = ['10.0.0.1', '10.0.1.0', '::a00:1', '2001:db8::1', '2001:db8::1:0', '1::2001:db8:0']
  t.equal(new Set(texts.map((text) => addressKey(ip(text)))).size, texts.length)
})
