import t from 'tap'
import { addressAnswers, ask, neighbourNode, serviceAddresses } from '../../demo/cluster/answers.ts'
import { clusterRefusal, createCluster, until } from '../../demo/cluster/cluster.ts'
import { apply, install } from '../../demo/cluster/install.ts'
import { clientAddresses } from '../../demo/cluster/layout.ts'
import { echoDeployment, loadBalancerService } from '../../demo/cluster/workload.ts'

/*
 * From a Service to an answer: real API server, controllers and kube-proxy; our plan and our speaker.
 */

const skip = clusterRefusal() ?? false

t.test('a Service of type LoadBalancer is answered on the LAN', { skip }, async (t) => {
  const cluster = await createCluster({ clients: 1 })
  t.teardown(() => cluster.stop())
  await install(cluster)
  const [client] = cluster.clients
  if (client === undefined) throw new Error('no client')
  apply(cluster, [
    echoDeployment({ name: 'web', replicas: 3 }),
    echoDeployment({ name: 'one', replicas: 1, node: 'node-2' }),
    loadBalancerService({ name: 'four', app: 'web' }),
    loadBalancerService({ name: 'six', app: 'web', families: ['IPv6'] }),
    loadBalancerService({ name: 'both', app: 'web', families: ['IPv4', 'IPv6'] }),
    loadBalancerService({
      name: 'kept',
      app: 'one',
      families: ['IPv4', 'IPv6'],
      policy: 'Local',
    }),
  ])
  await until('4 Pods ready', async () => {
    const list = await cluster.api.call<PodList>('GET', '/api/v1/namespaces/default/pods')
    return list.items.filter(isReady).length === 4
  })

  t.test('by IPv4, IPv6, and both', async (t) => {
    for (const [service, families] of [
      ['default/four', [4]],
      ['default/six', [6]],
      ['default/both', [4, 6]],
    ] as const) {
      const answers = await addressAnswers(cluster, service, families.length)
      t.same([...answers.keys()].map(familyOf), families, `${service} has its families`)
      for (const [address, { pod }] of answers) t.match(pod, /^web-/, `${address} is answered`)
    }
  })

  t.test('by whichever Pod kube-proxy chooses, with Cluster', async (t) => {
    const [address = ''] = await serviceAddresses(cluster, 'default/four')
    const pods = new Set<string>()
    await until('all Pods', () => {
      const answer = ask(client, address)
      if (answer !== undefined) pods.add(answer.pod)
      return pods.size === 3
    })
    t.equal(pods.size, 3)
  })

  t.test('with Local by the node that has the Pod, which sees the client', async (t) => {
    const answers = await addressAnswers(cluster, 'default/kept', 2)
    const { ipv4, ipv6 } = clientAddresses(0)
    for (const [address, answer] of answers) {
      t.match(answer.pod, /^one-/)
      t.equal(
        answer.client,
        address.includes(':') ? ipv6 : ipv4,
        'the address of the client is kept',
      )
      await until('the owner has followed the Pod', () => {
        ask(client, address)
        return neighbourNode(cluster, client, address) === 'node-2'
      })
    }
  })
})

interface PodList {
  readonly items: readonly {
    readonly status?: { readonly conditions?: readonly { type: string; status: string }[] }
  }[]
}

function isReady({ status }: PodList['items'][number]): boolean {
  return (
    status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false
  )
}

function familyOf(address: string): number {
  return address.includes(':') ? 6 : 4
}
