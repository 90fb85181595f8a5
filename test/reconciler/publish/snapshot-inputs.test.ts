import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import {
  declaredPools,
  inputsOf,
  storedPlans,
} from '../../../reconciler/publish/snapshot-inputs.ts'
import type { ClusterSnapshot } from '../../../reconciler/state/snapshot.ts'
import { parsePools } from '../../../reconciler/source/parse-pools.ts'
import { reconcile } from '../../../reconciler/reconcile.ts'
import { planOf } from '../../support/planning/plans.ts'

const NOW = '2026-03-01T09:00:00Z'

function snapshot(parts: Partial<ClusterSnapshot> = {}): ClusterSnapshot {
  return {
    services: [],
    nodes: [],
    endpointSlices: [],
    namespaces: [],
    pools: [],
    plans: [],
    failures: new Map(),
    liveSegments: new Set(),
    ...parts,
  }
}

function pool(name: string, annotations?: Readonly<Record<string, string>>): KubernetesObject {
  return {
    metadata: { name, uid: 'u', resourceVersion: '7', ...(annotations && { annotations }) },
    spec: { addresses: ['198.51.100.240/28'] },
    status: { conditions: [] },
  }
}

t.test('pools as a file would hold them', async (t) => {
  const annotations = {
    'bellwether.dev/allow-release': '*',
    'bellwether.dev/revision': 'abc',
    'kubectl.kubernetes.io/last-applied-configuration': '{}',
  }
  const [declared] = declaredPools([pool('lan', annotations)])
  t.equal(declared!.text, undefined)
  t.strictSame(declared!.value, {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AddressPool',
    metadata: { name: 'lan', annotations: { 'bellwether.dev/allow-release': '*' } },
    spec: { addresses: ['198.51.100.240/28'] },
  })
  t.strictSame(declaredPools([pool('lan')])[0]!.value['metadata'], { name: 'lan' })
  t.notOk('spec' in declaredPools([{ metadata: { name: 'lan' } }])[0]!.value)
})

t.test('the same pools give the same plan, from files and from the cluster', async (t) => {
  const service = {
    metadata: { namespace: 'shop', name: 'web' },
    spec: { type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2' },
  }
  const read = snapshot({ services: [service], pools: [pool('lan')] })
  const text =
    'apiVersion: bellwether.dev/v1alpha1\nkind: AddressPool\nmetadata: {name: lan}\nspec:\n  addresses: [198.51.100.240/28]\n'
  const files = { ...parsePools([{ path: 'lan.yaml', text }]), revision: '' }
  const [ours, theirs] = [{}, { files }].map(
    (each) => reconcile(inputsOf(read, { ...each, now: NOW }).inputs).plans,
  )
  t.strictSame(ours, theirs)
  t.equal(ours!.length, 1)
})

t.test('the revision is what all pools name', async (t) => {
  const revision = (...pools: readonly KubernetesObject[]) =>
    inputsOf(snapshot({ pools }), { now: NOW }).inputs.revision
  const of = (name: string, text: string) => pool(name, { 'bellwether.dev/revision': text })
  t.equal(revision(of('a', 'abc'), of('b', 'abc')), 'abc')
  t.equal(revision(of('a', 'abc'), of('b', 'def')), '')
  t.equal(revision(of('a', 'abc'), pool('b')), '')
  t.equal(revision(pool('a')), '')
  t.equal(revision(), '')
})

t.test('files bring their own revision, findings and options', async (t) => {
  const files = { pools: [], unreadable: [], revision: 'abc' }
  const { inputs } = inputsOf(snapshot({ pools: undefined }), {
    files,
    options: { asDefaultClass: true },
    now: NOW,
  })
  t.match(inputs, { revision: 'abc', unreadable: [], options: { asDefaultClass: true }, now: NOW })
})

t.test('pools that cannot be listed are unknown, not gone', async (t) => {
  const failure = { failure: 'forbidden', message: 'may not list' } as const
  const blind = snapshot({ pools: undefined, failures: new Map([['AddressPool', failure]]) })
  t.match(inputsOf(blind, { now: NOW }).inputs.unreadable, [
    { code: 'BW3014', message: /: may not list$/ },
  ])
  t.match(inputsOf(snapshot({ pools: undefined }), { now: NOW }).inputs.unreadable, [
    { message: /cannot be listed$/ },
  ])
})

t.test('kinds that are not known stay so', async (t) => {
  const { inputs } = inputsOf(snapshot({ services: undefined, plans: undefined }), { now: NOW })
  t.strictSame(inputs.state.services, undefined)
  t.strictSame(inputs.state.nodes, [])
  t.strictSame(inputs.previous, [])
})

function storedAs(segment: string, parts: object = {}): KubernetesObject {
  const { metadata, spec } = planOf(
    [{ address: '198.51.100.240', services: ['shop/web'], candidates: 'a' }],
    { segment },
  )
  return { metadata: { ...metadata, resourceVersion: '7' }, spec, ...parts }
}

t.test('stored plans, by name; those that contradict themselves are findings', async (t) => {
  const { stored, findings } = storedPlans([
    storedAs('lan'),
    storedAs('disks'),
    { metadata: { name: 'bad' }, spec: {} },
  ])
  t.strictSame(
    stored.map(({ plan }) => plan.spec.segment),
    ['disks', 'lan'],
  )
  t.equal(stored[0]!.object.metadata.resourceVersion, '7')
  t.match(findings, [
    { code: 'BW3015', message: /^the stored AnnouncementPlan bad cannot be read: / },
  ])
})

t.test('owners are what leaders report of addresses that their plan has', async (t) => {
  const moved = [
    { address: '198.51.100.240', node: 'b' },
    { address: '198.51.100.99', node: 'b' },
    { address: 7 },
    { address: '198.51.100.240', node: 7 },
    'nothing',
  ]
  const owners = (...plans: readonly KubernetesObject[]) =>
    inputsOf(snapshot({ plans }), { now: NOW }).inputs.owners
  t.strictSame(owners(storedAs('lan', { status: { moved } })), { '198.51.100.240': 'b' })
  t.strictSame(owners(storedAs('lan'), storedAs('disks', { status: { moved: 'x' } })), {})
})

t.test('a plan that has gone is still what was in force, but nothing that is stored', async (t) => {
  const moved = [{ address: '198.51.100.240', node: 'b' }]
  const gonePlans = [storedAs('lan', { status: { moved } })]
  const { inputs, stored } = inputsOf(snapshot({ gonePlans }), { now: NOW })
  t.match(inputs.previous, [{ spec: { segment: 'lan' } }])
  t.strictSame(inputs.owners, { '198.51.100.240': 'b' })
  t.strictSame(stored, [], 'so it is created, and not replaced')
})
