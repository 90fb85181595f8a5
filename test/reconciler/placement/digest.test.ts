import t from 'tap'
import { digestInputs } from '../../../reconciler/placement/digest.ts'
import type { ClusterFacts, NodeFact, Pool, PoolSet } from '../../../reconciler/model/model.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { facts, node, pool, poolSet, service } from '../../support/planning/facts.ts'
import { PLAN_POOL } from '../../support/planning/plans.ts'

const lan = pool('lan', { addresses: ['192.0.2.0/24'], reserve: { '192.0.2.9': 'default/db' } })
const web = service('default/web', { labels: { app: 'web' }, selector: { app: 'web', tier: 'a' } })
const a = node('a', '198.51.100.11')
const known = facts([web], { nodes: [a] })

function poolsDigest(pools: PoolSet): string {
  return digestInputs(pools, known).pools
}

function stateDigest(changed: Partial<ClusterFacts>, parts: Partial<Pool> = {}): string {
  return digestInputs(poolSet({ ...lan, ...parts }), { ...known, ...changed }).state
}

const place = { file: 'a.yaml', line: 1, column: 1, length: 1, lineText: 'x' }

t.test('a digest names its algorithm', async (t) => {
  t.match(digestInputs(poolSet(lan), known), {
    pools: /^sha256:[0-9a-f]{64}$/,
    state: /^sha256:[0-9a-f]{64}$/,
  })
})

const samePools: readonly [string, Partial<Pool>][] = [
  ['the place of the declaration', { at: place }],
  ['the place of a reservation', { reservations: [{ ...lan.reservations[0]!, at: place }] }],
  ['how announcing was written', { announce: { failback: 'never' } }],
]
for (const [name, parts] of samePools)
  t.test(`${name} does not matter`, async (t) =>
    t.equal(poolsDigest(poolSet({ ...lan, ...parts })), poolsDigest(poolSet(lan))),
  )

const otherPools: readonly [string, PoolSet][] = [
  ['another field', poolSet({ ...lan, suspend: true })],
  ['another reservation', poolSet({ ...lan, reservations: [] })],
  ['another pool', poolSet(lan, pool('wan', { addresses: ['192.0.3.0/24'] }))],
  ['a broken pool', { ...poolSet(lan), broken: ['wan'] }],
  ['an unreadable file', { ...poolSet(lan), complete: false }],
]
for (const [name, pools] of otherPools)
  t.test(`${name} matters`, async (t) => t.not(poolsDigest(pools), poolsDigest(poolSet(lan))))

t.test('ports and selector matter where the address may be shared', async (t) => {
  const other = { ...web, selector: { app: 'db' }, ports: [{ protocol: 'UDP', port: 53 }] }
  t.equal(stateDigest({ services: [other] }), stateDigest({}))
  const sharing = (one: typeof web) => stateDigest({ services: [{ ...one, sharingKey: 'k' }] })
  t.not(sharing({ ...web, selector: other.selector }), sharing(web))
  t.not(sharing({ ...web, ports: other.ports }), sharing(web))
  t.equal(sharing({ ...web, selector: { tier: 'a', app: 'web' } }), sharing(web))
})

t.test('the order of labels does not matter', async (t) => {
  const labelled = (labels: Readonly<Record<string, string>>) =>
    stateDigest({ nodes: [{ ...a, labels }] })
  t.equal(labelled({ x: '1', y: '2' }), labelled({ y: '2', x: '1' }))
})

const otherState: readonly [string, Partial<ClusterFacts>][] = [
  ['a Service', { services: [] }],
  ['what a Service asks for', { services: [{ ...web, requestedPool: 'lan' }] }],
  ['its sharing key', { services: [{ ...web, sharingKey: 'lan' }] }],
  ['its preferred node', { services: [{ ...web, preferredNode: 'lan' }] }],
  ['its health check port', { services: [{ ...web, healthCheckNodePort: 30000 }] }],
  ['an address of a node', { nodes: [node('a', '198.51.100.12')] }],
  [
    'an annotated address of a node',
    { nodes: [{ ...a, segmentAddresses: { lan: a.internalIPs } }] },
  ],
  ['a label of a node', { nodes: [{ ...a, labels: { zone: 'east' } }] }],
  ['Services that are not known', { services: undefined }],
  ['Nodes that are not known', { nodes: undefined }],
  ['EndpointSlices that are not known', { endpoints: undefined }],
  ['Namespaces that are not known', { namespaces: undefined }],
]
for (const [name, changed] of otherState)
  t.test(`${name} matters`, async (t) => t.not(stateDigest(changed), stateDigest({})))

t.test('labels of Services matter where a pool selects by them', async (t) => {
  const changed = { services: [{ ...web, labels: { app: 'other' } }] }
  t.equal(stateDigest(changed), stateDigest({}))
  const serviceSelector = { matchLabels: { app: 'web' } }
  t.not(stateDigest(changed, { serviceSelector }), stateDigest({}, { serviceSelector }))
})

t.test('labels of Namespaces matter where a pool selects by them', async (t) => {
  const team = (value: string) => ({
    namespaces: new Map([['default', { name: 'default', labels: { team: value } }]]),
  })
  t.equal(stateDigest(team('a')), stateDigest(team('b')))
  const namespaceSelector = { matchLabels: { team: 'a' } }
  t.not(
    stateDigest(team('a'), { namespaceSelector }),
    stateDigest(team('b'), { namespaceSelector }),
  )
  const none = { namespaces: undefined }
  t.not(stateDigest(team('a'), { namespaceSelector }), stateDigest(none, { namespaceSelector }))
})

t.test('since when a node is Ready matters where fail-back waits for it', async (t) => {
  const later: NodeFact = { ...a, readySince: '2026-03-01T00:00:00Z' }
  t.equal(stateDigest({ nodes: [later] }), stateDigest({}))
  const announced = { ...PLAN_POOL, failback: 'afterStable' as const }
  t.not(stateDigest({ nodes: [later] }, { announced }), stateDigest({}, { announced }))
})

t.test('endpoints matter to Local Services alone, and only by their nodes', async (t) => {
  const on = (...names: string[]) => ({
    endpoints: new Map([
      [
        'default/web',
        names.map((nodeName) => ({ nodeName, ready: true, serving: true, terminating: false })),
      ],
    ]),
  })
  t.equal(stateDigest(on('a')), stateDigest(on('b')))
  const local = { services: [{ ...web, externalTrafficPolicy: 'Local' as const }] }
  t.not(stateDigest({ ...local, ...on('a') }), stateDigest({ ...local, ...on('b') }))
  t.equal(
    stateDigest({ ...local, ...on('a', 'b') }),
    stateDigest({ ...local, ...on('b', 'a', 'a') }),
  )
})

t.test('as many Services as one likes', async (t) => {
  const many = Array.from({ length: 600 }, (_, index) => service(`default/s${index}`))
  t.not(stateDigest({ services: many }), stateDigest({ services: many.slice(1) }))
})

t.test('a status matters as long as the Service has no address of that family', async (t) => {
  const digest = (status: readonly string[], given: readonly string[]) =>
    digestInputs(
      poolSet(lan),
      facts([service('default/web', { status, families: ['IPv4'] })]),
      given.map((text) => ({
        address: addressFrom(text),
        pool: 'lan',
        segment: 'default',
        services: ['default/web'],
        since: '2026-01-01T00:00:00Z',
        rule: 'held' as const,
      })),
    ).state
  t.not(digest(['192.0.2.1'], []), digest([], []))
  t.equal(digest(['192.0.2.1'], ['192.0.2.1']), digest([], ['192.0.2.1']))
  t.equal(digest(['192.0.2.1'], ['192.0.2.7']), digest([], ['192.0.2.7']))
  t.equal(digest(['2001:db8::1'], []), digest([], []), 'nor one of a family that it does not want')
})
