import t from 'tap'
import { addressKey } from '../../../speaker/lan/address-key.ts'
import { bindOn, linkKey, linkView, macKey } from '../../../speaker/lan/link-view.ts'
import { ip } from '../../support/wire/frame-text.ts'
import { hex } from '../../support/wire/hex.ts'
import { eth0, neighbor, node, planned, US } from '../../support/wire/wire-fixtures.ts'

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

t.test('a binding is found by its address', async (t) => {
  const view = linkView(eth0())
  const wanted = planned('2001:db8::64')
  const owner = neighbor(view, wanted.candidates[0])
  const binding = bindOn(view, wanted, [owner])
  t.equal(view.bindings.get(addressKey(ip('2001:db8::64'))), binding)
  t.equal(binding.owner, owner)
  t.not(bindOn(view, planned('10.0.0.100'), [owner]).key, binding.key)
})

t.test('a place stays the same when a link is replaced under its name', async (t) => {
  const owner = neighbor(linkView(eth0()), planned('10.0.0.100').candidates[0])
  const [before, after] = [eth0(), { ...eth0(), index: 9 }].map((state) =>
    bindOn(linkView(state), planned('10.0.0.100'), [owner]),
  )
  t.ok(before && after)
  if (!before || !after) return
  t.equal(before.place, '10.0.0.100 eth0')
  t.equal(after.place, before.place)
  t.not(after.key, before.key)
})

t.test('an owner may be another than the first candidate', async (t) => {
  const view = linkView(eth0())
  const wanted = planned('10.0.0.100')
  const [first, second] = [neighbor(view, node('worker-1')), neighbor(view, node('worker-2'))]
  t.equal(bindOn(view, wanted, [first, second]).owner, first)
  t.equal(bindOn(view, wanted, [first, second], second).owner, second)
})

t.test('who has been heard is kept', async (t) => {
  const before = linkView(eth0())
  t.equal(linkView(eth0(), before).witnesses, before.witnesses)
  t.not(linkView(eth0()).witnesses, before.witnesses)
})

t.test('a MAC is a number, wherever in a frame it stands', async (t) => {
  t.equal(macKey(hex('0212131415ff'), 0), 0x0212131415ff)
  t.equal(macKey(hex('aaaa fedcba987654'), 2), 0xfedcba987654)
})
