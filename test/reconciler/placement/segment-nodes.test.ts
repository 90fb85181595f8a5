import t from 'tap'
import { segmentNodes } from '../../../reconciler/placement/segment-nodes.ts'
import type { SegmentNode } from '../../../reconciler/placement/segment-nodes.ts'
import { isRefused, parsePrefix } from '../../../api/address.ts'
import { node, pool } from '../../support/planning/facts.ts'

function inNetworks(name: string, ...texts: readonly string[]) {
  const nodeNetworks = texts.map((text) => {
    const prefix = parsePrefix(text)
    if (isRefused(prefix)) throw new Error(text)
    return prefix
  })
  return pool(name, { addresses: ['192.0.2.0/24'], nodeNetworks })
}

function shown(nodes: readonly SegmentNode[]): string[] {
  return nodes.map(({ name, addresses, current, fact }) =>
    [name, ...addresses, current ? 'current' : 'kept', fact === undefined ? 'no Node' : '']
      .join(' ')
      .trim(),
  )
}

const facts = [node('b', '10.1.0.2', '10.2.0.2'), node('c'), node('a', '10.1.0.1')]
const former = [
  { name: 'c', addresses: ['10.1.0.3'] },
  { name: 'gone', addresses: ['10.1.0.9'] },
]

t.test('every node with an address, sorted by name', async (t) => {
  const pools = [pool('p', { addresses: ['192.0.2.0/24'] })]
  t.strictSame(shown(segmentNodes('lan', pools, facts, undefined)), [
    'a 10.1.0.1 current',
    'b 10.1.0.2 10.2.0.2 current',
  ])
})

t.test('addresses inside the networks of any of the pools', async (t) => {
  const pools = [inNetworks('p', '10.2.0.0/24'), inNetworks('q', '10.2.0.0/24', '10.3.0.0/24')]
  t.strictSame(shown(segmentNodes('lan', pools, facts, undefined)), ['b 10.2.0.2 current'])
})

t.test('of any network, if one of the pools takes any', async (t) => {
  const pools = [inNetworks('p', '10.2.0.0/24'), inNetworks('q')]
  t.strictSame(shown(segmentNodes('lan', pools, facts, undefined)), [
    'a 10.1.0.1 current',
    'b 10.1.0.2 10.2.0.2 current',
  ])
})

t.test(
  'nodes of the previous plan that are gone, or have no address, are kept aside',
  async (t) => {
    t.strictSame(shown(segmentNodes('lan', [inNetworks('p', '10.1.0.0/24')], facts, former)), [
      'a 10.1.0.1 current',
      'b 10.1.0.2 current',
      'c 10.1.0.3 kept',
      'gone 10.1.0.9 kept no Node',
    ])
  },
)

t.test('without pools the previous plan says who is on the segment', async (t) => {
  t.strictSame(shown(segmentNodes('lan', [], facts, former)), [
    'c 10.1.0.3 current',
    'gone 10.1.0.9 kept no Node',
  ])
  t.strictSame(shown(segmentNodes('lan', [], facts, undefined)), [
    'a 10.1.0.1 current',
    'b 10.1.0.2 10.2.0.2 current',
  ])
})

t.test('without Nodes in the state its nodes are those of the segment', async (t) => {
  t.strictSame(shown(segmentNodes('lan', [inNetworks('p')], undefined, former)), [
    'c 10.1.0.3 current no Node',
    'gone 10.1.0.9 current no Node',
  ])
  t.strictSame(shown(segmentNodes('lan', [], undefined, undefined)), [])
})

t.test('an address that a node has twice counts once', async (t) => {
  const twice = [node('a', '10.1.0.1', '10.1.0.1')]
  t.strictSame(shown(segmentNodes('lan', [], twice, undefined)), ['a 10.1.0.1 current'])
})
