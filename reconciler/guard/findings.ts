import type { Finding } from '../../api/finding.ts'
import { makeFinding } from '../../api/make-finding.ts'
import { GUARD_REFUSALS } from '../reasons/guard.ts'
import type { Refusal } from './refusal.ts'

/** Why the plan is blocked, for people. */
export function guardFindings(refusals: readonly Refusal[]): Finding[] {
  return refusals.map((refusal) => {
    const { advice, operators } = GUARD_REFUSALS[refusal.kind]
    const { code, hint } = advice
    return makeFinding(code, { message: operators(refusal), hint })
  })
}
