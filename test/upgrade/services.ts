import type { Server } from './server.ts'
import { SERVICES } from './kept.ts'

/** Whom a Service with the policy `Local` has its endpoint at. */
export const LOCAL_NODE = 'node-2'

interface Wishes {
  readonly families?: readonly ('IPv4' | 'IPv6')[]
  readonly policy?: 'Cluster' | 'Local'
  readonly labels?: Readonly<Record<string, string>>
  /** Without the prefix. */
  readonly annotations?: Readonly<Record<string, string>>
  readonly port?: number
}

/** One of each kind, so that every way to an address has been gone before the first change. */
export const FIRST_SERVICES: Readonly<Record<string, Wishes>> = {
  plain: {},
  six: { families: ['IPv6'] },
  reserved: { families: ['IPv4'] },
  asking: { families: ['IPv4'], annotations: { addresses: '10.9.0.160' } },
  named: { families: ['IPv4'], annotations: { pool: 'requested' } },
  selected: { families: ['IPv4'], labels: { pool: 'selected' } },
  'sharing-1': { families: ['IPv4'], annotations: { share: 'one' }, port: 81 },
  'sharing-2': { families: ['IPv4'], annotations: { share: 'one' }, port: 82 },
  local: { policy: 'Local' },
  placed: { annotations: { node: 'node-3' } },
}

export async function createService(
  server: Server,
  name: string,
  wishes: Wishes = {},
): Promise<void> {
  const { families = ['IPv4', 'IPv6'], policy = 'Cluster', labels = {}, port = 80 } = wishes
  const annotations = Object.fromEntries(
    Object.entries(wishes.annotations ?? {}).map(([key, value]) => [
      `bellwether.dev/${key}`,
      value,
    ]),
  )
  await server.post(SERVICES, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels, annotations },
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'bellwether.dev/layer2',
      externalTrafficPolicy: policy,
      ipFamilies: families,
      ipFamilyPolicy: families.length > 1 ? 'RequireDualStack' : 'SingleStack',
      ports: [{ port }],
    },
  })
  if (policy === 'Local') for (const family of families) await createEndpoint(server, name, family)
}

/** As the controller of EndpointSlices would have it, which does not run here. */
async function createEndpoint(
  server: Server,
  service: string,
  family: 'IPv4' | 'IPv6',
): Promise<void> {
  await server.post('/apis/discovery.k8s.io/v1/namespaces/default/endpointslices', {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      name: `${service}-${family.toLowerCase()}`,
      labels: { 'kubernetes.io/service-name': service },
    },
    addressType: family,
    endpoints: [
      {
        addresses: [family === 'IPv4' ? '10.244.2.9' : 'fd00:244:2::9'],
        conditions: { ready: true },
        nodeName: LOCAL_NODE,
      },
    ],
    ports: [{ protocol: 'TCP', port: 80 }],
  })
}
