import t from 'tap'
import { given, refused, released, round } from '../../support/planning/allocation-round.ts'
import { held, pool, service } from '../../support/planning/facts.ts'

const a = pool('a', { addresses: ['10.0.1.1'] })
const b = pool('b', { addresses: ['10.0.2.1'] })
const older = { createdAt: '2025-01-01T00:00:00Z' }
const inA = (key: string) => held('10.0.1.1', [key], { pool: 'a' })
const inB = (key: string) => held('10.0.2.1', [key], { pool: 'b' })

t.test('a Service moves to the pool that it asks for', async (t) => {
  const result = round({
    pools: [a, b],
    services: [service('x/a', { requestedPool: 'b' })],
    previous: [inA('x/a')],
  })
  t.strictSame(given(result), { '10.0.2.1': 'x/a' })
  t.match(result.releases, [{ reason: { type: 'moved', rule: 'automatic' } }])
})

t.test('an address that lies in both pools is in the right one', async (t) => {
  const wide = pool('b', { addresses: ['10.0.1.0-10.0.1.9'] })
  const result = round({
    pools: [a, wide],
    services: [service('x/a', { requestedPool: 'b' })],
    previous: [inA('x/a')],
  })
  t.strictSame(given(result), { '10.0.1.1': 'x/a' })
})

t.test('until that pool has an address, the Service keeps the one it has', async (t) => {
  const result = round({
    pools: [a, b],
    services: [service('x/a', { requestedPool: 'b' }), service('x/b')],
    previous: [inA('x/a'), inB('x/b')],
  })
  t.strictSame(given(result), { '10.0.1.1': 'x/a', '10.0.2.1': 'x/b' })
  t.match(refused(result, 'x/a'), [
    { type: 'poolsExhausted', pools: [{ pool: 'b', because: 'exhausted' }], instead: '10.0.1.1' },
  ])
})

t.test(
  'a Service that names addresses, or cannot be read, does not move by its pool',
  async (t) => {
    const previous = [inA('x/a')]
    for (const parts of [{ ask: ['10.0.1.1'] }, { requestBroken: true as const }]) {
      const services = [service('x/a', { ...parts, requestedPool: 'b' })]
      t.strictSame(given(round({ pools: [a, b], services, previous })), { '10.0.1.1': 'x/a' })
    }
  },
)

t.test('what is let go of goes to an earlier one that waits', async (t) => {
  const result = round({
    pools: [a, b],
    services: [
      service('x/old', { ...older, requestedPool: 'b' }),
      service('x/young', { requestedPool: 'c' }),
      service('x/new', { requestedPool: 'a' }),
    ],
    previous: [inA('x/old'), inB('x/young')],
    broken: [],
  })
  t.strictSame(given(result), { '10.0.1.1': 'x/old', '10.0.2.1': 'x/young' })
  const c = pool('c', { addresses: ['10.0.3.1'] })
  const freed = round({
    pools: [a, b, c],
    services: [
      service('x/old', { ...older, requestedPool: 'b' }),
      service('x/young', { requestedPool: 'c' }),
      service('x/new', { requestedPool: 'a' }),
    ],
    previous: [inA('x/old'), inB('x/young')],
  })
  t.strictSame(given(freed), {
    '10.0.1.1': 'x/new',
    '10.0.2.1': 'x/old',
    '10.0.3.1': 'x/young',
  })
  t.strictSame(released(freed), { '10.0.1.1 x/old': 'moved', '10.0.2.1 x/young': 'moved' })
})

t.test('what is let go of goes to one that asks for the address first', async (t) => {
  const result = round({
    pools: [a, b],
    services: [
      service('x/asks', { ask: ['10.0.1.1'] }),
      service('x/moves', { ...older, requestedPool: 'b' }),
    ],
    previous: [inA('x/moves')],
  })
  t.strictSame(given(result), { '10.0.1.1': 'x/asks', '10.0.2.1': 'x/moves' })
})

t.test('one that gets back what it had while others move, moves as well', async (t) => {
  const key = { sharingKey: 'k' }
  const wide = pool('b', { addresses: ['10.0.2.1-10.0.2.9'] })
  const result = round({
    pools: [a, wide],
    services: [
      service('x/old', { ...older, ...key, requestedPool: 'b' }),
      service('x/young', { ...key, requestedPool: 'b' }),
    ],
    previous: [held('10.0.1.1', ['x/old', 'x/young'], { pool: 'a' })],
  })
  t.strictSame(given(result), { '10.0.2.1': 'x/old', '10.0.2.2': 'x/young' })
})

const families = ['IPv4', 'IPv6'] as const
const requires = { families, familyPolicy: 'RequireDualStack' as const }
const dns = { sharingKey: 'k', ports: [{ protocol: 'UDP', port: 53 }] }
const web = { sharingKey: 'k', ports: [{ protocol: 'TCP', port: 80 }] }
const dual = pool('dual', { addresses: ['10.0.4.1-10.0.4.3', 'fd00::1'] })

t.test(
  'who asks for one address and needs both is completed before all that ask for none',
  async (t) => {
    const result = round({
      pools: [dual],
      services: [
        service('x/first', { ...older, families: ['IPv6'] }),
        service('x/asks', { ...requires, ask: ['10.0.4.3'] }),
      ],
    })
    t.strictSame(given(result), { '10.0.4.3': 'x/asks', 'fd00::1': 'x/asks' })
  },
)

t.test('others share with it once it is complete', async (t) => {
  const services = [
    service('x/guest', { ...older, ...dns, ask: ['10.0.4.3'] }),
    service('x/owner', { ...requires, ...web, ask: ['10.0.4.3'] }),
  ]
  const reserve = { '10.0.4.3': 'x/owner' }
  const addresses = ['10.0.4.1-10.0.4.3']
  const whole = pool('dual', { addresses: [...addresses, 'fd00::1'], reserve })
  t.equal(given(round({ pools: [whole], services }))['10.0.4.3'], 'x/guest x/owner')
  const half = round({ pools: [pool('dual', { addresses, reserve })], services })
  t.strictSame(given(half), {}, 'it is reserved, and its owner is not given it')
  t.match(refused(half, 'x/guest'), [{ because: { type: 'reservedForOther' } }])
})

t.test('nobody shares with one that is not complete', async (t) => {
  const result = round({
    pools: [pool('v4', { addresses: ['10.0.4.1'] })],
    services: [
      service('x/asks', { ...requires, ...web, ask: ['10.0.4.1'] }),
      service('x/guest', { ...dns, ask: ['10.0.4.1'] }),
    ],
  })
  t.strictSame(given(result), {})
  t.match(refused(result, 'x/guest'), [{ because: { sharing: { type: 'notGivenYet' } } }])
})

t.test('one that cannot be completed is looked at again after each step', async (t) => {
  const result = round({
    pools: [dual, pool('six', { addresses: ['fd00::9'], autoAssign: false })],
    services: [
      service('x/asks', { ...older, ...requires, ask: ['10.0.4.3'] }),
      service('x/holds', { families: ['IPv6'], requestedPool: 'six' }),
    ],
    previous: [held('fd00::1', ['x/holds'], { pool: 'dual' })],
  })
  t.strictSame(given(result), { '10.0.4.3': 'x/asks', 'fd00::1': 'x/asks', 'fd00::9': 'x/holds' })
})

t.test('one that lost its address and can have nothing is passed over', async (t) => {
  const result = round({
    pools: [dual],
    services: [
      service('x/keeps', { ...older, ...web }),
      service('x/lost', { ...requires, ...web, requestedPool: 'nosuch' }),
      service('x/late', { ...web, ...older, requestedPool: 'dual' }),
    ],
    previous: [held('10.0.4.2', ['x/keeps', 'x/lost', 'x/late'], { pool: 'dual' })],
  })
  t.strictSame(given(result), { '10.0.4.1': 'x/late', '10.0.4.2': 'x/keeps' })
})
