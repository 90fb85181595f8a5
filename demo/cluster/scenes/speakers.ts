import { setTimeout as sleep } from 'node:timers/promises'
import type { Host } from '../../lan.ts'
import { ask } from '../answers.ts'
import { until, type Cluster } from '../cluster.ts'
import { cutFromApi, cutFromLan, freezeContainer, signalContainer, splitLan } from '../faults.ts'
import { processOn } from '../roles.ts'
import {
  allAnswered,
  backWithin,
  isControlPlaneOnNode,
  leaderOf,
  milliseconds,
  nothingLost,
  otherLeads,
  takingBack,
  watch,
  type Scene,
  type Stage,
  type Verdict,
} from './scene.ts'

/*
 * Speakers that die, freeze, or are cut off from something.
 */

const OURS = 'bellwether-system/'
const HEARD_BY_ALL = 'it takes an API server on a host of its own, which everybody hears'

/** Lease duration and one period. */
const TAKEN_OVER_MILLISECONDS = 4_500

/** The client that asks for the first time. */
function stranger({ clients }: Cluster): Host {
  const host = clients[1] ?? clients[0]
  if (host === undefined) throw new Error('there is no client')
  return host
}

/** How long a client that knows nothing waits for its first answer by ARP; and who answers. */
export function firstAnswer(client: Host, address: string): { took: number; macs: Set<string> } {
  const from = performance.now()
  const words = ['arping', '-i', 'eth0', '-C', '1', '-c', '400', '-W', '0.05', '-w', '20', address]
  const text = client.exec(words)
  const macs = new Set([...text.matchAll(/from ([0-9a-f:]{17})/g)].map(([, mac = '']) => mac))
  return { took: performance.now() - from, macs }
}

/** The MACs that answer ten questions for an address. */
export function answeringMacs(client: Host, address: string): ReadonlySet<string> {
  const words = ['arping', '-i', 'eth0', '-c', '10', '-W', '0.05', '-w', '2', address]
  const text = client.exec(words)
  return new Set([...text.matchAll(/from ([0-9a-f:]{17})/g)].map(([, mac = '']) => mac))
}

function ipv4Of({ addresses }: Stage): string {
  return addresses.find((address) => !address.includes(':')) ?? ''
}

/** One answer for each address on this side, and it is the same each time. */
function isAnsweredOnce({ addresses }: Stage, client: Host): boolean {
  const ipv4 = addresses.filter((address) => !address.includes(':'))
  return (
    addresses.every((address) => ask(client, address) !== undefined) &&
    ipv4.every((address) => answeringMacs(client, address).size === 1)
  )
}

function macsOf(stage: Stage, client: Host): string {
  return [...answeringMacs(client, ipv4Of(stage))].join()
}

async function becomesOnce(stage: Stage, client: Host): Promise<void> {
  await until(`one answer for ${client.name}`, () => isAnsweredOnce(stage, client))
}

export const SPEAKER_SCENES: readonly Scene[] = [
  {
    name: 'leader-killed',
    fault: "the leader's process is killed, and started again",
    mustHold: 'its own Lease resumed at once, nothing lost',
    async play(stage) {
      const node = await leaderOf(stage)
      const seen = await watch(stage, 6_000, () => {
        signalContainer(stage.cluster, { node, pod: OURS, container: 'speaker' }, 'SIGKILL')
      })
      const { figure, holds } = nothingLost(stage, seen)
      const again = await leaderOf(stage)
      return { figure: `${again === node ? 'resumed' : again}, ${figure}`, holds }
    },
  },
  {
    name: 'leader-frozen',
    fault: 'the leader is frozen for good, as if it were dead',
    mustHold: 'new answers within lease + one period (4.5 s), known neighbours lose nothing',
    async play(stage) {
      const { cluster } = stage
      const node = await leaderOf(stage)
      let first = { took: Infinity, macs: new Set<string>() }
      const seen = await watch(stage, 1_000, async () => {
        await takingBack(async (broken) => {
          broken(freezeContainer(cluster, node, OURS, 'speaker'))
          first = firstAnswer(stranger(cluster), ipv4Of(stage))
          await otherLeads(stage, node)
        })
        await sleep(3_000)
      })
      const lost = nothingLost(stage, seen)
      const holds = lost.holds && first.took <= TAKEN_OVER_MILLISECONDS * stage.patience
      const once = isAnsweredOnce(stage, stranger(cluster))
      return {
        figure: `first answer after ${milliseconds(first.took)}, ${lost.figure}`,
        holds: holds && once,
      }
    },
  },
  {
    name: 'leader-cut-from-api',
    fault: 'the leader is cut off from the API server, not from the LAN',
    mustHold: 'another one leads, one answer, nothing lost',
    async play(stage) {
      const node = await leaderOf(stage)
      const from = performance.now()
      let took = 0
      const seen = await watch(stage, 2_000, async (broken) => {
        broken(cutFromApi(stage.cluster, node))
        await otherLeads(stage, node)
        took = performance.now() - from
        await sleep(2_000)
      })
      const { figure, holds } = nothingLost(stage, seen)
      const once = isAnsweredOnce(stage, stranger(stage.cluster))
      return {
        figure: `another leads after ${milliseconds(took)}, ${figure}`,
        holds: holds && once,
      }
    },
  },
  {
    name: 'leader-cut-from-lan',
    fault: 'the leader is cut off from the LAN, not from the API server',
    mustHold: 'one answer on the side of the clients, all back in 4 s',
    refusal: (stage) => (isControlPlaneOnNode(stage) ? HEARD_BY_ALL : undefined),
    async play(stage) {
      const node = await leaderOf(stage)
      let isOnce = false
      const seen = await watch(stage, 6_000, async (broken) => {
        broken(cutFromLan(stage.cluster, node))
        await otherLeads(stage, node)
        await sleep(3_000)
        isOnce = isAnsweredOnce(stage, stranger(stage.cluster))
      })
      const back = backWithin(stage, seen, 4_000)
      return { ...back, holds: back.holds && isOnce }
    },
  },
  {
    name: 'speakers-apart',
    fault: 'the LAN falls in two, with speakers on both sides',
    mustHold: 'one answer on each side; one in all when it is mended',
    refusal: (stage) => {
      const { clients, nodes } = stage.cluster
      if (isControlPlaneOnNode(stage)) return HEARD_BY_ALL
      return clients.length > 1 && nodes.length > 3
        ? undefined
        : 'it takes two clients and four nodes'
    },
    play: apart,
  },
]

async function apart(stage: Stage): Promise<Verdict> {
  const { cluster } = stage
  const [near, far] = cluster.clients
  if (near === undefined || far === undefined) throw new Error('it takes two clients')
  const leader = await leaderOf(stage)
  const names = cluster.nodes.map(({ name }) => name)
  // Whoever is alone on its side, and told of a leader elsewhere, is silent.
  const companion =
    names.find(
      (name) => name !== leader && processOn(cluster.node(name), OURS, 'speaker') === undefined,
    ) ?? ''
  const others = names.filter((name) => name !== leader && name !== companion)
  const { took, sides } = await takingBack(async (broken) => {
    const from = performance.now()
    broken(splitLan(cluster, [leader, companion, near.name], [...others, far.name]))
    await becomesOnce(stage, near)
    await becomesOnce(stage, far)
    const took = performance.now() - from
    return { took, sides: [near, far].map((client) => macsOf(stage, client)) }
  })
  const mended = performance.now()
  await allAnswered(stage)
  await until('one answer for both', () => {
    return macsOf(stage, near) === macsOf(stage, far)
  })
  const again = performance.now() - mended
  stage.say(`   ${ipv4Of(stage)} is at ${sides.join(' on one side, at ')} on the other`)
  const figure = `both answered after ${milliseconds(took)}, one again after ${milliseconds(again)}`
  return { figure, holds: took <= 20_000 && again <= 20_000 }
}
