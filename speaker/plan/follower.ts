import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { CacheView } from '../../kubernetes/watch/cache.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Finding } from '../../api/finding.ts'
import { planFromObject } from '../../api/plan-text.ts'
import type { Condition } from '../../kubernetes/objects/condition.ts'
import type { SpeakerReport } from '../reports/report.ts'

/** The object of the plan, as the API server has it. */
export interface PlanObject {
  readonly uid: string | undefined
  readonly generation: number | undefined
  /** Why it is no plan; the one before it stays in force. */
  readonly refused: string | undefined
  /** As whoever wrote its status last has left them. */
  readonly conditions: readonly Condition[]
  readonly hasStatus: boolean
}

/** What follows from a look at the API server. */
export interface PlanNews {
  /** To be carried out from now on, if there is a new one. */
  readonly plan: AnnouncementPlan | undefined
  readonly reports: readonly SpeakerReport[]
}

/**
 * Follows the plan of one segment in the API server. What cannot be read, is forbidden, or is not there any
 * more changes nothing: to release addresses takes a plan without them.
 */
export interface PlanFollower {
  look(view: CacheView): PlanNews
  /** Undefined: there is none, or nothing is known of it. */
  readonly object: PlanObject | undefined
  /** The API server has said that there is none, and none is in force. */
  readonly isIdle: boolean
}

interface State {
  readonly segment: string
  object: PlanObject | undefined
  /** Which version of the object was read. */
  version: string | undefined
  hasPlan: boolean
  /** What was told, so that it is told once. */
  told: 'absent' | undefined
  failure: ApiFailure['failure'] | undefined
}

/** `hasPlan`: one is carried out already, from disk. */
export function createPlanFollower(segment: string, hasPlan: boolean): PlanFollower {
  const state: State = {
    segment,
    object: undefined,
    version: undefined,
    hasPlan,
    told: undefined,
    failure: undefined,
  }
  return {
    look(view) {
      const failure = followFailure(state, view.failure)
      const news = view.objects === undefined ? NO_NEWS : followObject(state, view.objects[0])
      return { plan: news.plan, reports: [...failure, ...news.reports] }
    },
    get object() {
      return state.object
    },
    get isIdle() {
      return state.told === 'absent' && !state.hasPlan
    },
  }
}

const NO_NEWS: PlanNews = { plan: undefined, reports: [] }

function followFailure(state: State, failure: ApiFailure | undefined): readonly SpeakerReport[] {
  const { segment, failure: before } = state
  state.failure = failure?.failure
  if (failure === undefined) {
    if (before === undefined) return []
    // The API server may come back with an older state, and count generations anew.
    state.version = undefined
    return [{ level: 'info', event: 'PlanFollowed', segment }]
  }
  if (before === failure.failure) return []
  return [planNotFollowed(segment, failure)]
}

const HINTS: Readonly<Partial<Record<ApiFailure['failure'], string>>> = {
  forbidden: 'let the ServiceAccount of the speaker list and watch announcementplans',
  unauthorized: 'see that its token or certificate is valid',
  notFound: 'install the CRDs of config/crd',
}

function planNotFollowed(segment: string, { failure, message }: ApiFailure): SpeakerReport {
  return {
    level: 'warn',
    event: 'PlanNotFollowed',
    segment,
    reason: failure,
    message: `the plan of segment ${segment} cannot be followed: ${message}`,
    hint: `${HINTS[failure] ?? 'see that the API server can be reached'}; the last plan stays in force`,
  }
}

function followObject(state: State, object: KubernetesObject | undefined): PlanNews {
  if (object === undefined) return followAbsence(state)
  state.told = undefined
  const { uid, generation } = object.metadata
  const version = `${uid} ${generation}`
  if (version === state.version) {
    state.object = planObject(object, state.object?.refused)
    return NO_NEWS
  }
  state.version = version
  return read(state, object)
}

function read(state: State, object: KubernetesObject): PlanNews {
  const plan = planFromObject(object)
  const [problem] = problemsOf(plan, state)
  state.object = planObject(object, problem)
  if (problem !== undefined || Array.isArray(plan))
    return { plan: undefined, reports: [planRefused(state.segment, problem)] }
  state.hasPlan = true
  return { plan, reports: [] }
}

function problemsOf(plan: AnnouncementPlan | Finding[], { segment }: State): readonly string[] {
  if (Array.isArray(plan)) return plan.map(({ message }) => message)
  const named = plan.spec.segment
  return named === segment ? [] : [`it is a plan of segment ${named}`]
}

function planRefused(segment: string, problem: string | undefined): SpeakerReport {
  return {
    level: 'error',
    event: 'PlanRefused',
    message: `the AnnouncementPlan ${segment} is not a plan: ${String(problem)}`,
    hint: 'let the reconciler write it anew; the last plan stays in force',
  }
}

function planObject(object: KubernetesObject, problem: string | undefined): PlanObject {
  const { uid, generation } = object.metadata
  const status = object['status'] as { readonly conditions?: unknown } | undefined
  const conditions = Array.isArray(status?.conditions) ? status.conditions : []
  return {
    uid,
    generation,
    refused: problem,
    conditions: conditions as readonly Condition[],
    hasStatus: status !== undefined,
  }
}

function followAbsence(state: State): PlanNews {
  state.object = undefined
  state.version = undefined
  if (state.told === 'absent') return NO_NEWS
  state.told = 'absent'
  const { segment, hasPlan } = state
  if (!hasPlan)
    return { plan: undefined, reports: [{ level: 'info', event: 'NoPlanYet', segment }] }
  return { plan: undefined, reports: [planGone(segment)] }
}

function planGone(segment: string): SpeakerReport {
  return {
    level: 'warn',
    event: 'PlanGone',
    segment,
    message: `the API server has no AnnouncementPlan ${segment} any more; the last one stays in force`,
    hint: 'the reconciler writes it anew; only a plan without addresses releases them',
  }
}
