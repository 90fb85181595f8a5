import type { ApiFailure } from '../client/api-failure.ts'
import type { KubernetesObject } from '../objects/object.ts'

/** What is known of one kind. `objects` are sorted by key; the array is another one after each change. */
export interface CacheView {
  /**
   * Undefined: not known, because it has never been listed, or because it may not be listed (any more). What
   * is not known is not gone.
   */
  readonly objects: readonly KubernetesObject[] | undefined
  /** Why it cannot be listed or watched at present; the objects may be old then. */
  readonly failure: ApiFailure | undefined
}

/** Follows the objects of one kind, whatever happens between us and the API server. */
export interface WatchCache {
  readonly view: CacheView
  get(key: string): KubernetesObject | undefined
  /** Resolves once it is listed, or known that it may not be. */
  readonly settled: Promise<void>
  close(): void
}
