import t from 'tap'
import {
  bindAddresses,
  neighborsOf,
  ownAddresses,
  type BindingOptions,
  type FindNeighbor,
} from '../../../speaker/lan/bindings.ts'
import type { Neighbor } from '../../../speaker/lan/link-view.ts'
import { linkOf } from '../../support/speaker/scenario.ts'
import { neighbor, node, planned } from '../../support/wire/wire-fixtures.ts'

function options(parts: Partial<BindingOptions> = {}): BindingOptions {
  return { before: new Map(), neighborOn: neighbor, ownerOf: () => undefined, ...parts }
}

const eth0 = linkOf('eth0 02:00:00:00:00:01 up 10.0.0.1/24')
const eth1 = linkOf('eth1 02:00:00:00:00:02 down 10.0.0.2/24')
const eth2 = linkOf('eth2 02:00:00:00:00:03 up 10.0.0.3/24 2001:db8::3/64')

const worker1 = node('worker-1', '10.0.0.11')
const worker2 = node('worker-2', '10.0.0.12')
const worker3 = node('worker-3', '10.0.0.13')
const names = (neighbors: readonly Neighbor[]) =>
  neighbors.map((one) => `${one.node.name} ${one.link.state.name}`)

t.test('a binding for each address on each of its links that is up', async (t) => {
  const wanted = [planned('10.0.0.101'), planned('10.0.0.100'), planned('2001:db8::64')]
  const { placed, views, bindings } = bindAddresses(wanted, [eth0, eth1, eth2], options())
  t.strictSame(
    bindings.map(({ planned: { address }, link }) => `${address.text} ${link.state.name}`),
    [
      '10.0.0.101 eth0',
      '10.0.0.101 eth2',
      '10.0.0.100 eth0',
      '10.0.0.100 eth2',
      '2001:db8::64 eth2',
    ],
  )
  t.strictSame([...views.keys()], ['eth0', 'eth2'])
  t.strictSame(
    placed.map(({ links }) => links.map(({ name }) => name)),
    [['eth0', 'eth1', 'eth2'], ['eth0', 'eth1', 'eth2'], ['eth2']],
  )
})

t.test('all candidates are wanted, in the order of the plan; the first is the owner', async (t) => {
  const { bindings } = bindAddresses(
    [planned('10.0.0.100', worker2, worker1)],
    [eth0, eth2],
    options(),
  )
  t.strictSame(
    bindings.map(({ candidates, owner }) => [names(candidates), owner.node.name]),
    [
      [['worker-2 eth0', 'worker-1 eth0'], 'worker-2'],
      [['worker-2 eth2', 'worker-1 eth2'], 'worker-2'],
    ],
  )
})

t.test('who owns an address until now goes on owning it, candidate or not', async (t) => {
  const ownerOf = (_: unknown, link: string) => (link === 'eth0' ? worker3 : undefined)
  const wanted = [planned('10.0.0.100', worker2, worker1)]
  const { bindings } = bindAddresses(wanted, [eth0, eth2], options({ ownerOf }))
  t.strictSame(names(bindings.map(({ owner }) => owner)), ['worker-3 eth0', 'worker-2 eth2'])
})

t.test('who has been heard on a link is kept while it is the same link', async (t) => {
  const { views } = bindAddresses([], [eth0, eth2], options())
  const before = new Map([...views.values()].map((view) => [view.key, view]))
  const later = bindAddresses([], [eth0, { ...eth2, index: 77 }], options({ before }))
  t.equal(later.views.get('eth0')?.witnesses, views.get('eth0')?.witnesses)
  t.not(later.views.get('eth2')?.witnesses, views.get('eth2')?.witnesses)
})

t.test('neighbours: candidates and owners anyhow, others where they have an address', async (t) => {
  const ours = new Map<string, Neighbor>()
  const neighborOn: FindNeighbor = (link, one) => {
    const key = `${one.name} ${link.key}`
    const found = ours.get(key) ?? neighbor(link, one)
    ours.set(key, found)
    return found
  }
  const elsewhere = node('worker-4', '192.0.2.14')
  const wanted = [planned('10.0.0.100', elsewhere)]
  const { bindings } = bindAddresses(
    wanted,
    [eth0],
    options({ neighborOn, ownerOf: () => worker2 }),
  )
  const nodes = [worker1, worker2, node('worker-5', '192.0.2.15')]
  t.strictSame(names([...neighborsOf(nodes, bindings, neighborOn)]), [
    'worker-4 eth0',
    'worker-2 eth0',
    'worker-1 eth0',
  ])
  t.equal(neighborsOf(nodes, [], neighborOn).size, 0, 'on links without bindings there are none')
})

t.test('the own addresses of all links are ours', async (t) => {
  t.strictSame([...ownAddresses([eth0, eth2])], ['10.0.0.1', '10.0.0.3', '2001:db8::3'])
})
