import { API_VERSION } from '../api/objects.ts'
import type { EndpointSliceObject, NodeObject, ServiceObject } from '../reconciler/state/objects.ts'
import type { ClusterState } from '../reconciler/state/snapshot.ts'
import type { KubernetesObject, ObjectMetadata } from '../kubernetes/objects/object.ts'
import type { Inputs } from '../reconciler/inputs.ts'
import { parsePools } from '../reconciler/source/parse-pools.ts'
import type { SourceText } from '../reconciler/source/source.ts'

/** An export in the form of `kubectl get svc,nodes,endpointslices,namespaces -A -o json`. */
export interface Export {
  readonly apiVersion: 'v1'
  readonly kind: 'List'
  readonly items: readonly object[]
}

function ipv4(value: number): string {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.')
}

/** As much beside what is read as a real export has; kubectl leaves managedFields out. */
function metadata(namespace: string | undefined, name: string, index: number): ObjectMetadata {
  return {
    ...(namespace === undefined ? {} : { namespace }),
    name,
    uid: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    resourceVersion: String(100000 + index),
    creationTimestamp: new Date(Date.UTC(2026, 0, 1) + index * 1000)
      .toISOString()
      .replace('.000', ''),
    labels: { app: name, 'app.kubernetes.io/managed-by': 'Helm', tier: `t${index % 7}` },
    annotations: {
      'kubectl.kubernetes.io/last-applied-configuration': JSON.stringify({
        name,
        filler: 'x'.repeat(1_600),
      }),
    },
  }
}

function service(index: number): ServiceObject & object {
  const name = `service-${index}`
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadata(`team-${index % 50}`, name, index),
    spec: {
      type: 'LoadBalancer',
      loadBalancerClass: 'bellwether.dev/layer2',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      clusterIPs: [ipv4(0x0a600000 + index)],
      externalTrafficPolicy: index % 10 === 0 ? 'Local' : 'Cluster',
      ports: [{ name: 'http', protocol: 'TCP', port: 80 }],
      selector: { app: name },
    },
    status: { loadBalancer: {} },
  }
}

function slice(index: number, nodes: number): EndpointSliceObject & object {
  const name = `service-${index}`
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: {
      ...metadata(`team-${index % 50}`, `${name}-abcde`, index),
      labels: { 'kubernetes.io/service-name': name },
    },
    addressType: 'IPv4',
    endpoints: [0, 1, 2].map((n) => ({
      addresses: [ipv4(0x0af40000 + index * 3 + n)],
      nodeName: `node-${(index * 7 + n * 131) % nodes}`,
      conditions: { ready: true, serving: true, terminating: false },
    })),
    ports: [{ name: 'http', protocol: 'TCP', port: 8080 }],
  }
}

function node(index: number): NodeObject & object {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: metadata(undefined, `node-${index}`, index),
    spec: {},
    status: {
      addresses: [
        { type: 'InternalIP', address: ipv4(0xac100000 + 256 + index) },
        { type: 'Hostname', address: `node-${index}` },
      ],
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' }],
    },
  }
}

/** A cluster of the size that the figures are given for. Deterministic. */
export function largeCluster(services: number, nodes: number): Export {
  const numbers = Array.from({ length: services }, (_, index) => index)
  const namespaces = Array.from({ length: 50 }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: `team-${index}`, labels: { team: `team-${index}` } },
  }))
  return {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      ...numbers.map(service),
      ...Array.from({ length: nodes }, (_, index) => node(index)),
      ...numbers.map((index) => slice(index, nodes)),
      ...namespaces,
    ],
  }
}

/** Pools that hold the Services of `largeCluster` with some room to spare, one file each. */
export function largePools(pools: number, services: number): SourceText[] {
  const size = Math.ceil((services / pools) * 1.1)
  return Array.from({ length: pools }, (_, index) => {
    const first = 0x0b000000 + index * 2 ** Math.ceil(Math.log2(size))
    return {
      path: `pools/pool-${index}.yaml`,
      text: [
        `apiVersion: ${API_VERSION}`,
        'kind: AddressPool',
        'metadata:',
        `  name: pool-${index}`,
        'spec:',
        '  addresses:',
        `    - ${ipv4(first)}-${ipv4(first + size - 1)}`,
        `  priority: ${index}`,
        '',
      ].join('\n'),
    }
  })
}

/** `reconcile`'s inputs for so many Services, with 1,000 nodes and 20 pools: parsed objects. */
export function largeInputs(services: number): Inputs {
  const { items } = largeCluster(services, 1_000)
  const ofKind = (kind: string): KubernetesObject[] =>
    (items as readonly KubernetesObject[]).filter((item) => item.kind === kind)
  const state: ClusterState = {
    services: ofKind('Service'),
    nodes: ofKind('Node'),
    endpointSlices: ofKind('EndpointSlice'),
    namespaces: ofKind('Namespace'),
  }
  return { ...parsePools(largePools(20, services)), state, now: '2026-06-01T00:00:00Z' }
}
