import { existsSync } from 'node:fs'
import t, { type Test } from 'tap'
import { programPath } from '../../demo/control-plane.ts'
import {
  containerOf,
  containersOf,
  ofKind,
  podSpecOf,
  render,
  type Manifest,
} from '../support/cluster/manifests.ts'

const skip = existsSync(programPath('kubectl'))
  ? false
  : 'needs kubectl: "npm run control-plane" builds it'

const FOLDERS = [
  'crd',
  'rbac',
  'default',
  'hardened',
  'samples',
  'examples/segment',
  'examples/git-pools',
]

/** Paths of what a GitOps engine would never see as settled: the API server drops it. */
function emptyValues(value: unknown, path = ''): readonly string[] {
  if (value === null || value === undefined) return [path]
  if (typeof value !== 'object') return []
  const entries = Object.entries(value)
  if (entries.length === 0) return /emptyDir$|subresources.status$/.test(path) ? [] : [path]
  return entries.flatMap(([key, inner]) => emptyValues(inner, `${path}.${key}`))
}

function nameOf({ kind, metadata }: Manifest): string {
  return `${kind} ${metadata.name}`
}

for (const folder of FOLDERS)
  t.test(`config/${folder}: what any of ours must hold`, { skip }, (t) => {
    const objects = render(folder)
    t.same(
      objects.flatMap((object) => emptyValues(object).map((path) => nameOf(object) + path)),
      [],
      'no empty lists, maps or nulls',
    )
    t.same(objects.filter((object) => 'status' in object).map(nameOf), [], 'status is not for Git')
    const rules = objects.flatMap(({ rules = [] }) => rules)
    t.notMatch(JSON.stringify(rules), /\*/, 'no right is a wildcard')
    t.notMatch(JSON.stringify(rules), /secrets|configmaps|pods|escalate|impersonate|bind/)
    t.same(
      objects.filter(({ kind }) => /Secret|Webhook|ConfigMap/.test(kind)).map(nameOf),
      [],
      'nothing that is made when rendering, and no webhook',
    )
    t.end()
  })

for (const folder of ['default', 'hardened', 'examples/segment', 'examples/git-pools'])
  t.test(`config/${folder}: Pods`, { skip }, (t) => {
    const objects = render(folder)
    const deployments = ofKind(objects, 'Deployment')
    t.ok(deployments.length > 0)
    for (const deployment of deployments) checkDeployment(t, objects, deployment)
    t.same(
      objects
        .filter(({ metadata }) => metadata.labels?.['app.kubernetes.io/part-of'] !== 'bellwether')
        .map(nameOf),
      [],
      'everything says what it belongs to',
    )
    t.end()
  })

function checkDeployment(t: Test, objects: readonly Manifest[], deployment: Manifest): void {
  const spec = podSpecOf(deployment)
  const name = nameOf(deployment)
  t.match(deployment.spec, {
    replicas: 2,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } },
  })
  const { matchLabels } = deployment.spec?.['selector'] as { matchLabels: Record<string, string> }
  const term = { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels } }
  t.same(
    spec['affinity'],
    { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } },
    `${name}: never two on one node`,
  )
  t.equal(spec['priorityClassName'], 'system-cluster-critical')
  t.ok(
    ofKind(objects, 'PodDisruptionBudget').some(({ spec }) => sameLabels(spec, matchLabels)),
    `${name} has a budget`,
  )
  t.ok(
    ofKind(objects, 'ServiceAccount').some(
      ({ metadata }) =>
        metadata.name === spec.serviceAccountName &&
        metadata.namespace === deployment.metadata.namespace,
    ),
    `${name} has its ServiceAccount`,
  )
  for (const container of containersOf(deployment)) {
    const { securityContext, resources } = container
    t.match(
      securityContext,
      {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      },
      `${name}, ${container.name}`,
    )
    const isSpeaker = container.name === 'speaker'
    t.same(securityContext.capabilities?.add, isSpeaker ? ['NET_RAW'] : undefined)
    t.equal(securityContext.runAsNonRoot, isSpeaker ? undefined : true)
    t.match(resources, { requests: { cpu: /m$/, memory: /Mi$/ }, limits: { memory: /Mi$/ } })
    if (container.name !== 'git-sync') checkProbes(t, spec.hostNetwork === true, container)
  }
  const ports = containersOf(deployment).flatMap(({ ports = [] }) =>
    ports.map(({ containerPort }) => containerPort),
  )
  t.equal(new Set(ports).size, ports.length, `${name}: containers of a Pod share its ports`)
}

function sameLabels(spec: Manifest['spec'], labels: Readonly<Record<string, string>>): boolean {
  const { matchLabels } = spec?.['selector'] as { matchLabels: Record<string, string> }
  return JSON.stringify(matchLabels) === JSON.stringify(labels)
}

/** On the host network, what is served is for the node alone. */
function checkProbes(
  t: Test,
  onHost: boolean,
  { name, args, ports, livenessProbe, readinessProbe }: ReturnType<typeof containerOf>,
): void {
  const http = args.find((word) => word.startsWith('--http='))?.slice('--http='.length) ?? ''
  const port = Number(/\d+$/.exec(http)?.[0])
  t.equal(http, onHost ? `127.0.0.1:${port}` : `[::]:${port}`, name)
  const host = onHost ? { host: '127.0.0.1' } : {}
  t.same(livenessProbe?.httpGet, { ...host, path: '/healthz', port })
  t.same(readinessProbe?.httpGet, { ...host, path: '/readyz', port })
  t.same(ports, [{ name: 'http', containerPort: port, protocol: 'TCP' }])
}

t.test('default: the speaker is a native sidecar of the reconciler', { skip }, (t) => {
  const objects = render('default')
  t.equal(containerOf(objects, 'speaker').restartPolicy, 'Always')
  t.ok(podSpecOf(ofKind(objects, 'Deployment')[0] as Manifest).hostNetwork)
  t.end()
})

t.test('hardened: two namespaces, and what each may', { skip }, (t) => {
  const objects = render('hardened')
  const levels = ofKind(objects, 'Namespace').map(({ metadata }) => [
    metadata.name,
    metadata.labels?.['pod-security.kubernetes.io/enforce'],
  ])
  t.same(Object.fromEntries(levels), {
    'bellwether-reconciler': 'restricted',
    'bellwether-speaker': 'privileged',
  })
  const onHost = ofKind(objects, 'Deployment').map((deployment) => [
    deployment.metadata.name,
    podSpecOf(deployment).hostNetwork === true,
  ])
  t.same(Object.fromEntries(onHost), { 'bellwether-reconciler': false, 'bellwether-speaker': true })
  const speaker = objects.find(
    ({ kind, metadata }) => kind === 'ClusterRole' && metadata.name === 'bellwether-speaker',
  )
  t.same(
    speaker?.rules?.flatMap(({ resources, resourceNames = [] }) => [
      ...resources,
      ...resourceNames,
    ]),
    ['announcementplans', 'default', 'announcementplans/status', 'default'],
    'the speaker reads its plan, and nothing else of the cluster',
  )
  t.end()
})

t.test('examples/segment: everything is of that segment', { skip }, (t) => {
  const objects = render('examples/segment')
  const { args } = containerOf(objects, 'speaker')
  t.ok(args.includes('--segment=office'))
  t.same(
    objects.filter(({ metadata }) => !metadata.name.endsWith('-office')).map(nameOf),
    [],
    'no name meets one of config/default',
  )
  const names = objects.flatMap(({ rules = [] }) =>
    rules.flatMap((rule) => rule.resourceNames ?? []),
  )
  t.same([...new Set(names)].sort(), ['bellwether-speaker-office', 'office'])
  t.end()
})

t.test('git-sync: the reconciler reads what it publishes', { skip }, (t) => {
  const objects = render('examples/git-pools')
  const { args } = containerOf(objects, 'git-sync')
  t.ok(args.includes('--root=/git') && args.includes('--link=current'))
  const reconciler = containerOf(objects, 'reconciler')
  t.ok(reconciler.args.includes('--pools=/git/current/pools'))
  t.match(reconciler.volumeMounts, [{ name: 'git', mountPath: '/git', readOnly: true }])
  t.end()
})

t.test('CRDs outlive what applied them, and come first', { skip }, (t) => {
  for (const { metadata } of render('crd'))
    t.match(metadata.annotations, {
      'argocd.argoproj.io/sync-wave': '-10',
      'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
      'kustomize.toolkit.fluxcd.io/prune': 'disabled',
    })
  t.end()
})
