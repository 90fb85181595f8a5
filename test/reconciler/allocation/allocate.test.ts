import t from 'tap'
import { allocate } from '../../../reconciler/allocation/allocate.ts'
import {
  given,
  kept,
  NOW,
  refused,
  released,
  round,
} from '../../support/planning/allocation-round.ts'
import { facts, held, pool, poolSet, service } from '../../support/planning/facts.ts'

const web = pool('web', { addresses: ['10.0.0.1-10.0.0.3'] })
const older = { createdAt: '2025-01-01T00:00:00Z' }

t.test('held, then reserved, then requested, then automatic', async (t) => {
  const result = round({
    pools: [pool('web', { addresses: ['10.0.0.1-10.0.0.5'], reserve: { '10.0.0.3': 'x/later' } })],
    services: [
      service('x/auto', older),
      service('x/later', { ask: ['10.0.0.2'] }),
      service('x/asks', { ask: ['10.0.0.2'] }),
      service('x/has'),
    ],
    previous: [held('10.0.0.1', ['x/has'])],
  })
  t.strictSame(
    result.assignments.map(({ address, services, rule }) => [address.text, ...services, rule]),
    [
      ['10.0.0.1', 'x/has', 'held'],
      ['10.0.0.2', 'x/asks', 'requested'],
      ['10.0.0.3', 'x/later', 'reserved'],
      ['10.0.0.4', 'x/auto', 'automatic'],
    ],
  )
})

t.test('among equals the older Service is first, then the key', async (t) => {
  const { assignments } = round({
    pools: [web],
    services: [service('x/b'), service('x/a', { createdAt: '' }), service('y/old', older)],
  })
  t.strictSame(
    assignments.map(({ services }) => services[0]),
    ['y/old', 'x/b', 'x/a'],
  )
})

t.test('an assignment keeps its since, and goes with its pool to another segment', async (t) => {
  const { assignments } = round({
    pools: [pool('web', { addresses: ['10.0.0.1-10.0.0.3'], segment: 'lab' })],
    services: [service('x/new'), service('x/old', older)],
    previous: [held('10.0.0.2', ['x/old'], { since: '2026-03-03T00:00:00Z' })],
  })
  t.strictSame(
    assignments.map(({ address, segment, since }) => [address.text, segment, since]),
    [
      ['10.0.0.1', 'lab', NOW],
      ['10.0.0.2', 'lab', '2026-03-03T00:00:00Z'],
    ],
  )
})

t.test('Services are not known: all stays, nothing is given', async (t) => {
  const result = round({
    pools: [pool('web', { addresses: ['10.0.0.1'], reserve: { '10.0.0.1': 'x/new' } })],
    services: undefined,
    previous: [held('10.0.0.9', ['x/a'], { pool: 'gone' }), held('10.0.0.1', ['x/b', 'x/c'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/b x/c', '10.0.0.9': 'x/a' })
  t.strictSame(released(result), {})
  t.strictSame(result.refusals.size, 0)
  t.strictSame(kept(result), {
    '10.0.0.1': ['servicesUnknown'],
    '10.0.0.9': ['poolRemoved', 'servicesUnknown'],
  })
  t.strictSame(result.incomplete, [{ kind: 'Service', type: 'servicesUnknown', addresses: 2 }])
})

t.test('nothing at all gives nothing', async (t) => {
  const result = round({ pools: [], services: [] })
  t.strictSame(
    { ...result, trace: result.trace('x/a') },
    {
      assignments: [],
      refusals: new Map(),
      releases: [],
      retained: [],
      incomplete: [],
      findings: [],
      trace: [{ type: 'notOurs', service: 'x/a', because: 'absent' }],
    },
  )
})

t.test('the input is not changed', async (t) => {
  const services = [service('x/b'), service('x/a')]
  const previous = [held('10.0.0.3', ['x/b', 'x/a']), held('10.0.0.2', ['x/c'])]
  const input = { pools: poolSet(web), facts: facts(services), previous, now: NOW }
  const copy = structuredClone(input)
  allocate(input)
  t.strictSame(input, copy)
})

t.test('a chain of moves is made in one round', async (t) => {
  const result = round({
    pools: [web],
    services: [
      service('x/first', { ...older, ask: ['10.0.0.2'] }),
      service('x/second', { ask: ['10.0.0.3'] }),
    ],
    previous: [held('10.0.0.1', ['x/first']), held('10.0.0.2', ['x/second'])],
  })
  t.strictSame(given(result), { '10.0.0.2': 'x/first', '10.0.0.3': 'x/second' })
  t.strictSame(released(result), { '10.0.0.1 x/first': 'moved', '10.0.0.2 x/second': 'moved' })
})

t.test("two that want each other's address both keep their own", async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a', { ask: ['10.0.0.2'] }), service('x/b', { ask: ['10.0.0.1'] })],
    previous: [held('10.0.0.1', ['x/a']), held('10.0.0.2', ['x/b'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/a', '10.0.0.2': 'x/b' })
  t.match(refused(result, 'x/a'), [
    { type: 'request', because: { type: 'inUse', by: 'x/b' }, instead: '10.0.0.1' },
  ])
})
