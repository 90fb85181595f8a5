import t from 'tap'
import { given, kept, refused, released, round } from '../../support/planning/allocation-round.ts'
import { held, node, pool, service } from '../../support/planning/facts.ts'

const web = pool('web', { addresses: ['10.0.0.1-10.0.0.5', 'fd00::1-fd00::5'] })
const older = { createdAt: '2025-01-01T00:00:00Z' }
const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }
const udp = { ports: [{ protocol: 'UDP', port: 53 }], sharingKey: 'dns' }

t.test('a Service keeps what the previous plan gave it, and not the lowest', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a'), service('x/b', older)],
    previous: [held('10.0.0.4', ['x/a'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/b', '10.0.0.4': 'x/a' })
})

t.test('a Service that is gone, or not ours any more, lets go', async (t) => {
  const result = round({
    pools: [web],
    services: [],
    otherServices: new Set(['x/other']),
    previous: [held('10.0.0.1', ['x/gone']), held('10.0.0.2', ['x/other'])],
  })
  t.strictSame(given(result), {})
  t.strictSame(released(result), {
    '10.0.0.1 x/gone': 'serviceGone',
    '10.0.0.2 x/other': 'serviceNotOurs',
  })
})

t.test('Services that shared an address and are gone all let go', async (t) => {
  const previous = [held('10.0.0.1', ['x/b', 'x/c', 'x/a', 'x/c'])]
  const result = round({ pools: [web], services: [service('x/c')], previous })
  t.strictSame(given(result), { '10.0.0.1': 'x/c' })
  t.strictSame(Object.keys(released(result)), ['10.0.0.1 x/a', '10.0.0.1 x/b'])
})

t.test('a family that is not wanted any more is let go', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a')],
    previous: [held('10.0.0.3', ['x/a']), held('fd00::3', ['x/a'])],
  })
  t.strictSame(given(result), { '10.0.0.3': 'x/a' })
  t.strictSame(released(result), { 'fd00::3 x/a': 'familyNotWanted' })
})

t.test('of two addresses of one family the one held longest stays', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a')],
    previous: [
      held('10.0.0.1', ['x/a'], { since: '2026-02-02T00:00:00Z' }),
      held('10.0.0.4', ['x/a'], { since: '2026-01-01T00:00:00Z' }),
    ],
  })
  t.strictSame(given(result), { '10.0.0.4': 'x/a' })
  t.strictSame(released(result), { '10.0.0.1 x/a': 'secondOfFamily' })
})

t.test('of two plans that have an address the one that had it first keeps it', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a'), service('x/b')],
    previous: [
      held('10.0.0.4', ['x/a'], { since: '2026-02-02T00:00:00Z', segment: 'lab' }),
      held('10.0.0.4', ['x/b'], { since: '2026-01-01T00:00:00Z', segment: 'office' }),
    ],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/a', '10.0.0.4': 'x/b' })
  t.match(result.releases, [{ reason: { type: 'otherPlanFirst', segment: 'office' } }])
})

t.test('at the same time, the segment that comes first by name', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a'), service('x/b')],
    previous: [
      held('10.0.0.4', ['x/a'], { segment: 'office' }),
      held('10.0.0.4', ['x/b'], { segment: 'lab' }),
    ],
  })
  t.equal(given(result)['10.0.0.4'], 'x/b')
})

t.test('an address that stands in two plans for one Service moves nowhere', async (t) => {
  const result = round({
    pools: [pool('web', { addresses: ['10.0.0.1-10.0.0.5'], segment: 'lab' })],
    services: [service('x/a')],
    previous: [
      held('10.0.0.4', ['x/a'], { segment: 'office' }),
      held('10.0.0.4', ['x/a'], { segment: 'lab' }),
    ],
  })
  t.strictSame(given(result), { '10.0.0.4': 'x/a' })
  t.strictSame(released(result), {})
})

t.test(
  'one plan that names an address twice: the entries are told apart by pool and Services',
  async (t) => {
    const result = round({
      pools: [web],
      services: [service('x/a', tcp), service('x/b', udp)],
      previous: [
        held('10.0.0.4', ['x/b']),
        held('10.0.0.4', ['x/a']),
        held('10.0.0.4', ['x/a'], { pool: 'a' }),
      ],
    })
    t.strictSame(given(result), { '10.0.0.4': 'x/a x/b' })
  },
)

t.test('those who share go on sharing, whatever the pool says now', async (t) => {
  const result = round({
    pools: [{ ...web, sharing: 'none' }],
    services: [service('x/a', tcp), service('y/b', udp)],
    previous: [held('10.0.0.4', ['x/a', 'y/b'])],
  })
  t.strictSame(given(result), { '10.0.0.4': 'x/a y/b' })
  t.strictSame(kept(result), { '10.0.0.4': ['poolSharing'] })
})

t.test('those who cannot share any more: the older one keeps the address', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a', tcp), service('x/b', { ...tcp, ...older })],
    previous: [held('10.0.0.4', ['x/a', 'x/b'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/a', '10.0.0.4': 'x/b' })
  t.match(result.releases, [
    {
      service: 'x/a',
      reason: {
        type: 'sharingEnded',
        keeper: 'x/b',
        because: { type: 'samePort', protocol: 'TCP', port: 53 },
      },
    },
  ])
})

t.test('the younger one has it again if the older one moves away', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a', tcp), service('x/b', { ...tcp, ...older, ask: ['10.0.0.2'] })],
    previous: [held('10.0.0.4', ['x/a', 'x/b'])],
  })
  t.strictSame(given(result), { '10.0.0.2': 'x/b', '10.0.0.4': 'x/a' })
  t.strictSame(released(result), { '10.0.0.4 x/b': 'moved' })
})

t.test('one that needs both families, and lost what it had, gets what there is', async (t) => {
  const requires = {
    families: ['IPv4', 'IPv6'] as const,
    familyPolicy: 'RequireDualStack' as const,
  }
  const pools = [pool('web', { addresses: ['10.0.0.1-10.0.0.5'] })]
  const byPlan = round({
    pools,
    services: [
      service('x/lost', { ...tcp, ...requires, ask: ['10.0.0.2'] }),
      service('x/keeps', { ...tcp, ...older }),
    ],
    previous: [held('10.0.0.4', ['x/lost', 'x/keeps'])],
  })
  t.strictSame(given(byPlan), { '10.0.0.2': 'x/lost', '10.0.0.4': 'x/keeps' })
  t.strictSame(released(byPlan), { '10.0.0.4 x/lost': 'sharingEnded' })
  const status = ['10.0.0.4']
  const byStatus = round({
    pools,
    services: [
      service('x/lost', { ...requires, status }),
      service('x/keeps', { ...older, status }),
    ],
  })
  t.strictSame(given(byStatus), { '10.0.0.1': 'x/lost', '10.0.0.4': 'x/keeps' })
})

t.test('a Service keeps an address that', async (t) => {
  const addresses = ['10.0.0.1-10.0.0.5']
  const previous = [held('10.0.0.4', ['x/a'])]
  const services = [service('x/a')]
  const cases = [
    { name: 'lies in a suspended pool', pools: [{ ...web, suspend: true }], kept: {} },
    { name: 'lies in a pool without autoAssign', pools: [{ ...web, autoAssign: false }], kept: {} },
    {
      name: 'lies in a pool that would not take it today',
      pools: [{ ...web, namespaces: ['y'] }],
      kept: { '10.0.0.4': ['notAdmitted'] },
    },
    {
      name: 'is reserved for another',
      pools: [pool('web', { addresses, reserve: { '10.0.0.4': 'x/b' } })],
      kept: { '10.0.0.4': ['reservedForOther'] },
    },
    {
      name: 'is reserved for it by a pool that does not take it otherwise',
      pools: [pool('web', { addresses, namespaces: ['y'], reserve: { '10.0.0.4': 'x/a' } })],
      kept: {},
    },
    {
      name: 'is in no pool any more',
      pools: [pool('web', { addresses: ['10.0.0.1'] })],
      kept: { '10.0.0.4': ['poolNarrowed'] },
    },
    { name: 'came from a pool that is gone', pools: [], kept: { '10.0.0.4': ['poolRemoved'] } },
  ]
  for (const { name, pools, kept: reasons } of cases)
    t.test(name, async (t) => {
      const result = round({ pools, services, previous })
      t.strictSame(given(result), { '10.0.0.4': 'x/a' })
      t.strictSame(kept(result), reasons)
    })
  t.test("is a node's own", async (t) => {
    const nodes = [node('n1', '10.0.0.4')]
    const result = round({ pools: [web], services, previous, nodes })
    t.strictSame(given(result), { '10.0.0.4': 'x/a' })
    t.strictSame(kept(result), { '10.0.0.4': ['nodeAddress'] })
  })
  t.test('came from a pool that is broken, even if another one has it', async (t) => {
    const other = pool('other', { addresses, segment: 'lab' })
    const result = round({ pools: [other], broken: ['web'], services, previous })
    t.match(result.assignments, [{ pool: 'web', segment: 'default' }])
    t.strictSame(kept(result), { '10.0.0.4': ['poolBroken'] })
  })
  t.test('came from a pool that was not read', async (t) => {
    const other = pool('other', { addresses, segment: 'lab' })
    const result = round({ pools: [other], complete: false, services, previous })
    t.match(result.assignments, [{ pool: 'web', segment: 'default' }])
    t.strictSame(kept(result), { '10.0.0.4': ['poolUnknown'] })
  })
})

t.test('an address goes with its pool by name, else to the first pool that has it', async (t) => {
  const addresses = ['10.0.0.1-10.0.0.5']
  const services = [service('x/a')]
  const previous = [held('10.0.0.4', ['x/a'])]
  const first = pool('a', { addresses, priority: 1, segment: 'lab' })
  const second = pool('b', { addresses })
  const pools = (result: ReturnType<typeof round>) =>
    result.assignments.map(({ pool, segment }) => `${pool} ${segment}`)
  t.strictSame(pools(round({ pools: [first, second, web], services, previous })), ['web default'])
  t.strictSame(pools(round({ pools: [second, first], services, previous })), ['a lab'])
  const narrowed = pool('web', { addresses: ['10.0.0.1'] })
  t.strictSame(pools(round({ pools: [second, narrowed], services, previous })), ['b default'])
})

t.test('a narrowed pool takes what it kept to its segment', async (t) => {
  const narrowed = pool('web', { addresses: ['10.0.0.1'], segment: 'lab' })
  const { assignments } = round({
    pools: [narrowed],
    services: [service('x/a')],
    previous: [held('10.0.0.4', ['x/a'])],
  })
  t.match(assignments, [{ pool: 'web', segment: 'lab' }])
})

t.test('a release that is allowed', async (t) => {
  const services = [service('x/a')]
  const previous = [held('10.0.0.9', ['x/a'])]
  const allowing = (allowRelease: string[]) => ({ ...web, allowRelease })
  t.test('by address, on any pool: the Service gets another', async (t) => {
    const other = pool('other', { addresses: ['10.1.0.1'], allowRelease: ['10.0.0.9'] })
    const result = round({ pools: [other], services, previous })
    t.strictSame(given(result), { '10.1.0.1': 'x/a' })
    t.match(result.releases, [{ reason: { type: 'releaseAllowed', pool: 'other' } }])
  })
  t.test('by * on the pool that it came from', async (t) => {
    const result = round({ pools: [allowing(['*'])], services, previous })
    t.strictSame(given(result), { '10.0.0.1': 'x/a' })
  })
  t.test('by * on another pool does not count', async (t) => {
    const other = pool('other', { addresses: ['10.1.0.1'], allowRelease: ['*'] })
    t.strictSame(given(round({ pools: [other], services, previous })), { '10.0.0.9': 'x/a' })
  })
  t.test('does not count for what lies in a pool', async (t) => {
    const result = round({
      pools: [allowing(['*', '10.0.0.4'])],
      services,
      previous: [held('10.0.0.4', ['x/a'])],
    })
    t.strictSame(given(result), { '10.0.0.4': 'x/a' })
  })
  t.test('does not count while some pool is not known', async (t) => {
    const parts = { pools: [allowing(['10.0.0.9'])], services, previous }
    t.strictSame(given(round({ ...parts, complete: false })), { '10.0.0.9': 'x/a' })
    t.strictSame(given(round({ ...parts, broken: ['db'] })), { '10.0.0.9': 'x/a' })
    t.strictSame(given(round({ ...parts, pools: [], broken: ['web'] })), { '10.0.0.9': 'x/a' })
  })
})

t.test('without a plan, a Service keeps what its status has', async (t) => {
  const status = ['10.0.0.4']
  t.test('if a pool has it, whatever else that says', async (t) => {
    const pools = [{ ...web, suspend: true, autoAssign: false, namespaces: ['y'] }]
    const result = round({ pools, services: [service('x/a', { status })] })
    t.strictSame(given(result), { '10.0.0.4': 'x/a' })
    t.match(result.assignments, [{ rule: 'held' }])
  })
  t.test('not if no pool has it', async (t) => {
    const result = round({ pools: [web], services: [service('x/a', { status: ['10.9.9.9'] })] })
    t.strictSame(given(result), { '10.0.0.1': 'x/a' })
  })
  t.test("not if it is a node's own", async (t) => {
    const nodes = [node('n1', '10.0.0.4')]
    const result = round({ pools: [web], services: [service('x/a', { status })], nodes })
    t.strictSame(given(result), { '10.0.0.1': 'x/a' })
  })
  t.test('not if the family is not wanted', async (t) => {
    const result = round({ pools: [web], services: [service('x/a', { status: ['fd00::4'] })] })
    t.strictSame(given(result), { '10.0.0.1': 'x/a' })
  })
  t.test('the first of several, by age where two have it', async (t) => {
    const services = [
      service('x/young', { status: ['10.0.0.4', '10.0.0.5'] }),
      service('x/old', { ...older, status: ['10.0.0.4', '10.0.0.3'] }),
    ]
    const result = round({ pools: [web], services })
    t.strictSame(given(result), { '10.0.0.4': 'x/old', '10.0.0.5': 'x/young' })
  })
  t.test('together, if they may share', async (t) => {
    const services = [service('x/a', { ...tcp, status }), service('y/b', { ...udp, status })]
    t.strictSame(given(round({ pools: [web], services })), { '10.0.0.4': 'x/a y/b' })
  })
  t.test('again, if the other one moves away', async (t) => {
    const services = [
      service('x/a', { status, requestedPool: 'nosuch' }),
      service('x/b', { ...older, status, ask: ['10.0.0.5'] }),
    ]
    const result = round({ pools: [web], services })
    t.strictSame(given(result), { '10.0.0.4': 'x/a', '10.0.0.5': 'x/b' })
  })
  t.test('the plan comes first', async (t) => {
    const result = round({
      pools: [web],
      services: [service('x/a', { status: ['10.0.0.4'] }), service('x/b')],
      previous: [held('10.0.0.2', ['x/a']), held('10.0.0.4', ['x/b'])],
    })
    t.strictSame(given(result), { '10.0.0.2': 'x/a', '10.0.0.4': 'x/b' })
  })
})

t.test('a status address that an unreadable pool may have is not replaced', async (t) => {
  const services = [service('x/a', { status: ['10.9.9.9'] }), service('x/b')]
  const result = round({ pools: [web], broken: ['db'], services })
  t.strictSame(given(result), { '10.0.0.1': 'x/b' })
  t.match(refused(result, 'x/a'), [{ type: 'statusAddressUnknown', address: { text: '10.9.9.9' } }])
})

const labPool = pool('web', { addresses: ['10.0.0.1-10.0.0.5'], segment: 'lab' })

t.test('all stays with whom it was, in the segment of its pool', async (t) => {
  const result = round({
    pools: [labPool],
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
    pools: [{ ...labPool, allowRelease: ['*', '10.0.9.9'] }],
    services: undefined,
    previous: [held('10.0.9.9', ['x/a'])],
  })
  t.strictSame(given(result), { '10.0.9.9': 'x/a' })
  t.strictSame(kept(result), { '10.0.9.9': ['poolNarrowed', 'servicesUnknown'] })
})

t.test('of two plans that have an address the one that had it first keeps it', async (t) => {
  const result = round({
    pools: [labPool],
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
