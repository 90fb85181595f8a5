import fc from 'fast-check'
import t from 'tap'
import type { ObjectMetadata } from '../../../kubernetes/objects/object.ts'
import { readClusterFacts } from '../../../reconciler/state/facts.ts'
import type { ServiceObject } from '../../../reconciler/state/objects.ts'
import type { ClusterState } from '../../../reconciler/state/snapshot.ts'

const OURS = { type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2' }

const LOCAL = { ...OURS, externalTrafficPolicy: 'Local' }

function service(name: string, spec: ServiceObject['spec'] = OURS, namespace = 'shop') {
  return { metadata: { name, namespace }, spec } as ServiceObject
}

function slice(name: string, serviceName: string, nodeNames: readonly string[]) {
  return {
    metadata: { name, namespace: 'shop', labels: { 'kubernetes.io/service-name': serviceName } },
    endpoints: nodeNames.map((nodeName) => ({ nodeName })),
  }
}

const options = { asDefaultClass: false }

t.test('a kind that is absent stays unknown', (t) => {
  const { facts, findings } = readClusterFacts({}, options)
  t.same(facts, {
    services: undefined,
    otherServices: new Set(),
    nodes: undefined,
    endpoints: undefined,
    namespaces: undefined,
  })
  t.same(findings, [])
  t.end()
})

t.test('a kind that is empty is known', (t) => {
  const state = { services: [], nodes: [], endpointSlices: [], namespaces: [] }
  const { facts } = readClusterFacts(state, options)
  t.same(facts.services, [])
  t.same(facts.nodes, [])
  t.same(facts.endpoints, new Map())
  t.same(facts.namespaces, new Map())
  t.end()
})

t.test('Services of other types and classes are only named', (t) => {
  const services = [
    service('ours'),
    service('cluster-ip', { type: 'ClusterIP' }),
    service('cloud', { type: 'LoadBalancer', loadBalancerClass: 'example.com/cloud' }),
    service('classless', { type: 'LoadBalancer' }),
  ]
  const strict = readClusterFacts({ services }, options).facts
  t.same(
    strict.services?.map(({ key }) => key),
    ['shop/ours'],
  )
  t.same([...strict.otherServices].sort(), ['shop/classless', 'shop/cloud', 'shop/cluster-ip'])
  const asDefault = readClusterFacts({ services }, { asDefaultClass: true }).facts
  t.same(
    asDefault.services?.map(({ key }) => key),
    ['shop/classless', 'shop/ours'],
  )
  t.end()
})

t.test(
  'EndpointSlices count for the Service that they name, if its traffic policy is Local',
  (t) => {
    const endpointSlices = [
      slice('web-2', 'web', ['c']),
      slice('web-1', 'web', ['a', 'b']),
      slice('api-1', 'api', ['a']),
      slice('other-1', 'not-ours', ['a']),
      slice('cluster-1', 'cluster', ['a']),
      { ...slice('web-3', 'web', ['d']), addressType: 'FQDN' },
      { metadata: { name: 'nobody', namespace: 'shop' } },
    ]
    const names = ['web', 'api', 'idle']
    const local = names.map((name) => service(name, LOCAL))
    const services = [...local, service('web', LOCAL, 'blog'), service('cluster')]
    const { facts, findings } = readClusterFacts({ services, endpointSlices }, options)
    t.same(
      [...(facts.endpoints ?? [])].map(([key, endpoints]) => [
        key,
        endpoints.map(({ nodeName }) => nodeName),
      ]),
      [
        ['shop/api', ['a']],
        ['shop/web', ['a', 'b', 'c']],
      ],
    )
    t.same(findings, [])
    t.end()
  },
)

t.test('while Services are unknown, no endpoints belong to ours', (t) => {
  const { facts } = readClusterFacts({ endpointSlices: [slice('web-1', 'web', ['a'])] }, options)
  t.same(facts.endpoints, new Map())
  t.end()
})

t.test('Nodes and Namespaces', (t) => {
  const state: ClusterState = {
    nodes: [{ metadata: { name: 'b' } }, { metadata: { name: 'a', labels: { zone: 'east' } } }],
    namespaces: [
      { metadata: { name: 'shop', labels: { team: 'red' } } },
      { metadata: {} as ObjectMetadata },
    ],
  }
  const { facts, findings } = readClusterFacts(state, options)
  t.same(
    facts.nodes?.map(({ name, labels }) => [name, labels]),
    [
      ['a', { zone: 'east' }],
      ['b', {}],
    ],
  )
  t.same(facts.namespaces?.get('shop'), { name: 'shop', labels: { team: 'red' } })
  t.same(
    findings.map(({ code, message }) => [code, message]),
    [['BW3005', 'a Namespace of the cluster state has no metadata.name']],
  )
  t.end()
})

t.test('the order of the input does not matter', (t) => {
  const state = {
    services: [service('b'), service('a'), service('a', OURS, 'blog')],
    nodes: ['n2', 'n1'].map((name) => ({ metadata: { name } })),
    endpointSlices: [slice('a-2', 'a', ['x']), slice('a-1', 'a', ['y']), slice('b-1', 'b', ['z'])],
    namespaces: ['shop', 'blog'].map((name) => ({ metadata: { name } })),
  }
  const reversed = Object.fromEntries(
    Object.entries(state).map(([kind, objects]) => [kind, [...objects].reverse()]),
  )
  const forth = readClusterFacts(state, options).facts
  const back = readClusterFacts(reversed, options).facts
  t.same(back.services, forth.services)
  t.same(back.nodes, forth.nodes)
  t.same([...(back.endpoints ?? [])], [...(forth.endpoints ?? [])])
  t.end()
})

const FIELD = fc.constantFrom(
  'loadBalancer',
  'ingress',
  'ip',
  'addresses',
  'address',
  'type',
  'conditions',
  'port',
  'nodeName',
  'ready',
)

/** JSON in which the fields that are read occur, with values of any type. */
const junk = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(null, true, 5, '', 'web', '192.0.2.1', 'LoadBalancer', 'IPv6', 'True'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(FIELD, tie('value'), { maxKeys: 4 }),
  ),
})).value

t.test('no object makes it throw', (t) => {
  const object = fc.record(
    {
      metadata: fc.record({ name: fc.constantFrom('a', 'b'), labels: junk, annotations: junk }),
      spec: fc.oneof(
        junk,
        fc.record({
          type: fc.constant('LoadBalancer'),
          ports: junk,
          ipFamilies: junk,
          clusterIPs: junk,
        }),
      ),
      status: junk,
      endpoints: junk,
    },
    { requiredKeys: [] },
  )
  const objects = fc.array(fc.oneof(object, junk), { maxLength: 4 }) as fc.Arbitrary<never[]>
  fc.assert(
    fc.property(
      objects,
      objects,
      objects,
      objects,
      (services, nodes, endpointSlices, namespaces) => {
        const state = { services, nodes, endpointSlices, namespaces }
        const { facts } = readClusterFacts(state, { asDefaultClass: true })
        return facts.services !== undefined && facts.nodes !== undefined
      },
    ),
    { numRuns: 2000, seed: 4291 },
  )
  t.end()
})

t.test('an object that comes again says the same again, its problems too', (t) => {
  const broken = { type: 'LoadBalancer', loadBalancerClass: OURS.loadBalancerClass, ports: 'none' }
  const web = Object.freeze({ metadata: { name: 'web', namespace: 'shop' }, spec: broken })
  const state = { services: [web as unknown as ServiceObject] }
  const first = readClusterFacts(state, options)
  const again = readClusterFacts(state, options)
  t.equal(first.findings.length, 1)
  t.same(again, first)
  t.equal(again.facts.services![0], first.facts.services![0], 'read once')
  t.same(readClusterFacts({ services: [{ ...web } as unknown as ServiceObject] }, options), first)
  t.end()
})
