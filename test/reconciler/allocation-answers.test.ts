import t from 'tap'
import { refused, round } from '../support/allocation-round.ts'
import { held, pool, service } from '../support/facts.ts'

const addresses = ['10.0.0.1']
const full = pool('full', { addresses, priority: 1 })
const POOLS = [
  full,
  pool('manual', { addresses: ['10.0.1.1'], autoAssign: false }),
  pool('other-app', { addresses: ['10.0.2.1'], serviceSelector: { matchLabels: { app: 'db' } } }),
  pool('paused', { addresses: ['10.0.3.1'], suspend: true }),
  pool('six', { addresses: ['fd00::1'] }),
]
const previous = [held('10.0.0.1', ['x/has'], { pool: 'full' })]

t.test('each pool that was asked says why it gave nothing', async (t) => {
  const services = [service('x/has'), service('x/a'), service('x/b')]
  const result = round({ pools: POOLS, services, previous })
  t.strictSame(refused(result, 'x/a'), [
    {
      type: 'poolsExhausted',
      family: 'IPv4',
      pools: [
        { pool: 'full', because: 'exhausted' },
        { pool: 'manual', because: 'autoAssignOff' },
        { pool: 'other-app', because: 'serviceSelector' },
        { pool: 'paused', because: 'suspended' },
        { pool: 'six', because: 'noneOfFamily' },
      ],
    },
  ])
  const [a, b] = ['x/a', 'x/b'].map((key) => refused(result, key)[0] as { pools: unknown })
  t.equal(a?.pools, b?.pools, 'made once for all that hear the same')
})

t.test('a Service that asks for a pool hears that one alone', async (t) => {
  const asks = (requestedPool: string) => {
    const services = [service('x/has'), service('x/a', { requestedPool })]
    return refused(round({ pools: POOLS, services, previous }), 'x/a')
  }
  t.match(asks('full'), [{ pools: [{ pool: 'full', because: 'exhausted' }] }])
  t.match(asks('paused'), [{ type: 'noPoolFits', pools: [{ because: 'suspended' }] }])
  t.match(asks('six'), [{ type: 'noPoolFits', pools: [{ because: 'noneOfFamily' }] }])
  t.strictSame(asks('manual'), [])
})

t.test('a pool that would have one is available: it is the other family that lacks', async (t) => {
  const families = ['IPv4', 'IPv6'] as const
  const services = [service('x/a', { families, familyPolicy: 'RequireDualStack' })]
  const result = round({ pools: [full], services })
  t.match(refused(result, 'x/a'), [
    { type: 'otherFamilyMissing', family: 'IPv4' },
    { type: 'noPoolFits', family: 'IPv6' },
  ])
})
