import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { Resource } from '../../kubernetes/objects/resources.ts'
import {
  ADDRESS_POOLS,
  ANNOUNCEMENT_PLANS,
  ENDPOINT_SLICES,
  NAMESPACES,
  NODES,
  SERVICES,
} from '../../kubernetes/objects/resources.ts'
import type { ExportedObjects } from '../state/export.ts'
import type { ExportedKind } from '../state/documents.ts'

export const RESOURCES: Readonly<Record<ExportedKind, Resource>> = {
  Service: SERVICES,
  Node: NODES,
  EndpointSlice: ENDPOINT_SLICES,
  Namespace: NAMESPACES,
  AddressPool: ADDRESS_POOLS,
  AnnouncementPlan: ANNOUNCEMENT_PLANS,
}

/** A kind that could not be listed, and why. */
export interface UnlistedKind {
  readonly kind: ExportedKind
  readonly failure: ApiFailure
}

export interface ClusterReading {
  /** Undefined where the kind is among `unlisted`. */
  readonly objects: ExportedObjects
  readonly unlisted: readonly UnlistedKind[]
}

/**
 * Lists each kind once, the plans first: a Service that a plan names and a later list has not is gone, and not
 * just new. Never rejects for what a server can do.
 */
export async function readCluster(client: Pick<ApiClient, 'list'>): Promise<ClusterReading> {
  const kinds = Object.entries(RESOURCES) as [ExportedKind, Resource][]
  const unlisted: UnlistedKind[] = []
  const objects: Partial<Record<ExportedKind, readonly KubernetesObject[]>> = {}
  const read = async ([kind, resource]: (typeof kinds)[number]) => {
    const answer = await client.list(resource)
    if (isFailure(answer)) unlisted.push({ kind, failure: answer })
    else objects[kind] = answer.items
  }
  await read(['AnnouncementPlan', ANNOUNCEMENT_PLANS])
  await Promise.all(kinds.filter(([kind]) => kind !== 'AnnouncementPlan').map(read))
  // In the order of the kinds, whoever answered first.
  const names = kinds.map(([kind]) => kind)
  unlisted.sort((a, b) => names.indexOf(a.kind) - names.indexOf(b.kind))
  return { objects: objects as ExportedObjects, unlisted }
}
