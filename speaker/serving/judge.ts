import type { HealthAnswer, DemotionReason } from '../reports/health.ts'

/** So many failures in a row demote a target. */
export const FAILURES_TO_DEMOTE = 3

/** So many successes in a row restore it. */
export const SUCCESSES_TO_RESTORE = 2

/** What has come of asking one target, and whether it is demoted for it. */
export interface HealthJudge {
  readonly isDemoted: boolean
  /** The last answer was `fit`. */
  readonly isFit: boolean
  /**
   * What that changes: why it is demoted from now on, or that it is restored. `hasWitness`: another node answers the same
   * question well, so it can be asked from here.
   */
  answered(answer: HealthAnswer, hasWitness: boolean): DemotionReason | 'restored' | undefined
  /** Its node has been down: a target that has answered before has to answer again before it counts as fit. */
  doubt(): void
}

export function createHealthJudge(): HealthJudge {
  let last: HealthAnswer | undefined
  let hasAnswered = false
  let isDemoted = false
  let isDoubted = false
  let failures = 0
  let successes = 0

  const succeed = () => {
    failures = 0
    isDoubted = false
    if (!isDemoted || ++successes < SUCCESSES_TO_RESTORE) return undefined
    isDemoted = false
    return 'restored'
  }
  const fail = (reason: DemotionReason) => {
    successes = 0
    if (isDemoted || ++failures < FAILURES_TO_DEMOTE) return undefined
    isDemoted = true
    return reason
  }
  return {
    get isDemoted() {
      return isDemoted || isDoubted
    },
    get isFit() {
      return last === 'fit'
    },
    answered(answer, hasWitness) {
      const knew = hasAnswered
      last = answer
      hasAnswered ||= answer === 'fit' || answer === 'unfit'
      if (answer === 'fit') return succeed()
      if (answer === 'strange' || !isEvidence(answer, hasWitness, knew)) return undefined
      return fail(answer)
    },
    doubt() {
      isDoubted = hasAnswered
      last = undefined
    },
  }
}

/** No answer may be the fault of a firewall, or ours: then it says nothing of the node. */
function isEvidence(reason: DemotionReason, hasWitness: boolean, hasAnswered: boolean): boolean {
  return reason === 'unfit' || hasWitness || (reason === 'refused' && hasAnswered)
}
