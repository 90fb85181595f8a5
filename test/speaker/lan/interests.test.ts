import t from 'tap'
import { createInterests } from '../../../speaker/lan/interests.ts'
import { bindOn, linkView } from '../../../speaker/lan/link-view.ts'
import { linkOf } from '../../support/speaker/scenario.ts'
import { eth0, neighbor, node, planned } from '../../support/wire/wire-fixtures.ts'
import type { WireEffect } from '../../../speaker/lan/effect.ts'

const link = linkView(eth0())
const other = linkView(linkOf('eth1 02:00:00:00:00:02 up 10.1.0.1/24'))
const worker1 = neighbor(link, node('worker-1', '10.0.0.11', '2001:db8::11'))
const worker2 = neighbor(link, node('worker-2', '10.0.0.12'))
const one = bindOn(link, planned('10.0.0.100'), [worker1])
const two = bindOn(link, planned('2001:db8::64'), [worker1])

const said = (effects: readonly WireEffect[]) =>
  effects.map((effect) =>
    effect.type === 'listen'
      ? [
          effect.link,
          effect.addresses.map(({ text }) => text),
          effect.nodes.map(({ text }) => text),
        ]
      : effect,
  )

t.test('a link is told the addresses and the nodes that are wanted there', async (t) => {
  const elsewhere = neighbor(other, node('worker-1', '10.1.0.11'))
  const there = bindOn(other, planned('10.1.0.100'), [elsewhere])
  t.strictSame(said(createInterests().follow([one, two, there], [worker1, worker2, elsewhere])), [
    ['eth0', ['10.0.0.100', '2001:db8::64'], ['10.0.0.11', '2001:db8::11', '10.0.0.12']],
    ['eth1', ['10.1.0.100'], ['10.1.0.11']],
  ])
})

t.test('only when it is something else; the order does not matter', async (t) => {
  const interests = createInterests()
  interests.follow([one, two], [worker1, worker2])
  t.strictSame(interests.follow([one, two], [worker1, worker2]), [])
  t.strictSame(interests.follow([two, one], [worker2, worker1]), [])
  t.strictSame(said(interests.follow([one], [worker1])), [
    ['eth0', ['10.0.0.100'], ['10.0.0.11', '2001:db8::11']],
  ])
})

t.test('a link that was replaced under its name is told again', async (t) => {
  const interests = createInterests()
  interests.follow([one], [])
  const replaced = linkView({ ...eth0(), index: 77 })
  const again = bindOn(replaced, planned('10.0.0.100'), [neighbor(replaced, worker1.node)])
  t.strictSame(said(interests.follow([again], [])), [['eth0', ['10.0.0.100'], []]])
})

t.test('a link that went away is told again when it comes', async (t) => {
  const interests = createInterests()
  interests.follow([one], [])
  t.strictSame(interests.follow([], []), [])
  t.equal(interests.follow([one], []).length, 1)
})
