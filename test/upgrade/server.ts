import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { programPath, type ControlPlane } from '../../demo/control-plane.ts'
import type { Namespace } from '../../demo/lan.ts'

/** The API server of another network namespace, as this process reaches it. */
export interface Server {
  get<Answer>(path: string): Promise<Answer>
  post(path: string, body: object): Promise<void>
  /** Tells each object of a list as it is now and whenever it is written or deleted, until `close`. */
  follow(path: string, told: Told): void
  close(): void
}

export type Told = (object: unknown, isDeleted: boolean) => void

const AGAIN_MILLISECONDS = 100

/** By `kubectl proxy` with a Unix socket, which network namespaces do not part. */
export async function reachServer(
  where: Namespace,
  { kubeconfig, folder }: ControlPlane,
): Promise<Server> {
  const socketPath = join(folder, 'api.sock')
  const options = [`--kubeconfig=${kubeconfig}`, `--unix-socket=${socketPath}`]
  const child = where.spawn([programPath('kubectl'), 'proxy', ...options])
  if (child.stdout === null) throw new Error('no pipe')
  await Promise.race([
    once(child.stdout, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error('kubectl proxy has ended'))),
  ])
  let closed = false

  const open = async (method: string, path: string, body?: object): Promise<IncomingMessage> => {
    const headers = { 'content-type': 'application/json' }
    const asked = request({ socketPath, method, path, headers })
    asked.end(body === undefined ? undefined : JSON.stringify(body))
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    if ((response.statusCode ?? 0) < 300) return response
    throw new Error(`${method} ${path}: ${await text(response)}`)
  }
  const get = async <Answer>(path: string) =>
    JSON.parse(await text(await open('GET', path))) as Answer

  const followOnce = async (path: string, told: Told) => {
    const { metadata, items } = await get<ItemList>(path)
    for (const item of items) told(item, false)
    const from = `${path}?watch=1&resourceVersion=${metadata.resourceVersion}`
    for await (const line of createInterface(await open('GET', from))) {
      const { type, object } = JSON.parse(line) as { type: string; object: unknown }
      if (type === 'ERROR') return
      told(object, type === 'DELETED')
    }
  }

  return {
    get,
    post: async (path, body) => void (await text(await open('POST', path, body))),
    follow: (path, told) =>
      void (async () => {
        while (!closed) {
          await followOnce(path, told).catch(() => undefined)
          await sleep(AGAIN_MILLISECONDS, undefined, { ref: false })
        }
      })(),
    close() {
      closed = true
      child.kill('SIGKILL')
    },
  }
}

interface ItemList {
  readonly metadata: { readonly resourceVersion: string }
  readonly items: readonly unknown[]
}
