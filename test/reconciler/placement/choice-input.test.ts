import t from 'tap'
import { findCandidates } from '../../../reconciler/placement/candidates.ts'
import type { CandidateInput } from '../../../reconciler/placement/candidates.ts'
import { NOBODY } from '../../../reconciler/placement/choice.ts'
import { choiceInput } from '../../../reconciler/placement/choice-input.ts'
import type { ChoiceOptions } from '../../../reconciler/placement/choice-input.ts'
import { hashName } from '../../../api/hash.ts'
import type { Pool, ServiceFact } from '../../../reconciler/model/model.ts'
import { assignment } from '../../support/planning/assignments.ts'
import { facts, node, pool, poolSet, service } from '../../support/planning/facts.ts'
import { PLAN_POOL, planOf } from '../../support/planning/plans.ts'

const nodes = [
  { ...node('a', '198.51.100.11'), labels: { zone: 'east', disk: 'ssd' } },
  { ...node('b', '198.51.100.12'), labels: { zone: 'east' } },
  { ...node('c', '198.51.100.13'), ready: false },
]

function inputOf(parts: Partial<CandidateInput> = {}, options: Partial<ChoiceOptions> = {}) {
  const [segment] = findCandidates({
    pools: poolSet(pool('lan', { addresses: ['192.0.2.0/24'] })),
    facts: facts([service('default/web')], { nodes }),
    assignments: [assignment('192.0.2.1')],
    previous: [],
    ...parts,
  })
  const services = new Map<string, ServiceFact>()
  return choiceInput(segment!, {
    services,
    owners: {},
    now: '2026-03-01T00:01:00Z',
    limit: 4,
    ...options,
  })
}

function lanPool(parts: Partial<Pool>) {
  return { pools: poolSet(pool('lan', { addresses: ['192.0.2.0/24'], ...parts })) }
}

t.test('nodes are numbered by name, and addresses are in their order', async (t) => {
  const assignments = [assignment('192.0.2.1', { pool: 'z' }), assignment('192.0.2.2')]
  const input = inputOf({ assignments })
  t.strictSame(input.nodes, [
    { hash: hashName('a'), ready: true },
    { hash: hashName('b'), ready: true },
    { hash: hashName('c'), ready: false },
  ])
  t.strictSame(
    input.addresses.map(({ hash, pool }) => ({ hash, pool })),
    [
      { hash: hashName('192.0.2.1'), pool: 1 },
      { hash: hashName('192.0.2.2'), pool: 0 },
    ],
  )
  t.equal(input.limit, 4)
})

t.test('classes: ready first, then the sum of the weights', async (t) => {
  const preferredNodes = [
    { weight: 2, selector: { matchLabels: { zone: 'east' } } },
    { weight: 3, selector: { matchLabels: { disk: 'ssd' } } },
  ]
  const input = inputOf(lanPool({ preferredNodes }))
  t.strictSame(input.addresses[0]!.classes, [
    { ready: true, weight: 5, nodes: [0] },
    { ready: true, weight: 2, nodes: [1] },
    { ready: false, weight: 0, nodes: [2] },
  ])
})

t.test('addresses of one pool share their classes, those of two do not', async (t) => {
  const pools = poolSet(
    pool('lan', { addresses: ['192.0.2.0/24'] }),
    pool('wan', { addresses: ['192.0.3.0/24'] }),
  )
  const assignments = [
    assignment('192.0.2.1'),
    assignment('192.0.2.2'),
    assignment('192.0.3.1', { pool: 'wan' }),
  ]
  const [one, two, other] = inputOf({ pools, assignments }).addresses
  t.equal(one!.classes, two!.classes)
  t.not(one!.classes[0], other!.classes[0])
})

t.test('where nobody may be added there are no classes', async (t) => {
  const previous = [planOf([{ address: '192.0.2.1', services: ['default/web'], candidates: 'cb' }])]
  const [address] = inputOf({ facts: facts(undefined, { nodes }), previous }).addresses
  t.match(address, { classes: [], former: [2, 1], ownerStays: true })
  const gone = facts([service('default/web')], { nodes: nodes.slice(0, 2) })
  t.match(inputOf({ facts: gone, previous }).addresses[0], { former: [1], ownerStays: false })
})

t.test('who announces now counts if it is a candidate', async (t) => {
  const reported = (name: string, parts: Partial<CandidateInput> = {}) =>
    inputOf(parts, { owners: { '192.0.2.1': name } }).addresses[0]!.reported
  t.equal(reported('b'), 1)
  t.equal(reported('nosuch'), NOBODY)
  t.equal(inputOf({}, { owners: { '192.0.2.9': 'b' } }).addresses[0]!.reported, NOBODY)
  const previous = [planOf([{ address: '192.0.2.1', services: ['default/web'], candidates: 'cb' }])]
  const unknown = { facts: facts(undefined, { nodes }), previous }
  t.equal(reported('b', unknown), 1)
  t.equal(reported('a', unknown), NOBODY)
})

t.test('the node that the first Service prefers which names a candidate', async (t) => {
  const preferred = (...names: readonly (string | undefined)[]) => {
    const keys = names.map((_, index) => `default/s${index}`)
    const services = new Map(
      keys.map((key, index) => [key, service(key, { preferredNode: names[index] })]),
    )
    const assignments = [assignment('192.0.2.1', { services: keys })]
    return inputOf({ assignments }, { services }).addresses[0]!.preferred
  }
  t.equal(preferred(undefined, 'nosuch', 'b', 'a'), 1)
  t.equal(preferred(undefined), NOBODY)
  const frozen = inputOf(
    { facts: facts(undefined, { nodes }) },
    { services: new Map([['default/web', service('default/web', { preferredNode: 'b' })]]) },
  )
  t.equal(frozen.addresses[0]!.preferred, NOBODY)
})

const timed = [
  { ...nodes[0]!, readySince: '2026-03-01T00:00:00Z' },
  { ...nodes[1]!, readySince: '2026-03-01T00:00:01Z' },
  { ...nodes[2]!, readySince: '2026-01-01T00:00:00Z' },
  { ...node('d', '198.51.100.14'), readySince: '' },
]

for (const [failback, expected] of [
  ['never', undefined],
  ['immediate', [true, true, false, true]],
  ['afterStable', [true, false, false, false]],
] as const)
  t.test(`fail-back ${failback}: the nodes that are settled`, async (t) => {
    const announced = { ...PLAN_POOL, failback, failbackDelaySeconds: 60 }
    const known = facts([service('default/web')], { nodes: timed })
    const { settled } = inputOf({ ...lanPool({ announced }), facts: known }).pools[0]!
    t.strictSame(settled && [0, 1, 2, 3].map(settled), expected)
  })

t.test('a node that is gone is never settled', async (t) => {
  const announced = { ...PLAN_POOL, failback: 'immediate' as const }
  const nodesOfPlan = [{ name: 'x', addresses: ['198.51.100.99'] }]
  const previous = [planOf([], { nodes: nodesOfPlan })]
  const { settled } = inputOf({ ...lanPool({ announced }), previous }).pools[0]!
  t.strictSame([0, 1, 2, 3].map(settled!), [true, true, false, false])
})

t.test('a pool that is not known moves nothing', async (t) => {
  t.equal(inputOf({ pools: poolSet() }).pools[0]!.settled, undefined)
})
