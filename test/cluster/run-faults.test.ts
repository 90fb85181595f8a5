import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { ANNOUNCEMENT_PLANS, SERVICES } from '../../kubernetes/objects/resources.ts'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import { join } from 'node:path'
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
import {
  ACCOUNT,
  role,
  RULES,
  RULES_WITHOUT_SERVICES,
} from '../support/cluster/reconciler-account.ts'
import { reconcilerChild } from '../support/cluster/reconciler-child.ts'
import { root } from '../support/root.ts'

const skip = controlPlaneRefusal() ?? false
const OUTAGE_MILLISECONDS = 20_000

t.test('faults around watching reconcilers', { skip }, async (t) => {
  const outer = t
  const cluster = await clusterWithCrds(t)
  addNodes(cluster, 3)
  applyObjects(cluster, [poolObject('lan', ['192.0.2.100-192.0.2.199']), role(RULES), ...ACCOUNT])
  const config = ['--kubeconfig', cluster.serviceAccount('bellwether-system', 'reconciler')]
  const client = await clientOf(cluster)
  t.teardown(() => client.close())
  const create = (name: string) => client.create(SERVICES, serviceObject(name) as KubernetesObject)
  const addressOf = async (name: string) => {
    const answer = await client.get(SERVICES, { namespace: 'default', name })
    return isFailure(answer) ? [] : ingressOf(answer)
  }
  const told = (name: string) =>
    eventually(
      () => addressOf(name),
      (found) => found.length > 0,
      30,
    )
  const planned = async (): Promise<string[]> => {
    const plan = await client.get(ANNOUNCEMENT_PLANS, { name: 'default' })
    if (isFailure(plan)) return []
    const { announcements } = plan['spec'] as { announcements: { address: string }[] }
    return announcements.map(({ address }) => address)
  }
  await speakerLease(outer, cluster)
  const first = reconcilerChild(outer, config, 'first')
  await first.until('WriterElected')
  const second = reconcilerChild(outer, config, 'second')
  await second.until('WriterFollowed', ({ holder }) => holder === 'first')
  await second.until('Settled')
  await create('web')
  const [address = ''] = await told('web')
  t.notOk(
    second.lines.some(({ event }) => event === 'PlanWritten'),
    'one writes',
  )

  await t.test('kill -9: the other one takes over, and nothing moves', async (t) => {
    const before = performance.now()
    await first.end('SIGKILL')
    await create('after-kill')
    await second.until('WriterElected')
    await told('after-kill')
    t.comment(`taken over after ${Math.round(performance.now() - before)} ms`)
    t.strictSame(await addressOf('web'), [address])
  })

  await t.test('the API server stands still for 20 s', async (t) => {
    cluster.apiServer.kill('SIGSTOP')
    await sleep(OUTAGE_MILLISECONDS)
    t.equal(second.process.exitCode, null)
    cluster.apiServer.kill('SIGCONT')
    const before = performance.now()
    await eventually(
      () => create('after-outage'),
      (answer) => !isFailure(answer),
      30,
    )
    await told('after-outage')
    t.comment(`${Math.round(performance.now() - before)} ms after it was back`)
    t.strictSame(await addressOf('web'), [address])
  })

  await t.test('the right to list Services is revoked: nothing is released', async (t) => {
    const before = await planned()
    cluster.kubectl(['replace', '-f', '-'], JSON.stringify(role(RULES_WITHOUT_SERVICES)))
    // Whoever watches goes on hearing until the watch ends: another reconciler has to list.
    const third = reconcilerChild(t, config, 'third')
    const denied = await third.until('WatchDenied', ({ kind }) => kind === 'Service')
    t.match(denied['message'], /list.*services/)
    await third.until('Settled', ({ unknown }) => (unknown as string[]).includes('Service'))
    await second.end('SIGTERM')
    await third.until('WriterElected')
    await third.until('InputIncomplete')
    t.strictSame(await planned(), before)
    t.strictSame(await addressOf('web'), [address])
    cluster.kubectl(['replace', '-f', '-'], JSON.stringify(role(RULES)))
    await third.until('InputComplete')
    await create('after-rights')
    await told('after-rights')
    await third.end('SIGTERM')
  })

  const last = reconcilerChild(outer, config, 'last')
  await last.until('WriterElected')

  await t.test('a stored plan that is none: nothing is written until it is gone', async (t) => {
    const plan = await client.get(ANNOUNCEMENT_PLANS, { name: 'default' })
    if (isFailure(plan)) throw new Error(plan.message)
    // What one object can know, the CRD refuses; that addresses are in order it does not look at.
    const spec = plan['spec'] as { announcements: object[] }
    const broken = { ...spec, announcements: [...spec.announcements].reverse() }
    const answer = await client.replace(ANNOUNCEMENT_PLANS, { ...plan, spec: broken })
    if (isFailure(answer)) throw new Error(answer.message)
    await last.until('LedgerUnreadable')
    await create('meanwhile')
    await sleep(1000)
    t.strictSame(await addressOf('meanwhile'), [])
    t.strictSame(await addressOf('web'), [address])
    cluster.kubectl(['delete', 'announcementplan', 'default'])
    await told('meanwhile')
    t.strictSame(await addressOf('web'), [address], 'from its status')
  })

  await t.test('the CRD of the pools is deleted, and comes back', async (t) => {
    const before = await planned()
    cluster.kubectl(['delete', 'crd', 'addresspools.bellwether.dev'])
    await last.until('InputIncomplete')
    t.strictSame(await planned(), before)
    t.strictSame(await addressOf('web'), [address])
    cluster.kubectl(['apply', '--server-side', '-f', join(root, 'config/crd')])
    cluster.kubectl(['wait', '--for=condition=Established', 'crd', '--all', '--timeout=20s'])
    applyObjects(cluster, [poolObject('lan', ['192.0.2.100-192.0.2.199'])])
    await create('after-crd')
    await told('after-crd')
    t.strictSame(await addressOf('web'), [address])
  })

  await t.test('the CRD of the plans is deleted, and comes back', async (t) => {
    const before = await planned()
    cluster.kubectl(['delete', 'crd', 'announcementplans.bellwether.dev'])
    await last.until('WatchDenied', ({ kind }) => kind === 'AnnouncementPlan')
    t.strictSame(await addressOf('web'), [address])
    cluster.kubectl(['apply', '--server-side', '-f', join(root, 'config/crd')])
    const again = await eventually(planned, (found) => found.length === before.length, 30)
    t.strictSame(again, before, 'the same addresses, from the Services')
    t.strictSame(await addressOf('web'), [address])
  })
})
