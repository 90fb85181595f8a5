import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { controlPlaneRefusal } from '../../demo/control-plane.ts'
import {
  addNodes,
  applyObjects,
  bellwether,
  clusterWithCrds,
  poolObject,
  serviceObject,
} from '../support/cluster/live-cluster.ts'

const skip = controlPlaneRefusal() ?? false
const NOW = ['--now', '2026-03-01T09:00:00Z', '--revision', 'abc']

/** May list these, and nothing else. */
function reader(name: string, resources: readonly (readonly [group: string, plural: string])[]) {
  return [
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name },
      rules: resources.map(([group, plural]) => ({
        apiGroups: [group],
        resources: [plural],
        verbs: ['list'],
      })),
    },
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'default' } },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }],
    },
  ]
}

const ALL = [
  ['', 'services'],
  ['', 'nodes'],
  ['', 'namespaces'],
  ['discovery.k8s.io', 'endpointslices'],
  ['bellwether.dev', 'addresspools'],
  ['bellwether.dev', 'announcementplans'],
] as const

t.test('the commands against a real API server', { skip }, async (t) => {
  const cluster = await clusterWithCrds(t)
  addNodes(cluster, 3)
  applyObjects(cluster, [
    poolObject('lan', ['192.0.2.100-192.0.2.119']),
    serviceObject('web'),
    serviceObject('mail'),
    serviceObject('local', { externalTrafficPolicy: 'Local' }),
    serviceObject('other', { loadBalancerClass: 'example.org/other' }),
  ])
  const admin = ['--kubeconfig', cluster.kubeconfig]
  const folder = t.testdir({
    pools: { 'lan.json': JSON.stringify(poolObject('lan', ['192.0.2.100-192.0.2.119'])) },
  })
  const pools = ['--pools', join(folder, 'pools')]

  await t.test('plan: pools from the cluster and from files, the same bytes', async (t) => {
    const live = await bellwether('plan', ...admin, ...NOW, '-o', 'json')
    t.equal(live.code, 0, live.err)
    const { items } = JSON.parse(live.out) as { items: AnnouncementPlan[] }
    t.equal(items[0]?.spec.announcements.length, 3)
    const files = await bellwether('plan', ...admin, ...pools, ...NOW, '-o', 'json')
    t.equal(files.out, live.out)
    const named = await bellwether('plan', ...admin, '--context', 'lan', ...NOW, '-o', 'json')
    t.equal(named.out, live.out)
  })

  await t.test('export-state: the same bytes each time, and as plan reads them', async (t) => {
    const [json, again, asYaml] = await Promise.all(
      ['json', 'json', 'yaml'].map((format) => bellwether('export-state', ...admin, '-o', format)),
    )
    t.equal(json?.code, 0)
    t.equal(again?.out, json?.out)
    t.notMatch(json?.out, /managedFields|last-applied|resourceVersion|lastHeartbeatTime/)
    const live = await bellwether('plan', ...admin, ...NOW, '-o', 'json')
    for (const [name, text] of [
      ['state.json', json?.out ?? ''],
      ['state.yaml', asYaml?.out ?? ''],
    ] as const) {
      writeFileSync(join(folder, name), text)
      const state = ['--state', join(folder, name)]
      const offline = await bellwether('plan', ...state, ...NOW, '-o', 'json')
      t.equal(offline.code, 0, offline.err)
      t.equal(offline.out, live.out, name)
      const files = await bellwether('plan', ...state, ...pools, ...NOW, '-o', 'json')
      t.equal(files.out, live.out, `${name}, pools from files`)
    }
  })

  await t.test('plans in force are those of the cluster', async (t) => {
    const { out } = await bellwether('plan', ...admin, ...NOW, '-o', 'json')
    cluster.kubectl(['create', '-f', '-'], out)
    const again = await bellwether('plan', ...admin, '--detailed-exitcode', '--revision', 'abc')
    t.equal(again.code, 0, again.err)
    t.match(again.out, '0 to assign, 0 to move, 0 to release, 3 kept')
    t.match(await bellwether('diff', ...admin, '--revision', 'abc'), { code: 0, out: '' })
    const state = join(folder, 'with-plan.json')
    writeFileSync(state, (await bellwether('export-state', ...admin, '-o', 'json')).out)
    t.match(await bellwether('diff', '--state', state, '--revision', 'abc'), { code: 0, out: '' })
    const explained = await bellwether('explain', 'default/web', ...admin)
    t.equal(explained.code, 0, explained.err)
    t.match(explained.out, '192.0.2.10')
    cluster.kubectl(['delete', 'announcementplan', 'default'])
  })

  await t.test('the owners that a speaker reports are inputs, live and exported', async (t) => {
    const planned = await bellwether('plan', ...admin, ...NOW, '-o', 'json')
    cluster.kubectl(['create', '-f', '-'], planned.out)
    const { items } = JSON.parse(planned.out) as { items: AnnouncementPlan[] }
    const { nodes, announcements } = items[0]!.spec
    const { address, candidates } = announcements.at(-1)!
    const moved = [{ address, node: nodes[candidates[1]!]?.name }]
    const patch = JSON.stringify({ status: { moved } })
    const status = ['--subresource=status', '--type=merge', '-p', patch]
    cluster.kubectl(['patch', 'announcementplan', 'default', ...status])
    const state = join(folder, 'moved.json')
    writeFileSync(state, (await bellwether('export-state', ...admin, '-o', 'json')).out)
    const live = await bellwether('plan', ...admin, ...NOW, '-o', 'json')
    const offline = await bellwether('plan', '--state', state, ...NOW, '-o', 'json')
    t.equal(offline.out, live.out)
    cluster.kubectl(['delete', 'announcementplan', 'default'])
  })

  await t.test('validate against the cluster', async (t) => {
    const { code, err } = await bellwether('validate', join(folder, 'pools'), ...admin)
    t.equal(code, 0, err)
    t.match(err, '1 pool in 1 file')
  })

  await t.test('a right that is missing is named, and the exit code is 4', async (t) => {
    applyObjects(cluster, reader('no-services', ALL.slice(1)))
    const some = ['--kubeconfig', cluster.serviceAccount('default', 'no-services')]
    const exported = await bellwether('export-state', ...some)
    t.equal(exported.code, 4)
    t.match(exported.err, /Services are not known: .*\blist\b.*services.*\n {2}the file lacks them/)
    t.match(exported.out, 'kind: EndpointSlice')
    t.notMatch(exported.out, 'kind: Service\n')
    const planned = await bellwether('plan', ...some)
    t.equal(planned.code, 4)
    t.match(planned.err, /Services are not known: .*list.*services/)
  })

  await t.test('pools that may not be listed are unknown; plans have to be known', async (t) => {
    applyObjects(cluster, reader('no-pools', [...ALL.slice(0, 4), ALL[5]]))
    applyObjects(cluster, reader('no-plans', ALL.slice(0, 5)))
    const noPools = ['--kubeconfig', cluster.serviceAccount('default', 'no-pools')]
    const planned = await bellwether('plan', ...noPools)
    t.equal(planned.code, 4)
    t.match(planned.err, /list.*addresspools/)
    t.equal((await bellwether('plan', ...noPools, ...pools)).code, 0)
    const noPlans = ['--kubeconfig', cluster.serviceAccount('default', 'no-plans')]
    const refused = await bellwether('plan', ...noPlans)
    t.equal(refused.code, 1)
    t.match(refused.err, /the plans in force are not known: .*list.*announcementplans/)
  })

  await t.test('held wrong', async (t) => {
    const context = await bellwether('plan', ...admin, '--context', 'nowhere')
    t.equal(context.code, 1)
    t.match(context.err, /nowhere/)
    const dead = cluster.kubeconfigOf('dead', 'token', 'https://127.0.0.1:1')
    const unreachable = await bellwether('export-state', '--kubeconfig', dead)
    t.equal(unreachable.code, 2)
    t.match(unreachable.err, /the API server does not list the Services: .*ECONNREFUSED/)
    const stranger = cluster.kubeconfigOf('stranger', 'wrong')
    const unauthorized = await bellwether('plan', '--kubeconfig', stranger)
    t.equal(unauthorized.code, 1)
    t.match(unauthorized.err, /\n {2}log in again/)
  })

  await t.test('without our CRDs, plan is a dry run of the installation', async (t) => {
    cluster.kubectl(['delete', 'crd', '--all'])
    const planned = await bellwether('plan', ...admin, ...pools)
    t.equal(planned.code, 0, planned.err)
    t.match(planned.out, '3 to assign')
    const without = await bellwether('plan', ...admin)
    t.equal(without.code, 1)
    t.match(without.err, /no pools are named/)
  })
})
