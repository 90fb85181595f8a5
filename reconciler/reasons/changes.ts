import type { ReasonTable } from './reason.ts'
import { toAll } from './reason.ts'
import type { ReleaseWord } from './releases.ts'
import { describeReleaseWord } from './releases.ts'

/** Why the planned owner of an address changes: the key is the word for metrics, events and the difference of plans. */
export const MOVES = {
  /** The state has Nodes, and not the former owner. */
  NodeGone: toAll('the former owner is gone'),
  /** The former owner is there, and is no candidate any more. */
  NodeExcluded: toAll('the former owner may not carry it any more'),
  /** The pool's fail-back moved it to a better node. */
  FailBack: toAll('fail-back to a better node'),
  /** There was no planned owner before. */
  OwnerFound: toAll('nobody could answer before'),
  /** Nobody may carry it any more. */
  NobodyLeft: toAll('nobody may carry it any more'),
  /** `externalTrafficPolicy: Local`, and the Service has no endpoint. */
  NoLocalEndpoints: toAll('Local, and no endpoint'),
  /** Its pool announces it on another segment now. */
  SegmentChanged: toAll('its pool has another segment now'),
} satisfies ReasonTable

/** Why the planned owner of an address changes. `Unexplained`: compared without the inputs, which would tell. */
export type MoveReason = keyof typeof MOVES | 'Unexplained'

/** A move in a few words; empty for what is not explained. */
export function describeMove(reason: MoveReason): string {
  return reason === 'Unexplained' ? '' : MOVES[reason].operators(undefined)
}

/** Why other Services have an address: a former one has lost it, or nobody has. */
export type RetargetReason = ReleaseWord | 'SharingChanged'

/** Why other Services have an address, in a few words; empty for what is not explained. */
export function describeRetarget(reason: RetargetReason): string {
  return reason === 'SharingChanged' ? 'shared otherwise' : describeReleaseWord(reason)
}
