import t from 'tap'
import { given, kept, released, round } from '../support/allocation-round.ts'
import { held, pool } from '../support/facts.ts'

const web = pool('web', { addresses: ['10.0.0.1-10.0.0.5'], segment: 'lab' })

t.test('all stays with whom it was, in the segment of its pool', async (t) => {
  const result = round({
    pools: [web],
    services: undefined,
    previous: [held('10.0.0.4', ['x/b', 'x/a']), held('10.0.0.2', ['y/c', 'y/c'])],
  })
  t.match(result.assignments, [
    { address: { text: '10.0.0.2' }, segment: 'lab', rule: 'held', since: '2026-01-01T00:00:00Z' },
    { address: { text: '10.0.0.4' } },
  ])
  t.strictSame(given(result), { '10.0.0.2': 'y/c', '10.0.0.4': 'x/a x/b' })
})

t.test('not even what may be released is released', async (t) => {
  const result = round({
    pools: [{ ...web, allowRelease: ['*', '10.0.9.9'] }],
    services: undefined,
    previous: [held('10.0.9.9', ['x/a'])],
  })
  t.strictSame(given(result), { '10.0.9.9': 'x/a' })
  t.strictSame(kept(result), { '10.0.9.9': ['poolNarrowed', 'servicesUnknown'] })
})

t.test('of two plans that have an address the one that had it first keeps it', async (t) => {
  const result = round({
    pools: [web],
    services: undefined,
    previous: [
      held('10.0.0.4', ['x/c'], { segment: 'b', since: '2026-03-03T00:00:00Z' }),
      held('10.0.0.4', ['x/b', 'x/a'], { segment: 'b', since: '2026-02-02T00:00:00Z' }),
      held('10.0.0.4', ['x/e', 'x/d', 'x/a'], { segment: 'a', since: '2026-03-03T00:00:00Z' }),
    ],
  })
  t.strictSame(given(result), { '10.0.0.4': 'x/a x/b x/c' })
  t.strictSame(released(result), {
    '10.0.0.4 x/d': 'otherPlanFirst',
    '10.0.0.4 x/e': 'otherPlanFirst',
  })
})
