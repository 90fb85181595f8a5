import t from 'tap'
import { poolCounts } from '../../../reconciler/publish/pool-counts.ts'
import { node, pool } from '../../support/planning/facts.ts'
import { planOf } from '../../support/planning/plans.ts'

function given(...addresses: readonly string[]) {
  return addresses.map((address) => ({ address, services: ['shop/web'], candidates: 'a' }))
}

t.test('assigned and available, by family', async (t) => {
  const lan = pool('lan', {
    addresses: ['198.51.100.0/28', '2001:db8::10-2001:db8::1f'],
    reserve: { '198.51.100.9': 'shop/db' },
  })
  const nodes = [node('a', '198.51.100.11', '192.0.2.1')]
  const plans = [planOf(given('198.51.100.1', '198.51.100.2', '2001:db8::10'))]
  t.strictSame(Object.fromEntries(poolCounts([lan], plans, { nodes })), {
    lan: { ipv4: { assigned: 2, available: 12 }, ipv6: { assigned: 1, available: 15 } },
  })
})

t.test('a reserved address that its Service has is not taken off twice', async (t) => {
  const lan = pool('lan', {
    addresses: ['198.51.100.0/30'],
    reserve: { '198.51.100.1': 'shop/web' },
  })
  const counts = poolCounts([lan], [planOf(given('198.51.100.1'))], { nodes: undefined })
  t.strictSame(counts.get('lan'), { ipv4: { assigned: 1, available: 3 } })
})

t.test(
  'addresses of a pool that was narrowed count as assigned and take nothing away',
  async (t) => {
    const lan = pool('lan', { addresses: ['198.51.100.0/30'] })
    const counts = poolCounts([lan], [planOf(given('203.0.113.7', '2001:db8::1'))], { nodes: [] })
    t.strictSame(counts.get('lan'), {
      ipv4: { assigned: 1, available: 4 },
      ipv6: { assigned: 1, available: 0 },
    })
  },
)

t.test('two pools with the same addresses: what one gave, the other has not', async (t) => {
  const pools = [
    pool('lan', { addresses: ['198.51.100.0/30'] }),
    pool('other', { addresses: ['198.51.100.0/30'] }),
  ]
  const counts = poolCounts(pools, [planOf(given('198.51.100.1'))], { nodes: [] })
  t.strictSame(counts.get('other'), { ipv4: { assigned: 0, available: 3 } })
})

t.test('avoidBuggyIPs: addresses that end in .0 or .255 are none', async (t) => {
  const sizes: readonly [string, number][] = [
    ['198.51.100.0/24', 254],
    ['198.51.0.0/16', 65_024],
    ['198.51.100.250-198.51.101.5', 10],
    ['198.51.100.1-198.51.100.254', 254],
    ['198.51.100.255', 0],
  ]
  for (const [range, available] of sizes) {
    const lan = pool('lan', { addresses: [range, '2001:db8::/126'], avoidBuggyIPs: true })
    const counts = poolCounts([lan], [], { nodes: [] }).get('lan')
    t.strictSame(counts?.ipv4 ?? { assigned: 0, available: 0 }, { assigned: 0, available }, range)
    t.strictSame(counts?.ipv6, { assigned: 0, available: 4 })
  }
})

t.test('more than a number can say; and an address that is none', async (t) => {
  const lan = pool('lan', { addresses: ['2001:db8::/32'] })
  t.strictSame(poolCounts([lan], [planOf(given('nowhere'))], { nodes: [] }).get('lan'), {
    ipv6: { assigned: 0, available: Number.MAX_SAFE_INTEGER },
  })
})
