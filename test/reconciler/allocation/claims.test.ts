import t from 'tap'
import { given, refused, released, round } from '../../support/planning/allocation-round.ts'
import { held, pool, service } from '../../support/planning/facts.ts'

const addresses = ['10.0.0.1-10.0.0.6']
const web = pool('web', { addresses })
const older = { createdAt: '2025-01-01T00:00:00Z' }
const oldest = { createdAt: '2024-01-01T00:00:00Z' }
const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }
const udp = { ports: [{ protocol: 'UDP', port: 53 }], sharingKey: 'dns' }

t.test('of two that ask for one address the older one gets it', async (t) => {
  const ask = ['10.0.0.3']
  const result = round({
    pools: [web],
    services: [service('x/a', { ask }), service('x/b', { ...older, ask })],
  })
  t.strictSame(given(result), { '10.0.0.3': 'x/b' })
  t.match(refused(result, 'x/a'), [
    { because: { type: 'inUse', by: 'x/b', sharing: { type: 'noSharingKey' } } },
  ])
})

t.test('both get it if they may share', async (t) => {
  const ask = ['10.0.0.3']
  const result = round({
    pools: [web],
    services: [service('x/a', { ...tcp, ask }), service('x/b', { ...udp, ask })],
  })
  t.strictSame(given(result), { '10.0.0.3': 'x/a x/b' })
})

t.test('a request does not take what another Service holds, however young', async (t) => {
  const result = round({
    pools: [web],
    services: [service('x/a', { ...older, ask: ['10.0.0.3'] }), service('x/b')],
    previous: [held('10.0.0.3', ['x/b'])],
  })
  t.strictSame(given(result), { '10.0.0.3': 'x/b' })
})

t.test('a request moves a Service; until it can be had, the old address stays', async (t) => {
  const services = [service('x/a', { ask: ['10.0.0.3'] }), service('x/b')]
  const mine = held('10.0.0.1', ['x/a'])
  const free = round({ pools: [web], services, previous: [mine, held('10.0.0.2', ['x/b'])] })
  t.strictSame(given(free), { '10.0.0.2': 'x/b', '10.0.0.3': 'x/a' })
  t.strictSame(released(free), { '10.0.0.1 x/a': 'moved' })
  const taken = round({ pools: [web], services, previous: [mine, held('10.0.0.3', ['x/b'])] })
  t.strictSame(given(taken), { '10.0.0.1': 'x/a', '10.0.0.3': 'x/b' })
})

t.test('what one lets go of goes to the first who waits, not to the next in line', async (t) => {
  const result = round({
    pools: [web],
    services: [
      service('x/first', { ...oldest, ask: ['10.0.0.1'] }),
      service('x/mover', { ...older, ask: ['10.0.0.2'] }),
      service('x/last', { ask: ['10.0.0.1'] }),
    ],
    previous: [held('10.0.0.1', ['x/mover'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/first', '10.0.0.2': 'x/mover' })
})

t.test('who had an address comes before all who ask for it', async (t) => {
  const result = round({
    pools: [pool('web', { addresses, reserve: { '10.0.0.1': 'x/reserved' } })],
    services: [
      service('x/mover', { ...tcp, ...oldest, ask: ['10.0.0.2'] }),
      service('x/reserved', older),
      service('x/had', tcp),
    ],
    previous: [held('10.0.0.1', ['x/mover', 'x/had'])],
  })
  t.strictSame(given(result), {
    '10.0.0.1': 'x/had',
    '10.0.0.2': 'x/mover',
    '10.0.0.3': 'x/reserved',
  })
})

t.test('a chain of waiting Services is undone from its end', async (t) => {
  const wants = (key: string, address: string, age: object) =>
    service(key, { ...age, ask: [address] })
  const result = round({
    pools: [web],
    services: [
      wants('x/c', '10.0.0.2', oldest),
      wants('x/b', '10.0.0.3', older),
      wants('x/a', '10.0.0.4', {}),
      wants('x/d', '10.0.0.1', { createdAt: '' }),
    ],
    previous: [held('10.0.0.1', ['x/c']), held('10.0.0.2', ['x/b']), held('10.0.0.3', ['x/a'])],
  })
  t.strictSame(given(result), {
    '10.0.0.1': 'x/d',
    '10.0.0.2': 'x/c',
    '10.0.0.3': 'x/b',
    '10.0.0.4': 'x/a',
  })
})

t.test('several wait for one address: each is looked at once, in order', async (t) => {
  const ask = ['10.0.0.1']
  const result = round({
    pools: [web],
    services: [
      service('x/a', { ...oldest, ...tcp, ask }),
      service('x/b', { ...older, ...udp, ask }),
      service('x/c', { ...older, ...tcp, ask }),
      service('x/keeper', { ask: ['10.0.0.2'] }),
    ],
    previous: [held('10.0.0.1', ['x/keeper'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/a x/b', '10.0.0.2': 'x/keeper' })
})

t.test('one who shares a reserved address lets others in', async (t) => {
  const result = round({
    pools: [pool('web', { addresses, reserve: { '10.0.0.1': 'x/owner' } })],
    services: [
      service('x/guest', { ...older, ...tcp, ask: ['10.0.0.1'] }),
      service('x/owner', { ...udp }),
    ],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/guest x/owner' })
})

t.test('a better wish that becomes free is taken, and the lesser one let go', async (t) => {
  const result = round({
    pools: [pool('web', { addresses, reserve: { '10.0.0.1': 'x/owner' } })],
    services: [
      service('x/owner', { ...oldest, ask: ['10.0.0.5'] }),
      service('x/keeper', { ask: ['10.0.0.2'] }),
    ],
    previous: [held('10.0.0.1', ['x/keeper'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/owner', '10.0.0.2': 'x/keeper' })
})

t.test('a Service that moves to another pool leaves its address to who waits for it', async (t) => {
  const result = round({
    pools: [web, pool('db', { addresses: ['10.0.1.1'] })],
    services: [
      service('x/mover', { ...oldest, requestedPool: 'db' }),
      service('x/next', { ...older, ask: ['10.0.0.1'] }),
      service('x/last', { ask: ['10.0.0.2'] }),
    ],
    previous: [held('10.0.0.1', ['x/mover']), held('10.0.0.2', ['x/next'])],
  })
  t.strictSame(given(result), { '10.0.0.1': 'x/next', '10.0.0.2': 'x/last', '10.0.1.1': 'x/mover' })
})

t.test('a wish that no pool would meet claims nothing', async (t) => {
  const services = [service('x/a', { ask: ['10.9.9.9'] }), service('x/b', { ask: ['10.0.0.2'] })]
  t.strictSame(given(round({ pools: [web], services })), { '10.0.0.2': 'x/b' })
})
