import t from 'tap'
import type { Address } from '../../../api/address.ts'
import type { SegmentCandidates } from '../../../reconciler/placement/candidates.ts'
import { announcedPools, composePlan } from '../../../reconciler/placement/compose.ts'
import { assignment } from '../../support/planning/assignments.ts'
import { node } from '../../support/planning/facts.ts'
import { PLAN_POOL, planOf } from '../../support/planning/plans.ts'

const digests = { pools: `sha256:${'a'.repeat(64)}`, state: `sha256:${'b'.repeat(64)}` }

const nodes: SegmentCandidates['nodes'] = [
  { name: 'a', addresses: ['10.0.0.1'], fact: node('a'), current: true },
  { name: 'b', addresses: ['10.0.0.2'], fact: undefined, current: false },
  { name: 'c', addresses: ['10.0.0.3'], fact: undefined, current: false },
]

function addressOf(text: string, pool: string): SegmentCandidates['addresses'][number] {
  const found = {
    basis: 'filtered',
    eligible: undefined,
    former: [],
    formerOwner: undefined,
  } as const
  return { assignment: assignment(text, { pool }), ...found }
}

t.test('addresses with their candidates as places in the node table', async (t) => {
  const addresses = [addressOf('192.0.2.1', 'lan'), addressOf('192.0.2.2', 'extra')]
  const choices = [
    { candidates: [2, 0], reason: 'kept' as const },
    { candidates: [], reason: 'nobody' as const },
  ]
  const pools = new Map([['lan', PLAN_POOL]])
  const healthPort = ({ address }: { readonly address: Address }) =>
    address.text === '192.0.2.1' ? 30_001 : undefined
  const context = { pools, digests, revision: 'abc', healthPort }
  const plan = composePlan({ segment: 'dmz', nodes, addresses }, choices, context)
  t.strictSame(plan, {
    apiVersion: 'bellwether.dev/v1alpha1',
    kind: 'AnnouncementPlan',
    metadata: { name: 'dmz' },
    spec: {
      segment: 'dmz',
      revision: 'abc',
      digests,
      nodes: [
        { name: 'a', addresses: ['10.0.0.1'] },
        { name: 'c', addresses: ['10.0.0.3'] },
      ],
      pools: [{ ...PLAN_POOL, name: 'extra' }, PLAN_POOL],
      announcements: [
        {
          address: '192.0.2.1',
          services: ['default/web'],
          pool: 'lan',
          candidates: [1, 0],
          since: '2026-02-20T10:00:00Z',
          healthCheckNodePort: 30_001,
        },
        {
          address: '192.0.2.2',
          services: ['default/web'],
          pool: 'extra',
          candidates: [],
          since: '2026-02-20T10:00:00Z',
        },
      ],
    },
  })
})

t.test('pools in force, else as the first of the previous plans by segment has them', async (t) => {
  const named = (name: string, failbackDelaySeconds: number) => ({
    ...PLAN_POOL,
    name,
    failbackDelaySeconds,
  })
  const now = { name: 'lan', announced: named('lan', 1) }
  const previous = [
    planOf([], { segment: 'z', pools: [named('gone', 2), named('lan', 2)] }),
    planOf([], { segment: 'a', pools: [named('gone', 3)] }),
  ]
  const pools = announcedPools([now], previous)
  t.equal(pools.get('lan'), now.announced)
  t.equal(pools.get('gone')?.failbackDelaySeconds, 3)
  t.equal(announcedPools([now], [...previous].reverse()).get('gone')?.failbackDelaySeconds, 3)
})
