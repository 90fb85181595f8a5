import { setTimeout as sleep } from 'node:timers/promises'
import type { Host } from '../lan.ts'
import { ApiError, type KubernetesObject } from './api.ts'
import { until, type Cluster } from './cluster.ts'
import { listenOn, type Heard } from './heard.ts'
import { apply } from './install.ts'
import { addressPool, loadBalancerService } from './workload.ts'

/*
 * Services by the hundred, each with an address of its own that nobody had before: an announcement of it can only be
 * the one that is waited for.
 */

const SERVICES = '/api/v1/namespaces/load/services'
const POOL = addressPool('load', ['fd00:10::1:0-fd00:10::2:ffff'])

export interface Created {
  readonly name: string
  readonly address: string
  /** When it was asked for, and when the API server had done it; in milliseconds since 1970. */
  readonly askedAt: number
  readonly createdAt: number
}

export interface Load {
  readonly client: Host
  readonly heard: Heard
  create(): Promise<Created>
  remove(name: string): Promise<void>
  /** When the status of a Service was seen to have its address. */
  published(name: string): number | undefined
  /** Takes everything away again. */
  end(): Promise<void>
}

interface Shown extends KubernetesObject {
  readonly status?: { readonly loadBalancer?: { readonly ingress?: readonly { ip: string }[] } }
}

/** Each scene takes other addresses: the announcements of one may still be under way in the next. */
let taken = 0

export async function prepareLoad(cluster: Cluster): Promise<Load> {
  const { api } = cluster
  cluster.kubectl(['create', 'namespace', 'load'])
  apply(cluster, [POOL])
  const [client] = cluster.clients
  if (client === undefined) throw new Error('there is no client')
  const heard = await listenOn(client)
  const published = new Map<string, number>()
  api.follow<Shown>(SERVICES, (items) => {
    const now = Date.now()
    for (const { metadata, status } of items.values())
      if (!published.has(metadata.name) && status?.loadBalancer?.ingress?.[0])
        published.set(metadata.name, now)
  })
  await sleep(1_000)
  return {
    client,
    heard,
    async create() {
      const address = `fd00:10::${(0x10000 + ++taken).toString(16).replace(/(....)$/, ':$1')}`
      const short = address.replace(/:0{1,3}(?=[^:])/g, ':')
      const name = `load-${taken}`
      const askedAt = Date.now()
      await api.call('POST', SERVICES, lightService(name, short))
      return { name, address: short, askedAt, createdAt: Date.now() }
    },
    async remove(name) {
      await api.call('DELETE', `${SERVICES}/${name}`).catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.status !== 404) throw error
      })
    },
    published: (name) => published.get(name),
    async end() {
      heard.end()
      cluster.kubectl(['delete', 'namespace', 'load', '--wait=true'])
      cluster.kubectl(['delete', 'addresspool', 'load'])
      await until('all released', () => !planText(cluster).includes('fd00:10::1:'))
    },
  }
}

/** No node port and no selector: what is measured is us, neither kube-proxy nor the controllers of endpoints. */
function lightService(name: string, address: string): object {
  const annotations = { 'bellwether.dev/addresses': address }
  const options = { name, namespace: 'load', families: ['IPv6' as const], annotations }
  const service = loadBalancerService(options) as { spec: { selector?: object } }
  const { selector: _, ...spec } = service.spec
  return { ...service, spec: { ...spec, allocateLoadBalancerNodePorts: false } }
}

function planText(cluster: Cluster): string {
  return cluster.kubectl(['get', 'announcementplan', 'default', '-o', 'jsonpath={.spec}'])
}

/** How many of the addresses a client can resolve; each is asked for in up to three rounds. */
export function resolvable(client: Host, addresses: readonly string[]): number {
  let missing = addresses
  for (let round = 0; round < 3 && missing.length > 0; round++) {
    const text = client.exec(['sh', '-c', RESOLVE, 'resolve', ...missing])
    const known = new Set([...text.matchAll(/^(\S+) .*lladdr/gm)].map(([, address]) => address))
    missing = missing.filter((address) => !known.has(address))
  }
  return addresses.length - missing.length
}

/** Neighbours of earlier questions go first: a kernel keeps no more than 1,024. */
const RESOLVE = `
ip -6 neigh flush dev eth0
for address; do ping -6 -c 1 -W 1 "$address" >/dev/null 2>&1 & done
wait
ip -6 neigh show dev eth0
`
