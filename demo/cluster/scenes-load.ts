import { readFileSync, readdirSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError } from './api.ts'
import { until, type Cluster } from './cluster.ts'
import { listenOn, type Heard } from './heard.ts'
import { apply } from './install.ts'
import { milliseconds, type Scene, type Stage } from './scene.ts'
import { addressPool, loadBalancerService } from './workload.ts'

/*
 * Many Services, many changes, and few.
 */

const SERVICES = '/api/v1/namespaces/load/services'

/** Outside of what the other scenes use; so large that an address is not given out twice in a scene. */
const POOL = addressPool('load', ['fd00:10::1:0-fd00:10::2:ffff'], {
  probe: { intervalMilliseconds: 100 },
})

export const LOAD_SCENES: readonly Scene[] = [
  {
    name: 'idle',
    fault: 'idle cluster: a Service is created',
    mustHold: 'status and first frame within 150 ms (median)',
    async play(stage) {
      const { create, heard, close } = await prepared(stage)
      const samples: { status: number; frame: number }[] = []
      for (let round = 0; round < (stage.isQuick ? 10 : 30); round++) {
        const name = `idle-${round}`
        const at = await create(name)
        const address = await addressOf(stage.cluster, name)
        const status = Date.now() - at
        await until('its announcement', () => heard.first.has(address))
        samples.push({ status, frame: heard.first.get(address)! - at })
        await sleep(300)
      }
      await close()
      const status = quantile(
        samples.map((one) => one.status),
        0.5,
      )
      const frame = quantile(
        samples.map((one) => one.frame),
        0.5,
      )
      return {
        figure: `status after ${milliseconds(status)}, first frame after ${milliseconds(frame)}`,
        holds: Math.max(status, frame) <= 150,
      }
    },
  },
  {
    name: 'many-services',
    fault: '1,000 Services at once',
    mustHold: 'all answered; create to first announcement p99 <= 2 s',
    async play(stage) {
      const count = stage.isQuick ? 200 : 1_000
      const { create, heard, close } = await prepared(stage)
      const created = new Map<string, number>()
      const names = Array.from({ length: count }, (_, index) => `many-${index}`)
      const from = performance.now()
      await eachOf(names, 24, async (name) => void created.set(name, await create(name)))
      const creating = performance.now() - from
      const addresses = await addressesOfAll(stage.cluster, names)
      await until('every announcement', () =>
        [...addresses.values()].every((a) => heard.first.has(a)),
      )
      const delays = names.map(
        (name) => heard.first.get(addresses.get(name)!)! - created.get(name)!,
      )
      await close()
      const p99 = quantile(delays, 0.99)
      stage.say(`   ${count} Services created in ${milliseconds(creating)}`)
      return {
        figure: `p50 ${milliseconds(quantile(delays, 0.5))}, p99 ${milliseconds(p99)}`,
        holds: p99 <= 2_000,
      }
    },
  },
  {
    name: 'changes',
    fault: '100 changes a second for five minutes',
    mustHold: 'create to first announcement p99 <= 2 s; memory flat',
    async play(stage) {
      const seconds = stage.isQuick ? 20 : 300
      const { create, remove, heard, close } = await prepared(stage)
      const created = new Map<string, number>()
      const { cluster } = stage
      const addresses = new Map<string, string>()
      const stop = followAddresses(cluster, addresses)
      const memory: { reconciler: number; speaker: number }[] = []
      const pending: Promise<unknown>[] = []
      const start = performance.now()
      for (let change = 0; change < seconds * 100; change += 2) {
        const due = start + change * 10
        const wait = due - performance.now()
        if (wait > 0) await sleep(wait)
        const name = `change-${change}`
        pending.push(create(name).then((at) => created.set(name, at)))
        if (change >= 200) pending.push(remove(`change-${change - 200}`))
        if (change % 1_000 === 0) memory.push(memoryOf())
      }
      const took = performance.now() - start
      await Promise.all(pending)
      await sleep(3_000)
      stop()
      memory.push(memoryOf())
      const delays = delaysOf(created, addresses, heard)
      await close()
      const [first, last] = [memory[Math.min(1, memory.length - 1)]!, memory.at(-1)!]
      const p99 = quantile(delays, 0.99)
      const rate = (seconds * 100_000) / took
      stage.say(`   ${rate.toFixed(0)} changes a second; ${delays.length} of ${created.size} seen`)
      const grown = ['reconciler', 'speaker'].map(
        (name) => `${name} ${inMegabytes(first, name)} -> ${inMegabytes(last, name)} MB`,
      )
      return {
        figure: `p50 ${milliseconds(quantile(delays, 0.5))}, p99 ${milliseconds(p99)}; ${grown.join(', ')}`,
        holds:
          p99 <= 2_000 &&
          last.reconciler < first.reconciler + 64e6 &&
          last.speaker < first.speaker + 32e6,
      }
    },
  },
]

type Memory = { readonly reconciler: number; readonly speaker: number }

function inMegabytes(memory: Memory, name: string): string {
  return (memory[name as keyof Memory] / 1e6).toFixed(0)
}

interface Prepared {
  /** Resolves with the time at which it was asked for, since 1970. */
  readonly create: (name: string) => Promise<number>
  readonly remove: (name: string) => Promise<void>
  readonly heard: Heard
  readonly close: () => Promise<void>
}

async function prepared({ cluster }: Stage): Promise<Prepared> {
  const { api } = cluster
  cluster.kubectl(['create', 'namespace', 'load'])
  apply(cluster, [POOL])
  await sleep(1_000)
  const [client] = cluster.clients
  if (client === undefined) throw new Error('there is no client')
  const heard = await listenOn(client)
  return {
    heard,
    async create(name) {
      const at = Date.now()
      await api.call('POST', SERVICES, lightService(name))
      return at
    },
    async remove(name) {
      await api.call('DELETE', `${SERVICES}/${name}`).catch((error: unknown) => {
        if (!(error instanceof ApiError) || error.status !== 404) throw error
      })
    },
    async close() {
      heard.end()
      cluster.kubectl(['delete', 'namespace', 'load', '--wait=true'])
      cluster.kubectl(['delete', 'addresspool', 'load'])
      await until('released', () => !planText(cluster).includes('fd00:10::1:'))
    },
  }
}

/** No node port and no endpoint: what is measured is us, not kube-proxy. */
function lightService(name: string): object {
  const annotations = { 'bellwether.dev/pool': 'load' }
  const options = { name, namespace: 'load', families: ['IPv6' as const], annotations }
  const service = loadBalancerService(options) as { spec: object }
  return { ...service, spec: { ...service.spec, allocateLoadBalancerNodePorts: false } }
}

function planText(cluster: Cluster): string {
  return cluster.kubectl(['get', 'announcementplan', 'default', '-o', 'jsonpath={.spec}'])
}

interface Shown {
  readonly metadata: { readonly name: string }
  readonly status: { readonly loadBalancer?: { readonly ingress?: readonly { ip: string }[] } }
}

async function addressOf({ api }: Cluster, name: string): Promise<string> {
  for (;;) {
    const { status } = await api.call<Shown>('GET', `${SERVICES}/${name}`)
    const ip = status.loadBalancer?.ingress?.[0]?.ip
    if (ip !== undefined) return ip
    await sleep(5)
  }
}

async function addressesOfAll({ api }: Cluster, names: readonly string[]) {
  const addresses = new Map<string, string>()
  await until('an address for each', async () => {
    const { items } = await api.call<{ items: Shown[] }>('GET', SERVICES)
    for (const { metadata, status } of items)
      for (const { ip } of status.loadBalancer?.ingress ?? []) addresses.set(metadata.name, ip)
    return names.every((name) => addresses.has(name))
  })
  return addresses
}

/** Notes the address of each Service of the load, once it has one. */
function followAddresses({ api }: Cluster, addresses: Map<string, string>): () => void {
  let ended = false
  const look = async () => {
    while (!ended) {
      const { items } = await api.call<{ items: Shown[] }>('GET', SERVICES)
      for (const { metadata, status } of items)
        for (const { ip } of status.loadBalancer?.ingress ?? []) addresses.set(metadata.name, ip)
      await sleep(300)
    }
  }
  void look()
  return () => (ended = true)
}

function delaysOf(
  created: ReadonlyMap<string, number>,
  addresses: ReadonlyMap<string, string>,
  heard: Heard,
): number[] {
  return [...created].flatMap(([name, at]) => {
    const first = heard.first.get(addresses.get(name) ?? '')
    return first === undefined || first < at ? [] : first - at
  })
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Infinity
}

async function eachOf<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = items.values()
  const workers = Array.from({ length: limit }, async () => {
    for (const item of queue) await work(item)
  })
  await Promise.all(workers)
}

/** Resident memory of the largest of each kind, in bytes. */
function memoryOf(): Memory {
  const largest = { reconciler: 0, speaker: 0 }
  for (const pid of readdirSync('/proc')) {
    const kind = kindOf(pid)
    if (kind !== undefined) largest[kind] = Math.max(largest[kind], residentBytes(pid))
  }
  return largest
}

function kindOf(pid: string): keyof Memory | undefined {
  if (!/^\d+$/.test(pid)) return undefined
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    const at = words.findIndex((word) => word.endsWith('bin/bellwether.js'))
    if (at < 0 || !words[0]?.endsWith('node')) return undefined
    return words[at + 1] === 'run'
      ? 'reconciler'
      : words[at + 1] === 'speaker'
        ? 'speaker'
        : undefined
  } catch {
    return undefined
  }
}

function residentBytes(pid: string): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024
}
