import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import {
  addNodes,
  applyObjects,
  bellwether,
  clusterWithCrds,
  eventually,
  poolObject,
  serviceObject,
  speakerLease,
} from '../support/cluster/live-cluster.ts'
import { ACCOUNT, role, RULES_WITHOUT_SERVICES } from '../support/cluster/reconciler-account.ts'
import { reconcilerChild } from '../support/cluster/reconciler-child.ts'

const skip = controlPlaneRefusal() ?? false

const PLAN = ['get', 'announcementplan', 'default', '-o', 'jsonpath={.spec.announcements}']

t.test('apply, and run with a folder, from the command line', { skip }, async (t) => {
  const cluster = await clusterWithCrds(t)
  addNodes(cluster, 3)
  applyObjects(cluster, [serviceObject('web'), serviceObject('mail')])
  const admin = ['--kubeconfig', cluster.kubeconfig]
  const pools = join(t.testdir({ pools: {} }), 'pools')
  const write = (name: string, addresses: string) =>
    writeFileSync(join(pools, `${name}.json`), JSON.stringify(poolObject(name, [addresses])))
  write('lan', '192.0.2.100-192.0.2.119')
  const ingress = (name: string) =>
    cluster.kubectl(['get', 'service', name, '-o', 'jsonpath={.status.loadBalancer.ingress[*].ip}'])

  await t.test('5 while no speaker is running, 0 once one is', async (t) => {
    const pending = await bellwether('apply', ...admin, '--pools', pools)
    t.equal(pending.code, 5, pending.err)
    t.match(pending.out, 'Plan: 2 to assign')
    t.match(pending.err, /no speaker is running that answers for default\/mail, default\/web/)
    t.equal(ingress('web'), '')
    const lease = await speakerLease(t, cluster)
    const done = await bellwether('apply', ...admin, '--pools', pools, '--wait', '10')
    t.equal(done.code, 0, done.err)
    t.match(ingress('web'), /^192\.0\.2\.1\d\d$/)
    const again = await bellwether('apply', ...admin, '--pools', pools)
    t.equal(again.code, 0, 'what is told needs no speaker')
    await lease.stop()
  })

  await t.test('3 if the guard blocks, and nothing is written', async (t) => {
    rmSync(join(pools, 'lan.json'))
    const blocked = await bellwether('apply', ...admin, '--pools', pools)
    t.equal(blocked.code, 3, blocked.err)
    t.match(blocked.err, /nothing was written/)
    t.match(ingress('web'), /^192\.0\.2\.1\d\d$/)
    write('lan', '192.0.2.100-192.0.2.119')
  })

  await t.test('4 if a kind cannot be listed: it is named, and nothing is released', async (t) => {
    applyObjects(cluster, [role(RULES_WITHOUT_SERVICES), ...ACCOUNT])
    const before = cluster.kubectl(PLAN)
    const config = cluster.serviceAccount('bellwether-system', 'reconciler')
    const incomplete = await bellwether('apply', '--kubeconfig', config, '--pools', pools)
    t.equal(incomplete.code, 4, incomplete.err)
    t.match(incomplete.err, /services/i)
    t.equal(cluster.kubectl(PLAN), before)
    t.match(ingress('web'), /^192\.0\.2\.1\d\d$/)
  })

  await t.test('1 if the cluster cannot be read', async (t) => {
    const dead = cluster.kubeconfigOf('dead', 'token', 'https://127.0.0.1:1')
    const { code, err } = await bellwether('apply', '--kubeconfig', dead, '--pools', pools)
    t.equal(code, 1)
    t.match(err, /the cluster cannot be read: .*ECONNREFUSED.*\n {2}nothing was written/)
    t.equal((await bellwether('apply', ...admin, '--pools', '/nowhere')).code, 1)
  })

  await t.test('run follows a folder, serves pages, and loses nothing with it', async (t) => {
    const http = ['--http', '127.0.0.1:0']
    const run = reconcilerChild(t, [...admin, '--pools', pools, ...http])
    const { address } = await run.until('HttpServing')
    await run.until('PoolsRead')
    await run.until('WriterElected')
    const page = async (path: string) => {
      const answer = await fetch(`http://${String(address)}${path}`)
      return { status: answer.status, body: await answer.text() }
    }
    await eventually(
      () => page('/readyz'),
      ({ status }) => status === 200,
    )
    t.match(await page('/healthz'), { status: 200, body: 'ok\n' })
    write('more', '192.0.2.150')
    await run.until('PoolsRead', ({ files }) => files === 2)
    rmSync(pools, { recursive: true })
    await run.until('PoolsStale')
    const { body } = await page('/metrics')
    t.match(body, 'bellwether_reconciler_pools_stale 1')
    t.match(body, /bellwether_reconciler_passes_total{result="done"} [1-9]/)
    t.match(ingress('web'), /^192\.0\.2\.1\d\d$/)
    mkdirSync(pools)
    await run.until('PlanBlocked', ({ message }) => String(message).includes('emptyPools'))
    t.match(ingress('web'), /^192\.0\.2\.1\d\d$/)
    write('lan', '192.0.2.100-192.0.2.119')
    await run.until('PlanUnblocked')
    t.equal(await run.end('SIGTERM'), 0)
  })
})
