import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { clusterRefusal, createCluster, until } from '../../demo/cluster/cluster.ts'
import { cutFromApi, cutNode, stopKubelet } from '../../demo/cluster/faults.ts'
import { apply } from '../../demo/cluster/install.ts'
import { isReady, type SchedulableNode } from '../../demo/cluster/kubelet/scheduling.ts'
import { echoDeployment } from '../../demo/cluster/workload.ts'
import { commandLine } from '../../demo/lan.ts'

/*
 * What the tests of the cluster stand on: Pods with the rights that they say, nodes that die, nothing left behind.
 */

const skip = clusterRefusal() ?? false
const CONFINED = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
}

function confined(name: string, script: string, security: object): object {
  const container = { name: 'main', image: 'pause', command: ['sh', '-c', script] }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'default' },
    spec: {
      nodeName: 'node-1',
      hostNetwork: true,
      terminationGracePeriodSeconds: 1,
      containers: [{ ...container, securityContext: { ...CONFINED, ...security } }],
    },
  }
}

t.test('a cluster in network namespaces', { skip }, async (t) => {
  const cluster = await createCluster({ nodeGraceSeconds: 4 })
  t.teardown(() => cluster.stop())
  const readiness = async () => {
    const { items } = await cluster.api.call<{ items: SchedulableNode[] }>('GET', '/api/v1/nodes')
    return items.filter(isReady).map(({ metadata }) => metadata.name)
  }

  t.test('a container has what its security context leaves', async (t) => {
    // personality(2) with ADDR_NO_RANDOMIZE needs no privilege: only a seccomp profile refuses it.
    const script =
      'id -u; grep -E "CapEff|Seccomp:" /proc/self/status; touch /x; setarch -R echo as it likes; echo end; exec sleep 1000'
    apply(cluster, [
      confined('raw', script, {
        capabilities: { drop: ['ALL'], add: ['NET_RAW'] },
        seccompProfile: { type: 'RuntimeDefault' },
      }),
      confined('nobody', script, { runAsNonRoot: true }),
    ])
    const log = async (name: string) => {
      const file = join(cluster.folder, 'node-1/logs', `${name}-main.log`)
      await until(`${name} has run`, () => readFileSync(file, 'utf8').includes('end'))
      return readFileSync(file, 'utf8')
    }
    const raw = await log('raw')
    t.match(raw, /^0$/m, 'root')
    t.match(raw, /CapEff:\s+0000000000002000/, 'with CAP_NET_RAW alone')
    t.match(raw, /Read-only file system/)
    t.match(raw, /Seccomp:\s+2/)
    t.match(raw, /personality.*Operation not permitted/)
    const nobody = await log('nobody')
    t.match(nobody, /^65532$/m)
    t.match(nobody, /CapEff:\s+0000000000000000/)
    t.match(nobody, /as it likes/)
    cluster.kubectl(['delete', 'pod', 'raw', 'nobody', '--wait'])
  })

  t.test('a rollout ends, and Pods are scheduled', async (t) => {
    apply(cluster, [echoDeployment({ name: 'web', replicas: 3 })])
    const rolled = () =>
      cluster.kubectl(['rollout', 'status', 'deployment', 'web', '--timeout=60s'])
    t.match(rolled(), /successfully rolled out/)
    cluster.kubectl(['rollout', 'restart', 'deployment', 'web'])
    t.match(rolled(), /successfully rolled out/)
  })

  t.test('a node is NotReady when its kubelet stops, loses the API, or dies', async (t) => {
    for (const fault of [stopKubelet, cutFromApi, cutNode]) {
      const takeBack = fault(cluster, 'node-2')
      await until('NotReady', async () => !(await readiness()).includes('node-2'))
      t.same(await readiness(), ['node-1', 'node-3'], fault.name)
      takeBack()
      await until('Ready', async () => (await readiness()).includes('node-2'))
    }
  })

  t.test('etcd can be set back', async (t) => {
    const snapshot = cluster.controlPlane.snapshot()
    cluster.kubectl(['create', 'configmap', 'later'])
    await cluster.controlPlane.restore(snapshot)
    const names = cluster.kubectl(['get', 'configmaps', '-o', 'name'])
    t.notMatch(names, /later/)
    await until('all Ready', async () => (await readiness()).length === 3)
  })
})

t.test('the control plane can be on a node', { skip }, async (t) => {
  const cluster = await createCluster({ nodes: 2, controlPlaneOnNode: true })
  t.teardown(() => cluster.stop())
  t.equal(cluster.controlPlaneHost.name, 'node-1')
  t.match(cluster.controlPlane.url, '10.10.0.11')
})

t.test('a cluster whose process is killed leaves nothing behind', { skip }, async (t) => {
  const script = fileURLToPath(new URL('../support/cluster/cluster-child.js', import.meta.url))
  const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  const { prefix, folders } = JSON.parse(line) as { prefix: string; folders: string[] }
  const before = [...processesOf(folders), ...processesIn(prefix)]
  const own = () => before.filter((pid) => commandLine(pid) !== '')
  t.ok(processesOf(folders).length >= 9, 'its processes run')
  t.ok(
    own().some((pid) => /bellwether.js\0run/.test(commandLine(pid))),
    'and those of its Pods',
  )
  child.kill('SIGKILL')
  await until('no process', () => own().length === 0)
  await until('no namespace', () => !execFileSync('ip', ['netns']).toString().includes(prefix))
  await until('no folder', () => !folders.some((folder) => existsSync(folder)))
  t.pass('processes, namespaces and folders are gone')
})

/** Processes that name one of the folders in their arguments. */
function processesOf(folders: readonly string[]): string[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name))
  return pids.filter((pid) => folders.some((folder) => commandLine(pid).includes(folder)))
}

/** Processes in the namespaces whose names begin with the prefix. */
function processesIn(prefix: string): string[] {
  const names = readdirSync('/var/run/netns').filter((name) => name.startsWith(`${prefix}-`))
  return names.flatMap((name) =>
    execFileSync('ip', ['netns', 'pids', name], { encoding: 'utf8' }).split('\n').filter(Boolean),
  )
}
