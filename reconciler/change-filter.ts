import { createHash } from 'node:crypto'
import type { KubernetesObject } from '../kubernetes/kubernetes-object.ts'
import { keyOf } from '../kubernetes/kubernetes-object.ts'
import { exportedObject } from './exported-state.ts'
import type { ExportedKind } from './state-documents.ts'

/**
 * Keeps of each object what decisions read, and tells whether that has changed: the heartbeats of a thousand
 * nodes, and what controllers write into the objects of others, ask for no pass.
 */
export class ChangeFilter {
  readonly #kind: ExportedKind
  readonly #hashes = new Map<string, string>()
  #isNews = false
  #count: number | undefined

  constructor(kind: ExportedKind) {
    this.#kind = kind
  }

  /** For the cache: each object before it is kept. */
  trim(object: KubernetesObject): KubernetesObject {
    const kept = exportedObject(this.#kind, object)
    const hash = createHash('sha1').update(JSON.stringify(kept)).digest('base64')
    const key = keyOf(object)
    if (this.#hashes.get(key) !== hash) this.#isNews = true
    this.#hashes.set(key, hash)
    const { name, resourceVersion } = object.metadata
    const metadata = {
      ...(kept['metadata'] as object),
      name,
      ...(resourceVersion === undefined ? {} : { resourceVersion }),
    }
    return { ...kept, metadata }
  }

  /** Whether the view is news; undefined objects are not known. Asking forgets. */
  isNews(objects: readonly KubernetesObject[] | undefined): boolean {
    const isNews = this.#isNews || objects?.length !== this.#count
    this.#isNews = false
    this.#count = objects?.length
    if (objects !== undefined && this.#hashes.size > objects.length * 2) this.#forget(objects)
    return isNews
  }

  /** Of objects that are gone. */
  #forget(objects: readonly KubernetesObject[]): void {
    const keys = new Set(objects.map(keyOf))
    for (const key of this.#hashes.keys()) if (!keys.has(key)) this.#hashes.delete(key)
  }
}
