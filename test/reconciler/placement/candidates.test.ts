import t from 'tap'
import { findCandidates } from '../../../reconciler/placement/candidates.ts'
import type { CandidateInput } from '../../../reconciler/placement/candidates.ts'
import type { EndpointFact, NodeFact } from '../../../reconciler/model/model.ts'
import { assignment } from '../../support/planning/assignments.ts'
import { facts, node, pool, poolSet, service } from '../../support/planning/facts.ts'
import { planOf } from '../../support/planning/plans.ts'

const lan = pool('lan', { addresses: ['192.0.2.0/24'] })
const nodes = [node('a', '198.51.100.11'), node('b', '198.51.100.12'), node('c', '198.51.100.13')]
const cluster = service('default/web')
const local = service('default/web', { externalTrafficPolicy: 'Local' })

function plan(candidates: string) {
  return planOf([{ address: '192.0.2.1', services: ['default/web'], candidates }])
}

function endpointsOn(...names: readonly string[]): ReadonlyMap<string, readonly EndpointFact[]> {
  const on = (nodeName: string) => ({ nodeName, ready: true, serving: true, terminating: false })
  return new Map([['default/web', names.map(on)]])
}

function without(name: string, parts: Partial<NodeFact>): NodeFact[] {
  return nodes.map((one) => (one.name === name ? { ...one, ...parts } : one))
}

const none = nodes.map((one) => ({ ...one, networkUnavailable: true }))

/** What is found for 192.0.2.1, with node names: `eligible / former, the former owner`. */
function found(parts: Partial<CandidateInput>): string {
  const input = {
    pools: poolSet(lan),
    facts: facts([cluster], { nodes }),
    assignments: [assignment('192.0.2.1')],
    previous: [plan('ba')],
    ...parts,
  }
  const [segment] = findCandidates(input)
  const { basis, eligible, former, formerOwner = 'nobody' } = segment!.addresses[0]!
  const names = (numbers: readonly number[] = []): string =>
    numbers.map((number) => segment!.nodes[number]!.name).join('')
  return `${basis}: ${names(eligible?.nodes)} / ${names(former)}, ${formerOwner}`
}

const cases: readonly [string, Partial<CandidateInput>, string][] = [
  ['all that pass, and the former ones in their order', {}, 'filtered: abc / ba, b'],
  ['a new address', { previous: [] }, 'filtered: abc / , nobody'],
  [
    'a former candidate that passes no more is none',
    { facts: facts([cluster], { nodes: without('b', { excludedByLabel: true }) }) },
    'filtered: ac / a, b',
  ],
  [
    'Nodes unknown: the former ones stay, gone or not',
    { facts: facts([cluster], { nodes: undefined }) },
    'nodesUnknown:  / ba, b',
  ],
  [
    'Services unknown: those that are there stay',
    { facts: facts(undefined, { nodes: nodes.slice(1) }) },
    'servicesUnknown:  / b, b',
  ],
  [
    'or all, if none is there',
    { facts: facts(undefined, { nodes: nodes.slice(2) }) },
    'servicesUnknown:  / ba, b',
  ],
  [
    'EndpointSlices unknown, Local: they stay',
    { facts: facts([local], { nodes, endpoints: undefined }) },
    'endpointsUnknown:  / ba, b',
  ],
  [
    'EndpointSlices unknown, Cluster: nothing is missing',
    { facts: facts([cluster], { nodes, endpoints: undefined }) },
    'filtered: abc / ba, b',
  ],
  [
    'Local: nodes with endpoints',
    { facts: facts([local], { nodes, endpoints: endpointsOn('c', 'a') }) },
    'filtered: ac / a, b',
  ],
  [
    'Local without endpoints: nobody',
    { facts: facts([local], { nodes }) },
    'noLocalEndpoints:  / , b',
  ],
  [
    'the filters leave nobody: the last stay',
    { facts: facts([cluster], { nodes: none }) },
    'nobodyLeft:  / ba, b',
  ],
  [
    'those of them that are there',
    { facts: facts([cluster], { nodes: none.slice(0, 1) }) },
    'nobodyLeft:  / a, b',
  ],
  [
    'an empty list of Nodes leaves nobody either',
    { facts: facts([cluster], { nodes: [] }) },
    'nobodyLeft:  / ba, b',
  ],
  [
    'nobody, and nobody before',
    { facts: facts([cluster], { nodes: none }), previous: [] },
    'nobody:  / , nobody',
  ],
  ['the pool is gone: the last stay', { pools: poolSet() }, 'poolUnknown:  / ba, b'],
  [
    'those of them that are there, whatever else is',
    {
      pools: poolSet(),
      facts: facts([cluster], { nodes: without('b', { networkUnavailable: true }).slice(1) }),
    },
    'poolUnknown:  / b, b',
  ],
  [
    'or, if none is, all of the segment',
    { pools: poolSet(), previous: [plan('a')], facts: facts([cluster], { nodes: nodes.slice(1) }) },
    'poolUnknown: bc / , a',
  ],
  [
    'the pool is gone, and there is no plan: all of the segment',
    { pools: poolSet(), previous: [] },
    'poolUnknown: abc / , nobody',
  ],
  [
    'the pool is gone, and nobody could carry it before: nobody can',
    { pools: poolSet(), previous: [plan('')] },
    'poolUnknown:  / , nobody',
  ],
  [
    'the pool is gone, Local: of the last those with endpoints',
    { pools: poolSet(), facts: facts([local], { nodes, endpoints: endpointsOn('a', 'c') }) },
    'poolUnknown:  / a, b',
  ],
  [
    'or, if none has, all with endpoints',
    { pools: poolSet(), facts: facts([local], { nodes, endpoints: endpointsOn('c') }) },
    'poolUnknown: c / , b',
  ],
  [
    'endpoints that come back find their nodes, pool or not',
    {
      pools: poolSet(),
      previous: [plan('')],
      facts: facts([local], { nodes, endpoints: endpointsOn('c') }),
    },
    'poolUnknown: c / , nobody',
  ],
]

for (const [name, parts, expected] of cases)
  t.test(name, async (t) => t.equal(found(parts), expected))

t.test('former candidates of another segment count if they are on this one', async (t) => {
  const dmz = pool('dmz', { addresses: ['192.0.2.0/24'], segment: 'dmz' })
  const [former, first] = findCandidates({
    pools: poolSet(dmz),
    facts: facts([cluster], { nodes: nodes.slice(1) }),
    assignments: [assignment('192.0.2.1', { pool: 'dmz', segment: 'dmz' })],
    previous: [plan('bac')],
  })
  t.match(former, { segment: 'default', addresses: [] })
  t.equal(first?.segment, 'dmz')
  const names = first!.addresses[0]!.former.map((number) => first!.nodes[number]!.name)
  t.strictSame(names, ['b', 'c'])
})

t.test('a segment for every pool, address and former plan, sorted by name', async (t) => {
  const names = (parts: Partial<CandidateInput>): string[] =>
    findCandidates({
      pools: poolSet(lan),
      facts: facts([]),
      assignments: [],
      previous: [],
      ...parts,
    }).map(({ segment }) => segment)
  t.strictSame(names({}), ['default'])
  t.strictSame(names({ assignments: [assignment('192.0.2.1', { segment: 'a' })] }), [
    'a',
    'default',
  ])
  t.strictSame(names({ previous: [planOf([], { segment: 'old' })] }), ['default', 'old'])
})
