import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AnnouncementPlan } from '../../reconciler/api.ts'
import { root } from '../../test/support/root.ts'
import { PROGRAM } from '../commands.ts'
import { until, type Cluster } from './cluster.ts'
import { POOL } from './layout.ts'
import { startLogged } from './node-programs.ts'
import { leaderNode } from './roles.ts'
import { addressPool } from './workload.ts'

const DEFAULT_OVERLAY = join(root, 'config/default')
const POOL_OBJECT = addressPool('lan', POOL)
const NAMESPACE = 'bellwether-system'

/** Why the manifests cannot be installed; undefined if they can. */
export function manifestsRefusal(): string | undefined {
  if (!existsSync(join(DEFAULT_OVERLAY, 'kustomization.yaml'))) return 'there is no config/default'
  const help = spawnSync(process.execPath, [PROGRAM, 'run', '--help'], { encoding: 'utf8' })
  return help.stdout.includes('Usage: bellwether run')
    ? undefined
    : 'there is no command "bellwether run" yet'
}

/** Bellwether in a cluster, however it came there. */
export interface Installation {
  readonly how: string
  /** The node whose speaker leads. */
  leader(): Promise<string | undefined>
  /** Replaces the pool, by default one with all addresses. */
  pool(pool: object): void
  /** Called after objects have changed; for those who do not watch. */
  plan(): Promise<void>
}

/** By its manifests where they are, else by a plan file and one speaker. */
export function install(cluster: Cluster): Promise<Installation> {
  return manifestsRefusal() === undefined ? installManifests(cluster) : installByFile(cluster)
}

/** As a user does it: `kubectl apply -k`, then a pool. Resolves when the Pods are ready. */
export async function installManifests(
  cluster: Cluster,
  overlay = DEFAULT_OVERLAY,
): Promise<Installation> {
  cluster.kubectl(['apply', '--server-side', '-k', overlay])
  await crdsEstablished(cluster)
  apply(cluster, [POOL_OBJECT])
  await until('Pods of Bellwether ready', () => podsReady(cluster))
  return {
    how: 'kubectl apply -k config/default',
    leader: () => leaderNode(cluster),
    pool: (pool) => apply(cluster, [pool]),
    plan: () => Promise.resolve(),
  }
}

async function podsReady({ api }: Cluster): Promise<boolean> {
  const path = `/apis/apps/v1/namespaces/${NAMESPACE}/deployments`
  const { items } = await api.call<{ items: DeploymentState[] }>('GET', path)
  return (
    items.length > 0 &&
    items.every(({ spec, status }) => (status?.readyReplicas ?? 0) === (spec.replicas ?? 1))
  )
}

interface DeploymentState {
  readonly spec: { readonly replicas?: number }
  readonly status?: { readonly readyReplicas?: number }
}

export function apply(cluster: Cluster, objects: readonly object[]): void {
  const list = { apiVersion: 'v1', kind: 'List', items: objects }
  cluster.kubectl(['apply', '-f', '-'], JSON.stringify(list))
}

/** kubectl does not know a kind before the API server serves it. */
async function crdsEstablished(cluster: Cluster): Promise<void> {
  await until('CRDs', () => {
    cluster.kubectl(['get', 'addresspools.bellwether.dev'])
    return true
  })
}

/** One speaker with a plan file, on a node; this process plays the reconciler, by the commands a user has. */
export async function installByFile(cluster: Cluster, node = 'node-3'): Promise<Installation> {
  cluster.kubectl(['apply', '-f', join(root, 'config/crd')])
  await crdsEstablished(cluster)
  const folder = join(cluster.folder, 'files')
  const pools = join(folder, 'pools')
  mkdirSync(pools, { recursive: true })
  const setPool = (pool: object) => {
    apply(cluster, [pool])
    writeFileSync(join(pools, 'lan.yaml'), JSON.stringify(pool))
  }
  setPool(POOL_OBJECT)
  const file = join(folder, 'plan.json')
  let speaking = false
  return {
    how: `a plan file, and one speaker on ${node}`,
    leader: () => Promise.resolve(node),
    pool: setPool,
    async plan() {
      const planned = planNow(cluster, { folder, pools, file })
      if (!speaking) startSpeaker(cluster, node, file)
      speaking = true
      for (const [service, addresses] of planned) await publish(cluster, service, addresses)
    },
  }
}

interface Files {
  readonly folder: string
  readonly pools: string
  readonly file: string
}

function planNow(cluster: Cluster, { folder, pools, file }: Files): Map<string, string[]> {
  const state = join(folder, 'state.json')
  const kinds = 'services,nodes,endpointslices,namespaces'
  writeFileSync(state, cluster.kubectl(['get', kinds, '-A', '-o', 'json']))
  const previous = existsSync(file) ? ['--previous', file] : []
  const words = ['plan', '--pools', pools, '--state', state, ...previous, '-o', 'json']
  const text = execFileSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })
  writeFileSync(`${file}.new`, text)
  renameSync(`${file}.new`, file)
  const addresses = new Map<string, string[]>()
  const document = JSON.parse(text) as AnnouncementPlan | { readonly items: AnnouncementPlan[] }
  const plans = 'items' in document ? document.items : [document]
  for (const { address, services } of plans.flatMap(({ spec }) => spec.announcements))
    for (const service of services)
      addresses.set(service, [...(addresses.get(service) ?? []), address])
  return addresses
}

async function publish({ api }: Cluster, service: string, addresses: readonly string[]) {
  const [namespace, name] = service.split('/')
  const ingress = addresses.map((ip) => ({ ip, ipMode: 'VIP' }))
  const path = `/api/v1/namespaces/${namespace}/services/${name}/status`
  await api.call('PATCH', path, { status: { loadBalancer: { ingress } } })
}

function startSpeaker(cluster: Cluster, node: string, file: string): void {
  const argv = [process.execPath, PROGRAM, 'speaker', '--plan', file, '--interface', 'eth0']
  startLogged(cluster.node(node).host, cluster.folder, `speaker-${node}`, argv)
}
