import { readFileSync } from 'node:fs'
import { connect, type Server } from 'node:net'
import { connectApi } from './api.ts'
import type { Pod } from './kubelet/pod-types.ts'
import { schedule, type SchedulableNode } from './kubelet/scheduling.ts'

/*
 * In the namespace of the control plane: plays the scheduler, and lets the machine's own shell reach the API server,
 * by taking connections from a socket that listens outside of the namespace.
 * Usage: control-node.js CONFIG.json, with an IPC channel over which the listening socket comes
 */

export interface ControlNodeConfig {
  readonly url: string
  readonly token: string
}

const config = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as ControlNodeConfig
const api = connectApi(config)
const { hostname, port } = new URL(config.url)

process.on('message', (_, handle) => {
  const server = handle as Server
  server.on('connection', (socket) => {
    const onward = connect(Number(port), hostname)
    socket.pipe(onward).pipe(socket)
    for (const one of [socket, onward])
      one.on('error', () => {
        socket.destroy()
        onward.destroy()
      })
  })
  process.send?.('open')
})

let pods: readonly Pod[] = []
let nodes: readonly SchedulableNode[] = []
/** Where Pods are to go that the API server does not show there yet. */
const assumed = new Map<string, string>()

function placeWaiting(): void {
  const known = pods.map((pod): Pod => {
    const nodeName = pod.spec.nodeName ?? assumed.get(pod.metadata.uid)
    return nodeName === undefined ? pod : { ...pod, spec: { ...pod.spec, nodeName } }
  })
  for (const { pod, node } of schedule(known, nodes)) {
    assumed.set(pod.metadata.uid, node)
    void bind(pod, node)
  }
}

async function bind({ metadata }: Pod, node: string): Promise<void> {
  const path = `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}/binding`
  const target = { kind: 'Node', name: node }
  const body = { apiVersion: 'v1', kind: 'Binding', metadata: { name: metadata.name }, target }
  try {
    await api.call('POST', path, body)
  } catch {
    // The Pod waits; the next change, or the next list, brings it back here.
    assumed.delete(metadata.uid)
  }
}

api.follow<Pod>('/api/v1/pods', (items) => {
  pods = [...items.values()]
  placeWaiting()
})
api.follow<SchedulableNode>('/api/v1/nodes', (items) => {
  nodes = [...items.values()]
  placeWaiting()
})
