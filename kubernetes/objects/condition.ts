/** metav1.Condition. */
export interface Condition {
  readonly type: string
  readonly status: 'True' | 'False' | 'Unknown'
  readonly reason: string
  readonly message: string
  readonly lastTransitionTime: string
  readonly observedGeneration?: number
}

export type ConditionParts = Pick<Condition, 'status' | 'reason' | 'message'>

export interface ConditionContext {
  /** The condition of this type that is there. */
  readonly before: Condition | undefined
  /** Of the object; some kinds have none. */
  readonly generation: number | undefined
  /** RFC 3339, UTC, whole seconds. */
  readonly now: string
}

/** The API's limit (metav1.Condition). */
const LONGEST_MESSAGE = 32_768

/** The condition as it is to be written: `lastTransitionTime` changes with `status` alone. */
export function nextCondition(
  type: string,
  { status, reason, message }: ConditionParts,
  { before, generation, now }: ConditionContext,
): Condition {
  return {
    type,
    status,
    reason,
    message: message.slice(0, LONGEST_MESSAGE),
    lastTransitionTime: before?.status === status ? before.lastTransitionTime : now,
    ...(generation === undefined ? {} : { observedGeneration: generation }),
  }
}

/** Whether they say the same; the time follows from the status. */
export function sameCondition(a: Condition | undefined, b: Condition): boolean {
  if (a === undefined) return false
  return (
    a.status === b.status &&
    a.reason === b.reason &&
    a.message === b.message &&
    a.observedGeneration === b.observedGeneration
  )
}
