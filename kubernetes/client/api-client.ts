import type { ApiFailure } from './api-failure.ts'
import type { KubernetesObject } from '../objects/object.ts'
import type { Place, Resource } from '../objects/resources.ts'

/** Which objects of a kind. */
export interface Selection {
  readonly namespace?: string
  readonly labelSelector?: string
  readonly fieldSelector?: string
}

/** All pages of a list, as of one resourceVersion. */
export interface ObjectList {
  readonly resourceVersion: string
  readonly items: readonly KubernetesObject[]
}

/** How long one request may take. Default: 30 s; a Lease wants much less. */
export interface Patience {
  readonly timeoutMilliseconds?: number
}

export interface ApplyOptions extends Patience {
  readonly fieldManager: string
  /** Takes fields that other managers own. */
  readonly force: boolean
  readonly subresource?: 'status'
}

type Answer<T> = Promise<T | ApiFailure>

/**
 * The API server. Nothing rejects for what a server or a network can do: that is an `ApiFailure`. JSON
 * alone, over one pool of connections that are kept.
 */
export interface ApiClient {
  /** The namespace of the context: of the Pod, in a cluster. */
  readonly namespace: string
  list(resource: Resource, selection?: Selection & Patience): Answer<ObjectList>
  get(resource: Resource, place: Place, patience?: Patience): Answer<KubernetesObject>
  create(
    resource: Resource,
    object: KubernetesObject,
    patience?: Patience,
  ): Answer<KubernetesObject>
  /** PUT: with `metadata.resourceVersion` only if the object still has it, else `conflict`. */
  replace(
    resource: Resource,
    object: KubernetesObject,
    options?: Patience & { readonly subresource?: 'status' },
  ): Answer<KubernetesObject>
  /** Server-side apply. */
  apply(
    resource: Resource,
    object: KubernetesObject,
    options: ApplyOptions,
  ): Answer<KubernetesObject>
  /** RFC 7386. */
  mergePatch(
    resource: Resource,
    object: KubernetesObject,
    options?: Patience & { readonly subresource?: 'status' },
  ): Answer<KubernetesObject>
  remove(resource: Resource, place: Place, patience?: Patience): Answer<object>
  close(): void
}
