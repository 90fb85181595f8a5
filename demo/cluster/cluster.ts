import type { ChildProcess } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { commandRefusal } from '../command-refusal.ts'
import {
  controlPlaneRefusal,
  seccompPath,
  startControlPlane,
  type ControlPlane,
} from '../control-plane.ts'
import { remember } from '../endings.ts'
import {
  createLan,
  DIE_WITH_PARENT,
  lanRefusal,
  type Host,
  type Lan,
  type Namespace,
} from '../lan.ts'
import { createTraffic, trafficRefusal, type Traffic } from '../traffic.ts'
import { connectApi, type Api } from './api.ts'
import {
  API_PORT,
  BACKEND,
  backendAddresses,
  clientAddresses,
  CONTROL_PLANE,
  controlPlaneAddresses,
  nodeLayout,
  withPrefix,
  type NodeLayout,
} from './layout.ts'
import {
  kubeletFolder,
  scriptPath,
  startControllers,
  startKubelet,
  startKubeProxy,
} from './node-programs.ts'
import { addPodNetwork, addPodRoutes } from './kubelet/pod-network.ts'
import { removeAfterwards } from '../reaper.ts'
import { isReady, type SchedulableNode } from './kubelet/scheduling.ts'

export interface ClusterOptions {
  /** Default 3. */
  readonly nodes?: number
  /** Default 1. */
  readonly clients?: number
  /** True: etcd, API server and controllers run on node-1. Default: on a host of their own. */
  readonly controlPlaneOnNode?: boolean
  /** How long a node may be silent before it is NotReady. Default 40, as real clusters have it. */
  readonly nodeGraceSeconds?: number
  /** How long kube-proxies gather changes. Default 10 ms, so that nobody waits for them; real clusters have a second. */
  readonly proxySyncMilliseconds?: number
  readonly log?: (line: string) => void
}

export interface ClusterNode {
  readonly name: string
  readonly layout: NodeLayout
  readonly host: Host
  readonly pods: Namespace
  readonly kubelet: ChildProcess
  /** The one that runs now. */
  readonly kubeProxy: ChildProcess
  /** Ends it, and starts another one. Ready when it resolves. */
  restartKubeProxy(): Promise<void>
  /** The process of a container of a Pod that runs here: `namespace/pod`, by a prefix of it. */
  pid(pod: string, container: string): number | undefined
}

export interface Cluster {
  readonly lan: Lan
  readonly controlPlane: ControlPlane
  /** The host where it runs. */
  readonly controlPlaneHost: Host
  readonly controllers: ChildProcess
  /** Ends them, and starts others. They work again soon after it has resolved. */
  restartControllers(): Promise<void>
  readonly nodes: readonly ClusterNode[]
  readonly clients: readonly Host[]
  readonly traffic: Traffic
  /** From this process, whatever happens on the LAN. */
  readonly api: Api
  /** For the machine's own shell. */
  readonly kubeconfig: string
  readonly folder: string
  /** Milliseconds that each part took. */
  readonly timings: Readonly<Record<string, number>>
  kubectl(args: readonly string[], input?: string): string
  node(name: string): ClusterNode
  stop(): Promise<void>
}

/** Why there can be no cluster here, in one line; undefined if there can. */
export function clusterRefusal(): string | undefined {
  return (
    lanRefusal() ??
    controlPlaneRefusal([
      'etcd',
      'kube-apiserver',
      'kube-controller-manager',
      'kube-proxy',
      'kubectl',
    ]) ??
    seccompRefusal() ??
    trafficRefusal() ??
    commandRefusal('nft', 'nftables') ??
    commandRefusal('conntrack', 'conntrack') ??
    commandRefusal('setpriv', 'util-linux')
  )
}

function seccompRefusal(): string | undefined {
  if (existsSync(seccompPath())) return undefined
  return `needs ${seccompPath()}: "npm run control-plane" builds it`
}

/**
 * A Kubernetes cluster on one machine: a LAN of network namespaces with the real control plane on one host, the real
 * kube-proxy on each node, kubelets and a scheduler that are played, and clients.
 */
export async function createCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const timings: Record<string, number> = {}
  const timed = timer(timings, options.log ?? (() => undefined))
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-cluster-'))
  const layouts = Array.from({ length: options.nodes ?? 3 }, (_, index) => nodeLayout(index + 1))
  const forget = remember(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }))
  const { lan, pods } = await timed('network', async () => createNetwork(layouts, options))
  removeAfterwards(lan.prefix, [folder])
  try {
    const traffic = await timed('traffic program', async () => {
      mkdirSync(join(folder, 'bin'))
      return createTraffic(join(folder, 'bin'))
    })
    const controlPlaneHost = lan.host(
      options.controlPlaneOnNode === true ? 'node-1' : CONTROL_PLANE,
    )
    const controlPlane = await timed('API server', () => startApiServer(controlPlaneHost, options))
    removeAfterwards(lan.prefix, [controlPlane.folder])
    const place = { controlPlane, folder }
    const { nodeGraceSeconds = 40, proxySyncMilliseconds = 10 } = options
    const controllers = restartable(() =>
      startControllers(controlPlaneHost, place, { nodeGraceSeconds }),
    )
    const door = await openDoor(controlPlaneHost, place)
    const echo = join(folder, 'bin/traffic')
    const renewMilliseconds = (nodeGraceSeconds / 4) * 1_000
    const kubelets = layouts.map((node, index) => {
      const own = { node, pods: mustBe(pods[index]), renewMilliseconds, echo }
      return startKubelet(lan.host(node.name), place, own)
    })
    const api = connectApi({ url: door.url, token: controlPlane.token })
    await timed('nodes Ready', () => nodesReady(api, layouts.length))
    const proxies = layouts.map((node) =>
      restartable(() =>
        startKubeProxy(lan.host(node.name), place, { node, proxySyncMilliseconds }),
      ),
    )
    await timed('kube-proxies', () => proxiesReady(layouts, lan))
    const nodes = layouts.map((layout, index): ClusterNode => {
      const [host, proxy] = [lan.host(layout.name), mustBe(proxies[index])]
      return {
        name: layout.name,
        layout,
        host,
        pods: mustBe(pods[index]),
        kubelet: mustBe(kubelets[index]),
        get kubeProxy() {
          return proxy.process
        },
        async restartKubeProxy() {
          await proxy.restart()
          await until(`kube-proxy on ${layout.name}`, () => proxyAnswers(host))
        },
        pid: (pod, container) => pidOf(kubeletFolder(folder, layout.name), pod, container),
      }
    })
    await traffic.serve(lan.host(BACKEND))
    return {
      lan,
      controlPlane,
      controlPlaneHost,
      get controllers() {
        return controllers.process
      },
      restartControllers: () => controllers.restart(),
      nodes,
      clients: clientNames(options).map((name) => lan.host(name)),
      traffic,
      api,
      kubeconfig: door.kubeconfig,
      folder,
      timings,
      kubectl: (args, input) => controlPlane.kubectl(args, input),
      node: (name) => mustBe(nodes.find((one) => one.name === name)),
      async stop() {
        await controlPlane.stop()
        lan.close()
        await sleep(0)
        rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
        forget()
      },
    }
  } catch (error) {
    lan.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
    forget()
    throw error
  }
}

interface Restartable {
  readonly process: ChildProcess
  restart(): Promise<void>
}

function restartable(start: () => ChildProcess): Restartable {
  let current = start()
  return {
    get process() {
      return current
    },
    async restart() {
      const ended = once(current, 'exit')
      current.kill('SIGTERM')
      await ended
      current = start()
    },
  }
}

function timer(timings: Record<string, number>, log: (line: string) => void) {
  return async <Result>(name: string, action: () => Promise<Result>): Promise<Result> => {
    const from = performance.now()
    const result = await action()
    const took = Math.round(performance.now() - from)
    timings[name] = took
    log(`${name}: ${(took / 1_000).toFixed(1)} s`)
    return result
  }
}

function clientNames({ clients = 1 }: ClusterOptions): string[] {
  return Array.from({ length: clients }, (_, index) => `client-${index + 1}`)
}

function createNetwork(layouts: readonly NodeLayout[], options: ClusterOptions) {
  const apart = { name: CONTROL_PLANE, addresses: withPrefix(controlPlaneAddresses()) }
  const lan = createLan([
    ...layouts.map(({ name, lan }) => ({ name, addresses: withPrefix(lan) })),
    { name: BACKEND, addresses: withPrefix(backendAddresses()) },
    ...clientNames(options).map((name, index) => ({
      name,
      addresses: withPrefix(clientAddresses(index)),
    })),
    ...(options.controlPlaneOnNode === true ? [] : [apart]),
  ])
  try {
    const pods = layouts.map((node) => addPodNetwork(lan, node))
    for (const { name } of layouts) addPodRoutes(lan.host(name), layouts)
    if (options.controlPlaneOnNode !== true) addPodRoutes(lan.host(CONTROL_PLANE), layouts)
    return { lan, pods }
  } catch (error) {
    lan.close()
    throw error
  }
}

function startApiServer(
  { namespace }: Host,
  { controlPlaneOnNode }: ClusterOptions,
): Promise<ControlPlane> {
  const { ipv4 } = controlPlaneOnNode === true ? nodeLayout(1).lan : controlPlaneAddresses()
  return startControlPlane({
    address: ipv4,
    prefix: [...DIE_WITH_PARENT, 'ip', 'netns', 'exec', namespace],
    ports: { api: API_PORT, etcd: 2379, peer: 2380 },
  })
}

/** The played scheduler, which also lets the machine's own shell in. */
async function openDoor(
  host: Host,
  { controlPlane, folder }: { controlPlane: ControlPlane; folder: string },
) {
  const file = join(folder, 'control-node.json')
  const { url, token } = controlPlane
  writeFileSync(file, JSON.stringify({ url, token }), { mode: 0o600 })
  const log = openSync(join(folder, 'control-node.log'), 'a')
  const argv = [process.execPath, scriptPath('control-node'), file]
  const child = host.spawn(argv, { stdio: ['ignore', log, log, 'ipc'] })
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const open = once(child, 'message')
  child.send('door', server)
  await open
  server.close()
  child.channel?.unref()
  const outside = `https://127.0.0.1:${port}`
  return { url: outside, kubeconfig: controlPlane.kubeconfigOf('outside', token, outside) }
}

const PATIENCE_MILLISECONDS = 60_000

/** Asks until the answer is yes; an error is a no. */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = Date.now() + PATIENCE_MILLISECONDS
  const asked = async () => {
    try {
      return await holds()
    } catch {
      return false
    }
  }
  while (!(await asked())) {
    if (Date.now() > giveUp) throw new Error(`not in time: ${what}`)
    await sleep(50)
  }
}

function nodesReady(api: Api, count: number): Promise<void> {
  return until('nodes Ready', async () => {
    const { items } = await api.call<{ items: SchedulableNode[] }>('GET', '/api/v1/nodes')
    return items.filter(isReady).length === count
  })
}

/** kube-proxy has made its table when its health port says so. */
function proxiesReady(layouts: readonly NodeLayout[], lan: Lan): Promise<void> {
  return until('kube-proxies', () => layouts.every(({ name }) => proxyAnswers(lan.host(name))))
}

function proxyAnswers(host: Host): boolean {
  try {
    host.exec(['curl', '-sf', '-m', '1', 'http://127.0.0.1:10256/healthz'])
    return true
  } catch {
    return false
  }
}

function pidOf(folder: string, pod: string, container: string): number | undefined {
  const text = readFileSync(join(folder, 'pids.json'), 'utf8')
  const pids = JSON.parse(text) as Record<string, Record<string, number>>
  const name = Object.keys(pids).find((one) => one.startsWith(pod))
  return name === undefined ? undefined : pids[name]?.[container]
}

function mustBe<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('no such node')
  return value
}
