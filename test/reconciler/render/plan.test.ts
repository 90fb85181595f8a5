import t from 'tap'
import type { Address } from '../../../api/address.ts'
import type { PlanChange } from '../../../reconciler/plan/change.ts'
import type { PlanView } from '../../../reconciler/render/plan.ts'
import { renderPlan, renderSummary } from '../../../reconciler/render/plan.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { planOf } from '../../support/planning/plans.ts'

const of = { segment: 'default', pool: 'lan', disruptive: false }

const DIFF: readonly PlanChange[] = [
  { ...of, type: 'keep', address: '198.51.100.240', reason: 'Unchanged' },
  {
    ...of,
    type: 'assign',
    address: '198.51.100.241',
    reason: 'NewAssignment',
    services: ['default/new'],
    to: 'b',
  },
  {
    ...of,
    type: 'move',
    address: '198.51.100.242',
    reason: 'NodeGone',
    services: ['default/moved'],
    from: 'd',
    to: 'c',
  },
  {
    ...of,
    type: 'retarget',
    address: '198.51.100.242',
    reason: 'ServiceGone',
    before: ['default/gone', 'default/moved'],
    after: ['default/moved'],
  },
  {
    ...of,
    type: 'release',
    address: '198.51.100.243',
    reason: 'ServiceGone',
    services: ['default/gone'],
  },
  {
    ...of,
    type: 'standbys',
    address: '198.51.100.244',
    reason: 'StandbysChanged',
    before: ['b'],
    after: [],
  },
]

const VIEW: PlanView = {
  plans: [
    planOf(
      [
        { address: '198.51.100.240', services: ['default/kept'], candidates: 'abc' },
        { address: '198.51.100.241', services: ['default/new'], candidates: 'b' },
        { address: '198.51.100.242', services: ['default/moved'], candidates: 'c' },
        { address: '198.51.100.244', services: ['default/lonely'], candidates: '' },
      ],
      { revision: '3f2c1a' },
    ),
    planOf([], { segment: 'storage' }),
  ],
  diff: DIFF,
  refusals: new Map([
    ['default/kept', [refusal('IPv4', addressFrom('198.51.100.245'))]],
    ['default/late', [refusal('IPv4', undefined)]],
    ['default/even-later', [refusal('IPv6', undefined)]],
  ]),
}

function refusal(family: 'IPv4' | 'IPv6', instead: Address | undefined) {
  return { family, instead, type: 'noPoolFits', pools: [] } as const
}

const EXPECTED = `Segment default, pools at 3f2c1a:
  ADDRESS         SERVICE         POOL  NODE    STANDBYS  WHY
+ 198.51.100.241  default/new     lan   b       -         new
~ 198.51.100.242  default/moved   lan   c       -         from d: the former owner is gone; before: default/gone, default/moved: the Service is gone
. 198.51.100.244  default/lonely  lan   nobody  -         standbys before: b
- 198.51.100.243  default/gone    lan   -       -         released: the Service is gone
  198.51.100.240  default/kept    lan   a       b, c

Segment storage: no address

Waiting for an address:
  default/even-later: no IPv6 address, because no pool is in force
  default/late: no IPv4 address, because no pool is in force

With less than asked for:
  default/kept: 198.51.100.245 instead, because no pool is in force

Plan: 1 to assign, 1 to move, 1 to release, 2 kept (1 with other standbys), 2 Services waiting
`

t.test('changes first, then what stays, then who waits, then the sum', (t) => {
  t.equal(renderPlan(VIEW, false), EXPECTED)
  t.end()
})

t.test('colour adds nothing but colour', (t) => {
  const painted = renderPlan(VIEW, true)
  t.match(painted, '\u001b[32m+ 198.51.100.241')
  t.match(painted, '\u001b[31m- 198.51.100.243')
  t.equal(painted.replace(/\u001b\[\d+m/g, ''), EXPECTED)
  t.end()
})

t.test('a candidate that is not in the node table is shown as it stands', (t) => {
  const plan = planOf([{ address: '198.51.100.240', services: ['default/web'], candidates: 'a' }], {
    nodes: [],
  })
  t.match(renderPlan({ ...VIEW, plans: [plan], diff: [] }, false), 'lan   node 0')
  t.end()
})

t.test('nothing at all', (t) => {
  const view: PlanView = { plans: [], diff: [], refusals: new Map() }
  t.equal(renderPlan(view, false), 'Plan: 0 to assign, 0 to move, 0 to release, 0 kept\n')
  t.end()
})

t.test('a segment that no plan is for any more', (t) => {
  const view = { ...VIEW, plans: [], diff: DIFF.filter(({ type }) => type === 'release') }
  t.match(
    renderPlan(view, true),
    /Segments that end:\n {2}ADDRESS .* SEGMENT\n.*- 198\.51\.100\.243 .* default/,
  )
  t.end()
})

t.test('other Services and other standbys are said of what is kept', (t) => {
  const diff: readonly PlanChange[] = [
    {
      ...of,
      type: 'retarget',
      address: '198.51.100.240',
      reason: 'SharingChanged',
      before: [],
      after: [],
    },
    {
      ...of,
      type: 'standbys',
      address: '198.51.100.240',
      reason: 'StandbysChanged',
      before: [],
      after: [],
    },
  ]
  t.equal(
    renderSummary({ plans: [], diff, refusals: new Map() }),
    'Plan: 0 to assign, 0 to move, 0 to release, 1 kept (1 with other standbys, 1 with other Services)',
  )
  t.end()
})

t.test('one Service that waits is named in the singular', (t) => {
  const refusals = new Map([['default/late', [refusal('IPv4', undefined)]]])
  t.match(renderSummary({ plans: [], diff: [], refusals }), /, 1 Service waiting$/)
  t.end()
})
