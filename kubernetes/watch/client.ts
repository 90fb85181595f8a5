import type { ApiClient, ObjectList, Patience, Selection } from '../client/api-client.ts'
import type { ApiFailure } from '../client/api-failure.ts'
import type { KubernetesObject } from '../objects/object.ts'
import type { Resource } from '../objects/resources.ts'
import type { WatchNote } from './lines.ts'

/** Makes an object smaller before it is kept; must not touch name, namespace, uid, resourceVersion. */
export type Trim = (object: KubernetesObject) => KubernetesObject

export interface WatchRequest extends Selection {
  readonly resourceVersion: string
  readonly timeoutSeconds: number
}

/** What hears of one watch. Nothing is called after `ended`, nor after `close`. */
export interface WatchSink {
  opened(): void
  note(note: WatchNote): void
  /** Undefined: closed by the server in good order. */
  ended(failure: ApiFailure | undefined): void
}

/** An API server that can also be watched. */
export interface WatchClient extends ApiClient {
  list(
    resource: Resource,
    selection?: Selection & Patience & { readonly trim?: Trim },
  ): Promise<ObjectList | ApiFailure>
  watch(resource: Resource, request: WatchRequest, sink: WatchSink): { close(): void }
}
