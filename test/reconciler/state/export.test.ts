import t from 'tap'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import { exportedList, exportedObject } from '../../../reconciler/state/export.ts'
import { collectState } from '../../../reconciler/state/documents.ts'

const META = {
  name: 'web',
  namespace: 'shop',
  uid: 'u',
  resourceVersion: '7',
  generation: 2,
  creationTimestamp: '2026-01-01T00:00:00Z',
  labels: { a: 'b' },
  annotations: {
    'bellwether.dev/pool': 'lan',
    'kubectl.kubernetes.io/last-applied-configuration': '{}',
  },
  managedFields: [{ manager: 'kubectl' }],
}

const POOL = {
  metadata: { name: 'lan', uid: 'p', annotations: { 'bellwether.dev/allow-release': '*' } },
  spec: { addresses: ['192.0.2.10-192.0.2.19'] },
  status: { observedGeneration: 1 },
}

const PLAN: AnnouncementPlan = {
  apiVersion: 'bellwether.dev/v1alpha1',
  kind: 'AnnouncementPlan',
  metadata: { name: 'default' },
  spec: {
    segment: 'default',
    revision: '',
    digests: { pools: `sha256:${'0'.repeat(64)}`, state: `sha256:${'0'.repeat(64)}` },
    nodes: [],
    pools: [],
    announcements: [],
  },
}

t.test('metadata: what is read, and no more', (t) => {
  const { managedFields, resourceVersion, annotations, ...kept } = META
  t.strictSame(exportedObject('Namespace', { metadata: META, status: { phase: 'Active' } }), {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { ...kept, annotations: { 'bellwether.dev/pool': 'lan' } },
  })
  t.strictSame(exportedObject('Namespace', {}).metadata, {})
  const applied = { 'kubectl.kubernetes.io/last-applied-configuration': '{}' }
  const bare = exportedObject('Namespace', { metadata: { name: 'a', annotations: applied } })
  t.strictSame(bare.metadata, { name: 'a' })
  t.end()
})

t.test('a node without what changes by the minute', (t) => {
  const ready = { type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' }
  const node = exportedObject('Node', {
    metadata: { name: 'n1' },
    spec: { unschedulable: true, providerID: 'x' },
    status: {
      addresses: [{ type: 'InternalIP', address: '192.0.2.1' }],
      conditions: [{ ...ready, lastHeartbeatTime: '2026-01-02T00:00:00Z' }, 'broken'],
      images: [{}],
    },
  })
  t.strictSame(node.spec, { unschedulable: true })
  t.strictSame(node.status, {
    addresses: [{ type: 'InternalIP', address: '192.0.2.1' }],
    conditions: [ready],
  })
  t.strictSame(exportedObject('Node', { status: { images: [] } }).status, {})
  t.end()
})

t.test('kinds in a fixed order, objects by namespace and name', (t) => {
  const named = (namespace: string, name: string) => ({ metadata: { namespace, name } })
  const services = [named('b', 'a'), named('a', 'b'), named('a', 'a'), named('a-b', 'a')]
  const objects = {
    pools: [POOL],
    plans: [{ ...PLAN }],
    services: services,
    nodes: [{ metadata: { name: 'n1' } }],
    endpointSlices: [{ metadata: { name: 'web-1' }, addressType: 'IPv4', endpoints: [], other: 1 }],
  }
  const list = exportedList(objects)
  t.match(list, {
    kind: 'List',
    items: [
      { kind: 'Service', metadata: { namespace: 'a', name: 'a' } },
      { kind: 'Service', metadata: { namespace: 'a', name: 'b' } },
      { kind: 'Service', metadata: { namespace: 'a-b', name: 'a' } },
      { kind: 'Service', metadata: { namespace: 'b', name: 'a' } },
      { kind: 'Node' },
      { kind: 'EndpointSlice', apiVersion: 'discovery.k8s.io/v1', addressType: 'IPv4' },
      { kind: 'AddressPool', apiVersion: 'bellwether.dev/v1alpha1', spec: POOL.spec },
      { kind: 'AnnouncementPlan', spec: PLAN.spec },
    ],
  })
  const turned = exportedList({ ...objects, services: [...services].reverse() })
  t.equal(JSON.stringify(turned), JSON.stringify(list))
  t.end()
})

t.test('none is told apart from not known, when it is read again', (t) => {
  const list = exportedList({ nodes: [], pools: [], plans: [] })
  const { snapshot, findings } = collectState([{ path: 'state', value: list }], [])
  t.strictSame(findings, [])
  t.strictSame([snapshot.nodes, snapshot.pools, snapshot.plans], [[], [], []])
  const { services, endpointSlices, namespaces } = snapshot
  t.strictSame([services, endpointSlices, namespaces], [undefined, undefined, undefined])
  t.end()
})
