import t from 'tap'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import { ADDRESS_POOLS, ANNOUNCEMENT_PLANS, SERVICES } from '../../kubernetes/objects/resources.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { ApplyingClient, ApplySettings } from '../../reconciler/io/apply.ts'
import { LeaseLiveness } from '../../reconciler/watch/lease-liveness.ts'
import {
  must,
  nodeNamed,
  poolNamed,
  serviceNamed,
  startReconcilerCluster,
  type ReconcilerCluster,
} from '../support/cluster/reconciler-cluster.ts'

const skip = controlPlaneRefusal() ?? false
const CRASHES = Number(process.env['BELLWETHER_CRASHES'] ?? 200)

class Crash extends Error {}

/** Carries out so many writes, and then nothing more: as a process that is killed after one. */
function crashingAfter(writes: number, client: ApplyingClient): ApplyingClient {
  let left = writes
  const write = async <T>(request: () => Promise<T>): Promise<T> => {
    if (left <= 0) throw new Crash()
    left--
    const answer = await request()
    if (left <= 0) throw new Crash()
    return answer
  }
  return {
    list: (...args) => client.list(...args),
    get: (...args) => client.get(...args),
    create: (...args) => write(() => client.create(...args)),
    replace: (...args) => write(() => client.replace(...args)),
    apply: (...args) => write(() => client.apply(...args)),
    mergePatch: (...args) => write(() => client.mergePatch(...args)),
  }
}

const BEFORE = '2026-03-01T09:00:00Z'
const AFTER = '2026-03-01T10:00:00Z'

/** Four Services of two pools on two segments, published. */
async function begin(cluster: ReconcilerCluster, settings: Partial<ApplySettings>): Promise<void> {
  // Leases stay: the speakers are live throughout.
  await cluster.clear([SERVICES, ADDRESS_POOLS, ANNOUNCEMENT_PLANS])
  await Promise.all([
    cluster.load(poolNamed('lan', ['198.51.100.240-198.51.100.250'])),
    cluster.load(
      poolNamed('disks', ['203.0.113.240-203.0.113.250'], {
        announce: { segment: 'storage' },
        autoAssign: false,
      }),
    ),
    // Who of them is the oldest is chance, so each asks for its address.
    ...['a', 'b', 'c'].map((name, index) =>
      cluster.load(
        serviceNamed(name, {
          annotations: { 'bellwether.dev/addresses': `198.51.100.24${index}` },
        }),
      ),
    ),
    cluster.load(serviceNamed('disk', { annotations: { 'bellwether.dev/pool': 'disks' } })),
  ])
  const { result } = await cluster.apply({ ...settings, now: BEFORE })
  if (result !== 'done') throw new Error(result)
}

/** One comes, one goes, one asks for another address, one is retyped, and a pool changes its segment: all at once. */
async function change({ client, load }: ReconcilerCluster): Promise<void> {
  const patch = async (name: string, parts: object) =>
    must(await client.mergePatch(SERVICES, { metadata: { namespace: 'default', name }, ...parts }))
  const annotations = { 'bellwether.dev/addresses': '198.51.100.249' }
  await Promise.all([
    load(serviceNamed('new')),
    client.remove(SERVICES, { namespace: 'default', name: 'a' }),
    patch('b', { metadata: { namespace: 'default', name: 'b', annotations } }),
    patch('c', {
      spec: {
        type: 'ClusterIP',
        loadBalancerClass: null,
        allocateLoadBalancerNodePorts: null,
        externalTrafficPolicy: null,
      },
    }),
    client.mergePatch(ADDRESS_POOLS, {
      metadata: { name: 'disks' },
      spec: { announce: { segment: 'default' } },
    }),
  ])
}

/** Plans and statuses; not what differs from one life of an object to the next. */
async function endOf({ client, planTexts }: ReconcilerCluster): Promise<unknown> {
  const services = must(await client.list(SERVICES)).items
  const pools = must(await client.list(ADDRESS_POOLS)).items
  const statusOf = ({ metadata, status }: KubernetesObject) => [metadata.name, status]
  const plans = (await planTexts()).map((text) => text.replace(/sha256:\w+/g, ''))
  return { plans, services: services.map(statusOf), pools: pools.map(statusOf) }
}

t.test(`a crash after each write, ${CRASHES} times`, { skip, timeout: 280_000 }, async (t) => {
  const cluster = await startReconcilerCluster()
  t.teardown(() => cluster.plane.stop())
  t.teardown(() => cluster.client.close())
  t.teardown(cluster.speakers('default', 'storage'))
  const storage = { 'bellwether.dev/address.storage': '203.0.113.11' }
  for (const number of [1, 2]) {
    const node = nodeNamed(`worker-${number}`, `198.51.100.1${number}`)
    await cluster.load({ ...node, metadata: { ...node.metadata, annotations: storage } })
  }
  const settings = { liveness: new LeaseLiveness(), waitSeconds: 5, now: AFTER }

  await begin(cluster, settings)
  await change(cluster)
  const whole = await cluster.apply(settings)
  t.match(whole, { result: 'done' })
  if (whole.result === 'unreadable') return
  const { plans, services, pools, events } = whole.pass.writes
  const writes = plans + services + pools + events
  const expected = await endOf(cluster)
  t.comment(
    `${writes} writes: ${plans} of plans, ${services} of Services, ${pools} of pools, ${events} of events`,
  )

  let crashes = 0
  for (let round = 0; round < CRASHES; round++) {
    await begin(cluster, settings)
    await change(cluster)
    const after = 1 + (round % writes)
    await cluster.apply(settings, crashingAfter(after, cluster.client)).catch((fault: unknown) => {
      if (!(fault instanceof Crash)) throw fault
      crashes++
    })
    const { result } = await cluster.apply(settings)
    const end = await endOf(cluster)
    if (result === 'done' && JSON.stringify(end) === JSON.stringify(expected)) continue
    t.strictSame({ result, end }, { result: 'done', end: expected }, `after write ${after}`)
    break
  }
  t.equal(crashes, CRASHES)
})
