import t from 'tap'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  EVENTS,
  LEASES,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { Resource } from '../../kubernetes/objects/resources.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { ApplyingClient, ApplySettings } from '../../reconciler/io/apply.ts'
import { LeaseLiveness } from '../../reconciler/watch/lease-liveness.ts'
import { seededRandom } from '../support/random.ts'
import {
  must,
  nodeNamed,
  poolNamed,
  serviceNamed,
  startReconcilerCluster,
  type ReconcilerCluster,
} from '../support/cluster/reconciler-cluster.ts'

const skip = controlPlaneRefusal() ?? false
const ROUNDS = Number(process.env['BELLWETHER_RACE_ROUNDS'] ?? 1000)
const SEED = Number(process.env['BELLWETHER_SEED'] ?? 1)

/** More Services than addresses. */
const NAMES = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
const ADDRESSES = ['198.51.100.240', '198.51.100.241', '198.51.100.242', '198.51.100.243']

type Random = (below: number) => number

async function change(cluster: ReconcilerCluster, random: Random): Promise<void> {
  const name = NAMES[random(NAMES.length)]!
  const place = { namespace: 'default', name }
  const exists = 'metadata' in (await cluster.client.get(SERVICES, place))
  if (exists && random(2) === 0) {
    must(await cluster.client.remove(SERVICES, place))
    return
  }
  const wish = ADDRESSES[random(ADDRESSES.length)]!
  const annotations = { 'bellwether.dev/addresses': random(2) === 0 ? wish : null }
  if (exists)
    must(
      await cluster.client.mergePatch(SERVICES, {
        metadata: { ...place, annotations },
      } as unknown as KubernetesObject),
    )
  else
    await cluster.load(
      serviceNamed(name, {
        annotations: random(3) === 0 ? { 'bellwether.dev/addresses': wish } : {},
      }),
    )
}

/**
 * Lists once what nobody changes here, and writes neither events nor the status of pools, which decide nothing: a thousand rounds are then a matter
 * of three minutes. Services, plans and Leases are the server's.
 */
function lean(client: ApiClient): ApplyingClient {
  const lists = new Map<string, ReturnType<ApiClient['list']>>()
  const once: ApiClient['list'] = (resource, selection) => {
    if (CHANGING.includes(resource)) return client.list(resource, selection)
    const list = lists.get(resource.kind) ?? client.list(resource, selection)
    lists.set(resource.kind, list)
    return list
  }
  return {
    list: once,
    get: (...args) => client.get(...args),
    create: (resource, object) =>
      resource === EVENTS ? Promise.resolve(object) : client.create(resource, object),
    replace: (...args) => client.replace(...args),
    apply: (resource, object, options) =>
      resource === ADDRESS_POOLS
        ? Promise.resolve(object)
        : client.apply(resource, object, options),
    mergePatch: (...args) => client.mergePatch(...args),
  }
}

const CHANGING: readonly Resource[] = [SERVICES, ANNOUNCEMENT_PLANS, LEASES]

interface Shown {
  readonly loadBalancer?: { readonly ingress?: readonly { readonly ip: string }[] }
}

/** `address service` of every status, and of every plan. */
async function assignments(client: ApiClient): Promise<{ statuses: string[]; plans: string[] }> {
  // One by one, because a list waits for the server's cache: 80 ms after each write.
  const found = await Promise.all(
    NAMES.map((name) => client.get(SERVICES, { namespace: 'default', name })),
  )
  const services = found.filter((each): each is KubernetesObject => !isFailure(each))
  const plan = must(await client.get(ANNOUNCEMENT_PLANS, { name: 'default' }))
  const plans = [plan as unknown as AnnouncementPlan]
  return {
    statuses: services
      .flatMap(({ metadata, status }) =>
        ((status as Shown).loadBalancer?.ingress ?? []).map(
          ({ ip }) => `${ip} ${metadata.namespace}/${metadata.name}`,
        ),
      )
      .sort(),
    plans: plans
      .flatMap(({ spec }) =>
        spec.announcements.map(({ address, services }) => `${address} ${services.join()}`),
      )
      .sort(),
  }
}

t.test(`two reconcilers race ${ROUNDS} rounds`, { skip, timeout: 280_000 }, async (t) => {
  const cluster = await startReconcilerCluster()
  t.teardown(() => cluster.plane.stop())
  for (const node of [1, 2, 3])
    await cluster.load(nodeNamed(`worker-${node}`, `198.51.100.1${node}`))
  await cluster.load(poolNamed('lan', [`${ADDRESSES[0]}-${ADDRESSES.at(-1)}`]))
  t.teardown(cluster.speakers('default'))
  const racers = await Promise.all(
    ['one', 'two'].map(async (instance) => {
      const client = await cluster.newClient()
      t.teardown(() => client.close())
      const settings: Partial<ApplySettings> = { instance, liveness: new LeaseLiveness() }
      await cluster.apply({ ...settings, waitSeconds: 5 }, client)
      const racer = lean(client)
      return () => cluster.apply(settings, racer)
    }),
  )
  const source = seededRandom(SEED)
  const random: Random = (below) => Math.floor(source() * below)
  let conflicts = 0
  const faults: string[] = []
  for (let round = 1; round <= ROUNDS && faults.length === 0; round++) {
    await change(cluster, random)
    const results = await Promise.all([
      ...racers.map((race) => race()),
      ...(random(2) === 0 ? [change(cluster, random)] : []),
    ])
    for (const result of results) {
      if (result === undefined) continue
      if (result.result !== 'done') faults.push(`round ${round}: ${result.result}`)
      else conflicts += result.passes - 1
    }
    const { statuses, plans } = await assignments(cluster.client)
    for (const list of [statuses, plans]) {
      const addresses = list.map((text) => text.split(' ')[0])
      if (new Set(addresses).size < addresses.length)
        faults.push(`round ${round}: ${list.join('; ')}`)
    }
  }
  t.strictSame(faults, [], `seed ${SEED}`)
  t.comment(`${conflicts} times one came before the other`)
  const ends = []
  for (const race of racers) {
    t.match(await race(), { result: 'done' })
    ends.push(await cluster.planTexts())
  }
  t.strictSame(ends[0], ends[1])
  const { statuses, plans } = await assignments(cluster.client)
  t.strictSame(statuses, plans)
  t.match(await racers[0]!(), { pass: { writes: { plans: 0, services: 0 } } })
  cluster.client.close()
})
