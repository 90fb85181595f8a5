import t from 'tap'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import { diffPlans } from '../../../reconciler/plan/diff.ts'
import type { ChangeReasons } from '../../../reconciler/plan/diff.ts'
import { PLAN_POOL, planOf } from '../../support/planning/plans.ts'

function entry(
  candidates: string,
  services: readonly string[] = ['default/web'],
  address = '192.0.2.1',
) {
  return { address, services, candidates }
}

const before = planOf([entry('ab')])
const on = { address: '192.0.2.1', segment: 'default', pool: 'lan' }

const reasons: ChangeReasons = {
  move: () => 'NodeGone',
  release: (_, service) => (service === 'default/web' ? 'Moved' : 'ServiceGone'),
}

const elsewhere = planOf([entry('ab')], { segment: 'dmz' })
const renamed: AnnouncementPlan = {
  ...before,
  spec: {
    ...before.spec,
    pools: [{ ...PLAN_POOL, name: 'wan' }],
    announcements: before.spec.announcements.map((one) => ({ ...one, pool: 'wan' })),
  },
}
const shared = planOf([entry('ab', ['default/db', 'default/web'])])

const cases: readonly [string, AnnouncementPlan[], AnnouncementPlan[], object[]][] = [
  [
    'a new address',
    [],
    [before],
    [
      {
        type: 'assign',
        ...on,
        reason: 'NewAssignment',
        services: ['default/web'],
        disruptive: false,
        to: 'a',
      },
    ],
  ],
  [
    'a new address that nobody may carry',
    [],
    [planOf([entry('')])],
    [
      {
        type: 'assign',
        ...on,
        reason: 'NewAssignment',
        services: ['default/web'],
        disruptive: false,
      },
    ],
  ],
  [
    'a release',
    [before],
    [],
    [
      {
        type: 'release',
        ...on,
        reason: 'Moved',
        services: ['default/web'],
        disruptive: true,
        from: 'a',
      },
    ],
  ],
  [
    'a release that nobody notices: its Service is gone',
    [planOf([entry('a', ['default/db'])])],
    [],
    [
      {
        type: 'release',
        ...on,
        reason: 'ServiceGone',
        services: ['default/db'],
        disruptive: false,
        from: 'a',
      },
    ],
  ],
  [
    'a release of an address that nobody carried',
    [planOf([entry('')])],
    [],
    [{ type: 'release', ...on, reason: 'Moved', services: ['default/web'], disruptive: false }],
  ],
  [
    'of two Services, the one that is not gone says why',
    [shared],
    [],
    [{ type: 'release', reason: 'Moved', disruptive: true }],
  ],
  [
    'a move',
    [before],
    [planOf([entry('ba')])],
    [
      {
        type: 'move',
        ...on,
        reason: 'NodeGone',
        disruptive: true,
        services: ['default/web'],
        from: 'a',
        to: 'b',
      },
    ],
  ],
  [
    'an owner where there was none breaks nothing',
    [planOf([entry('')])],
    [before],
    [{ type: 'move', reason: 'OwnerFound', disruptive: false, from: undefined, to: 'a' }],
  ],
  [
    'an owner no more',
    [before],
    [planOf([entry('')])],
    [{ type: 'move', reason: 'NodeGone', disruptive: true, from: 'a', to: undefined }],
  ],
  [
    'another segment, whoever carries it there',
    [before],
    [elsewhere],
    [
      {
        type: 'move',
        segment: 'dmz',
        reason: 'SegmentChanged',
        disruptive: true,
        from: 'a',
        to: 'a',
      },
    ],
  ],
  [
    'a Service more',
    [before],
    [shared],
    [
      {
        type: 'retarget',
        ...on,
        reason: 'SharingChanged',
        disruptive: false,
        before: ['default/web'],
        after: ['default/db', 'default/web'],
      },
    ],
  ],
  [
    'a Service less, which is gone',
    [shared],
    [before],
    [{ type: 'retarget', reason: 'ServiceGone', disruptive: false }],
  ],
  [
    'another Service, on another node: two changes',
    [before],
    [planOf([entry('b', ['default/db'])])],
    [
      {
        type: 'retarget',
        reason: 'Moved',
        disruptive: true,
        before: ['default/web'],
        after: ['default/db'],
      },
      { type: 'move', from: 'a', to: 'b' },
    ],
  ],
  [
    'other standbys',
    [before],
    [planOf([entry('acb')])],
    [
      {
        type: 'standbys',
        ...on,
        reason: 'StandbysChanged',
        disruptive: false,
        before: ['b'],
        after: ['c', 'b'],
      },
    ],
  ],
  [
    'standbys in another order',
    [planOf([entry('abc')])],
    [planOf([entry('acb')])],
    [{ type: 'standbys' }],
  ],
  [
    'nothing',
    [before],
    [before],
    [{ type: 'keep', ...on, reason: 'Unchanged', disruptive: false }],
  ],
  ['another pool', [before], [renamed], [{ type: 'keep', pool: 'wan', reason: 'PoolChanged' }]],
  ['nothing at all', [], [], []],
]

for (const [name, previous, next, expected] of cases)
  t.test(name, async (t) => {
    const found = diffPlans(previous, next, reasons)
    t.equal(found.length, expected.length)
    t.match(found, expected)
  })

t.test('the same nodes at other places in the table are the same', async (t) => {
  const nodes = [{ name: '0', addresses: [] }, ...before.spec.nodes]
  const announcements = before.spec.announcements.map((one) => ({ ...one, candidates: [1, 2] }))
  const moved = { ...before, spec: { ...before.spec, nodes, announcements } }
  t.match(diffPlans([before], [moved]), [{ type: 'keep' }])
})

t.test('no endpoints: connections are broken already', async (t) => {
  const silent = { ...reasons, move: () => 'NoLocalEndpoints' as const }
  t.match(diffPlans([before], [planOf([entry('')])], silent), [{ type: 'move', disruptive: false }])
})

t.test('without the inputs nobody knows why', async (t) => {
  t.match(diffPlans([before], [planOf([entry('b')])]), [{ reason: 'Unexplained' }])
  t.match(diffPlans([before], []), [{ reason: 'Unexplained' }])
})

t.test('sorted by address, across segments and kinds of change', async (t) => {
  const at = (...texts: string[]) => texts.map((text) => entry('a', ['default/web'], text))
  const previous = [planOf(at('192.0.2.2', '192.0.2.10', '2001:db8::1'))]
  const next = [
    planOf(at('192.0.2.3'), { segment: 'x' }),
    planOf(at('192.0.2.1', '192.0.2.20'), { segment: 'y' }),
  ]
  t.strictSame(
    diffPlans(previous, next).map(({ address }) => address),
    ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.10', '192.0.2.20', '2001:db8::1'],
  )
})

t.test('an address in two plans counts where it was first, then by segment', async (t) => {
  const late = planOf([entry('b')], { segment: 'a' })
  const early = {
    ...elsewhere,
    spec: {
      ...elsewhere.spec,
      announcements: elsewhere.spec.announcements.map((one) => ({
        ...one,
        since: '2026-01-01T00:00:00Z',
      })),
    },
  }
  t.match(diffPlans([late, early], []), [{ type: 'release', segment: 'dmz' }])
  t.match(diffPlans([elsewhere, late], []), [{ type: 'release', segment: 'a' }])
})

t.test('a plan with something else for an address is nobody who checked it', async (t) => {
  const broken = planOf([entry('a', ['default/web'], 'nonsense')])
  t.throws(() => diffPlans([broken], []), { message: 'a plan with the address nonsense' })
})
