import t from 'tap'
import { given, refused, round } from '../../support/planning/allocation-round.ts'
import { held, node, pool, service } from '../../support/planning/facts.ts'

const older = { createdAt: '2025-01-01T00:00:00Z' }
const v4 = pool('v4', { addresses: ['10.0.0.1-10.0.0.4'] })
const v6 = pool('v6', { addresses: ['fd00::1-fd00::4'] })
const both = pool('z', { addresses: ['10.0.1.1-10.0.1.2', 'fd00::1:1-fd00::1:2'], priority: 200 })
const families = ['IPv4', 'IPv6'] as const
const prefers = { families, familyPolicy: 'PreferDualStack' as const }
const requires = { families, familyPolicy: 'RequireDualStack' as const }
const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }
const udp = { ports: [{ protocol: 'UDP', port: 53 }], sharingKey: 'dns' }

t.test('the first pool by priority, then name; when it is exhausted, the next', async (t) => {
  const result = round({
    pools: [
      pool('b', { addresses: ['10.0.2.1'] }),
      pool('a', { addresses: ['10.0.3.1'] }),
      pool('z', { addresses: ['10.0.9.1'], priority: 1 }),
      pool('manual', { addresses: ['10.0.0.1'], priority: 0, autoAssign: false }),
      pool('paused', { addresses: ['10.0.0.2'], priority: 0, suspend: true }),
    ],
    services: ['x/1', 'x/2', 'x/3', 'x/4'].map((key) => service(key)),
  })
  t.strictSame(given(result), { '10.0.2.1': 'x/3', '10.0.3.1': 'x/2', '10.0.9.1': 'x/1' })
  t.match(refused(result, 'x/4'), [{ type: 'poolsExhausted' }])
})

t.test('a Service that asks for a pool', async (t) => {
  const ask = { requestedPool: 'v4' }
  const first = pool('a', { addresses: ['10.9.0.1'] })
  t.test('gets an address of that pool, also without autoAssign', async (t) => {
    const pools = [first, { ...v4, autoAssign: false }]
    t.strictSame(given(round({ pools, services: [service('x/a', ask)] })), { '10.0.0.1': 'x/a' })
  })
  t.test('gets nothing of others when that one is suspended or does not take it', async (t) => {
    const services = [service('x/a', ask)]
    t.strictSame(given(round({ pools: [first, { ...v4, suspend: true }], services })), {})
    t.strictSame(given(round({ pools: [first, { ...v4, namespaces: ['y'] }], services })), {})
  })
  t.test('gets nothing when there is no such pool', async (t) => {
    t.strictSame(given(round({ pools: [first], services: [service('x/a', ask)] })), {})
  })
})

t.test('a Service whose request cannot be read gets nothing', async (t) => {
  const result = round({ pools: [v4], services: [service('x/a', { requestBroken: true })] })
  t.strictSame(given(result), {})
  t.match(refused(result, 'x/a'), [{ type: 'requestUnreadable' }])
})

t.test('PreferDualStack', async (t) => {
  const services = [service('x/a', prefers)]
  t.test('takes both from one pool where one pool has both', async (t) => {
    const result = round({ pools: [v4, v6, both], services })
    t.strictSame(Object.keys(given(result)), ['10.0.1.1', 'fd00::1:1'])
  })
  t.test('else from different pools', async (t) => {
    const result = round({ pools: [v4, v6], services })
    t.strictSame(Object.keys(given(result)), ['10.0.0.1', 'fd00::1'])
  })
  t.test('else what there is', async (t) => {
    const result = round({ pools: [v6], services })
    t.strictSame(Object.keys(given(result)), ['fd00::1'])
    t.match(refused(result, 'x/a'), [{ type: 'noPoolFits', family: 'IPv4' }])
  })
  t.test('the second comes later, from the same pool if that has one', async (t) => {
    const previous = [held('10.0.1.2', ['x/a'], { pool: 'z' })]
    const near = round({ pools: [v4, v6, both], services, previous })
    t.strictSame(Object.keys(given(near)), ['10.0.1.2', 'fd00::1:1'])
    const far = round({ pools: [v6, pool('z', { addresses: ['10.0.1.2'] })], services, previous })
    t.strictSame(Object.keys(given(far)), ['10.0.1.2', 'fd00::1'])
  })
  t.test('the first comes later too', async (t) => {
    const previous = [held('fd00::1:1', ['x/a'], { pool: 'z' })]
    const result = round({ pools: [v4, v6, both], services, previous })
    t.strictSame(Object.keys(given(result)), ['10.0.1.1', 'fd00::1:1'])
  })
  t.test('the second comes from any pool if the first is of none', async (t) => {
    const previous = [held('10.0.7.1', ['x/a'], { pool: 'gone' })]
    const result = round({ pools: [v4, v6], services, previous })
    t.strictSame(Object.keys(given(result)), ['10.0.7.1', 'fd00::1'])
  })
})

t.test('RequireDualStack', async (t) => {
  t.test('takes both', async (t) => {
    const result = round({ pools: [v4, v6], services: [service('x/a', requires)] })
    t.strictSame(Object.keys(given(result)), ['10.0.0.1', 'fd00::1'])
  })
  t.test('takes none if one cannot be had, and leaves it to others', async (t) => {
    const services = [service('x/a', { ...requires, ...older }), service('x/b')]
    const result = round({ pools: [v4], services })
    t.strictSame(given(result), { '10.0.0.1': 'x/b' })
    t.match(refused(result, 'x/a'), [
      { type: 'otherFamilyMissing', family: 'IPv4', missing: 'IPv6' },
      { type: 'noPoolFits', family: 'IPv6' },
    ])
  })
  t.test('what it asks for stays kept for it, and is not given to it alone', async (t) => {
    const services = [
      service('x/a', { ...requires, ask: ['10.0.0.1'] }),
      service('x/b', { ask: ['10.0.0.1'] }),
      service('x/c'),
    ]
    const result = round({ pools: [v4], services })
    t.strictSame(given(result), { '10.0.0.2': 'x/c' })
    t.match(refused(result, 'x/a'), [
      { type: 'otherFamilyMissing', family: 'IPv4', missing: 'IPv6' },
      { type: 'noPoolFits', family: 'IPv6' },
    ])
    t.match(refused(result, 'x/b'), [{ because: { type: 'inUse', by: 'x/a' } }])
  })
  t.test('one that cannot get what it asks for takes nothing else', async (t) => {
    const services = [service('x/a', { ...requires, ask: ['10.9.9.9'] })]
    const result = round({ pools: [v4, v6], services })
    t.strictSame(given(result), {})
    t.match(refused(result, 'x/a'), [
      { type: 'request', family: 'IPv4' },
      { type: 'otherFamilyMissing', family: 'IPv6', missing: 'IPv4' },
    ])
  })
  t.test('keeps the one that it had', async (t) => {
    const previous = [held('10.0.0.3', ['x/a'], { pool: 'v4' })]
    const services = [service('x/a', requires)]
    const alone = round({ pools: [v4], services, previous })
    t.strictSame(given(alone), { '10.0.0.3': 'x/a' })
    const later = round({ pools: [v4, v6], services, previous })
    t.strictSame(Object.keys(given(later)), ['10.0.0.3', 'fd00::1'])
  })
})

t.test('a sharing key', async (t) => {
  t.test('joins the lowest address of that key, also without autoAssign', async (t) => {
    const manual = pool('manual', { addresses: ['10.0.0.1-10.0.0.9'], autoAssign: false })
    const services = [
      service('x/a', tcp),
      service('x/b', { ...tcp, ask: ['10.0.0.3'] }),
      service('x/c', { ...tcp, ask: ['10.0.0.2'] }),
      service('x/d', { ...udp, createdAt: '' }),
    ]
    const result = round({ pools: [v4, manual], services })
    t.strictSame(given(result), {
      '10.0.0.1': 'x/a x/d',
      '10.0.0.2': 'x/c',
      '10.0.0.3': 'x/b',
    })
  })
  t.test('joins the lowest, also where the higher one is older', async (t) => {
    const services = [service('x/a', tcp), service('x/b', tcp), service('x/c', udp)]
    for (const [a, b] of [
      ['10.0.0.1', '10.0.0.2'],
      ['10.0.0.2', '10.0.0.1'],
    ] as const) {
      const since = '2025-01-01T00:00:00Z'
      const previous = [held(a, ['x/a'], { pool: 'v4', since }), held(b, ['x/b'], { pool: 'v4' })]
      const result = round({ pools: [v4], services, previous })
      t.match(given(result)['10.0.0.1'], / x\/c$/)
    }
  })
  t.test('the higher one where the lower one has the port', async (t) => {
    const previous = [
      held('10.0.0.1', ['x/a', 'x/b'], { pool: 'v4' }),
      held('10.0.0.2', ['x/c'], { pool: 'v4' }),
    ]
    const services = [
      service('x/a', tcp),
      service('x/b', udp),
      service('x/c', tcp),
      service('x/d', udp),
    ]
    const result = round({ pools: [v4], services, previous })
    t.strictSame(given(result), { '10.0.0.1': 'x/a x/b', '10.0.0.2': 'x/c x/d' })
  })
  t.test('joins for each family, and takes what is missing from the same pool', async (t) => {
    const services = [
      service('x/a', { ...udp, families: ['IPv6'] }),
      service('x/b', { ...tcp, ...prefers }),
    ]
    const previous = [held('fd00::1:2', ['x/a'], { pool: 'z' })]
    const result = round({ pools: [v4, v6, both], services, previous })
    t.strictSame(given(result), { '10.0.1.1': 'x/b', 'fd00::1:2': 'x/a x/b' })
  })
  const refusals: readonly { name: string; pools: ReturnType<typeof pool>[] }[] = [
    { name: 'not where sharing is off', pools: [{ ...v4, sharing: 'none' }] },
    { name: 'not across namespaces, unless the pool says so', pools: [v4] },
    {
      name: 'not in a suspended pool',
      pools: [{ ...v4, sharing: 'acrossNamespaces', suspend: true }],
    },
    {
      name: 'not where the pool does not take it',
      pools: [{ ...v4, sharing: 'acrossNamespaces', namespaces: ['x'] }],
    },
    { name: 'not where the pool is gone', pools: [] },
  ]
  for (const { name, pools } of refusals)
    t.test(name, async (t) => {
      const result = round({
        pools: [...pools, pool('rest', { addresses: ['10.0.8.1'], priority: 900 })],
        services: [
          service('x/a', tcp),
          service('y/b', { ...udp, requestedPool: 'rest' }),
          service('y/c', udp),
        ],
        previous: [held('10.0.0.1', ['x/a'], { pool: 'v4' })],
      })
      t.equal(given(result)['10.0.0.1'], 'x/a')
    })
  t.test("not a node's own address, nor one reserved for another that is not there", async (t) => {
    const services = [service('x/a', tcp), service('x/b', udp)]
    const previous = [held('10.0.0.1', ['x/a'], { pool: 'v4' })]
    const nodes = [node('n1', '10.0.0.1')]
    t.equal(given(round({ pools: [v4], services, previous, nodes }))['10.0.0.2'], 'x/b')
    const pools = [pool('v4', { addresses: ['10.0.0.1-10.0.0.2'], reserve: { '10.0.0.1': 'x/c' } })]
    t.equal(given(round({ pools, services, previous }))['10.0.0.2'], 'x/b')
  })
})
