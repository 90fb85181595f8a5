import t from 'tap'
import { give, holdingAt, originOf } from '../../../reconciler/allocation/ledger.ts'
import {
  addressRefusal,
  asksForAddress,
  asksForNoPool,
  joinRefusal,
  poolRefusal,
  requestedPool,
  startRound,
} from '../../../reconciler/allocation/round.ts'
import type { ServiceFact } from '../../../reconciler/model/model.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { facts, node, pool, poolSet, service } from '../../support/planning/facts.ts'

const web = pool('web', {
  addresses: ['10.0.0.1-10.0.0.9'],
  namespaces: ['x'],
  reserve: { '10.0.0.9': 'y/guest' },
})
const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }
const udp = { ports: [{ protocol: 'UDP', port: 53 }], sharingKey: 'dns' }

function scene(services: readonly ServiceFact[], pools = [web]) {
  const round = startRound({
    pools: poolSet(...pools),
    facts: facts(services),
    previous: [],
    now: '',
  })
  return { round, holder: (key: string) => round.holderOf(key)! }
}

t.test('a node address belongs to the first node by name', async (t) => {
  const lan = [addressFrom('10.0.0.7')]
  const nodes = [
    node('n2', '10.0.0.5'),
    node('n3', '10.0.0.5'),
    { ...node('n1', '10.0.0.5'), segmentAddresses: { lan } },
  ]
  const input = { pools: poolSet(), facts: facts([], { nodes }), previous: [], now: '' }
  const { nodeAt } = startRound(input)
  t.equal(nodeAt.get('10.0.0.5')?.node, 'n1')
  t.equal(nodeAt.get('10.0.0.7')?.node, 'n1')
})

t.test('nothing is known of the cluster', async (t) => {
  const unknown = facts(undefined, { nodes: undefined })
  const { holders, nodeAt } = startRound({
    pools: poolSet(),
    facts: unknown,
    previous: [],
    now: '',
  })
  t.strictSame([holders.length, nodeAt.size], [0, 0])
})

t.test('what a Service asks for', async (t) => {
  const { round, holder } = scene([
    service('x/a', { ask: ['10.0.0.1'] }),
    service('x/b', { requestedPool: 'web' }),
    service('x/c', { requestedPool: 'db' }),
  ])
  t.ok(asksForAddress(holder('x/a'), 'IPv4'))
  t.notOk(asksForAddress(holder('x/a'), 'IPv6'))
  t.equal(requestedPool(round, holder('x/a')), undefined)
  t.equal(requestedPool(round, holder('x/b'))?.name, 'web')
  t.strictSame(
    ['x/a', 'x/b', 'x/c'].map((key) => asksForNoPool(round, holder(key))),
    [false, false, true],
  )
})

t.test('why a pool gives a Service nothing new', async (t) => {
  const { round, holder } = scene([
    service('x/a'),
    service('x/b', { requestedPool: 'db' }),
    service('y/guest'),
  ])
  const refusal = (key: string, at = { pool: web, text: '10.0.0.1' }) =>
    poolRefusal(round, holder(key), at)
  t.equal(refusal('x/a'), undefined)
  t.strictSame(refusal('x/b'), { type: 'outsideRequestedPool', pool: 'db' })
  t.strictSame(refusal('y/guest'), { type: 'notAdmitted', pool: 'web', because: 'namespaces' })
  t.equal(refusal('y/guest', { pool: web, text: '10.0.0.9' }), undefined, 'it is reserved for it')
  const paused = { ...web, suspend: true }
  t.strictSame(refusal('x/a', { pool: paused, text: '' }), { type: 'suspended', pool: 'web' })
})

t.test('the reservation of another pool does not open this one', async (t) => {
  const other = pool('other', { addresses: ['10.0.0.9'], namespaces: ['x'] })
  const { round, holder } = scene([service('y/guest')], [web, other])
  const refusal = poolRefusal(round, holder('y/guest'), { pool: other, text: '10.0.0.9' })
  t.match(refusal, { type: 'notAdmitted', pool: 'other' })
})

t.test('why an address cannot be had as things stand', async (t) => {
  const { round, holder } = scene([service('x/a', tcp), service('x/b', udp), service('x/c')])
  const give1 = (key: string, text: string) =>
    give(round.ledger, holder(key), {
      address: addressFrom(text),
      origin: originOf(web),
      rule: 'held',
    })
  t.equal(addressRefusal(round, holder('x/a'), addressFrom('10.0.0.1')), undefined)
  give1('x/a', '10.0.0.1')
  t.match(addressRefusal(round, holder('x/c'), addressFrom('10.0.0.1')), {
    type: 'inUse',
    by: 'x/a',
  })
  t.equal(addressRefusal(round, holder('x/b'), addressFrom('10.0.0.1')), undefined)
  t.match(addressRefusal(round, holder('x/b'), addressFrom('10.0.0.9')), {
    type: 'reservedForOther',
  })
})

t.test('a reserved address that its owner shares is open to others', async (t) => {
  const { round, holder } = scene(
    [service('y/guest', tcp), service('x/b', udp)],
    [{ ...web, sharing: 'acrossNamespaces' }],
  )
  const grant = {
    address: addressFrom('10.0.0.9'),
    origin: originOf({ ...web, sharing: 'acrossNamespaces' }),
    rule: 'reserved' as const,
  }
  give(round.ledger, holder('y/guest'), grant)
  t.equal(addressRefusal(round, holder('x/b'), addressFrom('10.0.0.9')), undefined)
})

t.test('nobody joins where the pool is not in force', async (t) => {
  const { round, holder } = scene([service('x/a', tcp), service('x/b', udp)])
  const origin = {
    pool: undefined,
    poolName: 'gone',
    segment: 'default',
    retained: { type: 'poolRemoved' as const },
  }
  give(round.ledger, holder('x/a'), { address: addressFrom('10.0.0.1'), origin, rule: 'held' })
  const holding = holdingAt(round.ledger, addressFrom('10.0.0.1'))!
  t.match(joinRefusal(round, holder('x/b'), holding), { sharing: { type: 'poolNotInForce' } })
})
