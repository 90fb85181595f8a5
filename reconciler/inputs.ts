import type { AnnouncementPlan } from '../api/objects.ts'
import type { Finding } from './findings/finding.ts'
import type { StateObjects } from './kubernetes-objects.ts'

/** A text and where it came from: `path` is what findings name. */
export interface SourceText {
  readonly path: string
  readonly text: string
}

/** What a user may set of the reconciler itself. */
export interface ReconcileOptions {
  /** Also take Services that name no class. Default false: only `bellwether.dev/layer2`. */
  readonly asDefaultClass?: boolean
  /** How many candidates an address has: the planned owner and its standbys. Default 4. */
  readonly candidatesPerAddress?: number
  /** The share (0-1) of the addresses in force that one plan may move or release. Default 0.5. */
  readonly maxChangeShare?: number
  /** Changes that the guard lets pass for this once. */
  readonly allow?: readonly AllowedChange[]
}

/** What the guard would block, by kind. */
export type AllowedChange = 'moves' | 'releases' | 'emptyPools'

/**
 * Everything a plan follows from. Same inputs, same bytes, whatever their order. `now` is RFC 3339 in UTC.
 * `owners` are the nodes whose MAC the speaker announces right now, by address, where it reported any.
 */
export interface Inputs {
  readonly pools: readonly SourceText[]
  /** Pool files that could not be read: their pools are unknown, which is not the same as gone. */
  readonly unreadable?: readonly Finding[]
  readonly state: StateObjects
  readonly previous?: readonly AnnouncementPlan[]
  readonly owners?: Readonly<Record<string, string>>
  readonly now: string
  readonly revision?: string
  readonly options?: ReconcileOptions
}
