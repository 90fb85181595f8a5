import t from 'tap'
import type { Finding } from '../../../api/finding.ts'
import { isOurs, readService } from '../../../reconciler/state/service-facts.ts'
import { uniqueObjects } from '../../../reconciler/state/unique-objects.ts'

const OURS = 'bellwether.dev/layer2'

function named(object: unknown) {
  const [first] = uniqueObjects('Service', [object], [])
  if (first === undefined) throw new Error('no name')
  return first
}

function read(spec: unknown, status?: unknown, metadata: object = {}) {
  const findings: Finding[] = []
  const service = named({ metadata: { name: 'web', namespace: 'shop', ...metadata }, spec, status })
  const fact = readService(service, { object: service.ref, findings })
  return { fact, messages: findings.map(({ code, message }) => `${code} ${message}`) }
}

t.test('isOurs', (t) => {
  const cases: readonly [unknown, boolean, boolean][] = [
    [{ type: 'LoadBalancer', loadBalancerClass: OURS }, true, true],
    [{ type: 'LoadBalancer' }, false, true],
    [{ type: 'LoadBalancer', loadBalancerClass: '' }, false, true],
    [{ type: 'LoadBalancer', loadBalancerClass: 'example.com/other' }, false, false],
    [{ type: 'ClusterIP', loadBalancerClass: OURS }, false, false],
    [undefined, false, false],
    ['text', false, false],
  ]
  for (const [spec, strict, asDefault] of cases) {
    const service = named({ metadata: { name: 'web' }, spec })
    t.equal(isOurs(service, false), strict, JSON.stringify(spec))
    t.equal(isOurs(service, true), asDefault, `${JSON.stringify(spec)} as default`)
  }
  t.end()
})

t.test('everything that a Service says', (t) => {
  const { fact, messages } = read(
    {
      ipFamilies: ['IPv6', 'IPv4'],
      ipFamilyPolicy: 'PreferDualStack',
      ports: [{ port: 80 }, { port: 53, protocol: 'UDP', name: 'dns' }],
      selector: { app: 'web' },
      externalTrafficPolicy: 'Local',
      loadBalancerIP: '192.0.2.1',
    },
    { loadBalancer: { ingress: [{ ip: '192.0.2.1' }, { hostname: 'x' }, { ip: '2001:DB8::1' }] } },
    {
      creationTimestamp: '2026-01-01T00:00:00Z',
      deletionTimestamp: '2026-01-02T00:00:00Z',
      labels: { tier: 'front' },
      annotations: { 'bellwether.dev/share': 'k' },
    },
  )
  t.match(messages, [/spec.loadBalancerIP, which is deprecated/])
  t.equal(messages.length, 1)
  t.same(
    {
      ...fact,
      requestedAddresses: fact.requestedAddresses.map(({ text }) => text),
      statusAddresses: fact.statusAddresses.map(({ text }) => text),
    },
    {
      key: 'shop/web',
      namespace: 'shop',
      name: 'web',
      createdAt: '2026-01-01T00:00:00Z',
      labels: { tier: 'front' },
      families: ['IPv6', 'IPv4'],
      familyPolicy: 'PreferDualStack',
      ports: [
        { protocol: 'TCP', port: 80 },
        { protocol: 'UDP', port: 53 },
      ],
      selector: { app: 'web' },
      externalTrafficPolicy: 'Local',
      requestedAddresses: ['192.0.2.1'],
      requestedPool: undefined,
      sharingKey: 'k',
      preferredNode: undefined,
      statusAddresses: ['192.0.2.1', '2001:db8::1'],
    },
  )
  t.end()
})

t.test('families, as far as a manifest tells', (t) => {
  const cases: readonly [object, string, readonly string[]][] = [
    [{}, 'SingleStack', ['IPv4']],
    [{ clusterIPs: ['2001:db8::1'] }, 'SingleStack', ['IPv6']],
    [{ clusterIPs: [5, { toString: 5 }] }, 'SingleStack', ['IPv4']],
    [{ clusterIPs: ['None'] }, 'SingleStack', ['IPv4']],
    [{ clusterIPs: ['2001:db8::1', '10.0.0.1'] }, 'RequireDualStack', ['IPv6', 'IPv4']],
    [{ ipFamilies: ['IPv6'], clusterIPs: ['10.0.0.1'] }, 'SingleStack', ['IPv6']],
    [{ ipFamilies: ['IPv4', 'IPv6'] }, 'RequireDualStack', ['IPv4', 'IPv6']],
    [{ ipFamilies: ['IPv6', 'IPv4'], ipFamilyPolicy: 'SingleStack' }, 'SingleStack', ['IPv6']],
    [{ ipFamilyPolicy: 'PreferDualStack' }, 'PreferDualStack', ['IPv4', 'IPv6']],
    [{ ipFamilyPolicy: 'RequireDualStack' }, 'RequireDualStack', ['IPv4', 'IPv6']],
    [
      { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv6'] },
      'RequireDualStack',
      ['IPv6', 'IPv4'],
    ],
    [{ ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv4'] }, 'PreferDualStack', ['IPv4']],
  ]
  for (const [spec, familyPolicy, families] of cases) {
    const { fact, messages } = read(spec)
    t.same(fact.families, families, JSON.stringify(spec))
    t.equal(fact.familyPolicy, familyPolicy, JSON.stringify(spec))
    t.same(messages, [])
  }
  t.end()
})

t.test('what is wrong is told and counts as absent', (t) => {
  const { fact, messages } = read(
    {
      ipFamilies: ['IPv5'],
      ipFamilyPolicy: 'Both',
      ports: [{ port: 0 }, { port: '80' }, 443, { port: 65536 }, { port: 1.5 }, { port: 443 }],
      externalTrafficPolicy: 'local',
    },
    { loadBalancer: { ingress: [{ ip: 'web' }, { ip: 5 }] } },
    { annotations: { 'bellwether.dev/addresses': 'x' } },
  )
  t.match(fact, {
    families: ['IPv4'],
    familyPolicy: 'SingleStack',
    ports: [{ protocol: 'TCP', port: 443 }],
    externalTrafficPolicy: 'Cluster',
    requestedAddresses: [],
    requestBroken: true,
    statusAddresses: [],
  })
  t.same(messages, [
    'BW3007 spec.ipFamilies is not a list of IPv4 and IPv6',
    'BW3007 spec.ipFamilyPolicy is not SingleStack or PreferDualStack or RequireDualStack',
    'BW3008 Service shop/web: `x` is not an IP address',
    'BW3007 spec.ports[0] is not a port from 1 to 65535',
    'BW3007 spec.ports[1] is not a port from 1 to 65535',
    'BW3007 spec.ports[2] is not a port from 1 to 65535',
    'BW3007 spec.ports[3] is not a port from 1 to 65535',
    'BW3007 spec.ports[4] is not a port from 1 to 65535',
    'BW3007 spec.externalTrafficPolicy is not Cluster or Local',
    'BW3011 Service shop/web: `web` is not an IP address',
    'BW3007 status.loadBalancer.ingress[].ip is not a string',
  ])
  t.end()
})

t.test('a health-check node port, of Local alone', (t) => {
  const port = (spec: object) => {
    const { fact, messages } = read(spec)
    return [fact.healthCheckNodePort, ...messages]
  }
  const wrong = 'BW3007 spec.healthCheckNodePort is not a port from 1 to 65535'
  t.same(port({ externalTrafficPolicy: 'Local', healthCheckNodePort: 30_001 }), [30_001])
  t.same(port({ externalTrafficPolicy: 'Local', healthCheckNodePort: 0 }), [undefined])
  t.same(port({ externalTrafficPolicy: 'Local', healthCheckNodePort: null }), [undefined])
  t.same(port({ externalTrafficPolicy: 'Local' }), [undefined])
  t.same(port({ externalTrafficPolicy: 'Local', healthCheckNodePort: 'x' }), [undefined, wrong])
  t.same(port({ externalTrafficPolicy: 'Cluster', healthCheckNodePort: 30_001 }), [undefined])
  t.end()
})
