import { ask, neighbourNode } from './answers.ts'
import { ApiError } from './api.ts'
import type { Cluster, ClusterNode } from './cluster.ts'

/*
 * Who does what at the moment, as others see it.
 */

const LEASES = '/apis/coordination.k8s.io/v1/namespaces/bellwether-system/leases'

interface Lease {
  readonly spec?: { readonly holderIdentity?: string }
}

/** The node whose speaker holds the Lease of a segment; undefined if none does. */
export async function leaderNode(
  { api }: Cluster,
  segment = 'default',
): Promise<string | undefined> {
  try {
    const { spec } = await api.call<Lease>('GET', `${LEASES}/bellwether-speaker-${segment}`)
    // <node>_<pod>: names of nodes have no underscore.
    return spec?.holderIdentity?.split('_')[0] || undefined
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}

/** The node that a client sends to, for each address. */
export function ownersOf(
  cluster: Cluster,
  addresses: readonly string[],
): ReadonlyMap<string, string | undefined> {
  const [client] = cluster.clients
  if (client === undefined) throw new Error('there is no client')
  return new Map(
    addresses.map((address) => {
      ask(client, address)
      return [address, neighbourNode(cluster, client, address)]
    }),
  )
}

/** The process of the first Pod whose `namespace/name` begins so; undefined if there is none on that node. */
export function processOn(node: ClusterNode, pod: string, container: string): number | undefined {
  try {
    return node.pid(pod, container)
  } catch {
    // No Pod has ever run there.
    return undefined
  }
}
