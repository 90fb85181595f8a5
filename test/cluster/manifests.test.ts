import { join } from 'node:path'
import t from 'tap'
import {
  controlPlaneRefusal,
  startControlPlane,
  type ControlPlane,
} from '../../demo/control-plane.ts'
import { ofKind, render, type Manifest } from '../support/cluster/manifests.ts'
import { root } from '../support/root.ts'

const skip = controlPlaneRefusal() ?? false

/** As the documentation has it; strict is what refuses a field that no API knows. */
function apply(cluster: ControlPlane, folder: string): string {
  const words = ['apply', '--server-side', '--validate=strict', '-k', join(root, 'config', folder)]
  return cluster.kubectl(words)
}

function established(cluster: ControlPlane): void {
  const names = ['addresspools', 'announcementplans'].map((name) => `crd/${name}.bellwether.dev`)
  cluster.kubectl(['wait', '--for=condition=Established', '--timeout=20s', ...names])
}

interface Stored {
  readonly kind: string
  readonly metadata: { readonly resourceVersion: string }
}

/** What the server has of these objects, in their order. */
function stored(cluster: ControlPlane, objects: readonly Manifest[]): readonly Stored[] {
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects })
  const text = cluster.kubectl(['get', '-o', 'json', '-f', '-'], list)
  return (JSON.parse(text) as { items: Stored[] }).items
}

/** Paths where the server has another value than Git. Defaults that it adds do not count. */
function differences(wanted: unknown, found: unknown, path: string): readonly string[] {
  if (typeof wanted !== 'object' || wanted === null)
    return wanted === found ? [] : [`${path}: ${String(wanted)} became ${String(found)}`]
  const lengths = Array.isArray(wanted) && wanted.length !== (found as unknown[])?.length
  return [
    ...(lengths ? [`${path}: another length`] : []),
    ...Object.entries(wanted).flatMap(([key, value]) =>
      differences(value, (found as Record<string, unknown> | undefined)?.[key], `${path}.${key}`),
    ),
  ]
}

for (const folder of ['default', 'hardened', 'examples/git-pools'])
  t.test(`config/${folder} on a real API server`, { skip }, async (t) => {
    const cluster = await startControlPlane()
    t.teardown(() => cluster.stop())
    apply(cluster, folder)
    established(cluster)
    t.pass('applied strictly, and the CRDs are established')

    const objects = render(folder)
    const first = stored(cluster, objects)
    t.equal(first.length, objects.length)
    t.same(
      objects.flatMap((object, at) => differences(object, first[at], object.kind)),
      [],
      'everything is stored as it is written',
    )
    apply(cluster, folder)
    t.same(
      stored(cluster, objects).map(({ metadata }) => metadata.resourceVersion),
      first.map(({ metadata }) => metadata.resourceVersion),
      'a second time changes nothing',
    )
    for (const deployment of ofKind(objects, 'Deployment')) {
      const { name, namespace = '' } = deployment.metadata
      t.equal(refusalOfPod(cluster, deployment), undefined, `${namespace} takes Pods of ${name}`)
    }
  })

/** A Deployment is only warned of by Pod Security; its Pods are refused. Undefined if they are taken. */
function refusalOfPod(
  cluster: ControlPlane,
  deployment: Manifest,
  namespace = deployment.metadata.namespace,
): string | undefined {
  const { template } = deployment.spec as { template: { metadata: object; spec: object } }
  const metadata = { ...template.metadata, name: 'probe', namespace }
  const pod = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata, spec: template.spec })
  try {
    cluster.kubectl(['create', '--dry-run=server', '--validate=strict', '-f', '-'], pod)
    return undefined
  } catch (error) {
    return String((error as { stderr?: unknown }).stderr)
  }
}

t.test('Pod Security holds: no speaker where reconcilers are', { skip }, async (t) => {
  const cluster = await startControlPlane()
  t.teardown(() => cluster.stop())
  apply(cluster, 'hardened')
  const speaker = ofKind(render('hardened'), 'Deployment').find(
    ({ metadata }) => metadata.name === 'bellwether-speaker',
  )
  const refusal = refusalOfPod(cluster, speaker as Manifest, 'bellwether-reconciler')
  t.match(refusal, /violates PodSecurity "restricted/)
  for (const reason of [/host namespaces/, /NET_RAW/, /runAsNonRoot/]) t.match(refusal, reason)
})

t.test('a pool and a Service, and what kubectl shows of them', { skip }, async (t) => {
  const cluster = await startControlPlane()
  t.teardown(() => cluster.stop())
  apply(cluster, 'default')
  established(cluster)
  apply(cluster, 'samples')
  apply(cluster, 'examples/segment')
  const columns = (...words: string[]) =>
    cluster
      .kubectl(['get', ...words])
      .split('\n', 1)[0]
      ?.trim()
      .split(/ +/)
  t.same(columns('addresspools'), [
    ...['NAME', 'READY', 'ADDRESSES', 'SEGMENT'],
    ...['IPV4-ASSIGNED', 'IPV4-AVAILABLE', 'IPV6-ASSIGNED', 'AGE'],
  ])
  t.match(
    cluster.kubectl(['get', 'bellwether']),
    /^addresspool.bellwether.dev\/lan /m,
    'by category',
  )
  t.match(cluster.kubectl(['get', 'bwpool', 'lan', '-o', 'yaml']), /Prune=confirm,PruneLast=true/)
  t.match(cluster.kubectl(['get', 'service', 'bellwether-sample']), /LoadBalancer .*<pending>/)

  const plan = {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AnnouncementPlan',
    metadata: { name: 'default' },
    spec: PLAN_SPEC,
  }
  cluster.kubectl(['create', '--validate=strict', '-f', '-'], JSON.stringify(plan))
  t.same(columns('announcementplans'), PLAN_COLUMNS)
  t.match(cluster.kubectl(['get', 'bellwether']), /announcementplan.bellwether.dev\/default/)
})

const PLAN_COLUMNS = ['NAME', 'READY', 'HOLDER', 'ANNOUNCED', 'MOVED', 'AGE']

const PLAN_SPEC = {
  segment: 'default',
  revision: 'test',
  digests: { pools: `sha256:${'0'.repeat(64)}`, state: `sha256:${'1'.repeat(64)}` },
  nodes: [{ name: 'one', addresses: ['198.51.100.1'] }],
  pools: [],
  announcements: [],
}
