import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import t, { type Test } from 'tap'
import {
  controlPlaneRefusal,
  startControlPlane,
  type ControlPlane,
} from '../../demo/control-plane.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import { connect, isConnectRefusal } from '../../kubernetes/io/connect.ts'
import {
  watchResource,
  type ResourceWatch,
  type WatchOptions,
  type WatchReport,
} from '../../kubernetes/io/watch-resource.ts'
import { keyOf, type KubernetesObject } from '../../kubernetes/objects/object.ts'
import { ADDRESS_POOLS, SERVICES, type Resource } from '../../kubernetes/objects/resources.ts'
import type { WatchClient } from '../../kubernetes/watch/client.ts'
import { FaultyProxy, type Asked, type Fault } from '../support/cluster/faulty-proxy.ts'
import { RestartableApiServer } from '../support/cluster/restart-api-server.ts'
import { seededRandom } from '../support/random.ts'
import { root } from '../support/root.ts'
import { until } from '../support/until.ts'

const skip = controlPlaneRefusal() ?? false

const CONFIG_MAPS: Resource = {
  group: '',
  version: 'v1',
  plural: 'configmaps',
  kind: 'ConfigMap',
  namespaced: true,
}
const NAMESPACE = 'default'

/** So that a fault is over within a second. The order of magnitude between them is that of the real ones. */
const QUICK = {
  openingMilliseconds: 1_000,
  deniedMilliseconds: 600,
  beliefMilliseconds: 300,
  healthyMilliseconds: 500,
  backOff: { shortestMilliseconds: 20, longestMilliseconds: 300 },
}

let plane: ControlPlane
let server: RestartableApiServer
let proxy: FaultyProxy
/** Asks the API server itself. */
let direct: WatchClient
/** Asks through the proxy. */
let faulty: WatchClient

async function clientOf(kubeconfig: string): Promise<WatchClient> {
  const client = await connect({ kubeconfig })
  if (isConnectRefusal(client)) throw new Error(client.message)
  t.teardown(() => client.close())
  return client
}

t.before(async () => {
  if (skip) return
  plane = await startControlPlane()
  server = new RestartableApiServer(plane)
  t.teardown(async () => {
    await server.kill()
    await plane.stop()
  })
  proxy = await FaultyProxy.start(plane.url)
  t.teardown(() => proxy.close())
  direct = await clientOf(plane.kubeconfig)
  faulty = await clientOf(plane.kubeconfigOf('faulty', plane.token, proxy.url))
})

interface Followed {
  readonly watch: ResourceWatch
  readonly reports: WatchReport[]
  changes: number
}

async function follow(t: Test, options: Partial<WatchOptions> = {}): Promise<Followed> {
  const reports: WatchReport[] = []
  const followed = { reports, changes: 0 }
  const watch = watchResource(faulty, CONFIG_MAPS, {
    selection: { namespace: NAMESPACE },
    changed: () => followed.changes++,
    log: (report) => reports.push(report),
    settings: QUICK,
    ...options,
  })
  t.teardown(() => watch.close())
  await watch.settled
  return Object.assign(followed, { watch })
}

function versions(objects: readonly KubernetesObject[] | undefined): string[] | undefined {
  return objects?.map((object) => `${keyOf(object)}@${object.metadata.resourceVersion}`).sort()
}

async function serverState(resource: Resource): Promise<string[] | undefined> {
  const list = await direct.list(resource, resource.namespaced ? { namespace: NAMESPACE } : {})
  return isFailure(list) ? undefined : versions(list.items)
}

/** The cache comes to equal what the server has, and no failure is left. */
async function comesToEqual(
  t: Test,
  { watch }: Followed,
  what: string,
  resource: Resource = CONFIG_MAPS,
): Promise<void> {
  const wanted = JSON.stringify(await serverState(resource))
  const isEqual = () =>
    watch.view.failure === undefined && JSON.stringify(versions(watch.view.objects)) === wanted
  await until(isEqual, what)
  t.equal(JSON.stringify(versions(watch.view.objects)), wanted, what)
}

let made = 0

function configMap(name: string, data: object): KubernetesObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: NAMESPACE }, data }
}

/** One object more, one less, one changed: what is missed in any way is seen. */
async function change(): Promise<void> {
  const name = `map-${++made}`
  const answers = [
    await direct.create(CONFIG_MAPS, configMap(name, { made: String(made) })),
    await direct.apply(CONFIG_MAPS, configMap('changing', { made: String(made) }), {
      fieldManager: 'test',
      force: true,
    }),
    made > 3
      ? await direct.remove(CONFIG_MAPS, { namespace: NAMESPACE, name: `map-${made - 3}` })
      : {},
  ]
  const failed = answers.find((answer) => 'failure' in answer)
  if (failed !== undefined) throw new Error(JSON.stringify(failed))
}

function onlyWatch() {
  const [watch] = proxy.watches
  if (watch === undefined || proxy.watches.size !== 1) throw new Error('not one watch')
  return watch
}

async function opened(): Promise<void> {
  await until(() => proxy.watches.size === 1, 'one watch is open')
}

t.beforeEach(async () => {
  if (skip) return
  proxy.heal()
  await until(() => proxy.watches.size === 0, 'no watch of another test')
  proxy.asked.length = 0
})

t.test('all is listed, then followed; nobody is woken for nothing', { skip }, async (t) => {
  const followed = await follow(t)
  await opened()
  for (let round = 0; round < 5; round++) await change()
  await comesToEqual(t, followed, 'after five rounds')
  const { changes } = followed
  await sleep(200)
  t.equal(followed.changes, changes)
  t.equal(proxy.count('list'), 1)
  t.equal(proxy.count('watch'), 1)
  t.match(followed.watch.view.objects?.[0], { apiVersion: 'v1', kind: 'ConfigMap' })
})

const CUTS: readonly [name: string, fault: () => void, after?: () => void][] = [
  ['the connection breaks', () => onlyWatch().cut()],
  ['the server closes the watch', () => onlyWatch().end()],
  ['a line is cut in the middle', () => onlyWatch().halve('cut')],
  ['a watch ends in the middle of a line', () => onlyWatch().halve('end')],
  ['a line is not JSON', () => onlyWatch().halve('newline')],
  ['a proxy puts its page in', () => onlyWatch().insert('<html>502</html>')],
  [
    'an event says that the version is gone',
    () =>
      onlyWatch().insert(
        '{"type":"ERROR","object":{"kind":"Status","code":410,"reason":"Expired"}}',
      ),
  ],
  [
    'an event says that etcd has failed',
    () => onlyWatch().insert('{"type":"ERROR","object":{"kind":"Status","code":500}}'),
  ],
  ['an event of a type from the future', () => onlyWatch().insert('{"type":"REWOUND"}')],
]

for (const [name, fault] of CUTS)
  t.test(`${name}: the cache equals the server's state`, { skip }, async (t) => {
    const followed = await follow(t)
    await opened()
    fault()
    await change()
    await comesToEqual(t, followed, name)
    await change()
    await comesToEqual(t, followed, 'and goes on')
    t.strictSame(followed.reports, [], 'a cut that is taken up is no news')
  })

const ANSWERS: readonly [name: string, fault: Fault][] = [
  ['answers 429 with a time', { answer: 429, headers: { 'retry-after': '1' }, body: 'busy' }],
  ['answers 429 without a time', { answer: 429 }],
  ['answers 500', { answer: 500, body: '{"kind":"Status","code":500,"message":"etcd"}' }],
  ['answers 503', { answer: 503 }],
  ['answers 410', { answer: 410, body: '{"kind":"Status","code":410,"reason":"Expired"}' }],
  ['answers 200 and no list', { answer: 200, body: '{}' }],
  [
    'answers 200 and half a list',
    { answer: 200, body: '{"metadata":{"resourceVersion":"1"},"items":[' },
  ],
  ['closes the connection without an answer', 'drop'],
]

for (const [name, fault] of ANSWERS)
  t.test(`the proxy ${name} for a while: nothing is lost`, { skip }, async (t) => {
    const followed = await follow(t)
    await opened()
    const before = versions(followed.watch.view.objects)
    let seen = 0
    proxy.decide = ({ kind }: Asked) => (kind === 'other' || ++seen > 4 ? undefined : fault)
    onlyWatch().cut()
    await until(() => followed.watch.view.failure !== undefined || seen > 4, 'a failure is told')
    t.strictSame(versions(followed.watch.view.objects), before, 'what was known stays')
    await change()
    await comesToEqual(t, followed, name)
  })

t.test('silence on an open connection is noticed', { skip }, async (t) => {
  const settings = { ...QUICK, inactivityMilliseconds: 1_000 }
  const followed = await follow(t, { settings })
  await opened()
  onlyWatch().silence()
  await change()
  await comesToEqual(t, followed, 'although nothing came')
  t.ok((followed.watch.numbers.failures.get('silent') ?? 0) >= 1)
})

t.test('a server that takes requests and never answers', { skip }, async (t) => {
  const followed = await follow(t)
  await opened()
  proxy.decide = () => 'ignore'
  onlyWatch().cut()
  await until(() => followed.watch.view.failure !== undefined, 'noticed')
  t.match(followed.reports, [{ report: 'watchLost' }])
  await change()
  // The list that hangs would wait for its thirty seconds: its connection breaks instead.
  proxy.heal()
  proxy.close()
  proxy = await FaultyProxy.start(plane.url)
  faulty = await clientOf(plane.kubeconfigOf('faulty', plane.token, proxy.url))
  const again = await follow(t)
  await comesToEqual(t, again, 'by another client')
})

t.test('everything is slow', { skip }, async (t) => {
  proxy.decide = () => ({ delayMilliseconds: 300 })
  const followed = await follow(t)
  await change()
  await comesToEqual(t, followed, 'in the end')
})

t.test('pages: 410 in the middle begins the list again', { skip }, async (t) => {
  const many = Array.from({ length: 1_100 }, (_, n) => configMap(`many-${n}`, { n: String(n) }))
  await inParallel(many, 32, (object) => direct.create(CONFIG_MAPS, object))
  let gone = 0
  proxy.decide = ({ path }) =>
    path.includes('continue=') && path.includes('limit=500') && ++gone === 2
      ? { answer: 410 }
      : undefined
  const followed = await follow(t)
  await comesToEqual(t, followed, 'all of three pages')
  t.ok((followed.watch.view.objects?.length ?? 0) > 1_100)
  t.equal(proxy.count('list'), 6)
  await inParallel(many, 32, ({ metadata: { name } }) =>
    direct.remove(CONFIG_MAPS, { namespace: NAMESPACE, name }),
  )
  await comesToEqual(t, followed, '1,100 deletes later')
})

t.test('a stale list is not believed, and what it lacks stays', { skip }, async (t) => {
  const followed = await follow(t)
  await opened()
  const [stale] = [...proxy.lists.values()].slice(-1)
  await change()
  await comesToEqual(t, followed, 'before')
  const before = versions(followed.watch.view.objects)
  let served = 0
  proxy.decide = ({ kind }) => {
    if (kind !== 'list') return undefined
    return ++served > 2 ? undefined : { answer: 200, body: stale ?? '' }
  }
  const seen = new Set<string>()
  const watcher = setInterval(() => seen.add(JSON.stringify(versions(followed.watch.view.objects))))
  onlyWatch().insert('{"type":"ERROR","object":{"kind":"Status","code":410}}')
  await until(() => served === 3, 'listed three times')
  await opened()
  clearInterval(watcher)
  t.strictSame([...seen], [JSON.stringify(before)], 'at no time anything else')
  await comesToEqual(t, followed, 'after')
})

t.test('a list that stays stale is caught up with by the watch', { skip }, async (t) => {
  const followed = await follow(t)
  await opened()
  const [stale] = [...proxy.lists.values()].slice(-1)
  await change()
  await comesToEqual(t, followed, 'before')
  proxy.decide = ({ kind }) => (kind === 'list' ? { answer: 200, body: stale ?? '' } : undefined)
  onlyWatch().insert('{"type":"ERROR","object":{"kind":"Status","code":410}}')
  await until(() => followed.reports.length > 0, 'told')
  t.match(followed.reports, [{ report: 'serverWentBack' }])
  await comesToEqual(t, followed, 'after')
})

t.test(
  'a callback that throws and a trim that throws do not end the watch',
  { skip },
  async (t) => {
    const followed = await follow(t, {
      changed: () => {
        throw new Error('mine')
      },
      trim: (object) => {
        if (object.metadata.name === 'changing') throw new Error('trim')
        return { ...object, data: undefined }
      },
    })
    await change()
    await comesToEqual(t, followed, 'all the same')
    const texts = followed.reports.map((report) => ('error' in report ? String(report.error) : ''))
    t.ok(texts.includes('Error: mine') && texts.includes('Error: trim'))
    t.equal(followed.watch.get(`default/map-${made}`)?.['data'], undefined, 'trimmed')
    t.ok(followed.watch.get('default/changing')?.['data'], 'kept whole')
  },
)

t.test('after close, nothing is called any more', { skip }, async (t) => {
  const followed = await follow(t)
  await opened()
  followed.watch.close()
  const { changes } = followed
  await change()
  await until(() => proxy.watches.size === 0, 'the connection is closed')
  t.equal(followed.changes, changes)
})

t.test('connections that died while idle fail nothing', { skip }, async (t) => {
  const failures: unknown[] = []
  for (let round = 0; round < 300; round++) {
    const one = faulty.get(CONFIG_MAPS, { namespace: NAMESPACE, name: 'changing' })
    const other = faulty.get(CONFIG_MAPS, { namespace: NAMESPACE, name: 'changing' })
    for (const answer of [await one, await other]) if (isFailure(answer)) failures.push(answer)
    proxy.closeIdle()
  }
  t.strictSame(failures, [])
})

t.test(
  'one pool: requests in turn share a connection, many go side by side',
  { skip },
  async (t) => {
    const watches = await Promise.all(Array.from({ length: 8 }, () => follow(t)))
    const before = proxy.connections
    for (let n = 0; n < 50; n++)
      await faulty.get(CONFIG_MAPS, { namespace: NAMESPACE, name: 'changing' })
    t.ok(
      proxy.connections - before <= 1,
      `${proxy.connections - before} connections for 50 requests`,
    )
    const objects = Array.from({ length: 400 }, (_, n) => configMap(`wide-${n}`, {}))
    const answers = await Promise.all(objects.map((object) => faulty.create(CONFIG_MAPS, object)))
    t.notOk(answers.some((answer) => isFailure(answer)))
    t.ok(
      proxy.connections - before <= 64,
      `${proxy.connections - before} connections for 400 writes`,
    )
    for (const followed of watches) await comesToEqual(t, followed, 'each of eight watches')
    await inParallel(objects, 32, ({ metadata: { name } }) =>
      direct.remove(CONFIG_MAPS, { namespace: NAMESPACE, name }),
    )
  },
)

t.test('fault after fault, while everything changes', { skip }, async (t) => {
  const seed = Number(process.env['BELLWETHER_SEED'] ?? 17)
  t.comment(`BELLWETHER_SEED=${seed}`)
  const random = seededRandom(seed)
  const one = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  const followed = await follow(t, { settings: { ...QUICK, inactivityMilliseconds: 2_000 } })
  const broken: readonly (Fault | undefined)[] = [
    ...ANSWERS.slice(1).map(([, fault]) => fault),
    undefined,
  ]
  for (let round = 0; round < 100; round++) {
    const until = random()
    proxy.decide = ({ kind }) =>
      kind !== 'other' && random() < until ? one([...broken, { delayMilliseconds: 30 }]) : undefined
    for (const watch of proxy.watches)
      one([
        watch.cut,
        watch.end,
        watch.silence,
        () => {},
        () => watch.halve(one(['cut', 'end', 'newline'])),
      ])()
    await change()
    await sleep(random() * 40)
  }
  proxy.heal()
  await comesToEqual(t, followed, 'in the end')
})

t.test('a right is taken away and given back', { skip }, async (t) => {
  plane.kubectl(['create', 'serviceaccount', 'reader'])
  plane.kubectl(['create', 'role', 'reader', '--verb=list,watch', '--resource=configmaps'])
  const bind = [
    'create',
    'rolebinding',
    'reader',
    '--role=reader',
    '--serviceaccount=default:reader',
  ]
  plane.kubectl(bind)
  const client = await clientOf(plane.serviceAccount('default', 'reader', proxy.url))
  const reports: WatchReport[] = []
  const watch = watchResource(client, CONFIG_MAPS, {
    selection: { namespace: NAMESPACE },
    changed: () => {},
    log: (report) => reports.push(report),
    settings: QUICK,
  })
  t.teardown(() => watch.close())
  await watch.settled
  t.ok(watch.view.objects)
  plane.kubectl(['delete', 'rolebinding', 'reader'])
  for (const open of proxy.watches) open.cut()
  await until(() => watch.view.objects === undefined, 'not known any more')
  t.match(watch.view.failure, {
    failure: 'forbidden',
    message: /cannot list resource "configmaps"/,
  })
  plane.kubectl(bind)
  await change()
  await comesToEqual(t, { watch, reports, changes: 0 }, 'given back')
  t.match(reports, [{ report: 'watchDenied' }, { report: 'watchRegained' }])
})

t.test('a definition is deleted and comes back', { skip }, async (t) => {
  const crd = readFileSync(join(root, 'config/crd/bellwether.dev_addresspools.yaml'), 'utf8')
  const watch = watchResource(direct, ADDRESS_POOLS, { changed: () => {}, settings: QUICK })
  t.teardown(() => watch.close())
  await watch.settled
  t.match(watch.view, { objects: undefined, failure: { failure: 'notFound' } })
  plane.kubectl(['apply', '-f', '-'], crd)
  await until(() => watch.view.objects?.length === 0, 'known, and none')
  const pool = {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AddressPool',
    metadata: { name: 'lan' },
    spec: { addresses: ['192.0.2.0/24'], segment: 'lan' },
  }
  await until(() => watch.view.failure === undefined, 'followed')
  const created = await direct.create(ADDRESS_POOLS, pool)
  t.notOk(isFailure(created), JSON.stringify(created))
  await until(() => watch.view.objects?.length === 1, 'one pool')
  plane.kubectl(['delete', 'crd', 'addresspools.bellwether.dev'])
  await until(() => watch.view.objects === undefined, 'not known')
  t.match(watch.view.failure, { failure: 'notFound' })
  plane.kubectl(['apply', '-f', '-'], crd)
  await until(() => watch.view.objects?.length === 0, 'known again')
})

t.test('the API server is killed and comes back, twice', { skip }, async (t) => {
  const followed = await follow(t)
  const straight = watchResource(direct, SERVICES, { changed: () => {}, settings: QUICK })
  t.teardown(() => straight.close())
  await straight.settled
  for (const round of [1, 2]) {
    await opened()
    await change()
    await server.kill()
    await until(() => followed.watch.view.failure !== undefined, 'noticed')
    await until(() => straight.view.failure !== undefined, 'noticed over TLS as well')
    t.match(followed.watch.view.failure, { failure: 'unreachable' })
    t.ok(followed.watch.view.objects?.length, 'what is known stays')
    await server.start()
    await change()
    await comesToEqual(t, followed, `restart ${round}`)
    await until(() => straight.view.failure === undefined, 'followed over TLS again')
  }
})

t.test('a real 410: the server has no history that goes back so far', { skip }, async (t) => {
  const followed = await follow(t, { settings: { ...QUICK, openingMilliseconds: 60_000 } })
  await opened()
  proxy.decide = ({ kind }) => (kind === 'watch' ? 'hold' : undefined)
  onlyWatch().cut()
  await until(() => proxy.held === 1, 'the watch waits in the proxy')
  await change()
  await compact(plane)
  await server.kill()
  await server.start()
  proxy.heal()
  await comesToEqual(t, followed, 'listed again')
  t.equal(followed.watch.numbers.failures.get('gone'), 1)
})

/** Makes etcd forget everything but the present. */
async function compact({ etcd }: ControlPlane): Promise<void> {
  const url = etcd.spawnargs.find((arg) => arg.startsWith('--listen-client-urls='))?.split('=')[1]
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`etcd: ${await response.text()}`)
    return (await response.json()) as { header?: { revision?: string } }
  }
  const { header } = await post('/v3/kv/range', { key: 'AA==' })
  await post('/v3/kv/compaction', { revision: header?.revision, physical: true })
}

async function inParallel<T>(
  all: readonly T[],
  width: number,
  work: (one: T) => Promise<object>,
): Promise<void> {
  const rest = [...all]
  const worker = async () => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) {
      const answer = await work(one)
      if ('failure' in answer) throw new Error(JSON.stringify(answer))
    }
  }
  await Promise.all(Array.from({ length: width }, worker))
}
