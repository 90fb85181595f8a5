import type { AnnouncementPlan } from '../api/objects.ts'
import type { Finding } from '../api/finding.ts'
import type { ClusterState } from './state/snapshot.ts'
import type { ReconcileOptions } from './guard/options.ts'
import type { PlacedObject } from './source/placed-object.ts'

/**
 * Everything a plan follows from. Same inputs, same bytes, whatever the order of pools, objects and plans.
 * The objects of `state` must not be changed once they were handed over: what one says is read once, so that the next
 * plan costs little where most objects are the same ones. A changed object is a new one, as a watch hands it over.
 */
export interface Inputs {
  /** AddressPools, as `parsePools` gives them or as `{ value }`; objects of other kinds are passed over. */
  readonly pools: readonly PlacedObject[]
  /** Pool files that could not be read or parsed: their pools are unknown, which is not the same as gone. */
  readonly unreadable?: readonly Finding[]
  /** As `parseState` gives it. A kind that is absent is not known; one that is `[]` has no objects. */
  readonly state: ClusterState
  /** The plans in force, as `parsePlans` gives them: what they hold stays. Default: none. */
  readonly previous?: readonly AnnouncementPlan[]
  /** The nodes whose MAC the speaker announces right now, by address, where it reported any. */
  readonly owners?: Readonly<Record<string, string>>
  /** The time of the plan: RFC 3339 in UTC, as `2026-01-31T12:00:00Z`. It becomes the `since` of new assignments. */
  readonly now: string
  /** The commit of the pools, or whatever names their version; it goes into the plans. Default: empty. */
  readonly revision?: string
  readonly options?: ReconcileOptions
}
