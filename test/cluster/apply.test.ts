import t from 'tap'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  EVENTS,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { ApplyResult } from '../../reconciler/io/apply.ts'
import { readCluster } from '../../reconciler/io/read-cluster.ts'
import { performPass } from '../../reconciler/io/cluster-writer.ts'
import { passMemory } from '../../reconciler/publish/pass.ts'
import {
  must,
  nodeNamed,
  poolNamed,
  serviceNamed,
  startReconcilerCluster,
  type ReconcilerCluster,
} from '../support/cluster/reconciler-cluster.ts'

const skip = controlPlaneRefusal() ?? false

let cluster: ReconcilerCluster

t.before(async () => {
  if (skip) return
  cluster = await startReconcilerCluster()
  t.teardown(async () => {
    cluster.client.close()
    await cluster.plane.stop()
  })
})

interface Condition {
  readonly type: string
  readonly status: string
  readonly reason: string
  readonly message: string
}

interface Status {
  readonly loadBalancer?: { readonly ingress?: readonly { ip: string; ipMode: string }[] }
  readonly conditions?: readonly Condition[]
}

function statusOf({ status }: KubernetesObject): Status {
  return status as Status
}

function addressesOf(object: KubernetesObject): string[] {
  return (statusOf(object).loadBalancer?.ingress ?? []).map(({ ip }) => ip)
}

function conditionOf(
  object: KubernetesObject,
  type = 'bellwether.dev/Assigned',
): Condition | undefined {
  return statusOf(object).conditions?.find((each) => each.type === type)
}

function resultOf(result: ApplyResult): string {
  return result.result
}

async function twoNodes(): Promise<void> {
  await cluster.clear()
  await cluster.load(nodeNamed('worker-1', '198.51.100.11', '2001:db8:1::11'))
  await cluster.load(nodeNamed('worker-2', '198.51.100.12', '2001:db8:1::12'))
}

const LAN = ['198.51.100.240-198.51.100.250', '2001:db8:1::240/124']
const WAIT = { waitSeconds: 5 }

t.test('a status as kubectl shows it, in the order of the families', { skip }, async (t) => {
  await twoNodes()
  await cluster.load(poolNamed('lan', LAN))
  await cluster.load(
    serviceNamed('web', {
      spec: { ipFamilyPolicy: 'RequireDualStack', ipFamilies: ['IPv6', 'IPv4'] },
    }),
  )
  const end = cluster.speakers('default')
  const applied = await cluster.apply(WAIT)
  end()
  t.equal(resultOf(applied), 'done')
  const shown = JSON.parse(
    cluster.plane.kubectl(['get', 'service', 'web', '-o', 'json']),
  ) as KubernetesObject
  t.strictSame(statusOf(shown).loadBalancer, {
    ingress: [
      { ip: '2001:db8:1::240', ipMode: 'VIP' },
      { ip: '198.51.100.240', ipMode: 'VIP' },
    ],
  })
  t.match(conditionOf(shown), {
    status: 'True',
    reason: 'Assigned',
    message: /2001:db8:1::240 of pool lan, 198\.51\.100\.240/,
  })
  const pool = must(await cluster.client.get(ADDRESS_POOLS, { name: 'lan' }))
  t.match(pool['status'], {
    observedGeneration: 1,
    ipv4: { assigned: 1, available: 10 },
    ipv6: { assigned: 1, available: 15 },
  })
  t.match(conditionOf(pool, 'Ready'), { status: 'True', reason: 'Ready' })
  t.match(conditionOf(pool, 'Stalled'), { status: 'False' })
  const before = (await cluster.service('web')).metadata.resourceVersion
  const again = await cluster.apply()
  t.match(
    again,
    { result: 'done', pass: { writes: { plans: 0, services: 0, pools: 0, events: 0 } } },
    'and there is nothing more to do',
  )
  t.equal((await cluster.service('web')).metadata.resourceVersion, before)
  const { items } = must(await cluster.client.list(EVENTS))
  t.match(items, [
    {
      reason: 'AddressAssigned',
      regarding: { kind: 'Service', name: 'web' },
      type: 'Normal',
      reportingController: 'bellwether.dev/reconciler',
    },
  ])
})

t.test(
  'without a live speaker a status stays pending; with one that is gone it stays',
  { skip },
  async (t) => {
    await twoNodes()
    await cluster.load(poolNamed('lan', LAN))
    await cluster.load(serviceNamed('web'))
    t.match(await cluster.apply(), { result: 'pending', pass: { waiting: ['default/web'] } })
    const waiting = await cluster.service('web')
    t.strictSame(addressesOf(waiting), [])
    t.match(conditionOf(waiting), {
      status: 'False',
      reason: 'NoLiveSpeaker',
      message: /198\.51\.100\.240.*segment default/,
    })
    const end = cluster.speakers('default')
    t.equal(resultOf(await cluster.apply(WAIT)), 'done')
    end()
    t.strictSame(addressesOf(await cluster.service('web')), ['198.51.100.240'])
    t.equal(
      resultOf(await cluster.apply()),
      'done',
      'a Lease that nobody renews takes nothing away',
    )
    t.strictSame(addressesOf(await cluster.service('web')), ['198.51.100.240'])
  },
)

async function published(...services: readonly KubernetesObject[]): Promise<void> {
  await twoNodes()
  await cluster.load(poolNamed('lan', LAN))
  for (const service of services) await cluster.load(service)
  const end = cluster.speakers('default')
  const { result } = await cluster.apply(WAIT)
  end()
  if (result !== 'done') throw new Error(result)
}

function setIngress(name: string, ip: string): void {
  const patch = JSON.stringify({ status: { loadBalancer: { ingress: [{ ip }] } } })
  cluster.plane.kubectl([
    'patch',
    'service',
    name,
    '--subresource=status',
    '--type=merge',
    '-p',
    patch,
    '--field-manager=other-lb',
  ])
}

t.test(
  'addresses that another manager owns are left, and taken by --adopt',
  { skip },
  async (t) => {
    await twoNodes()
    await cluster.load(poolNamed('lan', LAN))
    await cluster.load(serviceNamed('web'))
    setIngress('web', '203.0.113.7')
    const end = cluster.speakers('default')
    t.teardown(end)
    t.equal(resultOf(await cluster.apply({ waitSeconds: 1 })), 'done')
    const left = await cluster.service('web')
    t.strictSame(addressesOf(left), ['203.0.113.7'])
    t.match(conditionOf(left), {
      status: 'False',
      reason: 'IngressOwnedByOther',
      message: /other-lb owns/,
    })
    t.equal(resultOf(await cluster.apply({ ...WAIT, adopt: true })), 'done')
    const adopted = await cluster.service('web')
    t.strictSame(addressesOf(adopted), ['198.51.100.240'])
    t.match(conditionOf(adopted), { status: 'True', reason: 'Assigned' })
    t.match(await cluster.apply({ adopt: true }), { pass: { writes: { services: 0 } } })
  },
)

t.test('another type: the status is cleared and the address released', { skip }, async (t) => {
  await published(serviceNamed('web'), serviceNamed('api'))
  const [kept] = addressesOf(await cluster.service('web'))
  const [released] = addressesOf(await cluster.service('api'))
  const spec = {
    type: 'ClusterIP',
    loadBalancerClass: null,
    allocateLoadBalancerNodePorts: null,
    externalTrafficPolicy: null,
  }
  must(
    await cluster.client.mergePatch(SERVICES, {
      metadata: { name: 'api', namespace: 'default' },
      spec,
    }),
  )
  t.equal(resultOf(await cluster.apply()), 'done')
  const api = await cluster.service('api')
  t.strictSame(addressesOf(api), [])
  t.equal(conditionOf(api), undefined)
  t.notOk(
    api.metadata.managedFields?.some(({ manager }) => manager === 'bellwether-reconciler'),
    'nothing there is ours',
  )
  const [text = ''] = await cluster.planTexts()
  t.ok(text.includes(`"address":"${kept}"`))
  t.notOk(text.includes(`"${released}"`))
  t.match(await cluster.apply(), { result: 'done', pass: { writes: { plans: 0, services: 0 } } })
})

t.test('another class: cleared; no class: ours only as the default', { skip }, async (t) => {
  await published(serviceNamed('web'))
  must(await cluster.client.remove(SERVICES, { namespace: 'default', name: 'web' }))
  await cluster.load(serviceNamed('web', { spec: { loadBalancerClass: 'example.com/other' } }))
  await cluster.load(serviceNamed('free', { spec: { loadBalancerClass: undefined } }))
  const end = cluster.speakers('default')
  t.teardown(end)
  t.equal(resultOf(await cluster.apply(WAIT)), 'done')
  t.strictSame(statusOf(await cluster.service('free')).conditions, undefined)
  t.strictSame(statusOf(await cluster.service('web')).conditions, undefined)
  t.equal(resultOf(await cluster.apply({ ...WAIT, options: { asDefaultClass: true } })), 'done')
  t.strictSame(addressesOf(await cluster.service('free')), ['198.51.100.240'])
  t.strictSame(statusOf(await cluster.service('web')).conditions, undefined)
  t.equal(resultOf(await cluster.apply()), 'done')
  t.match(await cluster.service('free'), { status: { loadBalancer: {} } })
  t.strictSame(addressesOf(await cluster.service('free')), [], 'not the default any more')
})

t.test('a refusal is a condition with its reason, and an event', { skip }, async (t) => {
  await twoNodes()
  await cluster.load(poolNamed('lan', ['198.51.100.240']))
  await cluster.load(serviceNamed('first'))
  await cluster.load(
    serviceNamed('second', { annotations: { 'bellwether.dev/addresses': '203.0.113.9' } }),
  )
  await cluster.load(serviceNamed('third'))
  const end = cluster.speakers('default')
  t.teardown(end)
  await cluster.apply(WAIT)
  const conditions = await Promise.all(
    ['first', 'second', 'third'].map(async (name) => conditionOf(await cluster.service(name))),
  )
  const reasons = conditions.map((condition) => condition?.reason)
  t.equal(reasons.filter((reason) => reason === 'Assigned').length, 1)
  t.match(new Set(reasons), new Set(['Assigned', 'RequestRefused', 'PoolsExhausted']))
  const pool = must(await cluster.client.get(ADDRESS_POOLS, { name: 'lan' }))
  t.match(conditionOf(pool, 'Ready'), { status: 'True', reason: 'Exhausted' })
  const { items } = must(await cluster.client.list(EVENTS))
  t.ok(items.some(({ reason, type }) => reason === 'PoolsExhausted' && type === 'Warning'))
})

t.test('a pool goes to another segment: its address is never in no plan', { skip }, async (t) => {
  await published(serviceNamed('web'))
  const nodes = ['worker-1', 'worker-2']
  for (const name of nodes)
    cluster.plane.kubectl([
      'annotate',
      'node',
      name,
      `bellwether.dev/address.storage=203.0.113.${name.slice(-1)}`,
    ])
  const announce = { segment: 'storage' }
  must(
    await cluster.client.mergePatch(ADDRESS_POOLS, {
      metadata: { name: 'lan' },
      spec: { announce },
    }),
  )
  const seen: string[][] = []
  const holders = new Map<string, boolean>([['default', true]])
  const watching = recording(cluster, (plan) => {
    holders.set(plan.metadata.name, JSON.stringify(plan['spec']).includes('198.51.100.240'))
    const having = [...holders].filter(([, has]) => has).map(([name]) => name)
    seen.push(having.sort())
  })
  const end = cluster.speakers('storage')
  t.teardown(end)
  const applied = await cluster.apply(WAIT, watching)
  t.equal(resultOf(applied), 'done')
  t.strictSame(seen, [['default', 'storage'], ['storage']])
  t.strictSame(addressesOf(await cluster.service('web')), ['198.51.100.240'])
})

/** Tells of each plan as the API server has stored it. */
function recording({ client }: ReconcilerCluster, tell: (plan: KubernetesObject) => void) {
  const told = async (resource: object, answer: ReturnType<typeof client.create>) => {
    const stored = await answer
    if (resource === ANNOUNCEMENT_PLANS && 'metadata' in stored) tell(stored)
    return stored
  }
  return {
    list: client.list.bind(client),
    get: client.get.bind(client),
    apply: client.apply.bind(client),
    mergePatch: client.mergePatch.bind(client),
    create: ((resource, object) =>
      told(resource, client.create(resource, object))) as typeof client.create,
    replace: ((resource, object) =>
      told(resource, client.replace(resource, object))) as typeof client.replace,
  }
}

t.test('metadata of others stays on a plan that is replaced', { skip }, async (t) => {
  await published(serviceNamed('web'))
  cluster.plane.kubectl(['label', 'announcementplan', 'default', 'team=network'])
  await cluster.load(serviceNamed('api'))
  await cluster.apply()
  const plan = must(await cluster.client.get(ANNOUNCEMENT_PLANS, { name: 'default' }))
  t.match(plan.metadata.labels, { team: 'network' })
  t.match(plan['spec'], { announcements: [{}, {}] })
})

t.test('blocked: no plan, no status, and everybody is told', { skip }, async (t) => {
  await published(...[1, 2, 3, 4, 5, 6].map((number) => serviceNamed(`app-${number}`)))
  const plans = await cluster.planTexts()
  cluster.plane.kubectl(['annotate', 'addresspool', 'lan', 'bellwether.dev/allow-release=*'])
  must(
    await cluster.client.mergePatch(ADDRESS_POOLS, {
      metadata: { name: 'lan' },
      spec: { announce: { nodeSelector: { matchLabels: { a: 'b' } } } },
    }),
  )
  for (const name of ['worker-1', 'worker-2'])
    must(
      await cluster.client.remove(
        { group: '', version: 'v1', plural: 'nodes', kind: 'Node', namespaced: false },
        { name },
      ),
    )
  await cluster.load({
    ...nodeNamed('worker-9', '198.51.100.19'),
    metadata: { name: 'worker-9', labels: { a: 'b' } },
  })
  const blocked = await cluster.apply()
  t.equal(resultOf(blocked), 'blocked')
  t.match(blocked, { pass: { writes: { plans: 0, services: 0 } } })
  t.strictSame(await cluster.planTexts(), plans)
  t.strictSame(addressesOf(await cluster.service('app-1')), ['198.51.100.240'])
  const pool = must(await cluster.client.get(ADDRESS_POOLS, { name: 'lan' }))
  t.match(conditionOf(pool, 'Stalled'), {
    status: 'True',
    reason: 'Blocked',
    message: /moves 6 of 6.*--allow moves/,
  })
  t.match(conditionOf(pool, 'Ready'), { status: 'False', reason: 'Blocked' })
  t.ok(must(await cluster.client.list(EVENTS)).items.some(({ reason }) => reason === 'PlanBlocked'))
  t.equal(resultOf(await cluster.apply({ options: { allow: ['moves'] } })), 'done')
  t.match(await cluster.planTexts(), [/worker-9/])
})

t.test(
  'who may not list Services releases nothing, and says what is missing',
  { skip },
  async (t) => {
    await published(serviceNamed('web'))
    const { plane } = cluster
    plane.kubectl(['create', 'serviceaccount', 'blind', '-n', 'default'])
    plane.kubectl([
      'create',
      'clusterrole',
      'blind',
      '--verb=*',
      '--resource=nodes,namespaces,endpointslices.discovery.k8s.io,addresspools.bellwether.dev,addresspools.bellwether.dev/status,announcementplans.bellwether.dev,events.events.k8s.io',
    ])
    plane.kubectl([
      'create',
      'clusterrolebinding',
      'blind',
      '--clusterrole=blind',
      '--serviceaccount=default:blind',
    ])
    const { connect } = await import('../../kubernetes/io/connect.ts')
    const blind = await connect({ kubeconfig: plane.serviceAccount('default', 'blind') })
    if ('hint' in blind) throw new Error(blind.message)
    t.teardown(() => blind.close())
    const applied = await cluster.apply({}, blind)
    t.equal(resultOf(applied), 'incomplete')
    t.match(await cluster.planTexts(), [/198\.51\.100\.240/])
    t.match(applied, { pass: { decision: { unknown: ['Service'] } } })
    const pool = must(await cluster.client.get(ADDRESS_POOLS, { name: 'lan' }))
    t.match(conditionOf(pool, 'Reconciling'), {
      status: 'True',
      reason: 'InputIncomplete',
      message: /cannot list resource "services"/,
    })
    t.ok(
      must(await cluster.client.list(EVENTS)).items.some(
        ({ reason }) => reason === 'InputIncomplete',
      ),
    )
  },
)

t.test('a stored plan that contradicts itself: nothing is written', { skip }, async (t) => {
  await published(serviceNamed('web'))
  const plan = must(await cluster.client.get(ANNOUNCEMENT_PLANS, { name: 'default' }))
  const spec = plan['spec'] as { readonly announcements: readonly object[] }
  const broken = { ...spec, announcements: [...spec.announcements, ...spec.announcements] }
  must(await cluster.client.replace(ANNOUNCEMENT_PLANS, { ...plan, spec: broken }))
  await cluster.load(serviceNamed('api'))
  t.equal(resultOf(await cluster.apply()), 'blocked')
  t.strictSame(addressesOf(await cluster.service('web')), ['198.51.100.240'])
  t.equal(conditionOf(await cluster.service('api')), undefined)
  const pool = must(await cluster.client.get(ADDRESS_POOLS, { name: 'lan' }))
  t.match(conditionOf(pool, 'Stalled'), {
    status: 'True',
    reason: 'LedgerUnreadable',
    message: /AnnouncementPlan default/,
  })
  must(await cluster.client.remove(ANNOUNCEMENT_PLANS, { name: 'default' }))
  t.equal(resultOf(await cluster.apply()), 'pending')
  t.strictSame(addressesOf(await cluster.service('web')), ['198.51.100.240'], 'the status kept it')
})

t.test('the revision that all pools name is in the plan', { skip }, async (t) => {
  await twoNodes()
  await cluster.load({
    ...poolNamed('lan', LAN),
    metadata: { name: 'lan', annotations: { 'bellwether.dev/revision': 'abc123' } },
  })
  await cluster.apply()
  t.match(await cluster.planTexts(), [/"revision":"abc123"/])
})

t.test('a pool with an error is Stalled', { skip }, async (t) => {
  await twoNodes()
  await cluster.load(poolNamed('lan', ['198.51.100.250-198.51.100.240']))
  await cluster.apply()
  const pool = must(await cluster.client.get(ADDRESS_POOLS, { name: 'lan' }))
  t.match(conditionOf(pool, 'Stalled'), { status: 'True', reason: 'Invalid' })
})

t.test(
  'statuses that would take too long are put off, and come first next time',
  { skip },
  async (t) => {
    await twoNodes()
    await cluster.load(poolNamed('lan', ['198.51.100.0/24']))
    const names = Array.from({ length: 20 }, (_, index) => `app-${index + 10}`)
    for (const name of names) await cluster.load(serviceNamed(name))
    const memory = passMemory('test')
    const pass = async () => {
      const read = await readCluster(cluster.client)
      t.equal(read.failures?.size, 0)
      const snapshot = { ...read, liveSegments: new Set(['default']) }
      const options = { adopt: false, statusMilliseconds: 0 }
      const time = { now: '2026-11-26T12:00:00Z', milliseconds: Date.UTC(2026, 10, 26, 12) }
      return performPass(cluster.client, snapshot, options, { memory, time })
    }
    t.match(await pass(), { result: 'done', postponed: 4, writes: { plans: 1, services: 16 } })
    const later = [...memory.postponed]
    t.match(await pass(), { result: 'done', postponed: 0, writes: { plans: 0, services: 4 } })
    for (const key of later)
      t.equal(addressesOf(await cluster.service(key.split('/')[1] ?? '')).length, 1, key)
    const events = must(await cluster.client.list(EVENTS)).items
    t.equal(
      events.filter(({ reason }) => reason === 'AddressAssigned').length,
      20,
      'each told once',
    )
  },
)
