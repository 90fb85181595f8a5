import { execFileSync } from 'node:child_process'
import t from 'tap'
import { addressAnswers, ask, gapOf } from '../../demo/cluster/answers.ts'
import { clusterRefusal, createCluster, until } from '../../demo/cluster/cluster.ts'
import { apply, install, rolledOut } from '../../demo/cluster/install.ts'
import { addressPool, echoDeployment, loadBalancerService } from '../../demo/cluster/workload.ts'
import { PROGRAM } from '../../demo/commands.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import {
  addressesBecome,
  answersArp,
  assignedCondition,
  conditionBecomes,
  eventsOf,
  ownerOf,
} from '../support/cluster/e2e.ts'

/*
 * The life of Services: created, retyped, deleted, created again, sharing; and what a client has of it.
 */

const skip = clusterRefusal() ?? false

t.test('Services', { skip, timeout: 200_000 }, async (t) => {
  const cluster = await createCluster()
  t.teardown(() => cluster.stop())
  await install(cluster)
  const [client] = cluster.clients
  if (client === undefined) throw new Error('no client')
  const tiny = { ...addressPool('tiny', ['10.10.0.190-10.10.0.190']) } as { spec: object }
  apply(cluster, [
    { ...tiny, spec: { ...tiny.spec, autoAssign: false } },
    echoDeployment({ name: 'web', replicas: 3 }),
  ])
  const fromTiny = (name: string) =>
    loadBalancerService({ name, app: 'web', annotations: { 'bellwether.dev/pool': 'tiny' } })
  const retype = (name: string, spec: object) =>
    cluster.kubectl(['patch', 'service', name, '--type=merge', '-p', JSON.stringify({ spec })])

  await t.test('a Service of two protocols is answered in both, and says so', async (t) => {
    apply(cluster, [loadBalancerService({ name: 'web' })])
    const answers = await addressAnswers(cluster, 'default/web')
    t.strictSame([...answers.keys()], ['10.10.0.200'])
    const { received, lost } = await gapOf(cluster, { addresses: ['10.10.0.200'] }, async () => {
      await until('some datagrams', () => ask(client, '10.10.0.200') !== undefined)
    })
    t.ok(received > 0, `${received} datagrams answered`)
    t.equal(lost, 0)
    t.equal(assignedCondition(cluster, 'default/web'), 'True Assigned')
    t.ok(eventsOf(cluster, 'web').includes('AddressAssigned'))
    t.match(
      cluster.kubectl(['describe', 'service', 'web']),
      /LoadBalancer Ingress: +10\.10\.0\.200 \(VIP\)/,
    )
  })

  await t.test('the dry run on a laptop is what the cluster carries out', async (t) => {
    const words = ['plan', '--kubeconfig', cluster.kubeconfig, '-o', 'json']
    const text = execFileSync(process.execPath, [PROGRAM, ...words], { encoding: 'utf8' })
    const specs = (list: string) =>
      (JSON.parse(list) as { items: AnnouncementPlan[] }).items.map(({ spec }) => spec)
    const stored = cluster.kubectl(['get', 'announcementplans', '-o', 'json'])
    t.strictSame(specs(text), specs(stored))
  })

  await t.test('an address that is freed goes to who waits: retyped', async (t) => {
    apply(cluster, [fromTiny('first')])
    await addressAnswers(cluster, 'default/first')
    apply(cluster, [fromTiny('second')])
    await conditionBecomes(cluster, 'default/second', 'False PoolsExhausted')
    retype('first', { type: 'ClusterIP', loadBalancerClass: null, externalTrafficPolicy: null })
    await addressesBecome(cluster, 'default/second', ['10.10.0.190'])
    await addressesBecome(cluster, 'default/first', [])
    t.equal(assignedCondition(cluster, 'default/first'), undefined, 'it says nothing any more')
    await addressAnswers(cluster, 'default/second')
    t.pass()
  })

  await t.test('and back: it waits in its turn; deleted', async (t) => {
    retype('first', { type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2' })
    await conditionBecomes(cluster, 'default/first', 'False PoolsExhausted')
    cluster.kubectl(['delete', 'service', 'second'])
    await addressesBecome(cluster, 'default/first', ['10.10.0.190'])
    await addressAnswers(cluster, 'default/first')
    t.ok(answersArp(cluster, '10.10.0.190'))
    cluster.kubectl(['delete', 'service', 'first'])
    await until('silence', () => !answersArp(cluster, '10.10.0.190'))
    t.pass('nobody answers for it once nobody has it')
  })

  await t.test('deleted and created again at once: answered again', async (t) => {
    const before = ownerOf(cluster, '10.10.0.200')
    cluster.kubectl(['delete', 'service', 'web'])
    apply(cluster, [loadBalancerService({ name: 'web' })])
    await addressesBecome(cluster, 'default/web', ['10.10.0.200'])
    await addressAnswers(cluster, 'default/web')
    t.ok(before)
  })

  await t.test('one of another load balancer is left alone', async (t) => {
    const loadBalancerClass = 'example.com/other'
    apply(cluster, [loadBalancerService({ name: 'other', app: 'web', loadBalancerClass })])
    apply(cluster, [loadBalancerService({ name: 'ours', app: 'web' })])
    await addressAnswers(cluster, 'default/ours')
    await addressesBecome(cluster, 'default/other', [])
    t.equal(assignedCondition(cluster, 'default/other'), undefined)
  })

  await t.test('two Services share one address, and one node answers for both', async (t) => {
    const annotations = { 'bellwether.dev/share': 'dns', 'bellwether.dev/addresses': '10.10.0.240' }
    const withPort = (name: string, protocol: string, port: number) => {
      const service = loadBalancerService({ name, app: 'web', annotations }) as { spec: object }
      const ports = [{ name: 'only', protocol, port, targetPort: 7100 }]
      return { ...service, spec: { ...service.spec, ports } }
    }
    apply(cluster, [withPort('tcp', 'TCP', 80), withPort('udp', 'UDP', 7100)])
    await addressesBecome(cluster, 'default/tcp', ['10.10.0.240'])
    await addressesBecome(cluster, 'default/udp', ['10.10.0.240'])
    await until('answers', () => ask(client, '10.10.0.240') !== undefined)
    const { lost } = await gapOf(cluster, { addresses: ['10.10.0.240'] }, () => Promise.resolve())
    t.equal(lost, 0)
    apply(cluster, [withPort('third', 'TCP', 80)])
    await until('a refusal', () => {
      return /^False /.test(assignedCondition(cluster, 'default/third') ?? '')
    })
    t.equal(assignedCondition(cluster, 'default/third'), 'False RequestRefused')
    cluster.kubectl(['delete', 'service', 'tcp'])
    await addressesBecome(cluster, 'default/third', ['10.10.0.240'])
    t.pass('when conditions change, it is looked at again')
  })

  await t.test('everything of ours starts again: the same addresses', async (t) => {
    const before = cluster.kubectl(['get', 'services', '-o', 'wide'])
    cluster.kubectl(['rollout', 'restart', 'deployment', '-n', 'bellwether-system'])
    await rolledOut(cluster)
    await addressAnswers(cluster, 'default/web')
    const addresses = (text: string) => text.match(/10\.10\.0\.\d+/g)
    t.strictSame(addresses(cluster.kubectl(['get', 'services', '-o', 'wide'])), addresses(before))
  })
})
