import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { keyOf } from '../../kubernetes/objects/object.ts'
import { isOlder } from '../../kubernetes/objects/resource-version.ts'

/** A watch that has not told of a write after so long tells of a deletion by its silence. */
const LONGEST_LAG_MILLISECONDS = 5000

interface Written {
  readonly object: KubernetesObject
  readonly isNew: boolean
  readonly at: number
}

/**
 * What this process has written and the watch has not told yet, for one kind: who decides from a cache that lags
 * behind his own writes writes everything twice.
 */
export class WrittenObjects {
  readonly #byKey = new Map<string, Written>()

  /** `isNew`: it was created, so a cache without it is behind, and not ahead by a deletion. */
  wrote(object: KubernetesObject, isNew: boolean, now: number): void {
    this.#byKey.set(keyOf(object), { object, isNew, at: now })
  }

  /** The objects of the cache, with those that we know newer. Sorted by key if they were. */
  over(objects: readonly KubernetesObject[], now: number): readonly KubernetesObject[] {
    if (this.#byKey.size === 0) return objects
    const known = new Map(objects.map((object) => [keyOf(object), object]))
    let isAhead = false
    for (const [key, written] of this.#byKey)
      if (this.#isBehind(known.get(key), written, now)) {
        known.set(key, written.object)
        isAhead = true
      } else this.#byKey.delete(key)
    if (!isAhead) return objects
    return [...known].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, object]) => object)
  }

  #isBehind(cached: KubernetesObject | undefined, { object, isNew, at }: Written, now: number) {
    if (now - at > LONGEST_LAG_MILLISECONDS) return false
    if (cached === undefined) return isNew
    const { resourceVersion: before = '' } = cached.metadata
    return isOlder(before, object.metadata.resourceVersion ?? '')
  }
}
