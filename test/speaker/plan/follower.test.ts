import t from 'tap'
import type { KubernetesObject } from '../../../kubernetes/objects/object.ts'
import type { CacheView } from '../../../kubernetes/watch/cache.ts'
import { createPlanFollower } from '../../../speaker/plan/follower.ts'
import { planOf } from '../../support/speaker/plan-sketch.ts'

const PLAN = planOf({ nodes: [{ name: 'one', addresses: [] }], owners: { '10.0.0.100': 0 } })
const FORBIDDEN = { failure: 'forbidden', message: 'may not list' } as const
const UNREACHABLE = { failure: 'unreachable', message: 'refused' } as const

function object(generation: number, fields: object = {}): KubernetesObject {
  const metadata = { name: 'default', uid: 'u1', generation, resourceVersion: '5' }
  return { ...PLAN, ...fields, metadata }
}

function view(objects: readonly KubernetesObject[] | undefined, failure?: CacheView['failure']) {
  return { objects, failure }
}

function events({ reports }: { readonly reports: readonly { readonly event: string }[] }) {
  return reports.map(({ event }) => event)
}

t.test('a plan is told once for each generation', async (t) => {
  const follower = createPlanFollower('default', false)
  t.strictSame(follower.look(view(undefined)), { plan: undefined, reports: [] })
  t.equal(follower.isIdle, false, 'nothing is known')
  t.strictSame(follower.look(view([object(1)])), { plan: PLAN, reports: [] })
  t.strictSame(follower.object, {
    uid: 'u1',
    generation: 1,
    refused: undefined,
    conditions: [],
    hasStatus: false,
  })
  const conditions = [{ type: 'Ready' }]
  t.equal(follower.look(view([object(1, { status: { conditions } })])).plan, undefined)
  t.match(follower.object, { conditions, hasStatus: true })
  t.strictSame(follower.look(view([object(2)])).plan, PLAN)
})

t.test('what is no plan is refused, once; the one before it stays', async (t) => {
  const follower = createPlanFollower('default', true)
  const news = follower.look(view([object(1, { spec: {} })]))
  t.equal(news.plan, undefined)
  t.match(news.reports, [
    { level: 'error', event: 'PlanRefused', message: /AnnouncementPlan default is not a plan: / },
  ])
  t.type(follower.object?.refused, 'string')
  t.strictSame(follower.look(view([object(1, { spec: {}, status: {} })])).reports, [])
  t.type(follower.object?.refused, 'string', 'still')
  t.strictSame(follower.look(view([object(2)])).plan, PLAN)
  t.equal(follower.object?.refused, undefined)
  const other = object(3, { spec: { ...PLAN.spec, segment: 'office' } })
  t.match(follower.look(view([other])).reports, [{ message: /it is a plan of segment office/ }])
})

t.test('an object that is gone releases nothing', async (t) => {
  const follower = createPlanFollower('default', false)
  follower.look(view([object(1)]))
  t.match(follower.look(view([])), { plan: undefined, reports: [{ event: 'PlanGone' }] })
  t.strictSame(follower.look(view([])).reports, [], 'told once')
  t.equal(follower.object, undefined)
  t.equal(follower.isIdle, false)
  t.strictSame(follower.look(view([object(1)])).plan, PLAN, 'it is back')
  t.match(events(follower.look(view([]))), ['PlanGone'])
  t.match(events(createPlanFollower('default', true).look(view([]))), ['PlanGone'], 'from disk')
})

t.test('no plan yet', async (t) => {
  const follower = createPlanFollower('default', false)
  t.strictSame(events(follower.look(view([]))), ['NoPlanYet'])
  t.equal(follower.isIdle, true)
  follower.look(view([object(1)]))
  t.equal(follower.isIdle, false)
})

t.test('what may not be read is not gone', async (t) => {
  const follower = createPlanFollower('default', true)
  t.match(follower.look(view(undefined, FORBIDDEN)).reports, [
    {
      event: 'PlanNotFollowed',
      reason: 'forbidden',
      message: /may not list/,
      hint: /list and watch/,
    },
  ])
  t.strictSame(follower.look(view(undefined, FORBIDDEN)).reports, [], 'told once')
  t.match(follower.look(view(undefined, UNREACHABLE)).reports, [
    { reason: 'unreachable', hint: /can be reached; the last plan stays in force/ },
  ])
  t.strictSame(follower.look(view([object(1)])), {
    plan: PLAN,
    reports: [{ level: 'info', event: 'PlanFollowed', segment: 'default' }],
  })
})

t.test('after a failure the plan is read again: the state may be an older one', async (t) => {
  const follower = createPlanFollower('default', false)
  follower.look(view([object(1)]))
  t.equal(follower.look(view([object(1)], UNREACHABLE)).plan, undefined)
  t.strictSame(follower.look(view([object(1)])).plan, PLAN)
})
