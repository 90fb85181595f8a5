import t from 'tap'
import { given, refused, round } from '../../support/planning/allocation-round.ts'
import { held, pool, service } from '../../support/planning/facts.ts'

const web = pool('web', { addresses: ['10.0.0.1-10.0.0.2'] })
const families = ['IPv4', 'IPv6'] as const
const requires = { families, familyPolicy: 'RequireDualStack' as const }

t.test('who gets all it wants is not refused', async (t) => {
  const services = [service('x/a', { ask: ['10.0.0.2'] }), service('x/b')]
  t.strictSame(round({ pools: [web], services }).refusals.size, 0)
})

t.test('refusals are sorted by Service, then in the order of its families', async (t) => {
  const unwanted = service('x/c', { families: ['IPv6'], ask: ['10.0.0.1', 'fd00::9'] })
  const dual = { families: ['IPv6', 'IPv4'] as const, familyPolicy: 'PreferDualStack' as const }
  const { refusals } = round({
    pools: [],
    services: [unwanted, service('x/b', dual), service('x/a', { createdAt: '' })],
  })
  t.strictSame(
    [...refusals].map(([key, list]) => [key, ...list.map(({ family }) => family)]),
    [
      ['x/a', 'IPv4'],
      ['x/b', 'IPv6', 'IPv4'],
      ['x/c', 'IPv6', 'IPv4'],
    ],
  )
})

t.test('a pool that is asked for and not in force', async (t) => {
  const services = [service('x/a', { requestedPool: 'db' })]
  const because = (parts: object) => refused(round({ pools: [web], services, ...parts }), 'x/a')
  t.strictSame(because({}), [
    { type: 'requestedPool', family: 'IPv4', pool: 'db', because: 'absent' },
  ])
  t.match(because({ broken: ['db'] }), [{ because: 'broken' }])
  t.match(because({ complete: false }), [{ because: 'unknown' }])
  t.match(because({ previous: [held('10.0.0.1', ['x/a'])] }), [{ instead: '10.0.0.1' }])
})

t.test('a request that cannot be read is only told to who lacks an address', async (t) => {
  const services = [service('x/a', { requestBroken: true })]
  t.match(refused(round({ pools: [web], services }), 'x/a'), [{ type: 'requestUnreadable' }])
  const previous = [held('10.0.0.1', ['x/a'])]
  t.strictSame(refused(round({ pools: [web], services, previous }), 'x/a'), [])
})

t.test('a reservation that is not needed is no refusal', async (t) => {
  const reserve = { '10.0.0.1': 'x/a', '10.0.0.2': 'x/a' }
  const pools = [pool('web', { addresses: ['10.0.0.1-10.0.0.2'], reserve })]
  t.strictSame(refused(round({ pools, services: [service('x/a')] }), 'x/a'), [])
})

t.test('RequireDualStack with one family only', async (t) => {
  t.test('neither, if it had none: what it could have is named', async (t) => {
    const services = [service('x/a', { ...requires, ask: ['10.0.0.1'] })]
    const result = round({ pools: [web], services })
    t.strictSame(given(result), {})
    t.strictSame(refused(result, 'x/a'), [
      { type: 'otherFamilyMissing', family: 'IPv4', missing: 'IPv6' },
      { type: 'noPoolFits', family: 'IPv6', pools: [{ pool: 'web', because: 'noneOfFamily' }] },
    ])
  })
  t.test('the one it had stays', async (t) => {
    const previous = [held('10.0.0.1', ['x/a'])]
    const result = round({ pools: [web], services: [service('x/a', requires)], previous })
    t.match(refused(result, 'x/a'), [{ type: 'noPoolFits', family: 'IPv6' }])
  })
})

t.test('no pools at all', async (t) => {
  const result = round({ pools: [], services: [service('x/a')] })
  t.strictSame(refused(result, 'x/a'), [{ type: 'noPoolFits', family: 'IPv4', pools: [] }])
})

t.test('a request that another wish of the Service comes before', async (t) => {
  const ask = ['10.0.0.2', '10.0.0.1']
  const services = [service('x/a', { ask })]
  t.match(refused(round({ pools: [web], services }), 'x/a'), [
    { address: { text: '10.0.0.1' }, because: { type: 'secondOfFamily' }, instead: '10.0.0.2' },
  ])
  const reserving = pool('web', {
    addresses: ['10.0.0.1-10.0.0.2'],
    reserve: { '10.0.0.1': 'x/a' },
  })
  t.match(refused(round({ pools: [reserving], services }), 'x/a'), [
    { address: { text: '10.0.0.2' }, because: { type: 'reservationFirst' }, instead: '10.0.0.1' },
  ])
})

t.test('a reservation that cannot be had', async (t) => {
  const reserving = pool('web', {
    addresses: ['10.0.0.1-10.0.0.2'],
    reserve: { '10.0.0.1': 'x/a' },
  })
  const paused = round({ pools: [{ ...reserving, suspend: true }], services: [service('x/a')] })
  t.match(refused(paused, 'x/a'), [
    { type: 'reservation', because: { type: 'suspended' } },
    { type: 'noPoolFits' },
  ])
})

t.test('a status address that may lie in a pool which cannot be read', async (t) => {
  const services = [service('x/a', { status: ['10.9.9.9'] })]
  t.match(refused(round({ pools: [web], complete: false, services }), 'x/a'), [
    { type: 'statusAddressUnknown', address: { text: '10.9.9.9' } },
  ])
})

t.test('a pool that has nothing for a Service that would move there', async (t) => {
  const full = pool('full', { addresses: ['10.0.1.1'], suspend: true })
  const result = round({
    pools: [web, full],
    services: [service('x/a', { requestedPool: 'full' })],
    previous: [held('10.0.0.1', ['x/a'])],
  })
  t.match(refused(result, 'x/a'), [
    { type: 'noPoolFits', pools: [{ pool: 'full', because: 'suspended' }], instead: '10.0.0.1' },
  ])
})

t.test(
  'RequireDualStack where what it asks for cannot be had: the other family is not given',
  async (t) => {
    const six = pool('six', { addresses: ['fd00::1'] })
    const services = [service('x/a', { ...requires, ask: ['10.9.9.9'] })]
    t.match(refused(round({ pools: [web, six], services }), 'x/a'), [
      { type: 'request', family: 'IPv4' },
      { type: 'otherFamilyMissing', family: 'IPv6', missing: 'IPv4' },
    ])
  },
)

t.test('an address that is in use, and pools that are exhausted', async (t) => {
  const services = [service('x/a', { ask: ['10.0.0.1'] }), service('x/b'), service('x/c')]
  const previous = [held('10.0.0.1', ['x/b']), held('10.0.0.2', ['x/d'])]
  const result = round({ pools: [web], services: [...services, service('x/d')], previous })
  t.match(refused(result, 'x/a'), [{ type: 'request', because: { type: 'inUse', by: 'x/b' } }])
  t.match(refused(result, 'x/c'), [{ type: 'poolsExhausted' }])
})

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
