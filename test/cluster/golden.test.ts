import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import yaml from 'js-yaml'
import t from 'tap'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { ANNOUNCEMENT_PLANS, NAMESPACES } from '../../kubernetes/objects/resources.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { inputsOf, storedPlans } from '../../reconciler/publish/snapshot-inputs.ts'
import type { ClusterSnapshot } from '../../reconciler/state/snapshot.ts'
import type { PoolFiles } from '../../reconciler/publish/snapshot-inputs.ts'
import { readCluster } from '../../reconciler/io/read-cluster.ts'
import { readSources } from '../../reconciler/io/read-sources.ts'
import { LeaseLiveness } from '../../reconciler/watch/lease-liveness.ts'
import { formatPlan } from '../../api/plan-text.ts'
import { parsePools } from '../../reconciler/source/parse-pools.ts'
import { reconcile } from '../../reconciler/reconcile.ts'
import { root } from '../support/root.ts'
import {
  must,
  startReconcilerCluster,
  type ReconcilerCluster,
} from '../support/cluster/reconciler-cluster.ts'
import type { ReconcileOptions } from '../../reconciler/guard/options.ts'

const skip = controlPlaneRefusal() ?? false
const CASES = join(root, 'fixtures/cases')
const names = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)

interface Case {
  readonly now: string
  readonly options?: ReconcileOptions
  readonly owners?: Readonly<Record<string, string>>
}

let cluster: ReconcilerCluster
const liveness = new LeaseLiveness()

t.before(async () => {
  if (skip) return
  cluster = await startReconcilerCluster()
  t.teardown(async () => {
    cluster.client.close()
    await cluster.plane.stop()
  })
})

function documents(path: string): KubernetesObject[] {
  if (!existsSync(path)) return []
  const all = yaml.loadAll(readFileSync(path, 'utf8'), undefined, { schema: yaml.CORE_SCHEMA })
  return (all as { readonly items?: KubernetesObject[] }[]).flatMap(
    (each) => each.items ?? [each as unknown as KubernetesObject],
  )
}

/** What the API server says to objects of the case that cannot be as they are in a real cluster. */
type Impossible = { readonly impossible: string }

async function load(object: KubernetesObject): Promise<Impossible | undefined> {
  if (object.kind === 'Namespace') {
    await cluster.client.create(NAMESPACES, object)
    return undefined
  }
  const { namespace } = object.metadata
  if (namespace !== undefined && namespace !== 'default')
    await cluster.client.create(NAMESPACES, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    })
  try {
    await cluster.load(object)
    return undefined
  } catch (error) {
    return { impossible: `${object.kind} ${object.metadata.name}: ${(error as Error).message}` }
  }
}

/** Cases in which the older Service wins: a server gives its own time, in whole seconds. */
const AGE_DECIDES = new Set([
  'default-class-takes-services-without-one',
  'sharing-refused-port-collides',
])

async function loadAll(
  objects: readonly KubernetesObject[],
  doesAgeDecide: boolean,
): Promise<readonly Impossible[]> {
  const age = ({ metadata }: KubernetesObject) => metadata.creationTimestamp ?? ''
  const late = doesAgeDecide ? objects.filter(({ kind }) => kind === 'Service') : []
  const others = objects.filter((object) => !late.includes(object))
  const answers = await Promise.all(others.map(load))
  for (const object of late.sort((a, b) => (age(a) < age(b) ? -1 : 1))) {
    answers.push(await load(object))
    await sleep(1100)
  }
  return answers.filter((each) => each !== undefined)
}

/** The leader's status, where the case tells what it announces. */
async function report(owners: Readonly<Record<string, string>>): Promise<void> {
  const { stored } = storedPlans(must(await cluster.client.list(ANNOUNCEMENT_PLANS)).items)
  for (const { plan, object } of stored) {
    const held = plan.spec.announcements.map(({ address }) => address)
    const moved = Object.entries(owners)
      .filter(([address]) => held.includes(address))
      .map(([address, node]) => ({ address, node }))
    must(
      await cluster.client.replace(
        ANNOUNCEMENT_PLANS,
        { ...object, status: { moved } },
        { subresource: 'status' },
      ),
    )
  }
}

async function filesOf(folder: string): Promise<PoolFiles> {
  const { sources, unreadable } = await readSources(['pools'], {
    cwd: folder,
    stdin: () => Promise.reject(new Error('cases do not read standard input')),
  })
  const parsed = parsePools(sources)
  return { ...parsed, unreadable: [...unreadable, ...parsed.unreadable], revision: '' }
}

/** `plan -o json` of what the server holds. */
function planned(
  snapshot: ClusterSnapshot,
  files: PoolFiles,
  { now, options }: Case,
): readonly AnnouncementPlan[] | 'blocked' {
  const outcome = reconcile(inputsOf(snapshot, { files, options, now }).inputs)
  return outcome.blocked.length > 0 ? 'blocked' : outcome.plans
}

let skipped = 0

for (const name of names)
  t.test(name, { skip }, async (t) => {
    await cluster.clear()
    const folder = join(CASES, name)
    const given = yaml.load(readFileSync(join(folder, 'case.yaml'), 'utf8')) as Case
    const objects = [
      ...documents(join(folder, 'state.yaml')),
      ...documents(join(folder, 'previous.yaml')),
    ]
    const refusals = await loadAll(objects, AGE_DECIDES.has(name))
    if (refusals.length > 0) {
      skipped++
      t.pass('cannot be in a cluster', {
        skip: refusals.map(({ impossible }) => impossible).join('; '),
      })
      return
    }
    if (given.owners !== undefined) await report(given.owners)
    const files = await filesOf(folder)
    // A kind that the case has not is one that cannot be listed.
    const kinds = new Set(objects.map(({ kind }) => kind))
    const client = withoutKinds(
      ['Service', 'Node', 'EndpointSlice', 'Namespace'].filter(
        (kind) => !kinds.has(kind) && /not-exported/.test(name),
      ),
    )
    const snapshot = await readCluster(client)
    const before = await cluster.planTexts()
    const expected = planned(snapshot, files, given)
    const texts = expected === 'blocked' ? before : expected.map(formatPlan)
    const settings = { files, options: given.options, now: given.now, liveness }
    const { result } = await cluster.apply(settings, client)
    t.ok(['done', 'pending', 'incomplete', 'blocked'].includes(result), result)
    t.equal(result === 'blocked', expected === 'blocked')
    t.strictSame(await cluster.planTexts(), texts)
    t.strictSame(
      await announcedIn(folder, expected),
      await announcements(),
      'and what the case expects',
    )
    const again = await readCluster(client)
    if (expected !== 'blocked')
      t.strictSame(
        (planned(again, files, given) as readonly AnnouncementPlan[]).map(formatPlan),
        texts,
        'and of what it holds afterwards',
      )
  })

/** Addresses, Services and nodes: digests and ages are the server's. */
function essence(plans: readonly AnnouncementPlan[]): unknown {
  return plans.map(({ spec }) => [
    spec.segment,
    spec.announcements.map(({ address, services, candidates }) => [
      address,
      services,
      candidates.map((index) => spec.nodes[index]!.name),
    ]),
  ])
}

async function announcements(): Promise<unknown> {
  const { stored } = storedPlans(must(await cluster.client.list(ANNOUNCEMENT_PLANS)).items)
  return essence(stored.map(({ plan }) => plan))
}

async function announcedIn(folder: string, expected: unknown): Promise<unknown> {
  const file = expected === 'blocked' ? 'previous.yaml' : 'plan.yaml'
  return essence(documents(join(folder, file)) as unknown as AnnouncementPlan[])
}

function withoutKinds(hidden: readonly string[]) {
  const { client } = cluster
  return {
    get: client.get.bind(client),
    create: client.create.bind(client),
    replace: client.replace.bind(client),
    apply: client.apply.bind(client),
    mergePatch: client.mergePatch.bind(client),
    list: ((resource, selection) =>
      hidden.includes(resource.kind)
        ? Promise.resolve({
            failure: 'forbidden',
            message: `cannot list ${resource.plural}`,
          } as const)
        : client.list(resource, selection)) as typeof client.list,
  }
}

t.test('most cases can be in a real cluster', { skip }, async (t) => {
  t.comment(`${skipped} of ${names.length} cannot`)
  t.ok(skipped <= 5, `${skipped} were skipped`)
})
