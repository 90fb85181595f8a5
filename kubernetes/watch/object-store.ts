import { equalJson } from '../objects/equal-json.ts'
import { keyOf, type KubernetesObject } from '../objects/object.ts'

/** The objects of one kind, by key. Undefined objects are not known, which is not the same as none. */
export class ObjectStore {
  #byKey: Map<string, KubernetesObject> | undefined
  #sorted: readonly KubernetesObject[] | undefined

  /** Sorted by key; another array after each change, made when somebody asks. */
  get objects(): readonly KubernetesObject[] | undefined {
    if (this.#byKey !== undefined) this.#sorted ??= sortedByKey(this.#byKey)
    return this.#sorted
  }

  get known(): boolean {
    return this.#byKey !== undefined
  }

  get(key: string): KubernetesObject | undefined {
    return this.#byKey?.get(key)
  }

  /**
   * Each of these says whether anything has changed by it. In a list, the content counts and not only the
   * resourceVersion: an etcd that was restored gives the same one out twice.
   */
  replaceAll(objects: readonly KubernetesObject[]): boolean {
    const before = this.#byKey
    const after = new Map(objects.map((object) => [keyOf(object), object]))
    const same = before?.size === after.size && objects.every((object) => hasSame(before, object))
    if (same) return false
    return this.#become(after)
  }

  put(object: KubernetesObject): boolean {
    const byKey = this.#byKey
    const key = keyOf(object)
    // One object that is told does not make the others known.
    if (byKey === undefined || isSameVersion(byKey.get(key), object)) return false
    byKey.set(key, object)
    return this.#become(byKey)
  }

  remove(object: KubernetesObject): boolean {
    if (this.#byKey?.delete(keyOf(object)) !== true) return false
    return this.#become(this.#byKey)
  }

  forget(): boolean {
    return this.#byKey !== undefined && this.#become(undefined)
  }

  #become(byKey: Map<string, KubernetesObject> | undefined): true {
    this.#byKey = byKey
    this.#sorted = undefined
    return true
  }
}

function hasSame(before: ReadonlyMap<string, KubernetesObject>, object: KubernetesObject): boolean {
  return equalJson(before.get(keyOf(object)), object)
}

function isSameVersion(known: KubernetesObject | undefined, object: KubernetesObject): boolean {
  if (known === undefined) return false
  const [{ uid, resourceVersion }, other] = [known.metadata, object.metadata]
  return uid === other.uid && resourceVersion === other.resourceVersion
}

function sortedByKey(byKey: ReadonlyMap<string, KubernetesObject>): readonly KubernetesObject[] {
  const entries = [...byKey].sort(([one], [other]) => (one < other ? -1 : 1))
  return entries.map(([, object]) => object)
}
