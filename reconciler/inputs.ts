import type { AnnouncementPlan } from '../api/objects.ts'
import type { Finding } from '../api/finding.ts'
import type { ClusterState } from './state/snapshot.ts'
import type { ReconcileOptions } from './guard/options.ts'
import type { PlacedObject } from './source/placed-object.ts'

/**
 * Everything a plan follows from. Same inputs, same bytes, whatever their order. `now` is RFC 3339 in UTC.
 * The objects of `state` must not be changed once they were handed over: what one says is read once, so that the next
 * plan costs little where most objects are the same ones. A changed object is a new one, as a watch hands it over.
 * `owners` are the nodes whose MAC the speaker announces right now, by address, where it reported any.
 */
export interface Inputs {
  /** AddressPools, as `parsePools` gives them or as `{ value }`; objects of other kinds are passed over. */
  readonly pools: readonly PlacedObject[]
  /** Pool files that could not be read or parsed: their pools are unknown, which is not the same as gone. */
  readonly unreadable?: readonly Finding[]
  readonly state: ClusterState
  readonly previous?: readonly AnnouncementPlan[]
  readonly owners?: Readonly<Record<string, string>>
  readonly now: string
  readonly revision?: string
  readonly options?: ReconcileOptions
}
