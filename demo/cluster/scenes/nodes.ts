import { setTimeout as sleep } from 'node:timers/promises'
import { until, type Cluster } from '../cluster.ts'
import { cutNode, stopKubelets } from '../faults.ts'
import { rolledOut } from '../install.ts'
import { leaderNode } from '../roles.ts'
import {
  allAnswered,
  backWithin,
  isControlPlaneOnNode,
  leaderOf,
  nothingLost,
  ownerApart,
  watch,
  type Scene,
  type Seen,
  type Stage,
  type Verdict,
} from './scene.ts'
import { isReady, type SchedulableNode } from '../kubelet/scheduling.ts'

/*
 * Nodes that die, and nodes that only look so.
 */

export const NODE_SCENES: readonly Scene[] = [
  {
    name: 'owner-dies',
    fault: "an owner's node dies",
    mustHold: 'all back in 500 ms',
    async play(stage) {
      const node = await ownerApart(stage)
      stage.say(`   ${node} is cut off`)
      return ownersBack(stage, await watch(stage, 3_000, () => cutNode(stage.cluster, node)), 500)
    },
  },
  {
    name: 'leader-node-dies',
    fault: "the leader's node dies, carrying addresses too",
    mustHold: 'all back in 2 s',
    async play(stage) {
      const node = await leaderOf(stage)
      stage.say(`   ${node} is cut off`)
      return ownersBack(stage, await watch(stage, 6_000, () => cutNode(stage.cluster, node)), 2_000)
    },
  },
  {
    name: 'control-plane-node-dies',
    fault: 'the only control-plane node dies, which also leads and is an owner',
    mustHold: 'all back in 3 s',
    refusal: (stage) =>
      isControlPlaneOnNode(stage)
        ? undefined
        : 'the control plane is on a host of its own: --control-plane-on-node',
    async play(stage) {
      const { cluster } = stage
      const node = cluster.controlPlaneHost.name
      await makeLead(cluster, node)
      await allAnswered(stage)
      stage.say(`   ${node}, which leads, is cut off`)
      const seen = await watch(stage, 8_000, () => cutNode(cluster, node))
      return ownersBack(stage, seen, 3_000)
    },
  },
  {
    name: 'kubelets-stop',
    fault: 'kubelets stopped everywhere: all nodes NotReady',
    mustHold: 'nothing moves',
    async play(stage) {
      const { api } = stage.cluster
      const seen = await watch(stage, 0, async (broken) => {
        broken(stopKubelets(stage.cluster))
        await until('all nodes NotReady', async () => {
          const { items } = await api.call<{ items: SchedulableNode[] }>('GET', '/api/v1/nodes')
          return !items.some(isReady)
        })
        await sleep(2_000)
      })
      const { figure, holds } = nothingLost(stage, seen)
      return { figure: `${seen.moved.length} moved, ${figure}`, holds: holds && !seen.moved.length }
    },
  },
]

/** Nothing has been shown if the node was no owner. */
function ownersBack(stage: Stage, seen: Seen, limit: number): Verdict {
  const { figure, holds } = backWithin(stage, seen, limit)
  const { length } = seen.moved
  return { figure: `${figure}, ${length} moved`, holds: holds && length > 0 }
}

/** Sends the speakers of other nodes away, one leader after the other, until this one leads. */
async function makeLead(cluster: Cluster, node: string): Promise<void> {
  await until(`${node} leads`, async () => {
    const leader = await leaderNode(cluster)
    if (leader === undefined || leader === node) return leader === node
    cluster.kubectl(['cordon', leader])
    const there = ['-n', 'bellwether-system', `--field-selector=spec.nodeName=${leader}`]
    cluster.kubectl(['delete', 'pod', ...there, '--wait'])
    await rolledOut(cluster)
    cluster.kubectl(['uncordon', leader])
    return false
  })
}
