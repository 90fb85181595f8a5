import type { AllocationRefusal } from './allocation/result.ts'
import type { AnnouncementPlan } from '../api/objects.ts'
import type { Explanations } from './explain/explanation.ts'
import type { Finding } from './findings/finding.ts'
import type { AllowedChange } from './inputs.ts'
import type { StateKind } from './kubernetes-objects.ts'
import type { ClusterFacts, PoolSet, ServiceKey } from './model.ts'
import type { PlanChange } from './plan-change.ts'

/** A plan that goes too far: not to be carried out unless `allow` names it. */
export interface Refusal {
  readonly kind: AllowedChange
  /** How many addresses would change, how many may, and how many are in force. */
  readonly changes: number
  readonly limit: number
  readonly inForce: number
  /** The addresses that would change, sorted; empty for `emptyPools`. */
  readonly addresses: readonly string[]
}

/** A part of the inputs that is not known. What would follow from its absence has not been done. */
export interface MissingInput {
  readonly input: StateKind | 'AddressPool'
  /** Addresses that stay as they were because of it, sorted. */
  readonly frozen: readonly string[]
}

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
  /** What the plans follow from, as it was understood. */
  readonly pools: PoolSet
  readonly facts: ClusterFacts
}
