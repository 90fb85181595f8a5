import { setTimeout as sleep } from 'node:timers/promises'
import { until } from './cluster.ts'
import { cutNode, stopKubelets } from './faults.ts'
import { leaderNode } from './roles.ts'
import { backWithin, leaderOf, nothingLost, ownerApart, watch, type Scene } from './scene.ts'
import { isReady, type SchedulableNode } from './scheduling.ts'

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
      return backWithin(stage, await watch(stage, 3_000, () => cutNode(stage.cluster, node)), 500)
    },
  },
  {
    name: 'leader-node-dies',
    fault: "the leader's node dies, carrying addresses too",
    mustHold: 'all back in 2 s',
    async play(stage) {
      const node = await leaderOf(stage)
      stage.say(`   ${node} is cut off`)
      return backWithin(stage, await watch(stage, 6_000, () => cutNode(stage.cluster, node)), 2_000)
    },
  },
  {
    name: 'control-plane-node-dies',
    fault: 'the only control-plane node dies, which is also an owner, and may lead',
    mustHold: 'all back in 3 s',
    refusal: ({ cluster }) =>
      cluster.controlPlaneHost.name.startsWith('node-')
        ? undefined
        : 'the control plane is on a host of its own: --control-plane-on-node',
    async play(stage) {
      const { cluster } = stage
      const node = cluster.controlPlaneHost.name
      const leads = (await leaderNode(cluster)) === node ? ', which also leads,' : ''
      stage.say(`   ${node}${leads} is cut off`)
      return backWithin(stage, await watch(stage, 8_000, () => cutNode(cluster, node)), 3_000)
    },
  },
  {
    name: 'kubelets-stop',
    fault: 'kubelets stopped everywhere: all nodes NotReady',
    mustHold: 'nothing moves',
    async play(stage) {
      const { api } = stage.cluster
      const seen = await watch(stage, 0, async () => {
        const goOn = stopKubelets(stage.cluster)
        await until('all nodes NotReady', async () => {
          const { items } = await api.call<{ items: SchedulableNode[] }>('GET', '/api/v1/nodes')
          return !items.some(isReady)
        })
        await sleep(2_000)
        return goOn
      })
      const { figure, holds } = nothingLost(stage, seen)
      return { figure: `${seen.moved.length} moved, ${figure}`, holds: holds && !seen.moved.length }
    },
  },
]
