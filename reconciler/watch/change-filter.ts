import { createHash } from 'node:crypto'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { keyOf } from '../../kubernetes/objects/object.ts'
import type { Trim } from '../../kubernetes/watch/client.ts'

export interface ChangeFilterOptions {
  readonly trim: Trim
  /** What decisions read of a trimmed object; its resourceVersion need not be left out. Default: all of it. */
  readonly decisive?: (object: KubernetesObject) => unknown
}

/**
 * Tells whether what decisions read of a kind has changed: the heartbeats of a thousand nodes, what controllers write
 * into the objects of others, and what we have written ourselves ask for no pass.
 */
export class ChangeFilter {
  readonly #options: ChangeFilterOptions
  readonly #hashes = new Map<string, string>()
  /** Keys that came from the server, and have not been seen to go. */
  #seen = new Set<string>()
  #isNews = false
  #wasKnown = false

  constructor(options: ChangeFilterOptions) {
    this.#options = options
  }

  /** For the cache: each object before it is kept. */
  trim(object: KubernetesObject): KubernetesObject {
    const kept = this.#options.trim(object)
    const key = keyOf(object)
    const hash = this.#hash(kept)
    if (this.#hashes.get(key) !== hash) this.#isNews = true
    this.#hashes.set(key, hash)
    this.#seen.add(key)
    return kept
  }

  /** What we have written, as the server answered; the watch will tell it again. Trimmed. */
  expect(object: KubernetesObject): KubernetesObject {
    const kept = this.#options.trim(object)
    this.#hashes.set(keyOf(object), this.#hash(kept))
    return kept
  }

  /** Whether the view is news since this was asked last; undefined objects are not known. */
  isNews(objects: readonly KubernetesObject[] | undefined): boolean {
    const isKnown = objects !== undefined
    const isNews = this.#isNews || isKnown !== this.#wasKnown || this.#hasLost(objects ?? [])
    this.#isNews = false
    this.#wasKnown = isKnown
    return isNews
  }

  #hasLost(objects: readonly KubernetesObject[]): boolean {
    if (objects.length === this.#seen.size) return false
    const gone = this.#seen
    this.#seen = new Set(objects.map(keyOf))
    for (const key of gone) if (!this.#seen.has(key)) this.#hashes.delete(key)
    return true
  }

  #hash(object: KubernetesObject): string {
    const { decisive = withoutVersion } = this.#options
    return createHash('sha1')
      .update(JSON.stringify(decisive(object)))
      .digest('base64')
  }
}

function withoutVersion(object: KubernetesObject): unknown {
  const { resourceVersion, ...metadata } = object.metadata
  return { ...object, metadata }
}
