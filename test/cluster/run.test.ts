import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import { watchResource } from '../../kubernetes/io/watch-resource.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { LEASES, SERVICES } from '../../kubernetes/objects/resources.ts'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import { countingProxy } from '../support/cluster/counting-proxy.ts'
import {
  addNodes,
  applyObjects,
  clientOf,
  clusterWithCrds,
  eventually,
  ingressOf,
  poolObject,
  serviceObject,
  speakerLease,
} from '../support/cluster/live-cluster.ts'
import { reconcilerChild } from '../support/cluster/reconciler-child.ts'
import { startStopwatch } from '../support/stopwatch.ts'

const skip = controlPlaneRefusal() ?? false
const MANY = 1000

t.test('a watching reconciler on a real API server', { skip }, async (t) => {
  const outer = t
  const cluster = await clusterWithCrds(t)
  addNodes(cluster, 3)
  applyObjects(cluster, [poolObject('lan', ['10.20.0.0/20'])])
  const proxy = await countingProxy(t, cluster.url)
  const counted = cluster.kubeconfigOf('counted', cluster.token, proxy.url)
  const client = await clientOf(cluster)
  t.teardown(() => client.close())
  const place = (name: string) => ({ namespace: 'default', name })
  const service = async (name: string): Promise<KubernetesObject | undefined> => {
    const answer = await client.get(SERVICES, place(name))
    return isFailure(answer) ? undefined : answer
  }
  const conditionOf = (object: KubernetesObject | undefined) => {
    const { conditions } = (object?.['status'] ?? {}) as {
      conditions?: { type: string; status: string; reason: string }[]
    }
    return conditions?.find(({ type }) => type === 'bellwether.dev/Assigned')
  }
  const run = reconcilerChild(t, ['--kubeconfig', counted])
  await run.until('Settled')
  await run.until('WriterElected')

  await t.test('without a speaker an address is planned, and not told', async (t) => {
    await client.create(SERVICES, serviceObject('web') as KubernetesObject)
    await run.until('PlanWritten', ({ addresses }) => addresses === 1)
    const told = await eventually(
      () => service('web'),
      (web) => conditionOf(web) !== undefined,
    )
    t.match(conditionOf(told), { reason: 'NoLiveSpeaker' })
    t.strictSame(ingressOf(told), [])
  })

  await t.test('with the first renewal of a speaker it is told', async (t) => {
    await speakerLease(outer, cluster)
    const told = await eventually(
      () => service('web'),
      (web) => ingressOf(web).length > 0,
    )
    t.strictSame(ingressOf(told), ['10.20.0.0'])
    t.match(conditionOf(told), { status: 'True', reason: 'Assigned' })
    await run.until('SegmentLive')
  })

  await t.test('a change of one Service takes three writes, and no second pass any', async (t) => {
    await sleep(11_000) // Counts of pools are put off so long.
    proxy.writes.length = 0
    await client.create(SERVICES, serviceObject('mail') as KubernetesObject)
    await eventually(
      () => service('mail'),
      (mail) => ingressOf(mail).length > 0,
    )
    await sleep(3000)
    t.comment(proxy.writes.join('\n'))
    const soon = proxy.writes.filter((write) => !write.includes('/addresspools/'))
    t.ok(soon.length <= 3, `${soon.length} writes`)
    t.match(soon[0], /^PUT .*announcementplans\/default$/, 'the plan first')
  })

  await t.test('what changes nothing that is read writes nothing', async (t) => {
    await sleep(11_000)
    proxy.writes.length = 0
    const heartbeat = { status: { nodeInfo: { machineID: 'x' } } }
    const patch = ['--subresource=status', '--type=merge', '-p', JSON.stringify(heartbeat)]
    cluster.kubectl(['patch', 'node', 'n1', ...patch])
    cluster.kubectl(['annotate', 'service', 'web', 'example.org/note=1'])
    await sleep(2000)
    t.strictSame(proxy.writes, [])
  })

  await t.test('idle cluster: from a Service to its status', async (t) => {
    const latencies: number[] = []
    const waiting = new Map<string, () => void>()
    const watch = watchResource(client, SERVICES, {
      changed: () => {
        for (const [key, told] of waiting) if (ingressOf(watch.get(key)).length > 0) told()
      },
    })
    await watch.settled
    const quiet = startStopwatch()
    for (let round = 0; round < 11; round++) {
      const name = `idle-${round}`
      const told = new Promise<void>((resolve) => waiting.set(`default/${name}`, resolve))
      const before = performance.now()
      await client.create(SERVICES, serviceObject(name) as KubernetesObject)
      await told
      latencies.push(performance.now() - before)
      waiting.clear()
      await sleep(700)
    }
    watch.close()
    latencies.sort((a, b) => a - b)
    t.comment(`created to status, ms: ${latencies.map(Math.round).join(' ')}`)
    t.ok(latencies[5]! < quiet.widened(1000), `median ${Math.round(latencies[5]!)} ms`)
  })

  await t.test(`${MANY} Services at once`, async (t) => {
    const names = Array.from({ length: MANY }, (_, index) => `many-${index}`)
    const createdAt = new Map<string, number>()
    const latencies: number[] = []
    proxy.writes.length = 0
    let all: () => void = () => undefined
    const done = new Promise<void>((resolve) => (all = resolve))
    const watch = watchResource(client, SERVICES, {
      changed: () => {
        for (const [name, at] of createdAt)
          if (ingressOf(watch.get(`default/${name}`)).length > 0) {
            latencies.push(performance.now() - at)
            createdAt.delete(name)
          }
        if (latencies.length === MANY) all()
      },
    })
    await watch.settled
    const queue = [...names]
    const creator = async () => {
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        createdAt.set(name, performance.now())
        await client.create(SERVICES, serviceObject(name) as KubernetesObject)
      }
    }
    const began = performance.now()
    await Promise.all(Array.from({ length: 16 }, creator))
    const created = performance.now() - began
    await done
    watch.close()
    latencies.sort((a, b) => a - b)
    const p = (share: number) => Math.round(latencies[Math.floor(share * (MANY - 1))]!)
    const plans = proxy.writes.filter((write) => write.includes('announcementplans'))
    const statuses = proxy.writes.filter((write) => write.includes('/services/'))
    const events = proxy.writes.filter((write) => write.includes('/events'))
    t.comment(
      `${MANY} created in ${Math.round(created)} ms; to status p50 ${p(0.5)}, p99 ${p(0.99)}, max ${p(1)} ms`,
    )
    t.comment(`${plans.length} plans, ${statuses.length} statuses, ${events.length} events`)
    t.equal(statuses.length, MANY, 'each status is written once')
    t.ok(p(0.99) < 20_000)
  })

  await t.test('SIGTERM releases the Lease, within a second', async (t) => {
    const before = performance.now()
    t.equal(await run.end('SIGTERM'), 0)
    t.ok(performance.now() - before < 1000, `${Math.round(performance.now() - before)} ms`)
    const lease = await client.get(LEASES, {
      namespace: 'bellwether-system',
      name: 'bellwether-reconciler',
    })
    t.match(lease, { spec: { holderIdentity: '' } })
    t.equal(run.lines.at(-1)?.event, 'ReconcilerStopped')
    const bad = run.lines.filter(({ level }) => level !== 'info')
    t.strictSame(bad, [])
  })
})
