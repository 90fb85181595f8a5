import { join } from 'node:path'
import t, { type Test } from 'tap'
import { controlPlaneRefusal, type ControlPlane } from '../../demo/control-plane.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import { connect, isConnectRefusal } from '../../kubernetes/io/connect.ts'
import { startElector } from '../../kubernetes/io/elector.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  EVENTS,
  LEASES,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { WatchClient } from '../../kubernetes/watch/client.ts'
import { startRun } from '../../reconciler/io/run.ts'
import { eventually, ingressOf } from '../support/cluster/live-cluster.ts'
import { render, type Manifest } from '../support/cluster/manifests.ts'
import { notingClient } from '../support/cluster/noting-client.ts'
import { planOf } from '../support/speaker/plan-sketch.ts'
import {
  must,
  nodeNamed,
  poolNamed,
  serviceNamed,
  startReconcilerCluster,
  type ReconcilerCluster,
} from '../support/cluster/reconciler-cluster.ts'
import { formatRight, rightsOf, rulesWithout, setRules } from '../support/cluster/role-verbs.ts'
import { root } from '../support/root.ts'
import { speakerParts } from '../support/speaker/speaker-parts.ts'

/*
 * Whether the roles of config/hardened are enough, and no verb of them too much: a reconciler and the parts of a speaker that talk to
 * the API server do their work with the tokens of their ServiceAccounts. With all rights every step succeeds and nothing
 * is refused; without any one of them the API server refuses exactly that one, in the step that the table names.
 */

const skip = controlPlaneRefusal() ?? false
/** In `hardened`, of all. */
const LEASES_NAMESPACE = 'bellwether-speaker'

/** In which step a right is missed. */
const RECONCILER_STEPS: Readonly<Record<string, string>> = {
  'list services': 'starts',
  'watch services': 'starts',
  'list nodes': 'starts',
  'watch nodes': 'starts',
  'list namespaces': 'starts',
  'watch namespaces': 'starts',
  'list endpointslices': 'starts',
  'watch endpointslices': 'starts',
  'list addresspools': 'starts',
  'watch addresspools': 'starts',
  'list announcementplans': 'starts',
  'watch announcementplans': 'starts',
  'list leases': 'starts',
  'watch leases': 'starts',
  'get leases': 'starts',
  'create leases': 'starts',
  'update leases': 'starts',
  'patch addresspools/status': 'starts',
  'create announcementplans': 'starts',
  'patch services/status': 'gives an address',
  'create events': 'gives an address',
  'update announcementplans': 'gives an address',
  'get announcementplans': 'gives an address of another segment',
  'patch events': 'tells the same again',
}

const SPEAKER_STEPS: Readonly<Record<string, string>> = {
  'list announcementplans': 'starts',
  'watch announcementplans': 'starts',
  'get leases': 'starts',
  'list leases': 'starts',
  'watch leases': 'starts',
  'create leases': 'starts',
  'update leases': 'starts',
  'patch announcementplans/status': 'starts',
}

type Steps = readonly (readonly [name: string, act: () => Promise<unknown>])[]

/** The first right that was missed, and in which step; or all was done. */
type Ending = { readonly missing: string; readonly step: string } | 'all was done'

/** One piece of work, with a client of the account. */
interface Work {
  readonly steps: Steps
  stop(): Promise<void>
}

/** What a client of an account has met. */
interface Met {
  readonly firstMissing: Promise<string>
  opened(): number
}

async function accountClient(plane: ControlPlane, account: string) {
  const [namespace = '', name = ''] = account.split(':')
  const kubeconfig = plane.serviceAccount(namespace, name)
  const client = await connect({ kubeconfig, namespace: LEASES_NAMESPACE })
  if (isConnectRefusal(client)) throw new Error(client.message)
  let tell: (right: string) => void = () => undefined
  const firstMissing = new Promise<string>((resolve) => (tell = resolve))
  let opened = 0
  const noting = notingClient(client, { missing: (right) => tell(right), opened: () => opened++ })
  return { client: noting, met: { firstMissing, opened: () => opened } }
}

async function ending(steps: Steps, { firstMissing }: Met): Promise<Ending> {
  for (const [step, act] of steps) {
    const missing = await Promise.race([firstMissing, act().then(() => undefined)])
    if (missing !== undefined) return { missing, step }
  }
  return 'all was done'
}

type Start = (cluster: ReconcilerCluster, client: WatchClient, met: Met) => Promise<Work>

async function attempt(cluster: ReconcilerCluster, account: string, start: Start): Promise<Ending> {
  await cluster.clear()
  for (const address of ['198.51.100.11', '198.51.100.12'])
    await cluster.load(nodeNamed(`worker-${address.slice(-1)}`, address))
  await cluster.load(poolNamed('lan', ['198.51.100.240-198.51.100.250']))
  const { client, met } = await accountClient(cluster.plane, account)
  const work = await start(cluster, client, met)
  try {
    return await ending(work.steps, met)
  } finally {
    await work.stop()
  }
}

async function startReconciler(
  cluster: ReconcilerCluster,
  client: WatchClient,
  met: Met,
): Promise<Work> {
  const speaker = startElector({
    client: cluster.client,
    name: 'bellwether-speaker-default',
    namespace: LEASES_NAMESPACE,
    identity: 'worker-1_speaker',
    timing: { leaseDuration: 4000, renewDeadline: 3000, retryPeriod: 100 },
    onChange: () => undefined,
  })
  const run = await startRun({
    client,
    namespace: LEASES_NAMESPACE,
    identity: 'reconciler-a',
    poolsFolder: undefined,
    http: undefined,
    version: 'test',
    log: () => undefined,
    settings: { adopt: false },
    // So that the first renewal comes soon.
    leaseTiming: { leaseDuration: 2000, renewDeadline: 1500, retryPeriod: 200 },
  })
  return {
    steps: reconcilerSteps(cluster, met),
    async stop() {
      await run.stop()
      await speaker.stop()
    },
  }
}

/** Everything is followed, and the own Lease has been renewed. */
async function started(
  { client }: ReconcilerCluster,
  met: Met,
  of: { lease: string; watches: number },
) {
  await eventually(
    () => met.opened(),
    (count) => count >= of.watches,
  )
  const place = { namespace: LEASES_NAMESPACE, name: of.lease }
  const times = new Set<unknown>()
  await eventually(
    async () => {
      const lease = await client.get(LEASES, place)
      if (!isFailure(lease)) times.add((lease['spec'] as { renewTime: string }).renewTime)
      return times.size
    },
    (count) => count >= 2,
  )
}

function reconcilerSteps(cluster: ReconcilerCluster, met: Met): Steps {
  const { client, load } = cluster
  const published = (name: string) =>
    eventually(
      () => cluster.service(name),
      (service) => ingressOf(service).length > 0,
    )
  const poolTells = () =>
    eventually(
      () => client.get(ADDRESS_POOLS, { name: 'lan' }),
      (pool) => !isFailure(pool) && pool['status'] !== undefined,
    )
  const events = (holds: (event: KubernetesObject) => boolean) =>
    eventually(
      async () => must(await client.list(EVENTS)).items,
      (items) => items.some(holds),
    )
  const retype = async (spec: object) =>
    must(
      await client.mergePatch(SERVICES, { metadata: { namespace: 'default', name: 'web' }, spec }),
    )
  return [
    [
      'starts',
      async () => {
        await started(cluster, met, { lease: 'bellwether-reconciler', watches: 7 })
        await poolTells()
      },
    ],
    [
      'gives an address',
      async () => {
        await load(serviceNamed('web'))
        await published('web')
        await events(({ reason }) => reason === 'AddressAssigned')
      },
    ],
    [
      'gives another address',
      async () => {
        await load(serviceNamed('mail'))
        await published('mail')
      },
    ],
    [
      'tells the same again',
      async () => {
        await retype({ type: 'ClusterIP', loadBalancerClass: null })
        // The API server empties the list by itself; the condition is ours to take back.
        await eventually(
          () => cluster.service('web'),
          ({ status }) => !JSON.stringify(status).includes('bellwether.dev/Assigned'),
        )
        await retype({ type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2' })
        await published('web')
        await events(({ series }) => series !== undefined)
      },
    ],
    [
      'gives an address of another segment',
      async () => {
        await load(poolNamed('office', ['203.0.113.10/31'], { announce: { segment: 'office' } }))
        await load(serviceNamed('desk', { annotations: { 'bellwether.dev/pool': 'office' } }))
        await eventually(
          () => cluster.planTexts(),
          (plans) => plans.length === 2,
        )
        await load(serviceNamed('last'))
        await published('last')
      },
    ],
  ]
}

async function startSpeaker(
  cluster: ReconcilerCluster,
  client: WatchClient,
  met: Met,
): Promise<Work> {
  const plan = planOf({ nodes: [], owners: {} })
  must(await cluster.client.create(ANNOUNCEMENT_PLANS, plan as unknown as KubernetesObject))
  const parts = await speakerParts(client, 'default')
  return {
    steps: [
      ['starts', () => started(cluster, met, { lease: 'bellwether-speaker-default', watches: 2 })],
      ['tells what it does', () => eventually(parts.written, (count) => count > 0)],
    ],
    stop: () => parts.stop(),
  }
}

interface Subject {
  readonly name: string
  readonly account: string
  readonly role: string
  readonly steps: Readonly<Record<string, string>>
  readonly start: Start
}

const SUBJECTS: readonly Subject[] = [
  {
    name: 'reconciler',
    account: 'bellwether-reconciler:bellwether-reconciler',
    role: 'bellwether-reconciler',
    steps: RECONCILER_STEPS,
    start: startReconciler,
  },
  {
    name: 'speaker',
    account: 'bellwether-speaker:bellwether-speaker',
    role: 'bellwether-speaker',
    steps: SPEAKER_STEPS,
    start: startSpeaker,
  },
]

function isRoleOf({ role }: Subject): (object: Manifest) => boolean {
  return ({ kind, metadata }) => /^(Cluster)?Role$/.test(kind) && metadata.name === role
}

async function necessity(t: Test, cluster: ReconcilerCluster, subject: Subject): Promise<void> {
  const { name, account, steps, start } = subject
  const rights = render('hardened').filter(isRoleOf(subject)).flatMap(rightsOf)
  t.same(rights.map(formatRight).sort(), Object.keys(steps).sort(), 'the table has every right')
  t.same(await attempt(cluster, account, start), 'all was done', `${name}: its rights are enough`)
  for (const right of rights) {
    await setRules(cluster.plane, account, { right, rules: rulesWithout(right) })
    const missing = formatRight(right)
    t.same(
      await attempt(cluster, account, start),
      { missing, step: steps[missing] },
      `${name}: without ${missing} it fails`,
    )
    await setRules(cluster.plane, account, { right, rules: undefined })
  }
}

t.test('rights are enough, and none is too much', { skip, timeout: 240_000 }, async (t) => {
  const cluster = await startReconcilerCluster()
  t.teardown(async () => {
    cluster.client.close()
    await cluster.plane.stop()
  })
  cluster.plane.kubectl(['apply', '--server-side', '-k', join(root, 'config/hardened')])
  for (const subject of SUBJECTS) await t.test(subject.name, (t) => necessity(t, cluster, subject))
})
