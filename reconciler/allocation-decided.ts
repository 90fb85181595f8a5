import type { PoolAnswers } from './allocation-answers.ts'
import type { Tenure } from './allocation/held.ts'
import type { AllocationResult } from './allocation/result.ts'

/** All that a round decided, and what explanations are made from. */
export interface Decided extends Pick<
  AllocationResult,
  'assignments' | 'refusals' | 'releases' | 'retained'
> {
  readonly tenures: readonly Tenure[]
  readonly answers: PoolAnswers
}
