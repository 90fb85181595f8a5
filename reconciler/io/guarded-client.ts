import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { Resource } from '../../kubernetes/objects/resources.ts'
import type { WatchClient } from '../../kubernetes/watch/client.ts'

export interface Write {
  readonly resource: Resource
  readonly answer: KubernetesObject | ApiFailure
  /** It was created. */
  readonly isNew: boolean
}

export interface WriteGuard {
  /** Asked right before each write. */
  readonly mayWrite: () => boolean
  /** Gets the answer before whoever asked does. */
  readonly observe: (write: Write) => void
}

/** Another reconciler may write by now: what was decided is outdated. */
export const NOT_THE_WRITER: ApiFailure = {
  failure: 'unreachable',
  message: 'this reconciler is not the elected writer any more',
}

/** The same client, whose writes are guarded and observed. */
export function guardedClient(client: WatchClient, { mayWrite, observe }: WriteGuard): WatchClient {
  const write = async (
    resource: Resource,
    send: () => Promise<KubernetesObject | ApiFailure>,
    isNew = false,
  ) => {
    if (!mayWrite()) return NOT_THE_WRITER
    const answer = await send()
    observe({ resource, answer, isNew })
    return answer
  }
  return {
    namespace: client.namespace,
    list: (resource, selection) => client.list(resource, selection),
    get: (resource, place, patience) => client.get(resource, place, patience),
    watch: (resource, request, sink) => client.watch(resource, request, sink),
    create: (resource, object, patience) =>
      write(resource, () => client.create(resource, object, patience), true),
    replace: (resource, object, options) =>
      write(resource, () => client.replace(resource, object, options)),
    apply: (resource, object, options) =>
      write(resource, () => client.apply(resource, object, options)),
    mergePatch: (resource, object, options) =>
      write(resource, () => client.mergePatch(resource, object, options)),
    remove: (resource, place, patience) =>
      mayWrite() ? client.remove(resource, place, patience) : Promise.resolve(NOT_THE_WRITER),
    close: () => client.close(),
  }
}
