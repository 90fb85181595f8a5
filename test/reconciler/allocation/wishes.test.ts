import t from 'tap'
import { given, refused, round } from '../../support/planning/allocation-round.ts'
import { held, node, pool, service } from '../../support/planning/facts.ts'

const addresses = ['10.0.0.1-10.0.0.5', 'fd00::1-fd00::5']
const web = pool('web', { addresses })

/** The refusals of x/a, alone with these pools. */
function because(parts: Parameters<typeof round>[0]): unknown {
  const [refusal] = refused(round(parts), 'x/a') as { because?: unknown }[]
  return refusal?.because
}

t.test('a request is met from the first pool that takes the Service', async (t) => {
  const closed = pool('a', { addresses, namespaces: ['y'], segment: 'lab' })
  const result = round({
    pools: [closed, { ...web, autoAssign: false }],
    services: [service('x/a', { ask: ['10.0.0.3'] })],
  })
  t.match(result.assignments, [{ pool: 'web', rule: 'requested', address: { text: '10.0.0.3' } }])
})

t.test('a request is refused', async (t) => {
  const asks = service('x/a', { ask: ['10.0.0.3'] })
  const cases: readonly {
    readonly name: string
    readonly parts: Omit<Parameters<typeof round>[0], 'services'>
    readonly service?: ReturnType<typeof service>
    readonly because: unknown
  }[] = [
    {
      name: 'outside of all pools',
      parts: { pools: [pool('web', { addresses: ['10.0.0.1'] })] },
      because: { type: 'outsidePools', poolsUnknown: false },
    },
    {
      name: 'outside of the pools that could be read',
      parts: { pools: [], broken: ['web'] },
      because: { type: 'outsidePools', poolsUnknown: true },
    },
    {
      name: 'outside of the pool that the Service asks for as well',
      parts: { pools: [pool('db', { addresses: ['10.0.1.1'] }), web] },
      service: { ...asks, requestedPool: 'db' },
      because: { type: 'outsideRequestedPool', pool: 'db' },
    },
    {
      name: 'the selectors of the pool bind requests too',
      parts: { pools: [{ ...web, serviceSelector: { matchLabels: { app: 'db' } } }] },
      because: { type: 'notAdmitted', pool: 'web', because: 'serviceSelector' },
    },
    {
      name: 'what the asked pool says is what counts',
      parts: { pools: [pool('a', { addresses }), { ...web, namespaces: ['y'] }] },
      service: { ...asks, requestedPool: 'web' },
      because: { type: 'notAdmitted', pool: 'web', because: 'namespaces' },
    },
    {
      name: 'of several pools, what the first one says',
      parts: { pools: [{ ...web, suspend: true }, pool('z', { addresses, namespaces: ['y'] })] },
      because: { type: 'suspended', pool: 'web' },
    },
    {
      name: 'suspended',
      parts: { pools: [{ ...web, suspend: true }] },
      because: { type: 'suspended', pool: 'web' },
    },
    {
      name: 'a node has the address',
      parts: { pools: [web], nodes: [node('n2', '10.0.0.3'), node('n1', '10.0.0.3')] },
      because: { type: 'nodeAddress', node: 'n1' },
    },
    {
      name: 'reserved for another Service, which need not exist',
      parts: { pools: [pool('web', { addresses, reserve: { '10.0.0.3': 'x/b' } })] },
      because: { type: 'reservedForOther', pool: 'web', service: 'x/b' },
    },
  ]
  for (const { name, parts, service = asks, because: expected } of cases)
    t.test(name, async (t) => {
      const result = round({ ...parts, services: [service] })
      t.strictSame(given(result), {}, 'nor anything else instead')
      t.strictSame(because({ ...parts, services: [service] }), expected)
    })
})

t.test('a family that the Service does not want is refused, the other one is given', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a', { ask: ['10.0.0.3', 'fd00::3'] })],
  })
  t.strictSame(given(result), { '10.0.0.3': 'x/a' })
  t.match(refused(result, 'x/a'), [{ family: 'IPv6', because: { type: 'familyNotWanted' } }])
})

t.test('of several addresses of a family the first that can be had', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a', { ask: ['10.0.9.9', '10.0.0.3', '10.0.0.3', '10.0.0.2'] })],
  })
  t.strictSame(given(result), { '10.0.0.3': 'x/a' })
  t.match(refused(result, 'x/a'), [
    { because: { type: 'outsidePools' }, instead: '10.0.0.3' },
    { because: { type: 'secondOfFamily', first: { text: '10.0.0.3' } } },
  ])
})

t.test('a reservation', async (t) => {
  const reserving = pool('web', { addresses, reserve: { '10.0.0.3': 'x/a', 'fd00::3': 'x/a' } })
  t.test('is given without being asked for, whatever selectors and autoAssign say', async (t) => {
    const result = round({
      pools: [{ ...reserving, namespaces: ['y'], autoAssign: false }],
      services: [service('x/a')],
    })
    t.strictSame(given(result), { '10.0.0.3': 'x/a' })
    t.strictSame(refused(result, 'x/a'), [], 'that of the other family waits')
  })
  t.test('comes before what the Service asks for', async (t) => {
    const result = round({ pools: [reserving], services: [service('x/a', { ask: ['10.0.0.1'] })] })
    t.strictSame(given(result), { '10.0.0.3': 'x/a' })
    t.match(refused(result, 'x/a'), [
      {
        type: 'request',
        because: { type: 'reservationFirst', reserved: { text: '10.0.0.3' } },
        instead: '10.0.0.3',
      },
    ])
  })
  t.test('of several that which the Service asks for, else the lowest', async (t) => {
    const two = pool('web', { addresses, reserve: { '10.0.0.2': 'x/a', '10.0.0.3': 'x/a' } })
    const asks = round({ pools: [two], services: [service('x/a', { ask: ['10.0.0.3'] })] })
    t.strictSame(given(asks), { '10.0.0.3': 'x/a' })
    t.strictSame(refused(asks, 'x/a'), [])
    const silent = round({ pools: [two], services: [service('x/a')] })
    t.strictSame(given(silent), { '10.0.0.2': 'x/a' })
  })
  t.test('moves a Service that has another address', async (t) => {
    const previous = [held('10.0.0.1', ['x/a'])]
    const result = round({ pools: [reserving], services: [service('x/a')], previous })
    t.strictSame(given(result), { '10.0.0.3': 'x/a' })
    t.match(result.releases, [{ reason: { type: 'moved', rule: 'reserved' } }])
  })
  t.test('that another Service has waits: any other will do', async (t) => {
    const result = round({
      pools: [reserving],
      services: [service('x/a'), service('x/b')],
      previous: [held('10.0.0.3', ['x/b'])],
    })
    t.strictSame(given(result), { '10.0.0.1': 'x/a', '10.0.0.3': 'x/b' })
    t.match(refused(result, 'x/a'), [
      { type: 'reservation', because: { type: 'inUse', by: 'x/b' } },
    ])
  })
  t.test('does not overrule the pool that the Service asks for', async (t) => {
    const other = pool('other', { addresses: ['10.0.1.1'] })
    const result = round({
      pools: [reserving, other],
      services: [service('x/a', { requestedPool: 'other' })],
    })
    t.strictSame(given(result), { '10.0.1.1': 'x/a' })
  })
})

t.test(
  'a request for a pool that is not in force, or that cannot be read, is no wish',
  async (t) => {
    const parts = { pools: [web], previous: [held('10.0.0.1', ['x/a'])] }
    const asks = service('x/a', { ask: ['10.0.0.3'] })
    const noPool = round({ ...parts, services: [{ ...asks, requestedPool: 'nosuch' }] })
    t.strictSame(given(noPool), { '10.0.0.1': 'x/a' })
    t.match(refused(noPool, 'x/a'), [{ type: 'requestedPool', because: 'absent' }])
    const broken = round({ ...parts, services: [{ ...asks, requestBroken: true }] })
    t.strictSame(given(broken), { '10.0.0.1': 'x/a' })
    t.strictSame(refused(broken, 'x/a'), [])
  },
)
