import t from 'tap'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { formatPlan, planDocuments, planFromObject } from '../../api/plan-text.ts'
import { PLAN_POOL, planOf } from '../support/planning/plans.ts'

const plan = planOf(
  [
    { address: '192.0.2.1', services: ['default/db', 'default/web'], candidates: 'ba' },
    { address: '2001:db8::1', services: ['default/web'], candidates: '' },
  ],
  { revision: 'abc', pools: [{ ...PLAN_POOL, interfaces: ['eth0'] }] },
)

t.test('one line of JSON, keys in one order', async (t) => {
  const text = formatPlan(planOf([{ address: '192.0.2.1', services: ['a/b'], candidates: 'b' }]))
  const zeros = '0'.repeat(64)
  const ones = '1'.repeat(64)
  t.equal(
    text,
    '{"apiVersion":"bellwether.dev/v1alpha1","kind":"AnnouncementPlan","metadata":{"name":"default"},' +
      `"spec":{"segment":"default","revision":"","digests":{"pools":"sha256:${zeros}","state":"sha256:${ones}"},` +
      '"nodes":[{"name":"a","addresses":["198.51.100.11"]},{"name":"b","addresses":["198.51.100.12"]},' +
      '{"name":"c","addresses":["198.51.100.13"]}],"pools":[{"name":"lan","failback":"never",' +
      '"failbackDelaySeconds":60,"probe":{"method":"auto","intervalMilliseconds":100,"failureThreshold":5},' +
      '"conflictDetection":"report"}],"announcements":[{"address":"192.0.2.1","services":["a/b"],' +
      '"pool":"lan","candidates":[1],"since":"2026-02-20T10:00:00Z"}]}}\n',
  )
})

/** The same value with every mapping's keys the other way round. */
function turned(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(turned)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

t.test('the order of keys in the object does not matter', async (t) => {
  t.equal(formatPlan(turned(plan) as AnnouncementPlan), formatPlan(plan))
})

t.test('what is written is read as it was', async (t) => {
  t.strictSame(planFromObject(JSON.parse(formatPlan(plan))), plan)
})

t.test('a health-check node port is written last, where there is one', async (t) => {
  const [first, ...others] = plan.spec.announcements
  const announcements = [{ healthCheckNodePort: 30_001, ...first! }, ...others]
  const withPort = { ...plan, spec: { ...plan.spec, announcements } }
  t.match(formatPlan(withPort), /"since":"[^"]+","healthCheckNodePort":30001\}/)
  t.strictSame(planFromObject(JSON.parse(formatPlan(withPort))), withPort)
})

t.test('what is not of the plan is dropped', async (t) => {
  const stored = {
    ...plan,
    metadata: { ...plan.metadata, resourceVersion: '7', managedFields: [{}] },
    spec: { ...plan.spec, futureField: true },
    status: { holder: 'x' },
  }
  t.strictSame(planFromObject(stored), plan)
})

t.test('another kind, another version', async (t) => {
  const found = planFromObject({ ...plan, kind: 'Service', apiVersion: 'v1' })
  t.match(found, [
    {
      code: 'BW5001',
      path: 'apiVersion',
      message: 'apiVersion is "v1", not "bellwether.dev/v1alpha1"',
    },
    { code: 'BW5001', path: 'kind', message: 'kind is "Service", not "AnnouncementPlan"' },
  ])
})

for (const value of [undefined, null, 7, 'text', [], true])
  t.test(`${JSON.stringify(value)} is no plan`, async (t) => {
    const found = planFromObject(value)
    t.ok(Array.isArray(found) && found.length > 0)
  })

t.test('the objects of a document: itself, or the items of a list', async (t) => {
  t.strictSame(planDocuments(plan), [plan])
  t.strictSame(planDocuments({ kind: 'List', items: [plan, 1] }), [plan, 1])
  t.strictSame(planDocuments({ kind: 'AnnouncementPlanList', items: [] }), [])
  t.strictSame(planDocuments({ kind: 'List' }), [{ kind: 'List' }])
  t.strictSame(planDocuments({ items: [] }), [{ items: [] }])
  t.strictSame(planDocuments(null), [null])
  t.strictSame(planDocuments('text'), ['text'])
})
