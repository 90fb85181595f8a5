import t from 'tap'
import {
  eligibleFinder,
  exclusions,
  nodeFilter,
} from '../../../reconciler/placement/eligible-nodes.ts'
import { parsePrefix, type Prefix } from '../../../api/address.ts'
import type { NodeFact, Pool } from '../../../reconciler/model/model.ts'
import { node, pool } from '../../support/planning/facts.ts'

function labelled(name: string, parts: Partial<NodeFact>): NodeFact {
  return { ...node(name, '10.1.0.1'), ...parts }
}

const east = pool('east', {
  addresses: ['192.0.2.0/24'],
  nodeSelector: { matchLabels: { zone: 'east' } },
})
const zone = { labels: { zone: 'east' } }
const unfit = { networkUnavailable: true, excludedByLabel: true, internalIPs: [] }

const cases: readonly [string, Partial<NodeFact>, string | undefined][] = [
  ['may carry', zone, undefined],
  ['not Ready is no reason', { ...zone, ready: false }, undefined],
  ['the selector first', unfit, 'notSelected'],
  ['then the network', { ...zone, ...unfit }, 'networkUnavailable'],
  ['then the label', { ...zone, ...unfit, networkUnavailable: false }, 'excludedByLabel'],
  ['then the address', { ...zone, internalIPs: [] }, 'noAddressOnSegment'],
]

for (const [name, parts, expected] of cases)
  t.test(name, async (t) => t.equal(nodeFilter(east, 'lan')(labelled('n', parts)), expected))

t.test('a pool that is not known selects every node', async (t) => {
  t.equal(nodeFilter(undefined, 'lan')(labelled('n', {})), undefined)
  t.equal(nodeFilter(undefined, 'lan')(labelled('n', { excludedByLabel: true })), 'excludedByLabel')
})

const facts = [labelled('a', zone), labelled('b', {}), labelled('c', zone)]
const nodes = [
  ...facts.map((fact) => ({ name: fact.name, addresses: ['10.1.0.1'], fact, current: true })),
  { name: 'd', addresses: ['10.1.0.4'], fact: undefined, current: false },
  { name: 'e', addresses: ['10.1.0.5'], fact: labelled('e', zone), current: false },
]

t.test('numbers of the nodes that pass, but not of those that are only kept', async (t) => {
  const find = eligibleFinder('lan', nodes)
  const eligible = find(east, { type: 'any' })
  t.strictSame(eligible.nodes, [0, 2])
  t.strictSame([0, 1, 2, 3].map(eligible.has), [true, false, true, false])
  t.strictSame(find(undefined, { type: 'any' }).nodes, [0, 1, 2])
})

t.test('with endpoints, those of them that have one', async (t) => {
  const find = eligibleFinder('lan', nodes)
  t.strictSame(find(east, { type: 'some', names: ['b', 'c', 'nosuch'] }).nodes, [2])
  t.strictSame(find(undefined, { type: 'some', names: ['b', 'c'] }).nodes, [1, 2])
  const nobody = find(east, { type: 'some', names: ['nosuch'] })
  t.strictSame([nobody.nodes, nobody.has(0), nobody.has(-1)], [[], false, false])
})

t.test('the same question has the same answer: one object', async (t) => {
  const find = eligibleFinder('lan', nodes)
  t.equal(find(east, { type: 'any' }), find(east, { type: 'any' }))
  t.equal(
    find(east, { type: 'some', names: ['b', 'c'] }),
    find(east, { type: 'some', names: ['c'] }),
  )
  t.not(find(undefined, { type: 'some', names: ['c'] }), find(east, { type: 'some', names: ['c'] }))
})

const prefixFrom = (text: string) => parsePrefix(text) as Prefix

t.test('pools that select alike share their nodes, others do not', async (t) => {
  const find = eligibleFinder('lan', nodes)
  const eligible = (parts: Partial<Pool>) =>
    find(pool('other', { addresses: ['192.0.3.0/24'], ...parts }), { type: 'any' })
  const first = find(east, { type: 'any' })
  const alike = eligible({ nodeSelector: east.nodeSelector })
  t.equal(alike.nodes, first.nodes)
  t.strictSame([first.pool?.name, alike.pool?.name], ['east', 'other'])
  t.strictSame(eligible({}).nodes, [0, 1, 2])
  t.strictSame(eligible({ nodeNetworks: [prefixFrom('10.1.0.0/24')] }).nodes, [0, 1, 2])
  t.strictSame(eligible({ nodeNetworks: [prefixFrom('10.2.0.0/24')] }).nodes, [])
})

t.test('many nodes are told apart like few', async (t) => {
  const many = Array.from({ length: 40 }, (_, number) => {
    const name = `n${String(number).padStart(2, '0')}`
    const fact = labelled(name, number % 2 === 0 ? zone : {})
    return { name, addresses: ['10.1.0.1'], fact, current: true }
  })
  const { has } = eligibleFinder('lan', many)(east, { type: 'any' })
  t.strictSame([-1, 0, 1, 38, 39, 40].map(has), [false, true, false, true, false, false])
})

t.test('every node that may not, with its reason', async (t) => {
  const filter = nodeFilter(east, 'lan')
  t.strictSame(exclusions(facts, filter, { type: 'any' }), [{ node: 'b', reason: 'notSelected' }])
  t.strictSame(exclusions(facts, filter, { type: 'some', names: ['a', 'b'] }), [
    { node: 'b', reason: 'notSelected' },
    { node: 'c', reason: 'noLocalEndpoint' },
  ])
})
