import { isFailure } from '../../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import type { WatchClient } from '../../../kubernetes/watch/client.ts'

/** A right that was missing, as `list services` or `patch services/status`. */
export type MissingRight = string

export interface ClientNotes {
  /** The API server has said so. */
  readonly missing: (right: MissingRight) => void
  /** A watch is open. */
  readonly opened: () => void
}

/** The same client, which tells what its user meets. */
export function notingClient(client: WatchClient, { missing, opened }: ClientNotes): WatchClient {
  const note = (failure: ApiFailure) => {
    if (failure.failure !== 'forbidden') return
    const [, verb, resource] = /cannot (\w+) resource "([^"]+)"/.exec(failure.message) ?? []
    missing(verb === undefined ? failure.message : `${verb} ${resource}`)
  }
  const noted = async <T extends object>(answer: Promise<T | ApiFailure>) => {
    const known = await answer
    if (isFailure(known)) note(known)
    return known
  }
  return {
    namespace: client.namespace,
    list: (...args) => noted(client.list(...args)),
    get: (...args) => noted(client.get(...args)),
    create: (...args) => noted(client.create(...args)),
    replace: (...args) => noted(client.replace(...args)),
    apply: (...args) => noted(client.apply(...args)),
    mergePatch: (...args) => noted(client.mergePatch(...args)),
    remove: (...args) => noted(client.remove(...args)),
    watch: (resource, request, sink) =>
      client.watch(resource, request, {
        opened() {
          opened()
          sink.opened()
        },
        note: (event) => sink.note(event),
        ended(failure) {
          if (failure !== undefined) note(failure)
          sink.ended(failure)
        },
      }),
    close: () => client.close(),
  }
}
