import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ControlPlane } from '../../../demo/control-plane.ts'
import { controlPlaneRefusal, startControlPlane } from '../../../demo/control-plane.ts'
import type { Host, Lan } from '../../../demo/lan.ts'
import { createLan, lanRefusal } from '../../../demo/lan.ts'
import type { Answers, Flow, DatagramResult, Traffic } from '../../../demo/traffic.ts'
import { createTraffic, trafficRefusal } from '../../../demo/traffic.ts'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import { failoverPlanOf } from './failover-plan.ts'
import { root } from '../root.ts'
import type { RunningSpeaker } from './speaker.ts'
import { followSpeaker } from './speaker.ts'

/** Nodes on which speakers run, an API server beside them, and a client: each a host of one LAN. */
export interface SpeakersLan {
  readonly lan: Lan
  readonly controlPlane: ControlPlane
  readonly client: Host
  readonly traffic: Traffic
  readonly folder: string
  /** Writes the plan; the owner of the nth address is the nth node. */
  writePlan(plan?: AnnouncementPlan): void
  /** The AnnouncementPlan as it is stored. */
  stored(): StoredPlan
  lease(): { readonly holderIdentity: string; readonly leaseTransitions: number }
  speaker(node: string, args?: readonly string[], pod?: string): RunningSpeaker
  /** Asks for every address all the time. */
  ask(): Promise<Flow<DatagramResult>>
  close(): Promise<void>
}

export interface StoredPlan {
  readonly metadata: { readonly generation: number; readonly resourceVersion: string }
  readonly status?: {
    readonly observedGeneration: number
    readonly holder: string
    readonly digest: string
    readonly announced: number
    readonly moved?: readonly { readonly address: string; readonly node: string }[]
    readonly macs: readonly { readonly node: string; readonly mac: string }[]
    readonly verdicts: readonly { readonly node: string; readonly verdict: string }[]
    readonly conflicts: readonly object[]
    readonly conditions: readonly Condition[]
  }
}

interface Condition {
  readonly type: string
  readonly status: string
  readonly reason: string
  readonly message: string
  readonly lastTransitionTime: string
  readonly observedGeneration: number
}

export const NAMESPACE = 'bellwether-system'
export const NODES = [1, 2, 3].map((at) => ({
  name: `node-${at}`,
  addresses: [`10.9.0.${at}`, `fd00:9::${at}`],
}))
export const VIPS = ['10.9.0.101', '10.9.0.102', '10.9.0.103', 'fd00:9::101']
export const API_ADDRESS = '10.9.0.250'

export function speakersLanRefusal(): string | undefined {
  return lanRefusal() ?? trafficRefusal() ?? controlPlaneRefusal()
}

/** The first node owns the first address, and the IPv6 one. */
export function speakersPlan(vips: readonly string[] = VIPS): AnnouncementPlan {
  const order = (first: number) => NODES.map((_, at) => (first + at) % NODES.length)
  return failoverPlanOf({
    nodes: NODES,
    candidates: Object.fromEntries(vips.map((address, at) => [address, order(at % 3)])),
  })
}

export async function createSpeakersLan(): Promise<SpeakersLan> {
  const accepts = VIPS.map((address) => `${address}/${address.includes(':') ? 128 : 32}`)
  const lan = createLan([
    ...NODES.map(({ name, addresses: [v4 = '', v6 = ''] }) => ({
      name,
      addresses: [`${v4}/24`, `${v6}/64`],
      accepts,
    })),
    { name: 'control', addresses: [`${API_ADDRESS}/24`] },
    { name: 'client', addresses: ['10.9.0.60/24', 'fd00:9::60/64'] },
  ])
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-speakers-'))
  const prefix = ['ip', 'netns', 'exec', lan.host('control').namespace]
  const controlPlane = await startControlPlane({ address: API_ADDRESS, prefix })
  controlPlane.kubectl(['apply', '-f', join(root, 'config/crd')])
  controlPlane.kubectl(['create', 'namespace', NAMESPACE])
  const traffic = createTraffic(folder)
  for (const { name } of NODES) await traffic.serve(lan.host(name))
  const client = lan.host('client')
  const read = (args: readonly string[]) =>
    JSON.parse(controlPlane.kubectl([...args, '-o', 'json'])) as unknown
  return {
    lan,
    controlPlane,
    client,
    traffic,
    folder,
    writePlan: (plan = speakersPlan()) =>
      void controlPlane.kubectl(['apply', '-f', '-'], JSON.stringify(plan)),
    stored: () => read(['get', 'announcementplan', 'default']) as StoredPlan,
    lease() {
      const args = ['get', 'lease', '-n', NAMESPACE, 'bellwether-speaker-default']
      const nobody = { spec: { holderIdentity: '', leaseTransitions: 0 } }
      const text = controlPlane.kubectl([...args, '-o', 'json', '--ignore-not-found'])
      return (text === '' ? nobody : (JSON.parse(text) as typeof nobody)).spec
    },
    speaker(node, args = [], pod = 'pod') {
      const env = ['env', `NODE_NAME=${node}`, `POD_NAME=${pod}`]
      const command = [process.execPath, join(root, 'bin/bellwether.js'), 'speaker']
      const cluster = ['--segment', 'default', '--kubeconfig', controlPlane.kubeconfig]
      return followSpeaker(lan.host(node), [...env, ...command, ...cluster, ...args])
    },
    ask: () => traffic.datagrams(client, { addresses: VIPS, everyMicroseconds: 500 }),
    async close() {
      await controlPlane.stop()
      lan.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The longest silence of any of the addresses, in milliseconds. */
export function longestGap({ addresses }: { readonly addresses: readonly Answers[] }): number {
  return Math.max(...addresses.map(({ gap }) => gap))
}
