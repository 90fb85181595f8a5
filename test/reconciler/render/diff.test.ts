import t from 'tap'
import type { PlanChange } from '../../../reconciler/plan/change.ts'
import { hasDifference, renderDiff } from '../../../reconciler/render/diff.ts'
import { PLAN_POOL, planOf } from '../../support/planning/plans.ts'

const of = { segment: 'default', pool: 'lan', disruptive: false }
const services = ['default/web']

const CHANGES: readonly PlanChange[] = [
  { ...of, type: 'keep', address: '198.51.100.240', reason: 'Unchanged' },
  { ...of, type: 'assign', address: '198.51.100.241', reason: 'NewAssignment', services, to: 'b' },
  { ...of, type: 'assign', address: '198.51.100.242', reason: 'NewAssignment', services },
  {
    ...of,
    type: 'move',
    address: '198.51.100.243',
    reason: 'NodeGone',
    services,
    from: 'c',
    to: 'a',
  },
  {
    ...of,
    type: 'move',
    address: '198.51.100.244',
    reason: 'NobodyLeft',
    services,
    from: 'c',
    to: undefined,
  },
  {
    ...of,
    type: 'move',
    address: '198.51.100.245',
    reason: 'OwnerFound',
    services,
    from: undefined,
    to: 'a',
  },
  {
    ...of,
    type: 'retarget',
    address: '198.51.100.246',
    reason: 'ServiceGone',
    before: ['default/a', 'default/b'],
    after: ['default/a'],
  },
  {
    ...of,
    type: 'standbys',
    address: '198.51.100.247',
    reason: 'StandbysChanged',
    before: ['b'],
    after: ['c'],
  },
  {
    ...of,
    type: 'standbys',
    address: '198.51.100.248',
    reason: 'StandbysChanged',
    before: ['b'],
    after: [],
  },
  { ...of, type: 'keep', address: '198.51.100.249', reason: 'PoolChanged' },
  { ...of, type: 'release', address: '198.51.100.250', reason: 'ServiceGone', services, from: 'a' },
  { ...of, type: 'release', address: '198.51.100.251', reason: 'ServiceGone', services },
]

const EXPECTED = `--- in force, pools at 1111
+++ planned, pools at 2222
+ 198.51.100.241  default/web  -> b           new
+ 198.51.100.242  default/web  -> nobody      new
~ 198.51.100.243  default/web  c -> a         from c: the former owner is gone
~ 198.51.100.244  default/web  c -> nobody    from c: nobody may carry it any more
~ 198.51.100.245  default/web  nobody -> a    from nobody: nobody could answer before
~ 198.51.100.246  default/a                   before: default/a, default/b: the Service is gone
. 198.51.100.247               standbys c     standbys before: b
. 198.51.100.248               standbys none  standbys before: b
  198.51.100.249               pool lan       other pool
- 198.51.100.250  default/web  a ->           released: the Service is gone
- 198.51.100.251  default/web  nobody ->      released: the Service is gone
`

t.test('each change is a line', (t) => {
  const previous = [planOf([], { revision: '1111' })]
  const plans = [planOf([], { revision: '2222' })]
  t.equal(renderDiff({ previous, plans, changes: CHANGES }, false), EXPECTED)
  t.match(renderDiff({ previous, plans, changes: CHANGES }, true), '\u001b[32m+ 198.51.100.241')
  t.end()
})

t.test('the same plan, or only another revision, is no difference', (t) => {
  const changes = CHANGES.slice(0, 1)
  const view = { previous: [planOf([])], plans: [planOf([], { revision: '2222' })], changes }
  t.equal(renderDiff(view, false), '')
  t.notOk(hasDifference(view))
  t.ok(hasDifference({ ...view, changes: CHANGES.slice(1, 2) }))
  t.end()
})

t.test('nodes and pool settings are part of what the speaker does', (t) => {
  const before = planOf([])
  const nodes = [
    { name: 'a', addresses: ['198.51.100.21', '2001:db8:1::21'] },
    ...before.spec.nodes.slice(1),
  ]
  const pools = [{ ...PLAN_POOL, interfaces: ['eth0', 'eth1'], failback: 'immediate' as const }]
  const view = { previous: [before], plans: [planOf([], { nodes, pools })], changes: [] }
  t.equal(
    renderDiff(view, false),
    `--- in force
+++ planned
- segment default: node a at 198.51.100.11
- segment default: pool lan on any interface; fail-back never (60 s); probe auto each 100 ms, 5 misses; conflict detection report
+ segment default: node a at 198.51.100.21, 2001:db8:1::21
+ segment default: pool lan on eth0, eth1; fail-back immediate (60 s); probe auto each 100 ms, 5 misses; conflict detection report
`,
  )
  t.end()
})

t.test('a segment that comes or goes brings or takes its nodes', (t) => {
  const storage = planOf([], { segment: 'storage', nodes: [], pools: [PLAN_POOL] })
  const come = renderDiff({ previous: [], plans: [storage], changes: [] }, false)
  t.match(come, '\n+ segment storage: pool lan')
  const gone = renderDiff({ previous: [storage], plans: [], changes: [] }, false)
  t.match(gone, '\n- segment storage: pool lan')
  t.end()
})
