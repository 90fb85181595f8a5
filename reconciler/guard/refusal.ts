import type { AllowedChange } from '../reasons/guard.ts'
import type { SnapshotKind } from '../state/snapshot.ts'

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
  readonly input: Exclude<SnapshotKind, 'AnnouncementPlan'>
  /** Addresses that stay as they were because of it, sorted. */
  readonly frozen: readonly string[]
}
