import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { removeAfterwards } from '../../demo/reaper.ts'
import { commandRefusal } from '../../demo/command-refusal.ts'
import {
  controlPlaneRefusal,
  startControlPlane,
  type ControlPlane,
} from '../../demo/control-plane.ts'
import {
  createLan,
  DIE_WITH_PARENT,
  lanRefusal,
  writeSysctls,
  type Host,
  type Lan,
} from '../../demo/lan.ts'
import {
  createTraffic,
  trafficRefusal,
  type DatagramResult,
  type Flow,
} from '../../demo/traffic.ts'
import { reachServer, type Server } from './server.ts'

/*
 * Nodes, an API server and a client, each a host of one LAN. Nothing else of Kubernetes runs: each node takes the
 * datagrams for every address of the pools, as kube-proxy would have it, and no node fails.
 */

export interface UpgradeLan {
  readonly lan: Lan
  readonly controlPlane: ControlPlane
  readonly server: Server
  /** For logs, and what programs keep. */
  readonly folder: string
  /**
   * Asks for each of these addresses all the time, from a client that forgets at once who has them. Resolves when each
   * has been answered once.
   */
  ask(addresses: readonly string[]): Promise<Flow<DatagramResult>>
  close(): Promise<void>
}

export const NODES = ['a', 'b', 'c'].map((zone, at) => ({
  name: `node-${at + 1}`,
  zone,
  ipv4: `10.9.0.${at + 1}`,
  ipv6: `fd00:9::${at + 1}`,
}))

/** The address of a node, which its kernel answers for: what is late there, is late because of the machine. */
export const KERNEL_ADDRESS = '10.9.0.3'

const API_ADDRESS = '10.9.0.250'
/** Where reconcilers run by turns. */
export const RECONCILER_HOSTS = ['reconciler-1', 'reconciler-2'] as const
/** Between two datagrams to the same address. */
export const EVERY_MILLISECONDS = 50
const PATIENCE_MILLISECONDS = 30_000
const FORGETTING_SECONDS = '0.25'

export function upgradeLanRefusal(): string | undefined {
  return (
    lanRefusal() ??
    trafficRefusal() ??
    commandRefusal('tcpdump', 'tcpdump') ??
    commandRefusal('curl', 'curl') ??
    controlPlaneRefusal()
  )
}

/** All that pools.yaml may give out. */
function poolAddresses(): string[] {
  return Array.from({ length: 100 }, (_, at) => [
    `10.9.0.${100 + at}/32`,
    `fd00:9::${(0x100 + at).toString(16)}/128`,
  ]).flat()
}

function createHosts(): Lan {
  const accepts = poolAddresses()
  return createLan([
    ...NODES.map(({ name, ipv4, ipv6 }) => {
      return { name, addresses: [`${ipv4}/24`, `${ipv6}/64`], accepts }
    }),
    { name: 'control', addresses: [`${API_ADDRESS}/24`] },
    ...RECONCILER_HOSTS.map((name, at) => ({ name, addresses: [`10.9.0.${240 + at}/24`] })),
    { name: 'client', addresses: ['10.9.0.60/24', 'fd00:9::60/64'] },
  ])
}

export async function createUpgradeLan(): Promise<UpgradeLan> {
  const lan = createHosts()
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-upgrade-'))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  removeAfterwards(lan.prefix, [folder])
  try {
    const control = lan.host('control')
    const controlPlane = await startControlPlane({
      address: API_ADDRESS,
      prefix: [...DIE_WITH_PARENT, 'ip', 'netns', 'exec', control.namespace],
    })
    removeAfterwards(lan.prefix, [controlPlane.folder])
    const server = await reachServer(control, controlPlane)
    await addNodes(server)
    mkdirSync(join(folder, 'bin'))
    const traffic = createTraffic(join(folder, 'bin'))
    for (const { name } of NODES) await traffic.serve(lan.host(name))
    const client = lan.host('client')
    forgetNeighbours(client)
    return {
      lan,
      controlPlane,
      server,
      folder,
      async ask(addresses) {
        const everyMicroseconds = Math.round((EVERY_MILLISECONDS * 1_000) / addresses.length)
        const flow = traffic.datagrams(client, { addresses, everyMicroseconds })
        const late = sleep(PATIENCE_MILLISECONDS, undefined, { ref: false })
        return (await Promise.race([flow, late])) ?? fail('an address is not answered')
      },
      async close() {
        server.close()
        await controlPlane.stop()
        lan.close()
        remove()
      },
    }
  } catch (error) {
    lan.close()
    remove()
    throw error
  }
}

/** A client that knows its neighbours needs nobody to answer for them: this one asks again four times a second. */
function forgetNeighbours(client: Host): void {
  writeSysctls(client.namespace, {
    'net/ipv4/neigh/eth0/retrans_time_ms': 100,
    'net/ipv6/neigh/eth0/retrans_time_ms': 100,
  })
  const script = `while :; do ip neigh flush dev eth0; sleep ${FORGETTING_SECONDS}; done`
  client.spawn(['sh', '-c', script], { stdio: 'ignore' })
}

function fail(message: string): never {
  throw new Error(message)
}

/** Ready, as nobody is there to say otherwise. */
async function addNodes(server: Server): Promise<void> {
  for (const { name, zone, ipv4, ipv6 } of NODES)
    await server.post('/api/v1/nodes', {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name,
        labels: { 'kubernetes.io/os': 'linux', 'topology.kubernetes.io/zone': zone },
      },
      status: {
        addresses: [ipv4, ipv6].map((address) => ({ type: 'InternalIP', address })),
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-01-01T00:00:00Z' }],
      },
    })
}
