import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
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
import type { ClusterSnapshot, SnapshotKind } from '../state/snapshot.ts'
import { SNAPSHOT_KINDS, snapshotOf } from '../state/snapshot.ts'

const RESOURCES: Readonly<Record<SnapshotKind, Resource>> = {
  Service: SERVICES,
  Node: NODES,
  EndpointSlice: ENDPOINT_SLICES,
  Namespace: NAMESPACES,
  AddressPool: ADDRESS_POOLS,
  AnnouncementPlan: ANNOUNCEMENT_PLANS,
}

/**
 * All that decisions read, listed once. The plans come first, alone: a Service that a plan names was there when the plan
 * was read, so if the later list has it not, it is gone. The other way round, a Service that is new would look like one
 * that is gone, and lose the address that another reconciler has just given to it. Never rejects for what a server can
 * do: a kind that it does not list is not known, and among `failures`.
 */
export async function readCluster(client: Pick<ApiClient, 'list'>): Promise<ClusterSnapshot> {
  const objects = new Map<SnapshotKind, readonly KubernetesObject[]>()
  const failed = new Map<SnapshotKind, ApiFailure>()
  const read = async (kind: SnapshotKind) => {
    const answer = await client.list(RESOURCES[kind])
    if (isFailure(answer)) failed.set(kind, answer)
    else objects.set(kind, answer.items)
  }
  await read('AnnouncementPlan')
  await Promise.all(SNAPSHOT_KINDS.filter((kind) => kind !== 'AnnouncementPlan').map(read))
  // In the order of the kinds, whoever answered first.
  const failures = new Map(
    SNAPSHOT_KINDS.flatMap((kind): [SnapshotKind, ApiFailure][] => {
      const failure = failed.get(kind)
      return failure === undefined ? [] : [[kind, failure]]
    }),
  )
  return { ...snapshotOf(objects), failures }
}

/** The Leases of the namespace that the speakers keep theirs in. */
export async function readLeases(
  client: Pick<ApiClient, 'list'>,
  namespace: string,
): Promise<readonly KubernetesObject[] | ApiFailure> {
  const list = await client.list(LEASES, { namespace })
  return isFailure(list) ? list : list.items
}
