import t from 'tap'
import { addressBytes } from '../../reconciler/address.ts'
import {
  addressKey,
  claimOn,
  ipv4Key,
  ipv6Key,
  linkKey,
  linkView,
  octetsKey,
} from '../../speaker/link-view.ts'
import { ip } from '../support/frame-text.ts'
import { hex } from '../support/hex.ts'
import { eth0, neighbor, planned, US } from '../support/wire-fixtures.ts'

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

t.test('a link is another one with another index or MAC', async (t) => {
  const link = eth0()
  const keys = [link, { ...link, index: 9 }, { ...link, mac: eth0().mac }, { ...link, up: false }]
  t.equal(new Set(keys.map(linkKey)).size, 2)
})

t.test('a view has what is looked up for a frame', async (t) => {
  const view = linkView(eth0('10.0.0.1/24', 'fe80::1/64'))
  t.strictSame(view.mac, hex(US.replaceAll(':', '')))
  t.ok(view.own.has(addressKey(ip('10.0.0.1'))))
  t.ok(view.own.has(addressKey(ip('fe80::1'))))
  t.notOk(view.own.has(addressKey(ip('10.0.0.2'))))
})

t.test('a claim is found by its address', async (t) => {
  const view = linkView(eth0())
  const wanted = planned('2001:db8::64')
  const owner = neighbor(view, wanted.candidates[0])
  const claim = claimOn(view, wanted, owner)
  t.equal(view.claims.get(addressKey(ip('2001:db8::64'))), claim)
  t.strictSame(claim.group, addressBytes(ip('ff02::1:ff00:64')))
  t.equal(claimOn(view, planned('10.0.0.100'), owner).group, undefined)
})
