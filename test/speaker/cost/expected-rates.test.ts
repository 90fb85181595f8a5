import t from 'tap'
import type { AnnouncementPlan, PlanPool } from '../../../api/objects.ts'
import { expectedRates } from '../../../speaker/cost/expected-rates.ts'
import { DEFAULT_SETTINGS } from '../../../speaker/machine/settings.ts'
import { planOf } from '../../support/speaker/plan-sketch.ts'

const [POOL] = planOf({ nodes: [], owners: {} }).spec.pools
if (POOL === undefined) throw new Error('no pool')

function pool(name: string, intervalMilliseconds: number, failureThreshold = 5): PlanPool {
  const probe = { method: 'auto', intervalMilliseconds, failureThreshold } as const
  return { ...(POOL as PlanPool), name, probe }
}

/** Nodes `n0`, `n1`, ...: one family each, and both for those that are listed. */
function nodes(count: number, dual: readonly number[] = []) {
  return Array.from({ length: count }, (_, at) => ({
    name: `n${at}`,
    addresses: [`10.0.${at >> 8}.${at & 255}`, ...(dual.includes(at) ? [`fd00::${at + 1}`] : [])],
  }))
}

interface Sketch {
  readonly nodes: AnnouncementPlan['spec']['nodes']
  readonly pools: readonly PlanPool[]
  /** Address, pool, candidates. */
  readonly announcements: readonly (readonly [string, string, readonly number[]])[]
}

function plan({ nodes, pools, announcements }: Sketch): AnnouncementPlan {
  const empty = planOf({ nodes, owners: {} })
  const since = '2026-01-01T00:00:00Z'
  return {
    ...empty,
    spec: {
      ...empty.spec,
      pools,
      announcements: announcements.map(([address, pool, candidates]) => ({
        address,
        services: ['default/web'],
        pool,
        candidates,
        since,
      })),
    },
  }
}

t.test('a small plan at the default settings', async (t) => {
  const small = plan({
    nodes: nodes(4, [0]),
    pools: [pool('lan', 100)],
    announcements: [
      ['10.0.9.1', 'lan', [0, 1, 2]],
      ['10.0.9.2', 'lan', [1, 0]],
      ['fd00::9:1', 'lan', [0, 1]],
    ],
  })
  t.strictSame(expectedRates(small, DEFAULT_SETTINGS), {
    segment: 'default',
    addresses: { IPv4: 2, IPv6: 1 },
    nodes: 4,
    probes: {
      // n0 has two families, n1 one; n2 and n3 are probed ten times more slowly.
      wantedPerSecond: 20 + 10 + 1 + 1,
      perSecond: 32,
      stretch: 1,
      paces: [
        { intervalMilliseconds: 100, nodes: 2 },
        { intervalMilliseconds: 1000, nodes: 2 },
      ],
    },
    announcing: {
      framesOnce: 5,
      secondsOnce: 5 / 8000,
      burstFrames: 25,
      burstSeconds: 5 + 5 / 8000,
      refreshPerSecond: 5 / 300,
    },
    pools: [
      {
        pool: 'lan',
        addresses: 3,
        failureThreshold: 5,
        intervalMilliseconds: 100,
        detection: { quickMilliseconds: 260, slowMilliseconds: 560 },
      },
    ],
  })
})

t.test('a node keeps the interval of the quickest pool that it serves', async (t) => {
  const { probes, pools } = expectedRates(
    plan({
      nodes: nodes(4),
      pools: [pool('quick', 10, 1), pool('slow', 200), pool('unused', 50)],
      announcements: [
        ['10.0.9.1', 'slow', [0, 1, 3]],
        ['10.0.9.2', 'quick', [1]],
      ],
    }),
    DEFAULT_SETTINGS,
  )
  t.strictSame(probes.paces, [
    { intervalMilliseconds: 10, nodes: 1 },
    { intervalMilliseconds: 100, nodes: 1 },
    { intervalMilliseconds: 200, nodes: 1 },
    { intervalMilliseconds: 2000, nodes: 1 },
  ])
  t.strictSame(
    pools.map(({ pool, addresses, detection }) => [pool, addresses, detection.quickMilliseconds]),
    [
      ['quick', 1, 15],
      ['slow', 1, 520],
    ],
  )
})

t.test('a thousand owners are probed as often as the budget allows', async (t) => {
  const count = 1000
  const announcements = nodes(count).map(
    (_, at) => [`10.1.${at >> 8}.${at & 255}`, 'lan', [at, (at + 1) % count]] as const,
  )
  const large = plan({ nodes: nodes(count), pools: [pool('lan', 100)], announcements })
  const { probes, pools, announcing } = expectedRates(large, DEFAULT_SETTINGS)
  t.equal(Math.round(probes.wantedPerSecond), 10_000)
  t.equal(Math.round(probes.perSecond), 3500)
  t.equal(probes.stretch, 10_000 / 3500)
  t.strictSame(
    pools.map(({ intervalMilliseconds }) => Math.round(intervalMilliseconds)),
    [286],
  )
  t.equal(announcing.framesOnce, 2000)
  t.equal(announcing.secondsOnce, 0.25)
})

t.test('rounds of a burst wait for those before them', async (t) => {
  const owners = Object.fromEntries(
    Array.from({ length: 100 }, (_, at) => [`fd00::a:${at + 1}`, 0] as const),
  )
  const settings = { ...DEFAULT_SETTINGS, framesPerSecond: 100, refreshSeconds: 0 }
  const { announcing } = expectedRates(planOf({ nodes: nodes(1), owners }), settings)
  // Each round takes a second: 0 to 1, 1 to 2, 2 to 3, 3 to 4, and the last from 5 to 6.
  t.equal(announcing.burstSeconds, 6)
  t.equal(announcing.refreshPerSecond, 0)
})

t.test('a plan with nothing in it costs nothing', async (t) => {
  const { probes, announcing, pools } = expectedRates(
    plan({ nodes: [], pools: [], announcements: [] }),
    DEFAULT_SETTINGS,
  )
  t.strictSame(probes, { wantedPerSecond: 0, perSecond: 0, stretch: 1, paces: [] })
  t.equal(announcing.framesOnce, 0)
  t.strictSame(pools, [])
})

t.test('what is no address, no node or no pool of the plan is passed over', async (t) => {
  const odd = plan({
    nodes: [{ name: 'n0', addresses: ['?'] }],
    pools: [],
    announcements: [['nowhere', 'lost', [0, 7]]],
  })
  const { addresses, probes, pools } = expectedRates(odd, DEFAULT_SETTINGS)
  t.strictSame(addresses, { IPv4: 0, IPv6: 0 })
  t.equal(probes.wantedPerSecond, 0)
  t.strictSame(pools, [])
})
