import t from 'tap'
import { setTimeout as sleep } from 'node:timers/promises'
import { addressAnswers, gapOf, longestGap } from '../../demo/cluster/answers.ts'
import { clusterRefusal, createCluster, until, type Cluster } from '../../demo/cluster/cluster.ts'
import { stopKubeProxy } from '../../demo/cluster/faults.ts'
import { apply, install } from '../../demo/cluster/install.ts'
import { POOL } from '../../demo/cluster/layout.ts'
import { ownersOf } from '../../demo/cluster/roles.ts'
import {
  addressPool,
  echoDeployment,
  loadBalancerService,
  steadyService,
} from '../../demo/cluster/workload.ts'

/*
 * Nodes that answer ARP, and cannot serve.
 */

const skip = clusterRefusal() ?? false

function ownerOf(cluster: Cluster, address: string): string | undefined {
  return ownersOf(cluster, [address]).get(address)
}

t.test('health beyond layer 2', { skip, timeout: 120_000 }, async (t) => {
  const cluster = await createCluster()
  t.teardown(() => cluster.stop())
  await install(cluster)
  apply(cluster, [
    addressPool('lan', POOL, { failback: 'immediate' }),
    ...steadyService('steady', ['IPv4']),
    echoDeployment({ name: 'kept', replicas: 1, node: 'node-2' }),
    loadBalancerService({ name: 'kept', policy: 'Local' }),
  ])

  t.test('kube-proxy stops on a node that still answers ARP', async (t) => {
    const [address = ''] = (await addressAnswers(cluster, 'default/steady')).keys()
    // A busy client may have no neighbour entry for a moment.
    await until('somebody owns it', () => ownerOf(cluster, address) !== undefined)
    const owner = ownerOf(cluster, address) ?? ''
    // So that its health port has been seen to answer.
    await sleep(2_000)
    const goOn = stopKubeProxy(cluster, owner)
    const from = performance.now()
    await until('another owner', () => ownerOf(cluster, address) !== owner)
    t.comment(`moved after ${((performance.now() - from) / 1_000).toFixed(1)} s`)
    goOn()
    const back = performance.now()
    await until('home again', () => ownerOf(cluster, address) === owner)
    t.comment(`home again after ${((performance.now() - back) / 1_000).toFixed(1)} s`)
    t.pass()
  })

  t.test('the Pod of a Local Service moves: its address follows, when it can serve', async (t) => {
    const [address = ''] = (await addressAnswers(cluster, 'default/kept')).keys()
    await until('the owner has the Pod', () => ownerOf(cluster, address) === 'node-2')
    const result = await gapOf(cluster, { addresses: [address] }, async () => {
      await sleep(300)
      apply(cluster, [echoDeployment({ name: 'kept', replicas: 1, node: 'node-3' })])
      await until('the owner has followed', () => ownerOf(cluster, address) === 'node-3')
      await sleep(500)
    })
    t.comment(`${longestGap(result).gap.toFixed(0)} ms without an answer`)
    t.equal(ownerOf(cluster, address), 'node-3')
  })
})
