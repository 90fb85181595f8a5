import t from 'tap'
import {
  ADDRESS_POOLS,
  ENDPOINT_SLICES,
  NAMESPACES,
  NODES,
  SERVICES,
} from '../../../kubernetes/objects/resources.ts'
import { trimOf } from '../../../reconciler/watch/trim.ts'

const metadata = {
  name: 'web',
  namespace: 'shop',
  uid: 'u-1',
  resourceVersion: '7',
  labels: { app: 'web' },
  annotations: {
    'bellwether.dev/pool': 'lan',
    'kubectl.kubernetes.io/last-applied-configuration': '{}',
  },
}
const INGRESS = { 'f:status': { 'f:loadBalancer': { 'f:ingress': {} } } }

t.test('a Service: what decisions read, and who owns its status', async (t) => {
  const managedFields = [
    { manager: 'kubectl', operation: 'Update', fieldsV1: { 'f:spec': {} } },
    {
      manager: 'kube-vip',
      operation: 'Update',
      subresource: 'status',
      time: 'x',
      fieldsV1: INGRESS,
    },
    {
      manager: 'bellwether-reconciler',
      operation: 'Apply',
      subresource: 'status',
      fieldsV1: { 'f:status': { 'f:conditions': {} } },
    },
  ]
  const ours = { type: 'bellwether.dev/Assigned', status: 'True' }
  const trimmed = trimOf(SERVICES)({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { ...metadata, managedFields },
    spec: { type: 'LoadBalancer', sessionAffinity: 'None', ports: [{ port: 80 }] },
    status: { loadBalancer: { ingress: [] }, conditions: [ours, { type: 'Other' }, 'none'], x: 1 },
  })
  t.strictSame(trimmed, {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      ...metadata,
      annotations: { 'bellwether.dev/pool': 'lan' },
      managedFields: [
        { manager: 'kube-vip', operation: 'Update', subresource: 'status', fieldsV1: INGRESS },
        {
          manager: 'bellwether-reconciler',
          operation: 'Apply',
          subresource: 'status',
          fieldsV1: {},
        },
      ],
    },
    spec: { type: 'LoadBalancer', ports: [{ port: 80 }] },
    status: { loadBalancer: { ingress: [] }, conditions: [ours] },
  })
})

t.test('a Service without anything; what is of another type stays for the findings', async (t) => {
  t.strictSame(trimOf(SERVICES)({ metadata: { name: 'web' } }), {
    metadata: { name: 'web', managedFields: [] },
    spec: undefined,
    status: undefined,
  })
  t.match(trimOf(SERVICES)({ metadata, spec: 7, status: { conditions: 7 } }), {
    spec: 7,
    status: { conditions: 7 },
  })
})

t.test('a Node: a heartbeat is no change', async (t) => {
  const node = (at: string) => ({
    kind: 'Node',
    metadata: { name: 'worker-1', annotations: { other: 'x' } },
    spec: { podCIDR: '10.0.0.0/24' },
    status: {
      addresses: [{ type: 'InternalIP', address: '198.51.100.11' }],
      conditions: [
        { type: 'Ready', status: 'True', lastTransitionTime: 't', lastHeartbeatTime: at },
        { type: 'MemoryPressure', status: 'False', lastHeartbeatTime: at },
      ],
      images: [1, 2],
    },
  })
  const trimmed = trimOf(NODES)(node('1'))
  t.strictSame(trimmed, trimOf(NODES)(node('2')))
  t.strictSame(trimmed, {
    kind: 'Node',
    metadata: { name: 'worker-1' },
    status: {
      addresses: [{ type: 'InternalIP', address: '198.51.100.11' }],
      conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: 't' }],
    },
  })
  t.match(trimOf(NODES)({ metadata, status: 1 }), { status: 1 })
  t.match(trimOf(NODES)({ metadata, status: { conditions: 1 } }), { status: { conditions: 1 } })
})

t.test('an EndpointSlice: its Service, and which nodes serve', async (t) => {
  const labels = { 'kubernetes.io/service-name': 'web', other: 'x' }
  const endpoint = { nodeName: 'worker-1', conditions: { ready: true } }
  t.strictSame(
    trimOf(ENDPOINT_SLICES)({
      metadata: { name: 'web-1', labels },
      addressType: 'IPv4',
      endpoints: [{ ...endpoint, addresses: ['10.0.0.1'], targetRef: {} }, 'none'],
      ports: [],
    }),
    {
      metadata: { name: 'web-1', labels: { 'kubernetes.io/service-name': 'web' } },
      addressType: 'IPv4',
      endpoints: [endpoint, 'none'],
    },
  )
  t.strictSame(trimOf(ENDPOINT_SLICES)({ metadata: { name: 'x' } }), {
    metadata: { name: 'x' },
    addressType: undefined,
    endpoints: undefined,
  })
})

t.test('a Namespace: its labels. Of our own kinds all but the managers', async (t) => {
  t.strictSame(trimOf(NAMESPACES)({ metadata: { name: 'shop', labels: { a: 'b' } }, spec: {} }), {
    metadata: { name: 'shop', labels: { a: 'b' } },
  })
  const pool = {
    metadata: { ...metadata, managedFields: [{ manager: 'kubectl' }] },
    spec: { x: 1 },
    status: {},
  }
  t.strictSame(trimOf(ADDRESS_POOLS)(pool), { metadata, spec: { x: 1 }, status: {} })
})
