import { setTimeout as sleep } from 'node:timers/promises'
import { gapOf, serviceAddresses } from './answers.ts'
import { until, type Cluster } from './cluster.ts'
import { cutNode, signalContainer, stopApiServer, stopKubelets, type TakeBack } from './faults.ts'
import { apply } from './install.ts'
import { POOL } from './layout.ts'
import { leaderNode, ownersOf } from './roles.ts'
import { isReady, type SchedulableNode } from './scheduling.ts'
import { addressPool, steadyService } from './workload.ts'

/*
 * Faults before one's eyes: for how long a client was not answered, address by address.
 */

export interface Chaos {
  readonly cluster: Cluster
  /** The addresses that are watched. */
  readonly addresses: readonly string[]
  readonly say: (line: string) => void
}

interface Scene {
  readonly title: string
  /** Why it cannot be shown; undefined if it can. */
  refusal?(chaos: Chaos): string | undefined
  /** What happens, and how it is taken back; with a word about whom it hit. */
  strike(chaos: Chaos): Promise<Stroke>
  readonly watchMilliseconds: number
}

interface Stroke {
  readonly what: string
  /** Owners as they were before. */
  readonly act: () => Promise<TakeBack>
}

const EVERY_MILLISECONDS = 5
const BEFORE_MILLISECONDS = 300
const SETTLING_MILLISECONDS = 1_500

/** Services enough that every node carries some addresses. */
const SERVICES = 3

export async function prepareChaos(cluster: Cluster, say: (line: string) => void): Promise<Chaos> {
  const names = Array.from({ length: SERVICES }, (_, index) => `steady-${index + 1}`)
  // What has moved goes home, so that the next scene finds owners on every node.
  apply(cluster, [
    addressPool('lan', POOL, { failback: 'immediate' }),
    ...names.flatMap((name) => steadyService(name, ['IPv4', 'IPv6'])),
  ])
  const addresses: string[] = []
  for (const name of names) {
    await until(`addresses of ${name}`, async () => {
      return (await serviceAddresses(cluster, `default/${name}`)).length === 2
    })
    addresses.push(...(await serviceAddresses(cluster, `default/${name}`)))
  }
  const chaos = { cluster, addresses, say }
  await allAnswered(chaos)
  return chaos
}

export async function showChaos(chaos: Chaos): Promise<void> {
  for (const scene of SCENES) {
    const refusal = scene.refusal?.(chaos)
    if (refusal === undefined) await show(chaos, scene)
    else chaos.say(`\n${scene.title}: not shown, ${refusal}`)
  }
}

async function show(chaos: Chaos, scene: Scene): Promise<void> {
  const { cluster, addresses, say } = chaos
  await allAnswered(chaos)
  const { what, act } = await scene.strike(chaos)
  const before = ownersOf(cluster, addresses)
  say(`\n${scene.title}: ${what}`)
  let takeBack: TakeBack = () => undefined
  const options = { addresses, everyMilliseconds: EVERY_MILLISECONDS }
  const result = await gapOf(cluster, options, async () => {
    await sleep(BEFORE_MILLISECONDS)
    takeBack = await act()
    await sleep(scene.watchMilliseconds)
  })
  const after = ownersOf(cluster, addresses)
  takeBack()
  for (const { address, gap, lost, sent } of result.addresses) {
    const [from, to] = [before.get(address), after.get(address)]
    const owner = from === to ? `${to}, as before` : `${from} -> ${to}`
    const dead = to === undefined ? ' NOT ANSWERED' : ''
    const figure = `${gap.toFixed(0).padStart(6)} ms`
    say(
      `   ${address.padEnd(16)} ${figure} without an answer (${lost} of ${sent} lost)  ${owner}${dead}`,
    )
  }
}

async function allAnswered({ cluster, addresses }: Chaos): Promise<void> {
  await until('all nodes Ready', async () => {
    const { items } = await cluster.api.call<{ items: SchedulableNode[] }>('GET', '/api/v1/nodes')
    return items.every(isReady)
  })
  let known = ''
  await until('all addresses answered, and none on its way home', async () => {
    const owners = [...ownersOf(cluster, addresses).values()]
    const settled = owners.join() === known && owners.every((owner) => owner !== undefined)
    known = owners.join()
    if (!settled) await sleep(SETTLING_MILLISECONDS)
    return settled
  })
}

/** An owner that is neither the leader's node nor that of the control plane: once addresses have gone home. */
async function ownerApart({ cluster, addresses }: Chaos): Promise<string> {
  const host = cluster.controlPlaneHost.name
  let owner: string | undefined
  await until('an owner that does nothing else', async () => {
    const leader = await leaderNode(cluster)
    const owners = [...ownersOf(cluster, addresses).values()]
    owner = owners.find((name) => name !== undefined && name !== leader && name !== host)
    return owner !== undefined
  })
  return owner ?? ''
}

async function leaderOf({ cluster }: Chaos): Promise<string> {
  const leader = await leaderNode(cluster)
  if (leader === undefined) throw new Error('nobody leads')
  return leader
}

const SCENES: readonly Scene[] = [
  {
    title: "An owner's node dies",
    watchMilliseconds: 3_000,
    async strike(chaos) {
      const node = await ownerApart(chaos)
      return { what: `${node} is cut off`, act: async () => cutNode(chaos.cluster, node) }
    },
  },
  {
    title: "The leader's node dies",
    watchMilliseconds: 6_000,
    async strike(chaos) {
      const node = await leaderOf(chaos)
      return { what: `${node} is cut off`, act: async () => cutNode(chaos.cluster, node) }
    },
  },
  {
    title: 'An owner dies while the API server is stopped',
    watchMilliseconds: 6_000,
    async strike(chaos) {
      const node = await ownerApart(chaos)
      const act = async () => {
        const goOn = stopApiServer(chaos.cluster)
        await sleep(2_000)
        const mend = cutNode(chaos.cluster, node)
        return () => (mend(), goOn())
      }
      return { what: `no API for 2 s, then ${node} is cut off`, act }
    },
  },
  {
    title: 'The leader dies while the API server is stopped',
    watchMilliseconds: 8_000,
    async strike(chaos) {
      const node = await leaderOf(chaos)
      const act = async () => {
        const goOn = stopApiServer(chaos.cluster)
        await sleep(2_000)
        const mend = cutNode(chaos.cluster, node)
        return () => (mend(), goOn())
      }
      return { what: `no API for 2 s, then ${node} is cut off`, act }
    },
  },
  {
    title: 'The only control-plane node dies',
    refusal: (chaos) =>
      chaos.cluster.controlPlaneHost.name.startsWith('node-')
        ? undefined
        : 'it is no node here: add --control-plane-on-node',
    watchMilliseconds: 8_000,
    async strike({ cluster }) {
      const node = cluster.controlPlaneHost.name
      const leads = (await leaderNode(cluster)) === node ? ', which also leads,' : ''
      return { what: `${node}${leads} is cut off`, act: async () => cutNode(cluster, node) }
    },
  },
  {
    title: "The leader's process is killed",
    watchMilliseconds: 6_000,
    async strike(chaos) {
      const node = await leaderOf(chaos)
      const speaker = { node, pod: 'bellwether-system/', container: 'speaker' }
      const act = async () => {
        signalContainer(chaos.cluster, speaker, 'SIGKILL')
        return () => undefined
      }
      return { what: `SIGKILL on ${node}; the kubelet starts it again`, act }
    },
  },
  {
    title: 'The kubelets stop everywhere',
    watchMilliseconds: 0,
    async strike(chaos) {
      const act = async () => {
        const goOn = stopKubelets(chaos.cluster)
        await until('all nodes NotReady', async () => {
          const { items } = await chaos.cluster.api.call<{ items: SchedulableNode[] }>(
            'GET',
            '/api/v1/nodes',
          )
          return !items.some(isReady)
        })
        await sleep(2_000)
        return goOn
      }
      return { what: 'until all nodes are NotReady', act }
    },
  },
]
