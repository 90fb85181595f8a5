import { join } from 'node:path'
import t from 'tap'
import {
  controlPlaneRefusal,
  startControlPlane,
  type ControlPlane,
} from '../../demo/control-plane.ts'
import { root } from '../support/root.ts'

const skip = controlPlaneRefusal() ?? false

/** What is asked about; without a namespace: in all. */
interface Question {
  readonly verb: string
  /** As `services/status`, or with the group in front: `bellwether.dev addresspools`. */
  readonly resource: string
  readonly namespace?: string
  readonly name?: string
}

function ask(verbs: string, resource: string, place: Omit<Question, 'verb' | 'resource'> = {}) {
  return verbs.split(' ').map((verb): Question => ({ verb, resource, ...place }))
}

const POOLS = 'bellwether.dev addresspools'
const PLANS = 'bellwether.dev announcementplans'
const LEASES = 'coordination.k8s.io leases'
const EVENTS = 'events.k8s.io events'
const ANY_WRITE = 'create update patch delete deletecollection'
const READ = 'get list watch'

const RECONCILER_MAY: readonly Question[] = [
  ...['services', 'nodes', 'namespaces', 'discovery.k8s.io endpointslices', POOLS, PLANS].flatMap(
    (resource) => ask(READ, resource),
  ),
  ...ask('create update', PLANS),
  ...ask('patch', `${POOLS}/status`),
  ...ask('patch', 'services/status'),
  ...ask('create patch', EVENTS),
]

/** Whoever has these can do more than give addresses. */
const NOBODY_MAY: readonly Question[] = [
  ...ask(`${READ} ${ANY_WRITE}`, 'secrets'),
  ...ask(`${READ} ${ANY_WRITE}`, 'configmaps'),
  ...ask(`${READ} ${ANY_WRITE}`, 'pods'),
  ...ask(ANY_WRITE, 'services'),
  ...ask('update', 'services/status'),
  ...ask(ANY_WRITE, 'nodes'),
  ...ask('patch update', 'nodes/status'),
  ...ask(ANY_WRITE, 'namespaces'),
  ...ask(ANY_WRITE, 'discovery.k8s.io endpointslices'),
  ...ask(ANY_WRITE, POOLS),
  ...ask('patch delete deletecollection', PLANS),
  ...ask('delete deletecollection patch', LEASES),
  ...ask(ANY_WRITE, 'apiextensions.k8s.io customresourcedefinitions'),
  ...ask(ANY_WRITE, 'rbac.authorization.k8s.io clusterrolebindings'),
  ...ask('create', 'serviceaccounts/token'),
  ...ask('impersonate', 'users'),
]

function leasesIn(namespace: string): Readonly<Record<'reconciler' | 'speaker', Question[]>> {
  return {
    reconciler: [
      ...ask(`${READ} create`, LEASES, { namespace }),
      ...ask('update', LEASES, { namespace, name: 'bellwether-reconciler' }),
    ],
    speaker: [
      ...ask(`${READ} update`, LEASES, { namespace, name: 'bellwether-speaker-default' }),
      ...ask('create', LEASES, { namespace }),
    ],
  }
}

const SPEAKER_MAY: readonly Question[] = [
  ...ask(READ, PLANS, { name: 'default' }),
  ...ask('patch', `${PLANS}/status`, { name: 'default' }),
]

/** In `hardened`, beside what nobody may. */
const SPEAKER_MAY_NOT: readonly Question[] = [
  ...['services', 'nodes', 'namespaces', 'discovery.k8s.io endpointslices', POOLS].flatMap(
    (resource) => ask(READ, resource),
  ),
  ...ask(`${READ} create update`, PLANS),
  ...ask(READ, PLANS, { name: 'office' }),
  ...ask('patch', `${PLANS}/status`, { name: 'office' }),
  ...ask('patch', 'services/status'),
  ...ask('create patch', EVENTS),
  ...ask(READ, LEASES, { namespace: 'bellwether-speaker' }),
  ...ask('get update', LEASES, {
    namespace: 'bellwether-speaker',
    name: 'bellwether-reconciler',
  }),
  ...ask('get list create update', LEASES, { namespace: 'kube-system' }),
  ...ask('get list create update', LEASES, { namespace: 'bellwether-reconciler' }),
]

/** One review for each question, in one request of kubectl: those with this answer. */
function answered(
  cluster: ControlPlane,
  account: string,
  questions: readonly Question[],
  allowed: boolean,
): readonly string[] {
  const items = questions.map((question) => ({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SubjectAccessReview',
    spec: { user: `system:serviceaccount:${account}`, resourceAttributes: attributes(question) },
  }))
  const list = JSON.stringify({ apiVersion: 'v1', kind: 'List', items })
  const output = 'jsonpath={.status.allowed}{"\\n"}'
  const answers = cluster.kubectl(['create', '-o', output, '-f', '-'], list).trim().split('\n')
  return questions
    .filter((_, at) => answers[at] === String(allowed))
    .map(({ verb, resource, namespace = '*', name = '*' }) =>
      [verb, resource, namespace, name].join(' '),
    )
}

function attributes({ verb, resource, namespace, name }: Question): object {
  const [last = '', group = ''] = resource.split(' ').reverse()
  const [plural, subresource] = last.split('/')
  return { verb, group, resource: plural, subresource, namespace, name }
}

function install(cluster: ControlPlane, folder: string): void {
  cluster.kubectl(['apply', '--server-side', '-k', join(root, 'config', folder)])
}

t.test('default: one ServiceAccount with both roles, and no more', { skip }, async (t) => {
  const cluster = await startControlPlane()
  t.teardown(() => cluster.stop())
  install(cluster, 'default')
  const account = 'bellwether-system:bellwether'
  const { reconciler, speaker } = leasesIn('bellwether-system')
  const may = [...RECONCILER_MAY, ...SPEAKER_MAY, ...reconciler, ...speaker]
  t.same(answered(cluster, account, may, false), [], 'all that is needed is allowed')
  t.same(answered(cluster, account, NOBODY_MAY, true), [], 'nothing else is')
  const elsewhere = ask('create update', LEASES, { namespace: 'kube-system' })
  t.same(answered(cluster, account, elsewhere, true), [], 'no Lease of others')
})

t.test('hardened: the reconciler', { skip }, async (t) => {
  const cluster = await startControlPlane()
  t.teardown(() => cluster.stop())
  install(cluster, 'hardened')
  const account = 'bellwether-reconciler:bellwether-reconciler'
  const { reconciler, speaker } = leasesIn('bellwether-speaker')
  const may = [...RECONCILER_MAY, ...reconciler]
  t.same(answered(cluster, account, may, false), [], 'all that is needed is allowed')
  t.same(answered(cluster, account, NOBODY_MAY, true), [], 'nothing else is')
  const notItsOwn = [
    ...ask('patch', `${PLANS}/status`),
    ...speaker.filter(({ verb }) => verb === 'update'),
    ...ask('create update', LEASES, { namespace: 'kube-system' }),
  ]
  t.same(answered(cluster, account, notItsOwn, true), [], 'it cannot play a speaker')

  await t.test('and the speaker', (t) => {
    const account = 'bellwether-speaker:bellwether-speaker'
    const own = [...SPEAKER_MAY, ...leasesIn('bellwether-speaker').speaker]
    t.same(answered(cluster, account, own, false), [], 'all that is needed is allowed')
    t.same(answered(cluster, account, NOBODY_MAY, true), [])
    t.same(answered(cluster, account, SPEAKER_MAY_NOT, true), [], 'it cannot read the cluster')
    t.end()
  })
})

t.test(
  'the speaker can list and watch its plan by name, with its own token',
  { skip },
  async (t) => {
    const cluster = await startControlPlane()
    t.teardown(() => cluster.stop())
    install(cluster, 'hardened')
    const crd = 'crd/announcementplans.bellwether.dev'
    cluster.kubectl(['wait', '--for=condition=Established', crd, '--timeout=20s'])
    const kubeconfig = cluster.serviceAccount('bellwether-speaker', 'bellwether-speaker')
    const asSpeaker = (...words: string[]) =>
      cluster.kubectl([`--kubeconfig=${kubeconfig}`, ...words])
    const path = '/apis/bellwether.dev/v1alpha1/announcementplans'
    const named = `${path}?fieldSelector=metadata.name%3Ddefault`
    t.match(asSpeaker('get', '--raw', named), /"items":\[\]/)
    t.equal(asSpeaker('get', '--raw', `${named}&watch=1&timeoutSeconds=1`), '')
    t.throws(() => asSpeaker('get', '--raw', path), /orbidden/)
    t.throws(() => asSpeaker('get', 'services', '-A'), /orbidden/)
  },
)
