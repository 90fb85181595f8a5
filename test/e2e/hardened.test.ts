import { readlinkSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { addressAnswers } from '../../demo/cluster/answers.ts'
import { clusterRefusal, createCluster, type Cluster } from '../../demo/cluster/cluster.ts'
import { cutNode } from '../../demo/cluster/faults.ts'
import { apply, install } from '../../demo/cluster/install.ts'
import { processOn } from '../../demo/cluster/roles.ts'
import { steadyService } from '../../demo/cluster/workload.ts'
import { ownerOf } from '../support/cluster/e2e.ts'
import { eventually } from '../support/cluster/live-cluster.ts'
import { ONLY_NET_RAW, processStatus } from '../support/process-status.ts'
import { root } from '../support/root.ts'

/*
 * `config/hardened`: reconcilers and speakers apart, each with nothing that it does not need.
 */

const skip = clusterRefusal() ?? false
const RECONCILER = 'bellwether-reconciler/'
const SPEAKER = 'bellwether-speaker/'
/** As /proc tells it, proc(5). */
const SECCOMP_MODE_FILTER = '2'

t.test('the hardened overlay', { skip, timeout: 120_000 }, async (t) => {
  const cluster = await createCluster()
  t.teardown(() => cluster.stop())
  await install(cluster, join(root, 'config/hardened'))
  apply(cluster, steadyService('steady', ['IPv4', 'IPv6']))
  const answers = await addressAnswers(cluster, 'default/steady', 2)
  const [address = ''] = answers.keys()

  /** Processes of a Pod's container, on whichever nodes there is one. */
  const processes = (pod: string, container: string): number[] =>
    cluster.nodes.flatMap((node) => processOn(node, pod, container) ?? [])

  await t.test('is answered by both families', async (t) => {
    t.equal(answers.size, 2)
  })

  await t.test('the reconciler has no capability and no host network', async (t) => {
    const found = processes(RECONCILER, 'reconciler')
    t.equal(found.length, 2)
    for (const pid of found) {
      t.equal(processStatus(pid)['CapEff'], '0'.repeat(16))
      const hosts = processes(SPEAKER, 'speaker').map(networkOf)
      t.notOk(hosts.includes(networkOf(pid)))
    }
  })

  await t.test('the speaker has NET_RAW and nothing else', async (t) => {
    const found = processes(SPEAKER, 'speaker')
    t.equal(found.length, 2)
    for (const pid of found) t.equal(processStatus(pid)['CapEff'], ONLY_NET_RAW)
  })

  await t.test('both run under the seccomp profile of the runtime', async (t) => {
    const all = [...processes(RECONCILER, 'reconciler'), ...processes(SPEAKER, 'speaker')]
    t.equal(all.length, 4)
    for (const pid of all) t.equal(processStatus(pid)['Seccomp'], SECCOMP_MODE_FILTER)
  })

  await t.test('the speaker can list neither Services nor Secrets', async (t) => {
    const may = (...words: string[]) => mayDo(cluster, SPEAKER, words)
    t.notOk(may('list', 'services'))
    t.notOk(may('list', 'secrets'))
    t.notOk(may('update', 'announcementplans.bellwether.dev/default'))
    t.ok(may('watch', 'announcementplans.bellwether.dev/default'))
  })

  await t.test('a dead owner is replaced', async (t) => {
    const before = ownerOf(cluster, address) ?? ''
    const mend = cutNode(cluster, before)
    const after = await eventually(
      () => ownerOf(cluster, address),
      (owner) => owner !== undefined && owner !== before,
    )
    mend()
    t.not(after, before)
  })
})

function networkOf(pid: number): string {
  return readlinkSync(`/proc/${pid}/ns/net`)
}

function mayDo(cluster: Cluster, pod: string, words: readonly string[]): boolean {
  const namespace = pod.slice(0, -1)
  const account = `system:serviceaccount:${namespace}:${namespace}`
  try {
    return (
      cluster.kubectl(['auth', 'can-i', ...words, '--all-namespaces', `--as=${account}`]).trim() ===
      'yes'
    )
  } catch {
    // kubectl ends with 1 for "no".
    return false
  }
}
