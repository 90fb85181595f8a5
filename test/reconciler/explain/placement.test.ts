import t from 'tap'
import { explainNode, explainPlacement } from '../../../reconciler/explain/placement.ts'
import type { PlaceInput } from '../../../reconciler/placement/place.ts'
import { assignment } from '../../support/planning/assignments.ts'
import { facts, node, pool, poolSet, service } from '../../support/planning/facts.ts'
import { placed, placeInput, threeNodes } from '../../support/planning/placed.ts'
import { planOf } from '../../support/planning/plans.ts'

function placementFacts(parts: Partial<PlaceInput>) {
  const input = placeInput(parts)
  return { segments: placed(parts), pools: input.pools.pools, facts: input.facts }
}

function explained(parts: Partial<PlaceInput> = {}) {
  const known = placementFacts(parts)
  return explainPlacement(known, known.segments[0]!, 0)
}

const web = service('default/web')
const before = [planOf([{ address: '192.0.2.1', services: ['default/web'], candidates: 'ab' }])]

t.test('a new placement: how all candidates compared', async (t) => {
  const nodes = [...threeNodes(), { ...node('d', '198.51.100.14'), excludedByLabel: true }]
  const services = [service('default/web', { preferredNode: 'b' })]
  const explanation = explained({ facts: facts(services, { nodes }), candidatesPerAddress: 2 })
  const none = { ready: true, preferred: false, weight: 0, poolAddresses: 0, segmentAddresses: 0 }
  t.strictSame(explanation.ranking?.[0], { node: 'b', ...none, preferred: true })
  t.strictSame(explanation.ranking?.map((rank) => rank.node).sort(), ['a', 'b', 'c'])
  t.strictSame(
    { ...explanation, ranking: undefined },
    {
      basis: 'filtered',
      ownerReason: 'placed',
      candidates: ['b', 'c'],
      alsoEligible: ['a'],
      excluded: [{ node: 'd', reason: 'excludedByLabel' }],
      ranking: undefined,
    },
  )
})

t.test('loads are those of the moment, not of the end', async (t) => {
  const assignments = [assignment('192.0.2.1'), assignment('192.0.2.2')]
  const known = placementFacts({ assignments })
  const loads = [0, 1].map((index) =>
    explainPlacement(known, known.segments[0]!, index).ranking!.map((rank) => rank.poolAddresses),
  )
  t.strictSame(loads, [
    [0, 0, 0],
    [0, 0, 1],
  ])
})

t.test('a planned owner that stays', async (t) => {
  t.strictSame(explained({ previous: before }), {
    basis: 'filtered',
    ownerReason: 'kept',
    candidates: ['a', 'b', 'c'],
    alsoEligible: [],
    excluded: [],
  })
})

t.test('a planned owner that is gone, or may not any more', async (t) => {
  const gone = explained({
    previous: before,
    facts: facts([web], { nodes: threeNodes().slice(1) }),
  })
  t.match(gone, { ownerReason: 'nextStandby', formerOwner: { node: 'a', reason: 'nodeGone' } })
  const nodes = threeNodes().map((one) => ({ ...one, networkUnavailable: one.name === 'a' }))
  const excluded = explained({ previous: before, facts: facts([web], { nodes }) })
  t.match(excluded.formerOwner, { node: 'a', reason: 'networkUnavailable' })
})

t.test('a planned owner that had to go although it still may carry it', async (t) => {
  const spec = {
    announced: { ...placeInput().pools.pools[0]!.announced, failback: 'immediate' },
  } as const
  const explanation = explained({
    previous: before,
    pools: poolSet(pool('lan', { addresses: ['192.0.2.0/24'], ...spec })),
    facts: facts([service('default/web', { preferredNode: 'c' })], { nodes: threeNodes() }),
  })
  t.match(explanation, { ownerReason: 'failback', formerOwner: { node: 'a' } })
  t.equal(explanation.formerOwner?.reason, undefined)
})

t.test('nodes without an endpoint of a Local Service', async (t) => {
  const local = service('default/web', { externalTrafficPolicy: 'Local' })
  const endpoint = { nodeName: 'b', ready: true, serving: true, terminating: false }
  const endpoints = new Map([['default/web', [endpoint]]])
  const { candidates, excluded } = explained({
    facts: facts([local], { nodes: threeNodes(), endpoints }),
  })
  t.strictSame(candidates, ['b'])
  t.strictSame(excluded, [
    { node: 'a', reason: 'noLocalEndpoint' },
    { node: 'c', reason: 'noLocalEndpoint' },
  ])
})

t.test('candidates that are kept because nothing is known', async (t) => {
  t.strictSame(explained({ previous: before, facts: facts(undefined, { nodes: undefined }) }), {
    basis: 'nodesUnknown',
    ownerReason: 'kept',
    candidates: ['a', 'b'],
    alsoEligible: [],
    excluded: [],
  })
})

const two = {
  pools: poolSet(
    pool('lan', { addresses: ['192.0.2.0/24'], nodeSelector: { matchLabels: { zone: 'x' } } }),
    pool('any', { addresses: ['192.0.4.0/24'] }),
    pool('dmz', { addresses: ['192.0.3.0/24'], segment: 'dmz' }),
  ),
  assignments: [assignment('192.0.4.1', { pool: 'any' }), assignment('192.0.4.2', { pool: 'any' })],
  previous: [
    planOf([
      { address: '192.0.4.1', services: ['default/web'], candidates: 'ab' },
      { address: '192.0.4.2', services: ['default/web'], candidates: 'bca' },
    ]),
  ],
}

t.test('what a node carries and may carry', async (t) => {
  t.strictSame(explainNode(placementFacts(two), 'a'), {
    kind: 'node',
    node: 'a',
    standing: 'present',
    ready: true,
    segments: [
      {
        segment: 'default',
        addresses: ['198.51.100.11'],
        pools: [{ pool: 'lan', excluded: 'notSelected' }, { pool: 'any' }],
        owns: ['192.0.4.1'],
        standsByFor: ['192.0.4.2'],
      },
      {
        segment: 'dmz',
        addresses: ['198.51.100.11'],
        pools: [{ pool: 'dmz' }],
        owns: [],
        standsByFor: [],
      },
    ],
  })
})

t.test('a node that is not there, or of which nobody knows', async (t) => {
  const absent = explainNode(placementFacts({}), 'x')
  t.match(absent, { standing: 'absent', segments: [{ addresses: [], pools: [], owns: [] }] })
  t.notOk('ready' in absent)
  const unknown = placementFacts({ facts: facts([web], { nodes: undefined }), previous: before })
  t.match(explainNode(unknown, 'a'), { standing: 'unknown', segments: [{ owns: ['192.0.2.1'] }] })
})
