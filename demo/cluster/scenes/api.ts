import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import { root } from '../../../test/support/root.ts'
import { ask, serviceAddresses } from '../answers.ts'
import { until, type Cluster } from '../cluster.ts'
import { cutNode, stopApiServer } from '../faults.ts'
import { apply } from '../install.ts'
import {
  allAnswered,
  backWithin,
  leaderOf,
  milliseconds,
  nothingLost,
  ownerApart,
  watch,
  type Scene,
  type Stage,
  type Verdict,
} from './scene.ts'
import { steadyService } from '../workload.ts'

/*
 * The API server and its store: away, set back, without what we have defined.
 */

/** Of an outage; the rest of it is between the faults in it. */
function outageMilliseconds({ isQuick }: Stage): number {
  return isQuick ? 20_000 : 600_000
}

export const API_SCENES: readonly Scene[] = [
  {
    name: 'api-stopped',
    fault: 'the API server is stopped for 10 minutes; an owner dies, then the leader',
    mustHold: 'every address answered throughout, fail-over as without it (2 s)',
    play: outage,
  },
  {
    name: 'etcd-restored',
    fault: 'etcd is restored to a state some seconds old',
    mustHold: 'no address at two Services; converges',
    play: restored,
  },
  {
    name: 'definition-deleted',
    fault: 'the definition of plans is deleted, and all plans with it',
    mustHold: 'nothing is released; the plan is the same when it is back',
    play: undefinedForAWhile,
  },
]

async function outage(stage: Stage): Promise<Verdict> {
  const { cluster } = stage
  const part = outageMilliseconds(stage) / 4
  const owner = await ownerApart(stage)
  const leader = await leaderOf(stage)
  const goOn = stopApiServer(cluster)
  try {
    await sleep(2_000)
    stage.say(`   ${owner} is cut off`)
    const first = await watch(stage, part, () => cutNode(cluster, owner))
    await sleep(part)
    stage.say(`   ${leader} is cut off`)
    const second = await watch(stage, part, () => cutNode(cluster, leader))
    await sleep(part)
    const [a, b] = [backWithin(stage, first, 500), backWithin(stage, second, 2_000)]
    return {
      figure: `owner: ${a.figure}, leader: ${b.figure}`,
      holds: a.holds && b.holds,
    }
  } finally {
    goOn()
  }
}

interface Listed {
  readonly items: readonly {
    readonly metadata: { readonly name: string }
    readonly status: { readonly loadBalancer?: { readonly ingress?: readonly { ip: string }[] } }
  }[]
}

/** Every address of a Service, as often as it is shown. */
async function shownAddresses({ api }: Cluster): Promise<string[]> {
  const { items } = await api.call<Listed>('GET', '/api/v1/namespaces/default/services')
  return items.flatMap(({ status }) => (status.loadBalancer?.ingress ?? []).map(({ ip }) => ip))
}

async function published(cluster: Cluster, ...names: readonly string[]): Promise<void> {
  for (const name of names)
    await until(`${name} published`, async () => {
      return (await serviceAddresses(cluster, `default/${name}`)).length > 0
    })
}

async function restored(stage: Stage): Promise<Verdict> {
  const { cluster } = stage
  const create = (...names: string[]) =>
    apply(
      cluster,
      names.flatMap((name) => steadyService(name, ['IPv4'])),
    )
  create('old-1', 'old-2')
  await published(cluster, 'old-1', 'old-2')
  const snapshot = cluster.controlPlane.snapshot()
  // The freed address goes to somebody else, of whom the snapshot knows nothing.
  cluster.kubectl(['delete', 'service', 'old-1'])
  create('new-1', 'new-2')
  await published(cluster, 'new-1', 'new-2')
  const from = performance.now()
  let isUnique = true
  const seen = await watch(stage, 2_000, async () => {
    await cluster.controlPlane.restore(snapshot)
    await until('all answered', async () => {
      const shown = await shownAddresses(cluster)
      isUnique &&= new Set(shown).size === shown.length
      const [client] = cluster.clients
      return client !== undefined && shown.length > 0 && shown.every((one) => ask(client, one))
    })
  })
  const took = performance.now() - from
  // Who still believed in what is gone would not give its address to somebody new.
  create('later')
  await published(cluster, 'later')
  const [later] = await serviceAddresses(cluster, 'default/later')
  const all = performance.now() - from
  stage.say(`   ${later} goes to a new Service ${milliseconds(all)} after the restoration began`)
  cluster.kubectl(['delete', 'service', 'old-1', 'old-2', 'later', '--ignore-not-found'])
  await until('all released', () => !planOf(cluster).includes('default/old'))
  const { figure, holds } = nothingLost(stage, seen)
  return { figure: `converged after ${milliseconds(took)}, ${figure}`, holds: holds && isUnique }
}

function planOf(cluster: Cluster): string {
  const path = 'jsonpath={.spec.announcements}'
  return cluster.kubectl(['get', 'announcementplan', 'default', '-o', path])
}

async function undefinedForAWhile(stage: Stage): Promise<Verdict> {
  const { cluster } = stage
  const before = planOf(cluster)
  const seen = await watch(stage, 1_000, async () => {
    cluster.kubectl(['delete', 'crd', 'announcementplans.bellwether.dev'])
    await sleep(5_000)
    cluster.kubectl(['apply', '--server-side', '-f', join(root, 'config/crd')])
    await until('the plan is back', () => planOf(cluster) !== '')
  })
  await allAnswered(stage)
  const { figure, holds } = nothingLost(stage, seen)
  const [was, is] = [addressesIn(before), addressesIn(planOf(cluster))]
  if (was !== is) stage.say(`   before: ${was}\n   after:  ${is}`)
  const isSame = was === is
  return { figure, holds: holds && isSame && seen.moved.length === 0 }
}

/** `since` begins anew where there is nothing that tells of it. */
function addressesIn(announcements: string): string {
  const list = JSON.parse(announcements) as { address: string; services: string[] }[]
  return list.map(({ address, services }) => `${address} ${services.join()}`).join()
}
