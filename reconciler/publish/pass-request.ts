import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { ServiceKey } from '../model/model.ts'
import type { ClusterSnapshot } from '../state/snapshot.ts'
import type { EventWrite } from './event-series.ts'
import type { PassDecision, PassMemory, PassSettings, PassTime } from './pass.ts'

/** One request to the API server. */
export type PassRequest =
  /** In place of the version that was stored; as a new object where none was. */
  | {
      readonly send: 'plan'
      readonly segment: string
      readonly plan: AnnouncementPlan
      readonly stored: KubernetesObject | undefined
    }
  | { readonly send: 'readPlan'; readonly name: string }
  | {
      readonly send: 'serviceStatus'
      readonly key: ServiceKey
      readonly object: KubernetesObject
      readonly force: boolean
    }
  | { readonly send: 'poolStatus'; readonly name: string; readonly object: KubernetesObject }
  | { readonly send: 'event'; readonly event: EventWrite }

export type PassWritingEvent =
  | { readonly event: 'begin' }
  | {
      readonly event: 'answered'
      readonly request: PassRequest
      readonly answer: KubernetesObject | ApiFailure
    }

/** How many requests were sent. */
export interface PassWrites {
  readonly plans: number
  readonly services: number
  readonly pools: number
  readonly events: number
}

export interface PassResult {
  /**
   * `done`: all is written that was decided. `conflict`: somebody else wrote meanwhile, so decide again from fresh reads.
   * `failed`: the API server did not do something that it was asked; try again later.
   */
  readonly result: 'done' | 'conflict' | 'failed'
  readonly decision: PassDecision
  readonly writes: PassWrites
  /** Services whose addresses wait for a live speaker. */
  readonly waiting: readonly string[]
  /** What did not work, each once. Events that could not be written are not among them. */
  readonly failures: readonly ApiFailure[]
  /** When counts of pools are due that have not been written yet, in milliseconds since 1970. */
  readonly countsDueAt: number | undefined
  /** Statuses that are left for the next pass. */
  readonly postponed: number
}

export interface PassOptions extends PassSettings {
  /** Read the plans once more at the very end: for those who do not watch them. */
  readonly verify?: boolean
  /**
   * After so long no further status is begun in this pass: what is new then is planned, and announced, before statuses that the API
   * server is slow to take. Undefined: all of them are written.
   */
  readonly statusMilliseconds?: number
}

/** What a pass writes by. */
export interface PassContext {
  readonly snapshot: ClusterSnapshot
  readonly options: PassOptions
  readonly memory: PassMemory
  readonly time: PassTime
}
