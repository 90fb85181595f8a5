import fc from 'fast-check'
import t from 'tap'
import type { PlanPool } from '../../../api/objects.ts'
import type { Neighbor } from '../../../speaker/lan/link-view.ts'
import {
  chooseOwner,
  type OwnerChoice,
  type NodeHealth,
} from '../../../speaker/ownership/choice.ts'
import type { Verdict } from '../../../speaker/status/status.ts'
import { PROPERTY } from '../../support/planning/generate-inputs.ts'
import {
  bindingOf,
  createHealth,
  someLink,
  workersOn,
} from '../../support/speaker/owner-fixtures.ts'

const WORKERS = workersOn(someLink())
const [ONE, TWO, THREE, FOUR] = WORKERS

interface Case {
  /** Who is not up; of worker-1 to worker-4, `-` for who is. */
  readonly verdicts?: readonly (Verdict | '-')[]
  readonly owner?: Neighbor
  /** The planned owner that was decided for; the present one, worker-1, if nothing is said. */
  readonly plannedBefore?: string
  readonly candidates?: readonly [Neighbor, ...Neighbor[]]
  readonly pool?: Partial<PlanPool>
  readonly damped?: Readonly<Record<string, number>>
  readonly upSince?: Readonly<Record<string, number>>
  readonly now?: number
  readonly demoted?: readonly string[]
  readonly awaited?: readonly string[]
}

function choose({ verdicts = [], ...given }: Case): OwnerChoice {
  const { owner = ONE, plannedBefore = 'worker-1', now = 1_000 } = given
  const { damped = {}, upSince = {}, demoted = [], awaited = [] } = given
  const health = createHealth()
  verdicts.forEach((verdict, index) => {
    if (verdict !== '-') health.verdicts.set(`worker-${index + 1}`, verdict)
  })
  for (const [name, until] of Object.entries(damped)) health.damped.set(name, until)
  for (const [name, since] of Object.entries(upSince)) health.upSinces.set(name, since)
  demoted.forEach((name) => health.demoted.add(name))
  awaited.forEach((name) => health.awaited.add(name))
  const binding = bindingOf(given.candidates ?? [ONE, TWO, THREE], given.pool)
  return chooseOwner({ binding, current: { owner, plannedOwner: plannedBefore }, health, now })
}

/** In a word: who it is from now on, and why; or that it stays, and until when. */
function shown(choice: OwnerChoice): string {
  switch (choice.kind) {
    case 'move':
      return `${choice.to.node.name} (${choice.reason})`
    case 'stay':
      return choice.again === undefined ? 'stays' : `stays, again at ${choice.again}`
    case 'stranded':
      return 'stranded'
  }
}

t.test('an owner that is not down keeps its address', async (t) => {
  for (const verdict of ['up', 'suspect', 'unknown'] as const)
    t.equal(shown(choose({ verdicts: [verdict] })), 'stays', verdict)
})

const FAILOVERS: readonly (readonly [string, Case, string])[] = [
  ['the first that is up', { verdicts: ['down'] }, 'worker-2 (ownerDown)'],
  ['as the plan orders them', { verdicts: ['down', 'down'] }, 'worker-3 (ownerDown)'],
  ['who is up before who is suspected', { verdicts: ['down', 'suspect'] }, 'worker-3 (ownerDown)'],
  [
    'who is suspected before nobody',
    { verdicts: ['down', 'suspect', 'down'] },
    'worker-2 (ownerDown)',
  ],
  ['not who is unknown', { verdicts: ['down', 'unknown', 'down'] }, 'stranded'],
  ['all are down', { verdicts: ['down', 'down', 'down'] }, 'stranded'],
  ['there is nobody else', { verdicts: ['down'], candidates: [ONE] }, 'stranded'],
  [
    'who is trusted before who is damped',
    { verdicts: ['down'], damped: { 'worker-2': 5_000 } },
    'worker-3 (ownerDown)',
  ],
  [
    'who is damped before who is suspected',
    { verdicts: ['down', '-', 'suspect'], damped: { 'worker-2': 5_000 } },
    'worker-2 (ownerDown)',
  ],
  [
    'damping that has ended counts no more',
    { verdicts: ['down'], damped: { 'worker-2': 1_000 } },
    'worker-2 (ownerDown)',
  ],
  [
    'a standby that fails, back to the planned owner',
    { owner: TWO, verdicts: ['-', 'down'] },
    'worker-1 (ownerDown)',
  ],
]

t.test('an owner that is down is followed by the best of the others', async (t) => {
  for (const [name, given, expected] of FAILOVERS) t.equal(shown(choose(given)), expected, name)
})

const DEMOTIONS: readonly (readonly [string, Case, string])[] = [
  ['the owner is demoted', { demoted: ['worker-1'] }, 'worker-2 (ownerDemoted)'],
  ['so is the next', { demoted: ['worker-1', 'worker-2'] }, 'worker-3 (ownerDemoted)'],
  ['what fails everywhere', { demoted: ['worker-1', 'worker-2', 'worker-3'] }, 'stays'],
  [
    'the others that are not demoted are down',
    { demoted: ['worker-1', 'worker-2'], verdicts: ['-', '-', 'down'] },
    'stays',
  ],
  [
    'a demoted one before nobody',
    { demoted: ['worker-2'], verdicts: ['down', '-', 'down'] },
    'worker-2 (ownerDown)',
  ],
  [
    'it does not fail back',
    { owner: TWO, demoted: ['worker-1'], pool: { failback: 'immediate' } },
    'stays',
  ],
  [
    'the plan names a demoted one',
    { owner: TWO, plannedBefore: 'worker-2', demoted: ['worker-1'] },
    'stays',
  ],
  [
    'the same, and the owner may own it no more',
    { owner: FOUR, plannedBefore: 'worker-4', demoted: ['worker-1'] },
    'worker-2 (notCandidate)',
  ],
  [
    'the same, and the owner is down',
    { owner: TWO, plannedBefore: 'worker-2', verdicts: ['-', 'down'], demoted: ['worker-1'] },
    'worker-3 (ownerDown)',
  ],
  [
    'the same, and the owner is demoted too',
    { owner: TWO, plannedBefore: 'worker-2', demoted: ['worker-1', 'worker-2'] },
    'worker-3 (ownerDemoted)',
  ],
  [
    'the plan names one that is demoted as all are',
    { owner: TWO, plannedBefore: 'worker-2', demoted: ['worker-1', 'worker-2', 'worker-3'] },
    'worker-1 (planned)',
  ],
]

t.test('one that answers and cannot serve comes after those that can', async (t) => {
  for (const [name, given, expected] of DEMOTIONS) t.equal(shown(choose(given)), expected, name)
})

const MOVING: Case = { owner: FOUR, plannedBefore: 'worker-4', awaited: ['worker-1'] }
const WAITS: readonly (readonly [string, Case, string])[] = [
  ['its endpoints are awaited', MOVING, 'stays'],
  [
    'the owner dies meanwhile',
    { ...MOVING, verdicts: ['-', '-', '-', 'down'] },
    'worker-1 (planned)',
  ],
  ['the owner cannot serve', { ...MOVING, demoted: ['worker-4'] }, 'worker-1 (planned)'],
  ['another one is awaited', { ...MOVING, awaited: ['worker-2'] }, 'worker-1 (planned)'],
  ['nothing moves as planned', { awaited: ['worker-1', 'worker-2'] }, 'stays'],
  [
    'the owner is down',
    { verdicts: ['down'], awaited: ['worker-1', 'worker-2'] },
    'worker-2 (ownerDown)',
  ],
]

t.test('a planned move waits for endpoints, and nothing else does', async (t) => {
  for (const [name, given, expected] of WAITS) t.equal(shown(choose(given)), expected, name)
})

t.test('a node whose MAC cannot be found is down for another reason', async (t) => {
  const lost: Neighbor = { ...ONE, mac: undefined, isUnresolvable: true }
  const verdicts = ['down'] as const
  t.equal(
    shown(choose({ owner: lost, candidates: [lost, TWO], verdicts })),
    'worker-2 (ownerUnresolved)',
  )
  const old: Neighbor = { ...lost, mac: ONE.mac }
  t.equal(shown(choose({ owner: old, candidates: [old, TWO], verdicts })), 'worker-2 (ownerDown)')
})

t.test('an owner that is no candidate any more is relieved as soon as somebody can', async (t) => {
  const given: Case = { owner: FOUR }
  t.equal(shown(choose(given)), 'worker-1 (notCandidate)')
  t.equal(shown(choose({ ...given, verdicts: ['down'] })), 'worker-2 (notCandidate)')
  const nobody = ['unknown', 'down', 'down'] as const
  t.equal(shown(choose({ ...given, verdicts: nobody })), 'stays', 'better than nobody')
  t.equal(shown(choose({ ...given, verdicts: [...nobody, 'down'] })), 'stranded')
})

const PLANS: readonly (readonly [string, Case, string, plannedOwner: string])[] = [
  ['the new owner is up', {}, 'worker-1 (planned)', 'worker-1'],
  ['it has missed a probe', { verdicts: ['suspect'] }, 'worker-1 (planned)', 'worker-1'],
  ['it has not been heard yet', { verdicts: ['unknown'] }, 'stays', 'worker-2'],
  ['it is down: the plan is followed when it is up', { verdicts: ['down'] }, 'stays', 'worker-2'],
  [
    'it has not been heard, and the old one is down',
    { verdicts: ['unknown', 'down'] },
    'worker-3 (planned)',
    'worker-1',
  ],
  ['both are down', { verdicts: ['down', 'down'] }, 'worker-3 (ownerDown)', 'worker-1'],
  ['it is the owner already', { owner: ONE, verdicts: ['unknown'] }, 'stays', 'worker-1'],
  [
    'it has not been heard, and nobody else can',
    { verdicts: ['unknown', 'down', 'down'] },
    'stranded',
    'worker-2',
  ],
  [
    'the old one is no candidate, and the new one has not been heard',
    { owner: FOUR, plannedBefore: 'worker-4', verdicts: ['unknown'] },
    'stays',
    'worker-4',
  ],
]

t.test('a plan that names another owner hands over when that one answers', async (t) => {
  for (const [name, given, expected, plannedOwner] of PLANS) {
    const choice = choose({ owner: TWO, plannedBefore: 'worker-2', ...given })
    t.equal(shown(choice), expected, name)
    t.equal(choice.plannedOwner, plannedOwner, `${name}: what is remembered`)
  }
})

const AWAY: Case = { owner: TWO, upSince: { 'worker-1': 1_000 } }
const BACK: readonly (readonly [string, Case, string])[] = [
  ['never', { pool: { failback: 'never' }, now: 1e9 }, 'stays'],
  ['at once', { pool: { failback: 'immediate' } }, 'worker-1 (failback)'],
  [
    'not while it is suspected',
    { pool: { failback: 'immediate' }, verdicts: ['suspect'] },
    'stays',
  ],
  ['nor while it is down', { pool: { failback: 'immediate' }, verdicts: ['down'] }, 'stays'],
  [
    'nor while it has not been heard',
    { pool: { failback: 'immediate' }, verdicts: ['unknown'] },
    'stays',
  ],
  [
    'after a while',
    { pool: { failback: 'afterStable', failbackDelaySeconds: 30 }, now: 30_999 },
    'stays, again at 31000',
  ],
  [
    'which is over',
    { pool: { failback: 'afterStable', failbackDelaySeconds: 30 }, now: 31_000 },
    'worker-1 (failback)',
  ],
  [
    'at once, but for its damping',
    { pool: { failback: 'immediate' }, damped: { 'worker-1': 90_000 } },
    'stays, again at 90000',
  ],
  [
    'after the longer of both',
    {
      pool: { failback: 'afterStable', failbackDelaySeconds: 100 },
      damped: { 'worker-1': 90_000 },
      now: 2_000,
    },
    'stays, again at 101000',
  ],
]

t.test('the planned owner takes back what it lost, as its pool says', async (t) => {
  for (const [name, given, expected] of BACK)
    t.equal(shown(choose({ ...AWAY, ...given })), expected, name)
})

t.test('fail-back goes to the planned owner alone', async (t) => {
  const pool = { failback: 'immediate' } as const
  t.equal(shown(choose({ owner: THREE, verdicts: ['down'], pool })), 'stays')
})

t.test('a node of which it is not known since when it is up is not gone back to', async (t) => {
  const health: NodeHealth = { ...createHealth(), upSince: () => undefined }
  const binding = bindingOf([ONE, TWO], { failback: 'immediate' })
  const current = { owner: TWO, plannedOwner: 'worker-1' }
  t.equal(shown(chooseOwner({ binding, current, health, now: 0 })), 'stays')
})

t.test('each family by its own verdict', async (t) => {
  const health: NodeHealth = {
    ...createHealth(),
    verdictOf: (one, family) => (one === ONE && family === 'IPv6' ? 'down' : 'up'),
  }
  const current = { owner: ONE, plannedOwner: 'worker-1' }
  const owner = (address: string) =>
    shown(chooseOwner({ binding: bindingOf([ONE, TWO], {}, address), current, health, now: 0 }))
  t.equal(owner('10.0.0.100'), 'stays')
  t.equal(owner('2001:db8::64'), 'worker-2 (ownerDown)')
})

const aVerdict = fc.constantFrom<Verdict>('unknown', 'up', 'suspect', 'down')
const aCase = fc.record({
  verdicts: fc.array(aVerdict, { minLength: 4, maxLength: 4 }),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 1 }),
  owner: fc.nat(3),
  plannedBefore: fc.nat(3),
  failback: fc.constantFrom<PlanPool['failback']>('never', 'afterStable', 'immediate'),
  damped: fc.subarray(['worker-1', 'worker-2', 'worker-3', 'worker-4']),
  now: fc.nat(100_000),
})
type AnyCase = typeof aCase extends fc.Arbitrary<infer C> ? C : never

function caseOf({
  order,
  owner,
  plannedBefore,
  failback,
  damped,
  ...rest
}: AnyCase): Required<Pick<Case, 'owner' | 'candidates'>> & Case {
  const [first = ONE, ...others] = order.map((index) => WORKERS[index] ?? ONE)
  return {
    ...rest,
    owner: WORKERS[owner] ?? ONE,
    plannedBefore: `worker-${plannedBefore + 1}`,
    candidates: [first, ...others],
    pool: { failback },
    damped: Object.fromEntries(damped.map((name) => [name, 50_000])),
  }
}

function property(
  name: string,
  holds: (given: ReturnType<typeof caseOf>, choice: OwnerChoice) => boolean,
) {
  t.test(name, async () =>
    fc.assert(
      fc.property(aCase, (any) => holds(caseOf(any), choose(caseOf(any)))),
      PROPERTY,
    ),
  )
}

const verdictIn = ({ verdicts = [] }: Case, one: Neighbor) => verdicts[WORKERS.indexOf(one)]

property('whoever takes over is another one, a candidate, and answers', (given, choice) => {
  if (choice.kind !== 'move') return true
  const verdict = verdictIn(given, choice.to)
  const answers = verdict === 'up' || verdict === 'suspect'
  return answers && choice.to !== given.owner && given.candidates.includes(choice.to)
})

property(
  'an address stays with a node that is down only if nobody else answers',
  (given, choice) =>
    choice.kind === 'move' || verdictIn(given, given.owner) !== 'down'
      ? true
      : given.candidates.every(
          (one) =>
            one === given.owner || !['up', 'suspect'].includes(verdictIn(given, one) ?? 'down'),
        ),
)

property('stranded is what is left with a node that is down', (given, choice) =>
  choice.kind === 'stranded' ? verdictIn(given, given.owner) === 'down' : true,
)

property('who has been chosen stays chosen, as long as nothing changes', (given, choice) => {
  if (choice.kind !== 'move') return true
  const next = choose({ ...given, owner: choice.to, plannedBefore: choice.plannedOwner })
  return next.kind === 'stay' || (next.kind === 'move' && next.reason === 'failback')
})

property('time alone changes nothing before it is time to look again', (given, choice) => {
  if (choice.kind !== 'stay' || choice.again === undefined) return true
  const before = { ...given, plannedBefore: choice.plannedOwner, now: choice.again - 1 }
  const then = choose({ ...before, now: choice.again })
  return choose(before).kind === 'stay' && then.kind === 'move' && then.reason === 'failback'
})
