import t from 'tap'
import { addressAnswers, gapOf, longestGap } from '../../demo/cluster/answers.ts'
import { clusterRefusal, createCluster, until } from '../../demo/cluster/cluster.ts'
import { stopKubelet } from '../../demo/cluster/faults.ts'
import { apply, install } from '../../demo/cluster/install.ts'
import { POOL } from '../../demo/cluster/layout.ts'
import {
  addressPool,
  echoDeployment,
  loadBalancerService,
  steadyService,
} from '../../demo/cluster/workload.ts'
import { ownerOf } from '../support/cluster/e2e.ts'
import { eventually } from '../support/cluster/live-cluster.ts'
import { startStopwatch } from '../support/stopwatch.ts'

/*
 * The life of nodes: labelled, cordoned, drained, deleted, added; who answers then, and what a client has of it.
 */

const skip = clusterRefusal() ?? false
const EXCLUDE = 'node.kubernetes.io/exclude-from-external-load-balancers'

t.test('nodes', { skip, timeout: 200_000 }, async (t) => {
  const cluster = await createCluster({ nodeGraceSeconds: 4 })
  t.teardown(() => cluster.stop())
  await install(cluster)
  apply(cluster, steadyService('steady', ['IPv4']))
  const [address = ''] = (await addressAnswers(cluster, 'default/steady')).keys()
  const owner = () => ownerOf(cluster, address) ?? ''
  const ownerBecomes = (holds: (owner: string) => boolean) => eventually(owner, holds)
  const label = (node: string, text: string) => cluster.kubectl(['label', 'node', node, text])

  await t.test(
    'excluded by its label: its addresses go elsewhere, and do not return',
    async (t) => {
      const before = owner()
      const result = await gapOf(cluster, { addresses: [address] }, async () => {
        label(before, `${EXCLUDE}=`)
        await ownerBecomes((now) => now !== before)
      })
      t.equal(result.lost, 0, 'a planned move loses no datagram')
      const after = owner()
      label(before, `${EXCLUDE}-`)
      await until('nothing to do', () => {
        const spec = ['get', 'announcementplan', 'default', '-o', 'jsonpath={.spec.announcements}']
        const [first] = JSON.parse(cluster.kubectl(spec)) as { candidates: number[] }[]
        return first?.candidates.length === 3
      })
      t.equal(owner(), after)
    },
  )

  await t.test('cordoned and drained: whoever answers goes on', async (t) => {
    const before = owner()
    const watch = startStopwatch()
    const result = await gapOf(cluster, { addresses: [address] }, async () => {
      cluster.kubectl(['cordon', before])
      const drain = ['drain', before, '--ignore-daemonsets', '--delete-emptydir-data', '--force']
      cluster.kubectl([...drain, '--timeout=60s'])
    })
    t.ok(
      longestGap(result).gap < watch.widened(1_000),
      `${longestGap(result).gap.toFixed(0)} ms without an answer`,
    )
    t.equal(result.lost, 0)
    t.equal(owner(), before)
    cluster.kubectl(['uncordon', before])
  })

  await t.test("the pool's nodeSelector decides who may carry its addresses", async (t) => {
    const [chosen] = ['node-1', 'node-2', 'node-3'].filter((node) => node !== owner())
    label(chosen ?? '', 'edge=yes')
    const announce = { nodeSelector: { matchLabels: { edge: 'yes' } } }
    const result = await gapOf(cluster, { addresses: [address] }, async () => {
      apply(cluster, [addressPool('lan', POOL, announce)])
      await ownerBecomes((now) => now === chosen)
    })
    t.equal(result.lost, 0)
    apply(cluster, [addressPool('lan', POOL)])
  })

  await t.test('deleted: another one answers; added again: nothing moves', async (t) => {
    const before = owner()
    const goOn = stopKubelet(cluster, before)
    const result = await gapOf(cluster, { addresses: [address] }, async () => {
      cluster.kubectl(['delete', 'node', before])
      await ownerBecomes((now) => now !== before)
    })
    t.equal(result.lost, 0, 'it still answers, so its addresses move as planned')
    const after = owner()
    goOn()
    await until('the node is back', () => cluster.kubectl(['get', 'nodes']).includes(before))
    await until('it is a candidate', () => {
      const spec = ['get', 'announcementplan', 'default', '-o', 'jsonpath={.spec}']
      const { announcements, nodes } = JSON.parse(cluster.kubectl(spec)) as {
        announcements: { candidates: number[] }[]
        nodes: { name: string }[]
      }
      return nodes.length === 3 && announcements[0]?.candidates.length === 3
    })
    t.equal(owner(), after)
  })

  await t.test('with Local only nodes that have a Pod', async (t) => {
    apply(cluster, [
      echoDeployment({ name: 'one', replicas: 1, node: 'node-3' }),
      loadBalancerService({ name: 'one', policy: 'Local' }),
    ])
    const [local = ''] = (await addressAnswers(cluster, 'default/one')).keys()
    await eventually(
      () => ownerOf(cluster, local),
      (now) => now === 'node-3',
    )
    apply(cluster, [echoDeployment({ name: 'one', replicas: 1, node: 'node-1' })])
    await eventually(
      () => ownerOf(cluster, local),
      (now) => now === 'node-1',
    )
    t.pass()
  })
})
