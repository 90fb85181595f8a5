import t from 'tap'
import type { ReleaseReason } from '../../../reconciler/reasons/releases.ts'
import { changeReasons } from '../../../reconciler/explain/change-reasons.ts'
import type { PlaceInput } from '../../../reconciler/placement/place.ts'
import { addressFrom } from '../../support/planning/addresses.ts'
import { facts, pool, poolSet, service } from '../../support/planning/facts.ts'
import { placed, placeInput, threeNodes } from '../../support/planning/placed.ts'
import { PLAN_POOL, planOf } from '../../support/planning/plans.ts'

function moveReason(candidates: string, parts: Partial<PlaceInput>): string {
  const previous = [planOf([{ address: '192.0.2.1', services: ['default/web'], candidates }])]
  const known = { previous, ...parts }
  const reasons = changeReasons(placed(known), { releases: [] }, placeInput(known).facts)
  return reasons.move('192.0.2.1')
}

const web = service('default/web')
const withoutA = { facts: facts([web], { nodes: threeNodes().slice(1) }) }
const excludedA = {
  facts: facts([web], {
    nodes: threeNodes().map((one) => ({ ...one, excludedByLabel: one.name === 'a' })),
  }),
}
const silent = {
  facts: facts([service('default/web', { externalTrafficPolicy: 'Local' })], {
    nodes: threeNodes(),
  }),
}
const immediate = pool('lan', {
  addresses: ['192.0.2.0/24'],
  announced: { ...PLAN_POOL, failback: 'immediate' },
})
const preferring = {
  pools: poolSet(immediate),
  facts: facts([service('default/web', { preferredNode: 'b' })], { nodes: threeNodes() }),
}
const nobody = { facts: facts([web], { nodes: [] }) }

const cases: readonly [string, string][] = [
  [moveReason('ab', withoutA), 'NodeGone'],
  [moveReason('ab', excludedA), 'NodeExcluded'],
  [moveReason('ab', silent), 'NoLocalEndpoints'],
  [moveReason('ab', preferring), 'FailBack'],
  [moveReason('', nobody), 'NobodyLeft'],
  // Nobody is known to be gone where nobody is known.
  [moveReason('ab', { facts: facts([web], { nodes: undefined }) }), 'NodeExcluded'],
]

for (const [found, expected] of cases) t.test(expected, async (t) => t.equal(found, expected))

t.test('an address that is in no plan now', async (t) => {
  const { move } = changeReasons(placed(), { releases: [] }, placeInput().facts)
  t.equal(move('192.0.2.99'), 'Unexplained')
})

t.test('why an address was given up, as a word', async (t) => {
  const address = addressFrom('192.0.2.1')
  const all: readonly [ReleaseReason, string][] = [
    [{ type: 'serviceGone' }, 'ServiceGone'],
    [{ type: 'serviceNotOurs' }, 'ServiceNotOurs'],
    [{ type: 'familyNotWanted', family: 'IPv4' }, 'FamilyNotWanted'],
    [{ type: 'releaseAllowed', pool: 'lan' }, 'ReleaseAllowed'],
    [{ type: 'otherPlanFirst', segment: 'lan' }, 'OtherPlanFirst'],
  ]
  const releases = all.map(([reason], index) => ({
    address,
    service: `default/s${index}`,
    pool: 'lan',
    segment: 'default',
    reason,
  }))
  const { release } = changeReasons([], { releases }, facts([]))
  all.forEach(([, expected], index) => t.equal(release('192.0.2.1', `default/s${index}`), expected))
  t.equal(release('192.0.2.2', 'default/s0'), 'Unexplained')
})
