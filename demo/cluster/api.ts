import type { IncomingMessage } from 'node:http'
import { Agent, request } from 'node:https'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

/*
 * What the played kubelets and the played scheduler know of the API: on purpose not the client that is under test.
 */

export interface ApiOptions {
  readonly url: string
  readonly token: string
}

export class ApiError extends Error {
  readonly status: number
  constructor(status: number, body: string) {
    super(`HTTP ${status}: ${body.slice(0, 500)}`)
    this.status = status
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export interface KubernetesObject {
  readonly metadata: {
    readonly name: string
    readonly namespace?: string
    readonly uid: string
    readonly resourceVersion: string
    readonly labels?: Readonly<Record<string, string>>
    readonly deletionTimestamp?: string
    readonly deletionGracePeriodSeconds?: number
  }
}

export interface Api {
  /** Throws `ApiError` for any answer but 2xx. A patch is a merge patch, of the status by `/status`. */
  call<Answer = unknown>(method: Method, path: string, body?: unknown): Promise<Answer>
  /** Keeps a map by uid as the server has it, and tells of each change; for as long as this process lives. */
  follow<Item extends KubernetesObject>(
    path: string,
    changed: (items: ReadonlyMap<string, Item>) => void,
  ): void
}

const PATIENCE_MILLISECONDS = 5_000
const AGAIN_MILLISECONDS = 300
/** A watch is opened anew after this, so that one that has died in silence is noticed. */
const WATCH_SECONDS = 20

export function connectApi({ url, token }: ApiOptions): Api {
  const agent = new Agent({ keepAlive: true, rejectUnauthorized: false, maxSockets: 8 })
  const watching = new Agent({ keepAlive: false, rejectUnauthorized: false })

  const open = (method: Method, path: string, body?: unknown) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const watch = path.includes('watch=1')
      const text = body === undefined ? '' : JSON.stringify(body)
      const headers = {
        authorization: `Bearer ${token}`,
        'content-type': contentType(method),
        // Node does not send the length for a DELETE, and then the options are not read.
        'content-length': Buffer.byteLength(text),
      }
      const timeout = watch ? (WATCH_SECONDS + 5) * 1_000 : PATIENCE_MILLISECONDS
      const asked = request(
        url + path,
        { method, headers, timeout, agent: watch ? watching : agent },
        resolve,
      )
      asked.on('timeout', () => asked.destroy(new Error(`no answer: ${method} ${path}`)))
      asked.on('error', reject)
      asked.end(text)
    })

  const call = async <Answer>(method: Method, path: string, body?: unknown) => {
    const response = await open(method, path, body)
    const text = await textOf(response)
    const status = response.statusCode ?? 0
    if (status < 200 || status > 299) throw new ApiError(status, text)
    return JSON.parse(text) as Answer
  }

  const watchOnce = async <Item extends KubernetesObject>(
    path: string,
    changed: (items: ReadonlyMap<string, Item>) => void,
  ) => {
    const list = await call<ItemList<Item>>('GET', path)
    const items = new Map(list.items.map((item) => [item.metadata.uid, item]))
    changed(items)
    const from = `watch=1&resourceVersion=${list.metadata.resourceVersion}`
    const query = `${from}&timeoutSeconds=${WATCH_SECONDS}`
    const response = await open('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`)
    for await (const line of createInterface(response)) {
      const { type, object } = JSON.parse(line) as WatchEvent<Item>
      if (type === 'ERROR') return
      if (type === 'DELETED') items.delete(object.metadata.uid)
      else items.set(object.metadata.uid, object)
      changed(items)
    }
  }

  return {
    call,
    follow(path, changed) {
      void (async () => {
        for (;;) {
          await watchOnce(path, changed).catch(() => undefined)
          await sleep(AGAIN_MILLISECONDS)
        }
      })()
    },
  }
}

interface ItemList<Item> {
  readonly metadata: { readonly resourceVersion: string }
  readonly items: readonly Item[]
}

interface WatchEvent<Item> {
  readonly type: string
  readonly object: Item
}

function contentType(method: Method): string {
  return method === 'PATCH' ? 'application/strategic-merge-patch+json' : 'application/json'
}

async function textOf(response: IncomingMessage): Promise<string> {
  let text = ''
  response.setEncoding('utf8')
  for await (const part of response) text += part as string
  return text
}
