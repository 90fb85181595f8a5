import type { IncomingMessage } from 'node:http'
import type { ApplyOptions, ObjectList, Patience, Selection } from '../client/api-client.ts'
import { isFailure, type ApiFailure } from '../client/api-failure.ts'
import type { KubernetesObject } from '../objects/object.ts'
import { apiVersionOf, pathOf, type Place, type Resource } from '../objects/resources.ts'
import { failureOf } from '../client/status-failure.ts'
import type { Trim, WatchClient, WatchRequest, WatchSink } from '../watch/client.ts'
import { openWatch } from './open-watch.ts'
import type { Transport, Wanted } from './transport.ts'

type Answer<T> = Promise<T | ApiFailure>
type Query = Readonly<Record<string, string | undefined>>

const PATIENCE_MILLISECONDS = 30_000
const PAGE_SIZE = 500
/** A list that is too old for its next page begins again, so often. */
const MOST_RESTARTS = 3

interface Page {
  readonly metadata: { readonly resourceVersion: string; readonly continue?: string }
  readonly items: readonly KubernetesObject[] | null
}

const NO_LIST = { failure: 'serverError', message: 'the answer is no list', status: 200 } as const

/** The API server over HTTP/1.1. */
export class HttpApiClient implements WatchClient {
  readonly namespace: string
  readonly #transport: Transport

  constructor(transport: Transport, namespace: string) {
    this.#transport = transport
    this.namespace = namespace
  }

  async list(
    resource: Resource,
    options: Selection & Patience & { readonly trim?: Trim } = {},
  ): Answer<ObjectList> {
    let last: ObjectList | ApiFailure | undefined
    for (let restarts = 0; restarts <= MOST_RESTARTS; restarts++) {
      last = await this.#pages(resource, options)
      if (!isFailure(last) || last.failure !== 'gone') return last
    }
    return last as ApiFailure
  }

  get(resource: Resource, place: Place, patience: Patience = {}): Answer<KubernetesObject> {
    return this.#json({ method: 'GET', path: pathOf(resource, place) }, patience)
  }

  create(
    resource: Resource,
    object: KubernetesObject,
    patience: Patience = {},
  ): Answer<KubernetesObject> {
    const { namespace } = object.metadata
    const path = pathOf(resource, namespace === undefined ? {} : { namespace })
    return this.#json({ method: 'POST', path, body: JSON.stringify(object) }, patience)
  }

  replace(
    resource: Resource,
    object: KubernetesObject,
    options: Patience & { readonly subresource?: 'status' } = {},
  ): Answer<KubernetesObject> {
    const path = pathOf(resource, placeOf(object, options.subresource))
    return this.#json({ method: 'PUT', path, body: JSON.stringify(object) }, options)
  }

  apply(
    resource: Resource,
    object: KubernetesObject,
    options: ApplyOptions,
  ): Answer<KubernetesObject> {
    const { fieldManager, force, subresource } = options
    const query = queryOf({ fieldManager, force: String(force) })
    const path = pathOf(resource, placeOf(object, subresource)) + query
    const contentType = 'application/apply-patch+yaml'
    return this.#json({ method: 'PATCH', path, contentType, body: JSON.stringify(object) }, options)
  }

  mergePatch(
    resource: Resource,
    object: KubernetesObject,
    options: Patience & { readonly subresource?: 'status' } = {},
  ): Answer<KubernetesObject> {
    const path = pathOf(resource, placeOf(object, options.subresource))
    const contentType = 'application/merge-patch+json'
    return this.#json({ method: 'PATCH', path, contentType, body: JSON.stringify(object) }, options)
  }

  remove(resource: Resource, place: Place, patience: Patience = {}): Answer<object> {
    return this.#json({ method: 'DELETE', path: pathOf(resource, place) }, patience)
  }

  watch(resource: Resource, request: WatchRequest, sink: WatchSink): { close(): void } {
    const { namespace, labelSelector, fieldSelector, resourceVersion, timeoutSeconds } = request
    const query = queryOf({
      watch: '1',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(timeoutSeconds),
      resourceVersion,
      labelSelector,
      fieldSelector,
    })
    const path = pathOf(resource, namespace === undefined ? {} : { namespace }) + query
    return openWatch(this.#transport, path, sink)
  }

  close(): void {
    this.#transport.close()
  }

  async #pages(
    resource: Resource,
    options: Selection & Patience & { readonly trim?: Trim },
  ): Answer<ObjectList> {
    const { namespace, labelSelector, fieldSelector, trim = same } = options
    const path = pathOf(resource, namespace === undefined ? {} : { namespace })
    const named = { apiVersion: apiVersionOf(resource), kind: resource.kind }
    const items: KubernetesObject[] = []
    for (let next: string | undefined; ;) {
      const limit = String(PAGE_SIZE)
      const query = queryOf({ limit, continue: next, labelSelector, fieldSelector })
      const page = await this.#json<Page>({ method: 'GET', path: path + query }, options)
      if ('failure' in page) return page
      if (!isList(page)) return NO_LIST
      // In a list, the API server leaves out what all have in common.
      for (const item of page.items ?? []) items.push(trim({ ...named, ...item }))
      next = page.metadata.continue || undefined
      if (next === undefined) return { resourceVersion: page.metadata.resourceVersion, items }
    }
  }

  async #json<T extends object>(wanted: Wanted, patience: Patience): Answer<T> {
    const { timeoutMilliseconds = PATIENCE_MILLISECONDS } = patience
    const late = new AbortController()
    const timer = setTimeout(
      () => late.abort(new Error(`it took longer than ${timeoutMilliseconds} ms`)),
      timeoutMilliseconds,
    )
    const { signal } = late
    try {
      const response = await this.#transport.open(wanted, signal)
      if ('failure' in response) return response
      return answerOf<T>(response, await textOf(response))
    } catch (error) {
      return this.#transport.unreachable(error, signal)
    } finally {
      clearTimeout(timer)
    }
  }
}

/** An answer that is none must not look like a list of nothing. */
function isList({ metadata, items }: Partial<Page>): boolean {
  if (typeof metadata?.resourceVersion !== 'string') return false
  if (items === null) return true
  return (
    Array.isArray(items) &&
    items.every((item: KubernetesObject | null) => typeof item?.metadata?.name === 'string')
  )
}

function same(object: KubernetesObject): KubernetesObject {
  return object
}

function placeOf({ metadata }: KubernetesObject, subresource: 'status' | undefined): Place {
  const { namespace, name } = metadata
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(subresource === undefined ? {} : { subresource }),
  }
}

function queryOf(query: Query): string {
  const given = Object.entries(query).filter((entry) => entry[1] !== undefined && entry[1] !== '')
  const text = new URLSearchParams(given as [string, string][]).toString()
  return text === '' ? '' : `?${text}`
}

/** Rejects if it is cut off. */
export async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

function answerOf<T extends object>(response: IncomingMessage, body: string): T | ApiFailure {
  const status = response.statusCode ?? 0
  if (status < 200 || status > 299)
    return failureOf({ status, body, retryAfter: response.headers['retry-after'] })
  try {
    const value: unknown = JSON.parse(body)
    if (typeof value === 'object' && value !== null) return value as T
  } catch {
    // Told below.
  }
  return { failure: 'serverError', message: 'the answer is no JSON object', status }
}
