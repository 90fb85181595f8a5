import type { ApiFailureReason } from '../../kubernetes/client/api-failure.ts'
import type { ElectionReport } from './election.ts'
import type { HealthReport } from './health.ts'

/** The plan cannot be read from the API server, or not any more; the last one stays in force. */
export interface PlanNotFollowed {
  readonly level: 'warn'
  readonly event: 'PlanNotFollowed'
  readonly segment: string
  readonly reason: ApiFailureReason
  readonly message: string
  readonly hint: string
}

/** It can be read again. */
export interface PlanFollowed {
  readonly level: 'info'
  readonly event: 'PlanFollowed'
  readonly segment: string
}

/** The API server has no plan of the segment, and never had one while this speaker knew of it. */
export interface NoPlanYet {
  readonly level: 'info'
  readonly event: 'NoPlanYet'
  readonly segment: string
}

/** The object of the plan is not there any more: that releases nothing. */
export interface PlanGone {
  readonly level: 'warn'
  readonly event: 'PlanGone'
  readonly segment: string
  readonly message: string
  readonly hint: string
}

/** The plan that was kept on disk is carried out until the API server has answered. */
export interface StoredPlanInForce {
  readonly level: 'info'
  readonly event: 'StoredPlanInForce'
  readonly segment: string
  readonly file: string
}

/** The plan on disk cannot be read: the speaker waits for the API server. */
export interface StoredPlanNotRead {
  readonly level: 'warn'
  readonly event: 'StoredPlanNotRead'
  readonly message: string
  readonly hint: string
}

/** The plan cannot be kept on disk. Told once, until it can be again. */
export interface PlanNotStored {
  readonly level: 'warn'
  readonly event: 'PlanNotStored'
  readonly message: string
  readonly hint: string
}

/** The plan's status cannot be written. Told once, until it can be again. */
export interface PlanStatusNotWritten {
  readonly level: 'warn'
  readonly event: 'PlanStatusNotWritten'
  readonly segment: string
  readonly reason: ApiFailureReason
  readonly message: string
  readonly hint: string
}

/** What a speaker says of its life in a cluster. */
export type ClusterReport =
  | ElectionReport
  | HealthReport
  | PlanNotFollowed
  | PlanFollowed
  | NoPlanYet
  | PlanGone
  | StoredPlanInForce
  | StoredPlanNotRead
  | PlanNotStored
  | PlanStatusNotWritten
