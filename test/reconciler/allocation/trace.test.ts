import t from 'tap'
import type { AllocationStep } from '../../../reconciler/allocation/result.ts'
import { NOW, round } from '../../support/planning/allocation-round.ts'
import { held, node, pool, service } from '../../support/planning/facts.ts'

const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }
const udp = { ports: [{ protocol: 'UDP', port: 53 }], sharingKey: 'dns' }

/** The steps with addresses as texts. */
function plain(steps: readonly AllocationStep[]): unknown {
  const isAddress = (value: unknown): value is { text: string } =>
    typeof value === 'object' && value !== null && 'text' in value
  return JSON.parse(
    JSON.stringify(steps, (_key, value: unknown) => (isAddress(value) ? value.text : value)),
  )
}

t.test('a Service that was given the lowest free address', async (t) => {
  const pools = [
    pool('a', { addresses: ['10.1.0.1'], serviceSelector: { matchLabels: { app: 'db' } } }),
    pool('web', {
      addresses: ['10.0.0.1-10.0.0.9'],
      reserve: { '10.0.0.2': 'x/later', '10.0.0.3': 'x/later', '10.0.0.9': 'x/later' },
    }),
    pool('z', { addresses: ['10.2.0.1'], reserve: { '10.2.0.1': 'x/later' } }),
  ]
  const { trace } = round({
    pools,
    services: [service('x/new'), service('x/had'), service('x/guest')],
    previous: [held('10.0.0.1', ['x/had']), held('10.0.0.3', ['x/guest'])],
    nodes: [node('n1', '10.0.0.4', '10.0.0.2')],
  })
  t.strictSame(plain(trace('x/new')), [
    {
      type: 'poolPassedOver',
      service: 'x/new',
      family: 'IPv4',
      verdict: { pool: 'a', because: 'serviceSelector' },
    },
    {
      type: 'lowestFree',
      service: 'x/new',
      pool: 'web',
      address: '10.0.0.5',
      inUse: 1,
      skipped: [
        { address: '10.0.0.2', because: { type: 'nodeAddress', node: 'n1' } },
        { address: '10.0.0.3', because: { type: 'reserved', service: 'x/later' } },
        { address: '10.0.0.4', because: { type: 'nodeAddress', node: 'n1' } },
      ],
    },
    {
      type: 'assigned',
      service: 'x/new',
      address: '10.0.0.5',
      pool: 'web',
      rule: 'automatic',
      since: NOW,
      sharedWith: [],
    },
  ])
})

t.test('a pool is passed over for one that has both families', async (t) => {
  const dual = { families: ['IPv4', 'IPv6'] as const, familyPolicy: 'PreferDualStack' as const }
  const { trace } = round({
    pools: [
      pool('a', { addresses: ['10.0.0.1'] }),
      pool('b', { addresses: ['10.0.1.1', 'fd00::1'] }),
    ],
    services: [service('x/a', dual)],
  })
  t.match(plain(trace('x/a')), [
    { type: 'poolPassedOver', verdict: { pool: 'a', because: 'otherHasBothFamilies' } },
    { type: 'lowestFree', address: '10.0.1.1' },
    { type: 'poolPassedOver', verdict: { pool: 'a', because: 'noneOfFamily' } },
    { type: 'lowestFree', address: 'fd00::1' },
    { type: 'assigned', address: '10.0.1.1' },
    { type: 'assigned', address: 'fd00::1' },
  ])
})

t.test('a Service that asks for a pool was asked about no other', async (t) => {
  const { trace } = round({
    pools: [pool('a', { addresses: ['10.0.0.1'] }), pool('b', { addresses: ['10.0.1.1'] })],
    services: [service('x/a', { requestedPool: 'b' })],
  })
  const steps = trace('x/a').map(({ type }) => type)
  t.strictSame(steps, ['lowestFree', 'assigned'])
})

t.test('a Service that joined another one', async (t) => {
  const { trace } = round({
    pools: [pool('web', { addresses: ['10.0.0.1'] })],
    services: [service('x/a', tcp), service('x/b', udp)],
  })
  t.match(plain(trace('x/b')), [{ type: 'assigned', rule: 'automatic', sharedWith: ['x/a'] }])
})

t.test('a Service that moved, from plan and status to what is reserved for it', async (t) => {
  const web = pool('web', {
    addresses: ['10.0.0.1-10.0.0.9'],
    reserve: { '10.0.0.9': 'x/a' },
  })
  const { trace } = round({
    pools: [web],
    services: [service('x/a', { status: ['10.0.0.3'], ask: ['10.0.0.5'] })],
    previous: [held('10.0.0.4', ['x/a'])],
  })
  t.match(plain(trace('x/a')), [
    { type: 'heldBefore', address: '10.0.0.4', by: 'plan' },
    { type: 'heldBefore', address: '10.0.0.3', by: 'status' },
    { type: 'released', release: { address: '10.0.0.4', reason: { type: 'moved' } } },
    { type: 'refused', refusal: { address: '10.0.0.5', because: { type: 'reservationFirst' } } },
    { type: 'assigned', address: '10.0.0.9', rule: 'reserved' },
  ])
})

t.test('a Service that keeps what its pool would not give it', async (t) => {
  const { trace } = round({
    pools: [],
    services: [service('x/a')],
    previous: [held('10.0.0.4', ['x/a'])],
  })
  t.match(plain(trace('x/a')), [
    { type: 'heldBefore' },
    { type: 'retained', retention: { reason: { type: 'poolRemoved' } } },
    { type: 'assigned', address: '10.0.0.4', rule: 'held' },
  ])
})

t.test('a Service that is not one of ours', async (t) => {
  const previous = [held('10.0.0.4', ['x/other'])]
  const known = { pools: [], services: [], otherServices: new Set(['x/other']), previous }
  t.match(round(known).trace('x/other'), [
    { type: 'notOurs', because: 'otherTypeOrClass' },
    { type: 'heldBefore' },
    { type: 'released' },
  ])
  t.match(round(known).trace('x/nobody'), [{ type: 'notOurs', because: 'absent' }])
  const unknown = round({ pools: [], services: undefined, previous })
  t.match(unknown.trace('x/other'), [
    { type: 'notOurs', because: 'servicesUnknown' },
    { type: 'heldBefore' },
    { type: 'retained', retention: { reason: { type: 'poolRemoved' } } },
    { type: 'retained', retention: { reason: { type: 'servicesUnknown' } } },
    { type: 'assigned', rule: 'held' },
  ])
})

t.test('an address, however it is written', async (t) => {
  const { trace } = round({
    pools: [
      pool('a', { addresses: ['fd00::1-fd00::9'], reserve: { 'fd00::5': 'x/a' } }),
      pool('b', { addresses: ['fd00::/64'] }),
    ],
    services: [
      service('x/a', { families: ['IPv6'] }),
      service('x/b', { families: ['IPv6'], ask: ['fd00::5'] }),
    ],
    previous: [held('fd00::5', ['x/gone'], { pool: 'a' })],
  })
  t.match(plain(trace('fd00:0::5')), [
    { type: 'inPools', pools: ['a', 'b'] },
    { type: 'reserved', pool: 'a', service: 'x/a' },
    { type: 'heldBefore', service: 'x/gone' },
    { type: 'released', release: { reason: { type: 'serviceGone' } } },
    { type: 'refused', service: 'x/b', refusal: { because: { type: 'inUse' } } },
    { type: 'assigned', service: 'x/a', rule: 'reserved' },
  ])
})

t.test('an address that nobody has', async (t) => {
  const { trace } = round({
    pools: [pool('web', { addresses: ['10.0.0.1-10.0.0.9'] })],
    services: [service('x/a')],
    nodes: [node('n1', '10.0.0.9')],
  })
  t.match(plain(trace('10.0.0.8')), [{ type: 'inPools', pools: ['web'] }, { type: 'free' }])
  t.match(plain(trace('10.0.0.9')), [
    { type: 'inPools' },
    { type: 'nodeAddress' },
    { type: 'free' },
  ])
  t.match(plain(trace('10.9.9.9')), [{ type: 'inPools', pools: [] }, { type: 'free' }])
})

t.test('an address that a pool lists and takes out again', async (t) => {
  const addresses = ['10.0.0.0/24']
  const { trace } = round({
    pools: [
      pool('b', { addresses, exclude: ['10.0.0.255'] }),
      pool('c', { addresses, avoidBuggyIPs: true }),
    ],
    services: [],
  })
  t.match(plain(trace('10.0.0.255')), [
    { type: 'inPools', pools: [] },
    { type: 'excluded', pool: 'b', by: 'exclude' },
    { type: 'excluded', pool: 'c', by: 'avoidBuggyIPs' },
    { type: 'free' },
  ])
})

t.test('an address that several share, and that is kept', async (t) => {
  const { trace } = round({
    pools: [],
    services: [service('x/a', tcp), service('x/b', udp)],
    previous: [held('10.0.0.1', ['x/a', 'x/b'])],
  })
  t.match(plain(trace('10.0.0.1')), [
    { type: 'inPools' },
    { type: 'heldBefore', service: 'x/a' },
    { type: 'heldBefore', service: 'x/b' },
    { type: 'retained' },
    { type: 'assigned', service: 'x/a', sharedWith: ['x/b'] },
    { type: 'assigned', service: 'x/b', sharedWith: ['x/a'] },
  ])
})
