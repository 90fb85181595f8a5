import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ApiError, connectApi, type Api, type KubernetesObject } from '../api.ts'
import { KUBELET_VERSION } from '../layout.ts'
import type { KubeletConfig, Pod } from './pod-types.ts'
import { startPod, type PodWorker } from './pod-worker.ts'

/*
 * Plays the kubelet of one node, in the node's network namespace: registers the node, renews its Lease, runs the
 * Pods that are bound to it as processes and reports on them. Stopped by SIGSTOP, its Pods run on.
 * Usage: kubelet.js CONFIG.json
 */

const config = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as KubeletConfig
const api = connectApi(config)
const RETRY_MILLISECONDS = 200
const LEASES = '/apis/coordination.k8s.io/v1/namespaces/kube-node-lease/leases'

async function registerNode({ node }: KubeletConfig): Promise<void> {
  const metadata = {
    name: node.name,
    labels: { 'kubernetes.io/hostname': node.name, 'kubernetes.io/os': 'linux' },
  }
  const spec = { podCIDR: node.pods.ipv4, podCIDRs: [node.pods.ipv4, node.pods.ipv6] }
  const body = { apiVersion: 'v1', kind: 'Node', metadata, spec }
  await untilDone(() => api.call('POST', '/api/v1/nodes', body).catch(existsAlready))
}

/** What else a kubelet tells goes with it: nobody here reads it, but kubectl shows it. */
async function reportNode({ node }: KubeletConfig): Promise<void> {
  const now = new Date().toISOString().replace(/\.\d+Z/, 'Z')
  const condition = (type: string, status: string) => ({
    type,
    status,
    reason: type === 'Ready' ? 'KubeletReady' : 'KubeletHasEnough',
    lastHeartbeatTime: now,
  })
  const status = {
    addresses: [
      // Merged by type otherwise, of which there are two.
      { $patch: 'replace' },
      { type: 'InternalIP', address: node.lan.ipv4 },
      { type: 'InternalIP', address: node.lan.ipv6 },
      { type: 'Hostname', address: node.name },
    ],
    capacity: { cpu: '2', memory: '4Gi', pods: '250' },
    allocatable: { cpu: '2', memory: '4Gi', pods: '250' },
    nodeInfo: { kubeletVersion: KUBELET_VERSION, operatingSystem: 'linux', architecture: 'amd64' },
    conditions: [condition('Ready', 'True'), condition('MemoryPressure', 'False')],
  }
  await api.call('PATCH', `/api/v1/nodes/${node.name}/status`, { status })
}

/** A status only when it is not as it should be, for the Lease tells that the node lives. */
async function beat({ node, renewMilliseconds }: KubeletConfig): Promise<void> {
  for (;;) {
    try {
      await renew(node.name)
      if (!(await isReady(node.name))) await reportNode(config)
    } catch (error) {
      console.error(String(error))
      if (error instanceof ApiError && error.status === 404) await registerNode(config)
    }
    await sleep(renewMilliseconds)
  }
}

async function isReady(name: string): Promise<boolean> {
  const { status } = await api.call<NodeObject>('GET', `/api/v1/nodes/${name}`)
  return (
    status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false
  )
}

interface NodeObject extends KubernetesObject {
  readonly status?: { readonly conditions?: readonly { type: string; status: string }[] }
}

/** As last read: what was asked while the node was cut off, and arrives late, must not undo what came after it. */
async function renew(name: string): Promise<void> {
  const renewTime = new Date().toISOString().replace('Z', '000Z')
  const spec = { holderIdentity: name, leaseDurationSeconds: 40, renewTime }
  try {
    const lease = await api.call<KubernetesObject>('GET', `${LEASES}/${name}`)
    await api.call('PUT', `${LEASES}/${name}`, { ...lease, spec })
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 404) throw error
    const metadata = { name, namespace: 'kube-node-lease' }
    const body = { apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata, spec }
    await api.call('POST', LEASES, body).catch(existsAlready)
  }
}

function existsAlready(error: unknown): void {
  if (!(error instanceof ApiError) || error.status !== 409) throw error
}

async function untilDone(action: () => Promise<unknown>): Promise<void> {
  for (;;)
    try {
      await action()
      return
    } catch {
      await sleep(RETRY_MILLISECONDS)
    }
}

function runPods(client: Api): void {
  const workers = new Map<string, PodWorker>()
  const changed = () => writePids(workers)
  client.follow<Pod>(`/api/v1/pods?fieldSelector=spec.nodeName%3D${config.node.name}`, (pods) => {
    for (const [uid, worker] of workers)
      if (!pods.has(uid)) {
        workers.delete(uid)
        worker.kill()
      }
    for (const [uid, pod] of pods) {
      const { deletionTimestamp, deletionGracePeriodSeconds = 30 } = pod.metadata
      if (!workers.has(uid)) workers.set(uid, startPod({ api: client, config, changed }, pod))
      if (deletionTimestamp !== undefined) workers.get(uid)?.terminate(deletionGracePeriodSeconds)
    }
  })
}

/** For those who play with the processes: `{"namespace/pod": {"container": pid}}`. */
function writePids(workers: ReadonlyMap<string, PodWorker>): void {
  const pids = Object.fromEntries(
    [...workers.values()].map((one) => [
      `${one.pod.metadata.namespace}/${one.pod.metadata.name}`,
      one.pids(),
    ]),
  )
  const file = join(config.folder, 'pids.json')
  writeFileSync(`${file}.new`, JSON.stringify(pids))
  renameSync(`${file}.new`, file)
}

mkdirSync(config.folder, { recursive: true })
await registerNode(config)
await untilDone(() => renew(config.node.name))
await untilDone(() => reportNode(config))
runPods(api)
await beat(config)
