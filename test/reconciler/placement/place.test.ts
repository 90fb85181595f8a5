import t from 'tap'
import { assignment } from '../../support/planning/assignments.ts'
import { facts, pool, poolSet, service } from '../../support/planning/facts.ts'
import { placed, threeNodes } from '../../support/planning/placed.ts'

t.test('a plan for each segment, with what it was made from', async (t) => {
  const pools = poolSet(
    pool('lan', { addresses: ['192.0.2.0/24'] }),
    pool('dmz', { addresses: ['192.0.3.0/24'], segment: 'dmz' }),
  )
  const assignments = [
    assignment('192.0.2.1'),
    assignment('192.0.3.1', { pool: 'dmz', segment: 'dmz' }),
  ]
  const segments = placed({ pools, assignments, revision: 'abc' })
  t.match(segments, [
    { plan: { spec: { segment: 'default', revision: 'abc', announcements: [{ pool: 'lan' }] } } },
    { plan: { spec: { segment: 'dmz', revision: 'abc', announcements: [{ pool: 'dmz' }] } } },
  ])
  for (const { candidates, choices, input, plan } of segments) {
    t.equal(choices.length, candidates.addresses.length)
    t.equal(input.addresses.length, plan.spec.announcements.length)
  }
})

t.test('four candidates, unless another number is asked for', async (t) => {
  const nodes = [
    ...threeNodes(),
    { ...threeNodes()[0]!, name: 'd' },
    { ...threeNodes()[0]!, name: 'e' },
  ]
  const known = { facts: facts([service('default/web')], { nodes }) }
  const count = (candidatesPerAddress?: number) =>
    placed({ ...known, candidatesPerAddress })[0]!.plan.spec.announcements[0]!.candidates.length
  t.equal(count(), 4)
  t.equal(count(2), 2)
  t.equal(count(0), 1)
})

t.test('who announces, and what a Service prefers, are heard', async (t) => {
  const ownerOf = (parts: Parameters<typeof placed>[0]) => {
    const { nodes, announcements } = placed(parts)[0]!.plan.spec
    return nodes[announcements[0]!.candidates[0]!]!.name
  }
  for (const name of ['a', 'b', 'c']) {
    t.equal(ownerOf({ owners: { '192.0.2.1': name } }), name)
    const services = [service('default/web', { preferredNode: name })]
    t.equal(ownerOf({ facts: facts(services, { nodes: threeNodes() }) }), name)
  }
})

t.test('without Services in the state nothing is new', async (t) => {
  const [segment] = placed({ facts: facts(undefined, { nodes: threeNodes() }) })
  t.strictSame(segment!.plan.spec.announcements[0]!.candidates, [])
})
