import { join } from 'node:path'
import { root } from '../../test/support/root.ts'
import { until, type Cluster } from './cluster.ts'
import { POOL } from './layout.ts'
import { addressPool } from './workload.ts'

const DEFAULT_OVERLAY = join(root, 'config/default')

/** As a user does it: `kubectl apply -k`, then a pool. Resolves when the Pods are ready. */
export async function install(cluster: Cluster, overlay = DEFAULT_OVERLAY): Promise<void> {
  cluster.kubectl(['apply', '--server-side', '-k', overlay])
  await crdsEstablished(cluster)
  apply(cluster, [addressPool('lan', POOL)])
  await until('Pods of Bellwether ready', () => podsReady(cluster))
}

async function podsReady({ api }: Cluster): Promise<boolean> {
  const { items } = await api.call<{ items: DeploymentState[] }>('GET', '/apis/apps/v1/deployments')
  const ours = items.filter(({ metadata }) => metadata.namespace.startsWith('bellwether-'))
  return ours.length > 0 && ours.every(isRolledOut)
}

interface DeploymentState {
  readonly metadata: { readonly namespace: string; readonly generation: number }
  readonly spec: { readonly replicas?: number }
  readonly status?: {
    readonly observedGeneration?: number
    readonly replicas?: number
    readonly readyReplicas?: number
    readonly updatedReplicas?: number
  }
}

function isRolledOut({ metadata, spec, status = {} }: DeploymentState): boolean {
  const { replicas = 1 } = spec
  return (
    status.observedGeneration === metadata.generation &&
    [status.replicas, status.readyReplicas, status.updatedReplicas].every((n) => n === replicas)
  )
}

/** Resolves when what was applied to our Deployments is done. */
export function rolledOut(cluster: Cluster): Promise<void> {
  return until('Bellwether rolled out', () => podsReady(cluster))
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
