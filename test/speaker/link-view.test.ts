import t from 'tap'
import { addressKey } from '../../speaker/address-key.ts'
import { claimOn, linkKey, linkView } from '../../speaker/link-view.ts'
import { ip } from '../support/frame-text.ts'
import { hex } from '../support/hex.ts'
import { eth0, neighbor, planned, US } from '../support/wire-fixtures.ts'

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
  t.equal(claim.owner, owner)
  t.not(claimOn(view, planned('10.0.0.100'), owner).key, claim.key)
})
