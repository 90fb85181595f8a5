import t from 'tap'
import { CORE_TIMING, leaseRefusals, type LeaseTiming } from '../../../kubernetes/lease/rules.ts'

const refusals = (timing: Partial<LeaseTiming>, identity = 'a') =>
  leaseRefusals({ ...CORE_TIMING, ...timing }, identity).map(({ refusal }) => refusal)

t.test('what the components of Kubernetes use breaks no rule', async (t) => {
  t.strictSame(refusals({}), [])
})

const BROKEN: readonly (readonly [string, Partial<LeaseTiming>, readonly string[]])[] = [
  [
    'lease duration equal to the renew deadline',
    { leaseDuration: 10_000 },
    ['LeaseDurationNotAboveRenewDeadline'],
  ],
  [
    'renew deadline of 1.2 retry periods',
    { retryPeriod: 10_000, renewDeadline: 12_000 },
    ['RenewDeadlineNotAboveRetryPeriod'],
  ],
  ['a retry period of zero', { retryPeriod: 0 }, ['DurationNotPositive']],
  ['part of a second', { leaseDuration: 15_500 }, ['LeaseDurationNotWholeSeconds']],
  [
    'no number at all',
    { leaseDuration: NaN },
    ['LeaseDurationNotAboveRenewDeadline', 'DurationNotPositive', 'LeaseDurationNotWholeSeconds'],
  ],
]

for (const [name, timing, expected] of BROKEN)
  t.test(`refused: ${name}`, async (t) => t.strictSame(refusals(timing), expected))

t.test('whoever takes part has a name, and each refusal says what is wrong', async (t) => {
  t.strictSame(refusals({}, ''), ['IdentityEmpty'])
  for (const { message } of leaseRefusals({ ...CORE_TIMING, leaseDuration: 0 }, ''))
    t.match(message, /must be|needs/)
})
