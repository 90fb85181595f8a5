/** client-go's three durations, in milliseconds. */
export interface LeaseTiming {
  /** How long those who do not hold the Lease wait, after the last change that they saw, before they take it. */
  readonly leaseDuration: number
  /** How long the holder acts after the last renewal that it knows to have succeeded. */
  readonly renewDeadline: number
  /** Between two tries of anything. */
  readonly retryPeriod: number
}

/** What Kubernetes' own components use. */
export const CORE_TIMING: LeaseTiming = {
  leaseDuration: 15_000,
  renewDeadline: 10_000,
  retryPeriod: 2_000,
}

/** client-go's JitterFactor: a retry comes later than its period by up to this many periods. */
export const JITTER_FACTOR = 1.2

export type LeaseRefusalReason =
  | 'LeaseDurationNotAboveRenewDeadline'
  | 'RenewDeadlineNotAboveRetryPeriod'
  | 'DurationNotPositive'
  /** The API has whole seconds, and at least one. */
  | 'LeaseDurationNotWholeSeconds'
  | 'IdentityEmpty'

/** Why an election cannot be taken part in. */
export interface LeaseRefusal {
  readonly refusal: LeaseRefusalReason
  readonly message: string
}

/** Every rule that these settings break. */
export function leaseRefusals(timing: LeaseTiming, identity: string): readonly LeaseRefusal[] {
  return RULES.filter(([, , holds]) => !holds(timing, identity)).map(([refusal, message]) => ({
    refusal,
    message,
  }))
}

type Rule = readonly [
  refusal: LeaseRefusalReason,
  message: string,
  holds: (timing: LeaseTiming, identity: string) => boolean,
]

// Written so that NaN breaks them.
const RULES: readonly Rule[] = [
  [
    'LeaseDurationNotAboveRenewDeadline',
    'the lease duration must be greater than the renew deadline',
    ({ leaseDuration, renewDeadline }) => leaseDuration > renewDeadline,
  ],
  [
    'RenewDeadlineNotAboveRetryPeriod',
    `the renew deadline must be greater than ${JITTER_FACTOR} times the retry period`,
    ({ renewDeadline, retryPeriod }) => renewDeadline > JITTER_FACTOR * retryPeriod,
  ],
  [
    'DurationNotPositive',
    'lease duration, renew deadline and retry period must be greater than zero',
    (timing) => Math.min(timing.leaseDuration, timing.renewDeadline, timing.retryPeriod) > 0,
  ],
  [
    'LeaseDurationNotWholeSeconds',
    'the lease duration must be a whole number of seconds',
    ({ leaseDuration }) => leaseDuration >= 1_000 && leaseDuration % 1_000 === 0,
  ],
  ['IdentityEmpty', 'whoever takes part needs a name', (_timing, identity) => identity !== ''],
]
