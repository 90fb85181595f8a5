import t from 'tap'
import type { Condition } from '../../../kubernetes/objects/condition.ts'
import { planConditions } from '../../../speaker/plan/conditions.ts'
import type { Shortfall } from '../../../speaker/plan/picture.ts'

const NOW = '2026-01-02T00:00:00Z'

function conditions(
  shortfalls: Readonly<Partial<Record<Shortfall, readonly string[]>>>,
  {
    announced = 2,
    refused,
    before = [],
  }: { announced?: number; refused?: string; before?: readonly Condition[] } = {},
) {
  const entries = Object.entries(shortfalls) as [Shortfall, readonly string[]][]
  const picture = { announced, moved: [], shortfalls: new Map(entries) }
  return planConditions({ picture, refused, generation: 7, now: NOW }, before)
}

function inShort(all: readonly Condition[]): string[] {
  return all.map(({ type, status, reason }) => `${type} ${status} ${reason}`)
}

t.test('all is well', async (t) => {
  t.strictSame(conditions({}), [
    {
      type: 'Ready',
      status: 'True',
      reason: 'Announced',
      message: '2 addresses are announced',
      lastTransitionTime: NOW,
      observedGeneration: 7,
    },
    {
      type: 'Reconciling',
      status: 'False',
      reason: 'Settled',
      message: '',
      lastTransitionTime: NOW,
      observedGeneration: 7,
    },
    {
      type: 'Stalled',
      status: 'False',
      reason: 'NotStalled',
      message: '',
      lastTransitionTime: NOW,
      observedGeneration: 7,
    },
  ])
  t.equal(conditions({}, { announced: 1 })[0]?.message, '1 address is announced')
  t.equal(conditions({}, { announced: 0 })[0]?.message, 'there is no address to announce')
})

t.test('what passes by itself is reconciling', async (t) => {
  for (const reason of ['MacUnknown', 'Checking'] as const)
    t.strictSame(inShort(conditions({ [reason]: ['10.0.0.1'] })), [
      `Ready False ${reason}`,
      `Reconciling True ${reason}`,
      'Stalled False NotStalled',
    ])
})

t.test('what waits for somebody is stalled', async (t) => {
  for (const reason of ['NoInterface', 'AddressHeld', 'NoCandidateUp'] as const)
    t.strictSame(inShort(conditions({ [reason]: ['10.0.0.1'] })), [
      `Ready False ${reason}`,
      'Reconciling False Settled',
      `Stalled True ${reason}`,
    ])
})

t.test('the gravest is the reason, the message tells all', async (t) => {
  const all = conditions(
    { Checking: ['10.0.0.9'], NoInterface: ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4'] },
    { refused: 'it is no plan' },
  )
  t.strictSame(inShort(all), [
    'Ready False PlanRefused',
    'Reconciling True Checking',
    'Stalled True PlanRefused',
  ])
  t.equal(
    all[0]?.message,
    'it is no plan; no interface that is up has the network of 10.0.0.1, 10.0.0.2, 10.0.0.3 and 1 more; ' +
      'asked for before the first announcement: 10.0.0.9',
  )
})

t.test('a time stays as long as the status does', async (t) => {
  const before = conditions({ Checking: ['10.0.0.9'] }).map((one) => ({
    ...one,
    lastTransitionTime: '2026-01-01T00:00:00Z',
  }))
  t.strictSame(
    conditions({ AddressHeld: ['10.0.0.9'] }, { before }).map((one) => one.lastTransitionTime),
    ['2026-01-01T00:00:00Z', NOW, NOW],
  )
})

t.test('without a generation none is told', async (t) => {
  const picture = { announced: 0, moved: [], shortfalls: new Map() }
  const [ready] = planConditions(
    { picture, refused: undefined, generation: undefined, now: NOW },
    [],
  )
  t.notOk('observedGeneration' in ready!)
})
