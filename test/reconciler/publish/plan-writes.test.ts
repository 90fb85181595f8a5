import t from 'tap'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import { planFromObject } from '../../../api/plan-text.ts'
import { areStored, planObject, planStages } from '../../../reconciler/publish/plan-writes.ts'
import { PLAN_POOL, planOf } from '../../support/planning/plans.ts'

function plan(segment: string, ...addresses: readonly string[]): AnnouncementPlan {
  return planOf(
    addresses.map((address) => ({ address, services: ['shop/web'], candidates: 'cab' })),
    { segment, ...(addresses.length === 0 ? { pools: [] } : {}) },
  )
}

function stored(...plans: readonly AnnouncementPlan[]) {
  return plans.map((each) => ({
    plan: each,
    object: { metadata: { name: each.spec.segment, resourceVersion: '7' } },
  }))
}

const ONE = '198.51.100.240'
const TWO = '198.51.100.241'

function addressesOf({ spec }: AnnouncementPlan): string[] {
  return spec.announcements.map(({ address }) => address)
}

function sketch(writes: readonly { segment: string; plan: AnnouncementPlan }[]) {
  return writes.map((write) => [write.segment, ...addressesOf(write.plan)])
}

t.test('what is the same is not written', async (t) => {
  t.strictSame(planStages(stored(plan('lan', ONE)), [plan('lan', ONE)]), { gains: [], losses: [] })
})

t.test(
  'new plans, and plans that lose or gain by themselves, are written in one stage',
  async (t) => {
    t.strictSame(sketch(planStages([], [plan('lan', ONE)]).gains), [['lan', ONE]])
    const stages = planStages(stored(plan('lan', ONE)), [plan('lan', TWO)])
    t.strictSame([sketch(stages.gains), stages.losses], [[['lan', TWO]], []])
  },
)

t.test('an address that changes its segment is gained before it is lost', async (t) => {
  const { gains, losses } = planStages(stored(plan('lan', ONE, TWO)), [
    plan('lan', TWO),
    plan('disks', ONE),
  ])
  t.strictSame(sketch(gains), [['disks', ONE]])
  t.strictSame(sketch(losses), [['lan', TWO]])
})

t.test('one that both plans have already is just lost', async (t) => {
  const { gains, losses } = planStages(stored(plan('lan', ONE), plan('disks', ONE)), [
    plan('lan'),
    plan('disks', ONE),
  ])
  t.strictSame([sketch(gains), sketch(losses)], [[['lan']], []])
})

t.test(
  'two segments exchange addresses: each keeps what it loses until both have gained',
  async (t) => {
    const former = [plan('lan', ONE), plan('disks', '2001:db8::1', TWO)]
    const next = [plan('lan', TWO), plan('disks', ONE, '2001:db8::1')]
    const { gains, losses } = planStages(stored(...former), next)
    t.strictSame(sketch(gains), [
      ['lan', ONE, TWO],
      ['disks', ONE, TWO, '2001:db8::1'],
    ])
    t.strictSame(
      losses.map((write) => write.plan),
      next,
    )
    for (const write of gains)
      t.strictSame(planFromObject(write.plan), write.plan, 'it is a plan that holds')
  },
)

t.test('the kept announcement brings its nodes and its pool', async (t) => {
  const former = planOf([{ address: ONE, services: ['shop/web'], candidates: 'ca' }], {
    segment: 'lan',
  })
  const bare = plan('lan', TWO)
  const next: AnnouncementPlan = {
    ...bare,
    spec: {
      ...bare.spec,
      nodes: [{ name: 'b', addresses: ['198.51.100.99'] }],
      pools: [{ ...PLAN_POOL, name: 'other' }],
      announcements: [{ ...bare.spec.announcements[0]!, pool: 'other', candidates: [0] }],
    },
  }
  const { gains } = planStages(stored(former), [next, plan('disks', ONE)])
  const between = gains.find(({ segment }) => segment === 'lan')!.plan.spec
  t.strictSame(
    between.nodes.map(({ name }) => name),
    ['a', 'b', 'c'],
  )
  t.strictSame(between.nodes[1]!.addresses, ['198.51.100.99'], 'as the new plan has it')
  t.strictSame(
    between.pools.map(({ name }) => name),
    ['lan', 'other'],
  )
  t.strictSame(
    between.announcements.map(({ address, candidates }) => [address, ...candidates]),
    [
      [ONE, 2, 0],
      [TWO, 1],
    ],
  )
})

t.test(
  'the object keeps the metadata that it has, and nobody else’s fields of the spec',
  async (t) => {
    const metadata = {
      name: 'lan',
      resourceVersion: '7',
      labels: { team: 'net' },
      managedFields: [{}],
    }
    const object = planObject(plan('lan', ONE), { metadata, status: {} })
    t.strictSame(Object.keys(object), ['apiVersion', 'kind', 'metadata', 'spec'])
    t.strictSame(object.metadata, { name: 'lan', resourceVersion: '7', labels: { team: 'net' } })
    t.strictSame(planObject(plan('lan', ONE), undefined).metadata, { name: 'lan' })
  },
)

t.test('whether all is stored as it was meant', async (t) => {
  t.ok(areStored([plan('lan', ONE)], stored(plan('lan', ONE), plan('disks'))))
  t.notOk(areStored([plan('lan', ONE)], stored(plan('lan', TWO))))
  t.notOk(areStored([plan('lan', ONE)], []))
})
