import t from 'tap'
import { admissions } from '../../../reconciler/allocation/admission.ts'
import type { ServiceFact } from '../../../reconciler/model/model.ts'
import { pool, service } from '../../support/planning/facts.ts'

const addresses = ['10.0.0.1']
const namespaces = new Map([
  ['red', { name: 'red', labels: { team: 'red' } }],
  ['blue', { name: 'blue', labels: { team: 'blue' } }],
])

const POOLS = [
  pool('all', { addresses }),
  pool('app', { addresses, serviceSelector: { matchLabels: { app: 'web' } } }),
  pool('exists', {
    addresses,
    serviceSelector: { matchExpressions: [{ key: 'tier', operator: 'Exists' }] },
  }),
  pool('listed', { addresses, namespaces: ['blue'] }),
  pool('labelled', { addresses, namespaceSelector: { matchLabels: { team: 'blue' } } }),
  pool('manual', { addresses, autoAssign: false }),
  pool('paused', { addresses, suspend: true }),
]

const CASES: readonly {
  readonly name: string
  readonly service: ServiceFact
  readonly known?: typeof namespaces | undefined
  readonly obstacles: Readonly<Record<string, string>>
  readonly automatic: readonly string[]
}[] = [
  {
    name: 'labels and namespace that match',
    service: service('blue/a', { labels: { app: 'web', tier: '' } }),
    known: namespaces,
    obstacles: {},
    automatic: ['all', 'app', 'exists', 'listed', 'labelled'],
  },
  {
    name: 'neither matches',
    service: service('red/a', { labels: { app: 'db' } }),
    known: namespaces,
    obstacles: {
      app: 'serviceSelector',
      exists: 'serviceSelector',
      listed: 'namespaces',
      labelled: 'namespaceSelector',
    },
    automatic: ['all'],
  },
  {
    name: 'a namespace that is not among the known ones',
    service: service('green/a', { labels: { app: 'web', tier: 'x' } }),
    known: namespaces,
    obstacles: { listed: 'namespaces', labelled: 'namespaceUnknown' },
    automatic: ['all', 'app', 'exists'],
  },
  {
    name: 'no namespaces are known',
    service: service('blue/a', { labels: { app: 'web', tier: 'x' } }),
    obstacles: { labelled: 'namespaceUnknown' },
    automatic: ['all', 'app', 'exists', 'listed'],
  },
]

for (const { name, service, known, obstacles, automatic } of CASES)
  t.test(name, async (t) => {
    const admission = admissions(POOLS, known)(service)
    const found = [...admission.obstacles].map(([{ name }, because]) => [name, because])
    t.strictSame(Object.fromEntries(found), obstacles)
    t.strictSame(
      admission.automatic.map(({ name }) => name),
      automatic,
    )
  })

t.test('Services that look the same to the selectors share one answer', async (t) => {
  const admissionOf = admissions(POOLS, namespaces)
  const first = admissionOf(service('blue/a', { labels: { app: 'web', other: '1' } }))
  t.equal(admissionOf(service('blue/b', { labels: { app: 'web', other: '2' } })), first)
  t.not(admissionOf(service('red/b', { labels: { app: 'web' } })), first)
  t.not(admissionOf(service('blue/b', { labels: { app: 'web', tier: '' } })), first)
})
