import t from 'tap'
import { guard } from '../../../reconciler/guard/guard.ts'
import type { GuardInput } from '../../../reconciler/guard/guard.ts'
import type { PlanChange } from '../../../reconciler/plan/change.ts'
import type { ReleaseWord } from '../../../reconciler/reasons/releases.ts'
import { pool, poolSet } from '../../support/planning/facts.ts'
import { planOf } from '../../support/planning/plans.ts'

const POOLS = poolSet(pool('lan', { addresses: ['192.0.2.0/24'] }))

function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `192.0.2.${index + 1}`)
}

function inForce(count: number) {
  return [
    planOf(
      addresses(count).map((address) => ({ address, services: ['default/web'], candidates: 'a' })),
    ),
  ]
}

function on(address: string) {
  return { address, segment: 'default', pool: 'lan', disruptive: true }
}

function moves(count: number, from: string | undefined = 'a'): PlanChange[] {
  return addresses(count).map((address) => ({
    ...on(address),
    type: 'move',
    reason: 'NodeGone',
    services: ['default/web'],
    from,
    to: 'b',
  }))
}

function releases(count: number, reason: ReleaseWord): PlanChange[] {
  return addresses(count).map((address) => ({
    ...on(address),
    type: 'release',
    reason,
    services: ['default/web'],
  }))
}

function retargets(count: number, reason: ReleaseWord | 'SharingChanged'): PlanChange[] {
  return addresses(count).map((address) => ({
    ...on(address),
    type: 'retarget',
    reason,
    before: ['default/web'],
    after: ['default/db'],
  }))
}

/** The kinds that are refused, of `count` addresses in force. */
function refused(
  count: number,
  diff: readonly PlanChange[],
  parts: Partial<GuardInput> = {},
): string[] {
  const known = { pools: POOLS, serviceExists: () => true, options: {} }
  return guard({ previous: inForce(count), diff, ...known, ...parts }).map(({ kind }) => kind)
}

const cases: readonly [string, string[], string[]][] = [
  ['nothing changes', refused(10, []), []],
  ['half of them move', refused(10, moves(5)), []],
  ['more than half move', refused(10, moves(6)), ['moves']],
  ['of an odd number the greater half may move', refused(11, moves(6)), []],
  ['and not more', refused(11, moves(7)), ['moves']],
  ['three may always move', refused(3, moves(3)), []],
  ['four of four may not', refused(4, moves(4)), ['moves']],
  ['a first owner is no move', refused(10, moves(9, undefined).map(withoutOwner)), []],
  [
    'addresses that move, and are allowed to',
    refused(10, moves(9), { options: { allow: ['moves'] } }),
    [],
  ],
  ['another share', refused(10, moves(6), { options: { maxChangeShare: 0.9 } }), []],
  [
    'no share at all, but three',
    refused(10, moves(4), { options: { maxChangeShare: 0 } }),
    ['moves'],
  ],
  ['Services are gone', refused(10, releases(9, 'ServiceGone')), []],
  ['Services are not ours any more', refused(10, releases(9, 'ServiceNotOurs')), []],
  ['releases that the pool allows', refused(10, releases(9, 'ReleaseAllowed')), []],
  ['Services lose their addresses', refused(10, releases(6, 'Moved')), ['releases']],
  ['half of them do', refused(10, releases(5, 'Moved')), []],
  ['addresses go to other Services', refused(10, retargets(6, 'SharingEnded')), ['releases']],
  ['addresses are shared otherwise', refused(10, retargets(6, 'SharingChanged')), []],
  [
    'all Services are gone at once',
    refused(10, releases(10, 'ServiceGone'), { serviceExists: () => false }),
    ['releases'],
  ],
  [
    'all Services are gone at once, and that is allowed',
    refused(10, releases(10, 'ServiceGone'), {
      serviceExists: () => false,
      options: { allow: ['releases'] },
    }),
    [],
  ],
  [
    'all of three Services are gone at once',
    refused(3, releases(3, 'ServiceGone'), { serviceExists: () => false }),
    [],
  ],
  ['moves and releases are counted apart', refused(10, [...moves(5), ...releases(5, 'Moved')]), []],
  ['no pools', refused(1, [], { pools: poolSet() }), ['emptyPools']],
  ['no pools, and no addresses', refused(0, [], { pools: poolSet() }), []],
  [
    'no pools, and that is allowed',
    refused(1, [], { pools: poolSet(), options: { allow: ['emptyPools'] } }),
    [],
  ],
  ['no pools that could be read', refused(1, [], { pools: { ...poolSet(), complete: false } }), []],
  ['no pools that are sound', refused(1, [], { pools: { ...poolSet(), broken: ['lan'] } }), []],
]

function withoutOwner(change: PlanChange): PlanChange {
  return change.type === 'move' ? { ...change, from: undefined, reason: 'OwnerFound' } : change
}

for (const [name, found, expected] of cases)
  t.test(`${name}: ${expected.join() || 'passes'}`, async (t) => t.strictSame(found, expected))

t.test('a refusal says how many, and which', async (t) => {
  const input = { pools: POOLS, serviceExists: () => true, options: {} }
  t.strictSame(guard({ previous: inForce(4), diff: moves(4), ...input }), [
    { kind: 'moves', changes: 4, limit: 3, inForce: 4, addresses: addresses(4) },
  ])
  t.strictSame(guard({ previous: inForce(4), diff: [], ...input, pools: poolSet() }), [
    { kind: 'emptyPools', changes: 4, limit: 0, inForce: 4, addresses: [] },
  ])
})
