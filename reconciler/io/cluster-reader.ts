import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { Resource } from '../../kubernetes/objects/resources.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  ENDPOINT_SLICES,
  LEASES,
  NAMESPACES,
  NODES,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { ClusterSnapshot, Known, SnapshotKind } from '../publish/snapshot.ts'

/** What is read for a pass, and for `plan` from a cluster. Leases are read by whoever looks for live speakers. */
export const SNAPSHOT_RESOURCES = {
  services: SERVICES,
  nodes: NODES,
  endpointSlices: ENDPOINT_SLICES,
  namespaces: NAMESPACES,
  pools: ADDRESS_POOLS,
  plans: ANNOUNCEMENT_PLANS,
} as const satisfies Readonly<Record<string, Resource>>

/**
 * All that decisions read, listed once. The plans come first, alone: a Service that a plan names was there when the plan was
 * read, so if the later list has it not, it is gone. The other way round, a Service that is new would look like one that is
 * gone, and lose the address that another reconciler has just given to it. A kind that may not be listed, or that the server does not serve, is not
 * known. Where the server cannot be reached at all, that is the answer.
 */
export async function readCluster(
  client: Pick<ApiClient, 'list'>,
  liveSegments: ReadonlySet<string> = new Set(),
): Promise<ClusterSnapshot | ApiFailure> {
  const failures = new Map<SnapshotKind, ApiFailure>()
  const read = async (resource: Resource): Promise<Known> => {
    const list = await client.list(resource)
    if (!isFailure(list)) return list.items
    failures.set(resource.kind as SnapshotKind, list)
    return undefined
  }
  const plans = await read(ANNOUNCEMENT_PLANS)
  const [services, nodes, endpointSlices, namespaces, pools] = await Promise.all(
    [SERVICES, NODES, ENDPOINT_SLICES, NAMESPACES, ADDRESS_POOLS].map(read),
  )
  const unread = [...failures.values()].find(({ failure }) => !isTelling(failure))
  if (unread !== undefined) return unread
  return { services, nodes, endpointSlices, namespaces, pools, plans, failures, liveSegments }
}

/** True if asking again would tell the same. */
function isTelling(failure: ApiFailure['failure']): boolean {
  return failure === 'forbidden' || failure === 'notFound'
}

/** The Leases of the namespace that the speakers keep theirs in. */
export async function readLeases(
  client: Pick<ApiClient, 'list'>,
  namespace: string,
): Promise<readonly KubernetesObject[] | ApiFailure> {
  const list = await client.list(LEASES, { namespace })
  return isFailure(list) ? list : list.items
}
