import t from 'tap'
import { given, kept, NOW, released, round } from '../../support/planning/allocation-round.ts'
import { held, node, pool, service } from '../../support/planning/facts.ts'

const tcp = { ports: [{ protocol: 'TCP', port: 53 }], sharingKey: 'dns' }
const udp = { ports: [{ protocol: 'UDP', port: 53 }], sharingKey: 'dns' }
const older = { createdAt: '2025-01-01T00:00:00Z' }
const web = pool('web', { addresses: ['10.0.0.1-10.0.0.9', 'fd00::1'] })

t.test('assignments are sorted by address: IPv4 first, then by value', async (t) => {
  const result = round({
    pools: [pool('web', { addresses: ['10.0.0.9-10.0.0.10', 'fd00::1'] })],
    services: [
      service('x/a', { families: ['IPv6'] }),
      service('x/b', { ask: ['10.0.0.10'] }),
      service('x/c'),
    ],
  })
  t.strictSame(Object.keys(given(result)), ['10.0.0.9', '10.0.0.10', 'fd00::1'])
})

t.test('of Services that share, the one with the best claim says by which rule', async (t) => {
  const services = [
    service('x/auto', { ...tcp, ...older }),
    service('x/asks', { ...udp, ask: ['10.0.0.3'] }),
  ]
  const result = round({ pools: [web], services })
  t.match(result.assignments, [{ services: ['x/asks', 'x/auto'], rule: 'requested' }])
})

t.test('what is kept for a Service that needs both families is not given to it', async (t) => {
  const requires = {
    families: ['IPv4', 'IPv6'] as const,
    familyPolicy: 'RequireDualStack' as const,
  }
  const pools = [pool('web', { addresses: ['10.0.0.1-10.0.0.9'] })]
  const services = [service('x/a', { ...requires, ask: ['10.0.0.1'] }), service('x/b')]
  t.strictSame(given(round({ pools, services })), { '10.0.0.2': 'x/b' })
})

t.test('the earliest since of an address counts, whoever had it', async (t) => {
  const { assignments } = round({
    pools: [web],
    services: [service('x/b')],
    previous: [
      held('10.0.0.3', ['x/a'], { since: '2026-01-02T00:00:00Z' }),
      held('10.0.0.3', ['x/b'], { since: '2026-01-01T00:00:00Z' }),
      held('10.0.0.3', ['x/c'], { since: '2026-01-03T00:00:00Z' }),
    ],
  })
  t.match(assignments, [{ since: '2026-01-01T00:00:00Z' }])
  t.not(assignments[0]?.since, NOW)
})

t.test('a Service that moves lets go of what it had, and says for what', async (t) => {
  const { releases } = round({
    pools: [web],
    services: [service('x/a', { ask: ['10.0.0.5'] })],
    previous: [held('10.0.0.3', ['x/a'])],
  })
  t.match(releases, [
    {
      address: { text: '10.0.0.3' },
      service: 'x/a',
      pool: 'web',
      segment: 'default',
      reason: { type: 'moved', to: { text: '10.0.0.5' }, rule: 'requested' },
    },
  ])
})

t.test(
  'a Service that lost its address, and is not given another for want of one, lets go',
  async (t) => {
    const { releases } = round({
      pools: [pool('web', { addresses: ['10.0.0.3'] })],
      services: [service('x/a', { ...tcp, ...older }), service('x/b', tcp)],
      previous: [held('10.0.0.3', ['x/a', 'x/b'])],
    })
    t.match(releases, [{ service: 'x/b', reason: { type: 'sharingEnded' } }])
  },
)

t.test('releases are sorted by address, then Service', async (t) => {
  const result = round({
    pools: [web],
    services: [],
    previous: [held('10.0.0.10', ['x/a']), held('10.0.0.9', ['x/c', 'x/b'])],
  })
  t.strictSame(Object.keys(released(result)), ['10.0.0.9 x/b', '10.0.0.9 x/c', '10.0.0.10 x/a'])
})

t.test('what nobody would be given today, and why it is kept', async (t) => {
  const result = round({
    pools: [
      pool('web', {
        addresses: ['10.0.0.1-10.0.0.9'],
        namespaces: ['y'],
        sharing: 'none',
        reserve: { '10.0.0.4': 'x/later' },
      }),
    ],
    services: [service('x/b', udp), service('x/a', tcp), service('x/c')],
    previous: [
      held('10.0.0.4', ['x/a', 'x/b']),
      held('10.0.0.2', ['x/c'], { pool: 'gone' }),
      held('10.0.7.7', ['x/c'], { pool: 'gone', since: '2026-05-05T00:00:00Z' }),
    ],
    nodes: [node('n1', '10.0.0.4')],
  })
  t.strictSame(kept(result), {
    '10.0.0.2': ['notAdmitted'],
    '10.0.0.4': ['notAdmitted', 'notAdmitted', 'reservedForOther', 'nodeAddress', 'poolSharing'],
  })
  t.strictSame(
    result.retained.map(({ reason }) => 'service' in reason && reason.service),
    ['x/c', 'x/a', 'x/b', false, false, false],
  )
  t.match(result.retained[1], { pool: 'web', segment: 'default', services: ['x/a', 'x/b'] })
})

t.test('an address outside of the pools is kept for that alone', async (t) => {
  const parts = { services: [service('x/a')], previous: [held('10.0.0.4', ['x/a'])] }
  t.strictSame(kept(round({ ...parts, pools: [] })), { '10.0.0.4': ['poolRemoved'] })
})

t.test('what is new is not kept', async (t) => {
  t.strictSame(kept(round({ pools: [web], services: [service('x/a')] })), {})
})

const red = { matchLabels: { team: 'red' } }

const selecting = pool('red', { addresses: ['10.0.0.1'], namespaceSelector: red, priority: 1 })

const open = pool('web', { addresses: ['10.0.1.1-10.0.1.9'] })

t.test('everything is known', async (t) => {
  const { incomplete } = round({ pools: [selecting, open], services: [service('x/a')] })
  t.strictSame(incomplete, [])
})

t.test('no Services', async (t) => {
  const { incomplete } = round({
    pools: [open],
    services: undefined,
    previous: [held('10.0.1.1', ['x/a'])],
    namespaces: undefined,
    nodes: undefined,
  })
  t.strictSame(incomplete, [{ kind: 'Service', type: 'servicesUnknown', addresses: 1 }])
})

t.test('no Namespaces, and a new Service that a pool might take by namespace', async (t) => {
  const { incomplete } = round({
    pools: [selecting, open],
    services: [service('x/a')],
    namespaces: undefined,
  })
  t.strictSame(incomplete, [{ kind: 'Namespace', type: 'namespacesUnknown', pools: ['red'] }])
})

t.test('no Namespaces, and a Service that gets none for it', async (t) => {
  const { incomplete } = round({
    pools: [{ ...selecting, serviceSelector: { matchLabels: { app: 'a' } } }, selecting],
    services: [service('x/a')],
    namespaces: undefined,
  })
  t.match(incomplete, [{ kind: 'Namespace', pools: ['red'] }])
})

t.test('no Namespaces, and nothing that would need them', async (t) => {
  const withoutSelector = round({
    pools: [open],
    services: [service('x/a')],
    namespaces: undefined,
  })
  t.strictSame(withoutSelector.incomplete, [])
  const allHeld = round({
    pools: [selecting, open],
    services: [service('x/a')],
    previous: [held('10.0.1.1', ['x/a'])],
    namespaces: undefined,
  })
  t.strictSame(allHeld.incomplete, [])
})

t.test('no Nodes, and a new address', async (t) => {
  const parts = { pools: [open], services: [service('x/a')], nodes: undefined }
  t.strictSame(round(parts).incomplete, [
    { kind: 'Node', type: 'nodeAddressesUnknown', addresses: 1 },
  ])
  const previous = [held('10.0.1.1', ['x/a'])]
  t.strictSame(round({ ...parts, previous }).incomplete, [])
  t.strictSame(round({ ...parts, nodes: [node('n1')] }).incomplete, [])
})
