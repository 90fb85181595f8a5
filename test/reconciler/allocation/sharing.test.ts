import t from 'tap'
import type { Holder, Holding } from '../../../reconciler/allocation/ledger.ts'
import {
  emptyLedger,
  give,
  holdersOf,
  holdingAt,
  originOf,
} from '../../../reconciler/allocation/ledger.ts'
import type { SharingObstacle } from '../../../reconciler/reasons/sharing.ts'
import {
  conflictIn,
  joinConflict,
  poolObstacle,
  sharingObstacle,
} from '../../../reconciler/allocation/sharing.ts'
import type { Pool } from '../../../reconciler/model/model.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import type { ServiceParts } from '../../support/planning/facts.ts'
import { pool, service } from '../../support/planning/facts.ts'

const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }
const udp = { ports: [{ protocol: 'UDP', port: 53 }], sharingKey: 'dns' }
const local = { externalTrafficPolicy: 'Local' as const }

const CASES: readonly {
  readonly name: string
  readonly a: ServiceParts
  readonly b: ServiceParts
  readonly obstacle: SharingObstacle | undefined
}[] = [
  { name: 'one key, different protocols', a: tcp, b: udp, obstacle: undefined },
  {
    name: 'one key, different ports',
    a: tcp,
    b: { ...tcp, ports: [{ protocol: 'TCP', port: 80 }] },
    obstacle: undefined,
  },
  {
    name: 'no keys',
    a: { ports: tcp.ports },
    b: { ports: udp.ports },
    obstacle: { type: 'noSharingKey' },
  },
  {
    name: 'one has no key',
    a: tcp,
    b: { ports: udp.ports },
    obstacle: { type: 'noSharingKey' },
  },
  {
    name: 'two keys',
    a: tcp,
    b: { ...udp, sharingKey: 'web' },
    obstacle: { type: 'otherSharingKey', key: 'dns', otherKey: 'web' },
  },
  {
    name: 'one port in common',
    a: { ...tcp, ports: [...tcp.ports, { protocol: 'TCP', port: 80 }] },
    b: { ...tcp, ports: [{ protocol: 'TCP', port: 80 }] },
    obstacle: { type: 'samePort', protocol: 'TCP', port: 80 },
  },
  {
    name: 'two traffic policies',
    a: { ...tcp, ...local },
    b: udp,
    obstacle: { type: 'otherTrafficPolicy' },
  },
  {
    name: 'Local and one selector',
    a: { ...tcp, ...local, selector: { run: 'dns', tier: 'a' } },
    b: { ...udp, ...local, selector: { tier: 'a', run: 'dns' } },
    obstacle: undefined,
  },
  {
    name: 'Local and a selector of another value',
    a: { ...tcp, ...local, selector: { run: 'dns' } },
    b: { ...udp, ...local, selector: { run: 'web' } },
    obstacle: { type: 'otherSelector' },
  },
  {
    name: 'Local and a selector with more labels',
    a: { ...tcp, ...local, selector: { run: 'dns' } },
    b: { ...udp, ...local, selector: { run: 'dns', tier: 'a' } },
    obstacle: { type: 'otherSelector' },
  },
  {
    name: 'Local and a selector of another label',
    a: { ...tcp, ...local, selector: { run: 'dns' } },
    b: { ...udp, ...local, selector: { app: 'dns' } },
    obstacle: { type: 'otherSelector' },
  },
  {
    name: 'Cluster does not look at selectors',
    a: { ...tcp, selector: { run: 'dns' } },
    b: { ...udp, selector: { run: 'web' } },
    obstacle: undefined,
  },
  {
    name: 'a request that cannot be read: the keys say nothing',
    a: { ...tcp, sharingKey: '', requestBroken: true },
    b: udp,
    obstacle: undefined,
  },
  {
    name: 'a request that cannot be read: the ports do',
    a: { ...tcp, sharingKey: '', requestBroken: true },
    b: tcp,
    obstacle: { type: 'samePort', protocol: 'TCP', port: 53 },
  },
]

for (const { name, a, b, obstacle } of CASES)
  t.test(name, async (t) => {
    t.strictSame(sharingObstacle(service('x/a', a), service('x/b', b)), obstacle)
    const types = [
      sharingObstacle(service('x/b', b), service('x/a', a))?.type,
      sharingObstacle(service('x/a', a), service('x/b', b))?.type,
    ]
    t.equal(types[0], types[1], 'both ways')
  })

/** The first of the Services is new; the others have the address. */
function scene(sharing: Pool['sharing'], ...services: readonly [string, ServiceParts][]) {
  const holders = services.map(([key, parts], rank): Holder => {
    return { ...holdersOf([service(key, parts)])[0]!, rank }
  })
  const ledger = emptyLedger()
  const address = addressFrom('10.0.0.1')
  const origin = originOf(pool('web', { addresses: ['10.0.0.1'], sharing }))
  for (const holder of holders.slice(1)) give(ledger, holder, { address, origin, rule: 'held' })
  return { holding: holdingAt(ledger, address)!, newcomer: holders[0]! }
}

const web = { ports: [{ protocol: 'TCP', port: 80 }], sharingKey: 'dns' }

t.test('the conflict is with the oldest of those that are in the way', async (t) => {
  const { holding, newcomer } = scene(
    'withinNamespace',
    ['x/new', { ...web, ports: [...web.ports, ...tcp.ports, ...udp.ports] }],
    ['x/a', tcp],
    ['x/b', udp],
  )
  holding.holders.reverse()
  t.strictSame(conflictIn(holding, newcomer), {
    by: 'x/a',
    sharing: { type: 'samePort', protocol: 'TCP', port: 53 },
  })
  holding.holders.reverse()
  t.equal(conflictIn(holding, newcomer)?.by, 'x/a')
})

t.test('no Service is in its own way', async (t) => {
  const { holding } = scene('none', ['x/new', web], ['x/a', tcp])
  t.equal(conflictIn(holding, holding.holders[0]!), undefined)
})

t.test('the pool has a say in who joins', async (t) => {
  const within = scene('withinNamespace', ['x/new', web], ['x/a', tcp])
  t.equal(joinConflict(within.holding, within.newcomer), undefined)
  const other = scene('withinNamespace', ['y/new', web], ['x/a', tcp])
  t.strictSame(joinConflict(other.holding, other.newcomer), {
    by: 'x/a',
    sharing: { type: 'poolSharing', sharing: 'withinNamespace' },
  })
  const across = scene('acrossNamespaces', ['y/new', web], ['x/a', tcp])
  t.equal(joinConflict(across.holding, across.newcomer), undefined)
  const none = scene('none', ['x/new', web], ['x/a', tcp])
  t.match(joinConflict(none.holding, none.newcomer), { sharing: { sharing: 'none' } })
})

t.test('nobody joins a Service whose request cannot be read', async (t) => {
  const { holding, newcomer } = scene(
    'acrossNamespaces',
    ['x/new', web],
    ['x/a', { ...tcp, requestBroken: true }],
  )
  t.strictSame(joinConflict(holding, newcomer), { by: 'x/a', sharing: { type: 'noSharingKey' } })
})

t.test('nobody joins an address whose pool is not in force', async (t) => {
  const { holding, newcomer } = scene('acrossNamespaces', ['x/new', web], ['x/a', tcp])
  const origin: Holding['origin'] = {
    pool: undefined,
    poolName: 'gone',
    segment: 'default',
    retained: { type: 'poolRemoved' },
  }
  t.match(joinConflict({ ...holding, origin }, newcomer), { sharing: { type: 'poolNotInForce' } })
})

t.test('what a port clash hides from the pool', async (t) => {
  const { holding, newcomer } = scene('none', ['x/new', tcp], ['x/a', tcp])
  t.match(joinConflict(holding, newcomer), { sharing: { type: 'samePort' } })
  t.match(poolObstacle(holding, holding.holders), { type: 'poolSharing', sharing: 'none' })
})

t.test('nobody joins a Service that is not given the address yet', async (t) => {
  const requires = {
    families: ['IPv4', 'IPv6'] as const,
    familyPolicy: 'RequireDualStack' as const,
  }
  const { holding, newcomer } = scene(
    'acrossNamespaces',
    ['x/new', web],
    ['x/a', { ...tcp, ...requires }],
    ['x/b', { ...udp, ...requires }],
  )
  for (const holder of holding.holders) holder.heldBefore = false
  t.strictSame(joinConflict(holding, newcomer), { by: 'x/a', sharing: { type: 'notGivenYet' } })
  holding.holders[1]!.heldBefore = true
  t.equal(joinConflict(holding, newcomer), undefined, 'one of them is enough')
})
