import type { AllocationRefusal } from './reasons/refusals.ts'
import type { AnnouncementPlan } from '../api/objects.ts'
import type { Explanations } from './explain/explanation.ts'
import type { Finding } from '../api/finding.ts'
import type { ServiceKey } from './model/model.ts'
import type { PlanChange } from './plan/change.ts'
import type { Refusal, MissingInput } from './guard/refusal.ts'

/** What follows from the inputs. */
export interface Outcome {
  /** One for each segment, sorted by its name: the proposal, also where it is blocked. */
  readonly plans: readonly AnnouncementPlan[]
  /** Sorted by `compareFindings`. */
  readonly findings: readonly Finding[]
  readonly explanations: Explanations
  /** Empty if the plans may be carried out. */
  readonly blocked: readonly Refusal[]
  /** Empty if every input is known. */
  readonly incomplete: readonly MissingInput[]
  /** Services that did not get all they want, as allocation gives them: for some, only a wish is refused. */
  readonly refusals: ReadonlyMap<ServiceKey, readonly AllocationRefusal[]>
  /** From the previous plans to `plans`, sorted by address. */
  readonly diff: readonly PlanChange[]
}
