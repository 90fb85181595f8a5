import type { ApiFailure } from '../../kubernetes/api-failure.ts'
import { isFailure } from '../../kubernetes/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/kubernetes-object.ts'
import type { Resource } from '../../kubernetes/resources.ts'
import type { WatchClient } from '../../kubernetes/watch-client.ts'

export interface WriteObserver {
  (
    resource: Resource,
    answer: KubernetesObject | ApiFailure,
    how: { readonly isNew: boolean },
  ): void
}

/** The same client; `observe` gets the answer to each write before whoever asked does. */
export function observedClient(client: WatchClient, observe: WriteObserver): WatchClient {
  const told = async (
    resource: Resource,
    asked: Promise<KubernetesObject | ApiFailure>,
    isNew = false,
  ) => {
    const answer = await asked
    observe(resource, answer, { isNew })
    return answer
  }
  return {
    namespace: client.namespace,
    list: (resource, selection) => client.list(resource, selection),
    get: (resource, place, patience) => client.get(resource, place, patience),
    watch: (resource, request, sink) => client.watch(resource, request, sink),
    create: (resource, object, patience) =>
      told(resource, client.create(resource, object, patience), true),
    replace: (resource, object, options) =>
      told(resource, client.replace(resource, object, options)),
    apply: (resource, object, options) => told(resource, client.apply(resource, object, options)),
    mergePatch: (resource, object, options) =>
      told(resource, client.mergePatch(resource, object, options)),
    async remove(resource, place, patience) {
      const answer = await client.remove(resource, place, patience)
      if (isFailure(answer)) observe(resource, answer, { isNew: false })
      return answer
    },
    close: () => client.close(),
  }
}
