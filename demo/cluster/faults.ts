import type { ChildProcess } from 'node:child_process'
import { execFileSync } from 'node:child_process'
import { cut, joinAgain, mend, separate } from '../faults.ts'
import type { Cluster } from './cluster.ts'
import { API_PORT } from './layout.ts'

/*
 * What goes wrong in a cluster. Each returns the way to take it back.
 */

export type TakeBack = () => void

/** The node's cable leads nowhere: no client, no other node and no API server hears of it. */
export function cutNode({ lan }: Cluster, node: string): TakeBack {
  cut(lan, node)
  return () => mend(lan, node)
}

/** It takes connections, and never answers. */
export function stopApiServer({ controlPlane }: Cluster): TakeBack {
  return freeze([controlPlane.apiServer])
}

/** Their Pods run on; in a while all nodes are NotReady. */
export function stopKubelets({ nodes }: Cluster): TakeBack {
  return freeze(nodes.map(({ kubelet }) => kubelet))
}

export function stopKubelet(cluster: Cluster, node: string): TakeBack {
  return freeze([cluster.node(node).kubelet])
}

/** Its rules stay in the kernel; its health port answers no more. */
export function stopKubeProxy(cluster: Cluster, node: string): TakeBack {
  return freeze([cluster.node(node).kubeProxy])
}

/** Stops a process of a Pod without a word. */
export function freezeContainer(
  cluster: Cluster,
  node: string,
  pod: string,
  container: string,
): TakeBack {
  const pid = signalContainer(cluster, { node, pod, container }, 'SIGSTOP')
  return () => void process.kill(pid, 'SIGCONT')
}

export interface ContainerName {
  readonly node: string
  /** `namespace/name`, or how it begins. */
  readonly pod: string
  readonly container: string
}

/** The process that got the signal. The played kubelet starts it again if it ends. */
export function signalContainer(
  cluster: Cluster,
  { node, pod, container }: ContainerName,
  signal: NodeJS.Signals,
): number {
  const pid = cluster.node(node).pid(pod, container)
  if (pid === undefined) throw new Error(`no ${container} of ${pod} runs on ${node}`)
  process.kill(pid, signal)
  return pid
}

/** The node loses the API server, and nothing else. */
export function cutFromApi(cluster: Cluster, node: string): TakeBack {
  const { host } = cluster.node(node)
  const table = ['table inet no_api {', '  chain output {']
  const rules = [
    '    type filter hook output priority 0',
    `    tcp dport ${API_PORT} drop`,
    `    tcp sport ${API_PORT} drop`,
  ]
  nft(host.namespace, [...table, ...rules, '  }', '}'])
  return () => nft(host.namespace, ['delete table inet no_api'])
}

/** The node loses the LAN, except for the host of the API server. */
export function cutFromLan({ lan, nodes, clients }: Cluster, node: string): TakeBack {
  const others = nodes.map(({ name }) => name).filter((name) => name !== node)
  separate(lan, [node], [...others, ...clients.map(({ name }) => name)])
  return () => joinAgain(lan)
}

/** Some nodes, with some clients, hear nothing of the others; the API server is heard by all. */
export function splitLan(
  { lan }: Cluster,
  left: readonly string[],
  right: readonly string[],
): TakeBack {
  separate(lan, left, right)
  return () => joinAgain(lan)
}

function freeze(children: readonly ChildProcess[]): TakeBack {
  for (const child of children) child.kill('SIGSTOP')
  return () => {
    for (const child of children) child.kill('SIGCONT')
  }
}

function nft(namespace: string, lines: readonly string[]): void {
  const input = `${lines.join('\n')}\n`
  execFileSync('ip', ['netns', 'exec', namespace, 'nft', '-f', '-'], { input, stdio: 'pipe' })
}
