import type { ClusterSnapshot, SnapshotKind } from '../state/snapshot.ts'
import type { PoolFiles, StoredPlan } from './snapshot-inputs.ts'
import { inputsOf } from './snapshot-inputs.ts'
import { EventSeries } from './event-series.ts'
import type { Finding } from '../../api/finding.ts'
import { compareFindings } from '../../api/finding.ts'
import { guardFindings } from '../guard/findings.ts'
import type { ServiceKey } from '../model/model.ts'
import type { Outcome } from '../outcome.ts'
import { planStages } from './plan-writes.ts'
import type { PlanStages } from './plan-writes.ts'
import { poolCounts } from './pool-counts.ts'
import { poolDecision } from './pool-status.ts'
import type { Hindrance, PoolDecision } from './pool-status.ts'
import type { Decision } from '../reconcile.ts'
import { decide } from '../reconcile.ts'
import { heldServiceDecisions, serviceDecisions } from './service-status.ts'
import type { ServiceDecision, StatusSettings } from './service-status.ts'
import type { ReconcileOptions } from '../guard/options.ts'
import { addToGroup } from '../../api/group-by.ts'

export interface PassSettings {
  /** Undefined: the pools are custom resources, and have a status. */
  readonly files?: PoolFiles | undefined
  readonly options?: ReconcileOptions | undefined
  /** Takes `status.loadBalancer.ingress` from other managers. */
  readonly adopt: boolean
}

/** The time of a pass. */
export interface PassTime {
  /** RFC 3339, UTC, whole seconds: the `now` of the plan and of conditions. */
  readonly now: string
  /** Since 1970, for events and pacing. */
  readonly milliseconds: number
}

/** What is remembered from one pass to the next. Losing it costs a repeated event or an early count, no more. */
export interface PassMemory {
  readonly events: EventSeries
  /** When the counts of a pool were written last, by its name. */
  readonly countsWrittenAt: Map<string, number>
  /** Services whose status was put off: they come first next time. */
  readonly postponed: Set<ServiceKey>
}

/** `instance` names this process in events, e.g. the Pod. */
export function passMemory(instance: string): PassMemory {
  return { events: new EventSeries(instance), countsWrittenAt: new Map(), postponed: new Set() }
}

/** What a pass will write, in this order: plans (gains, losses), then statuses, then pools. Nothing has been written yet. */
export interface PassDecision {
  readonly outcome: Outcome
  readonly stored: readonly StoredPlan[]
  /** Of stored plans and of the planner, sorted. */
  readonly findings: readonly Finding[]
  /** Why no plan and no Service status is written. */
  readonly hindrance: Hindrance | undefined
  /** Kinds that are not known. */
  readonly unknown: readonly SnapshotKind[]
  readonly plans: PlanStages
  readonly services: readonly ServiceDecision[]
  /** Empty where pools are files. */
  readonly pools: readonly PoolDecision[]
}

const NO_STAGES: PlanStages = { gains: [], losses: [] }

/** What follows from what was read. Pure: it may be asked for a dry run. */
export function decidePass(
  snapshot: ClusterSnapshot,
  settings: PassSettings,
  now: string,
): PassDecision {
  const { files, options, adopt } = settings
  const { inputs, stored, findings } = inputsOf(snapshot, { files, options, now })
  const decision = decide(inputs)
  const { outcome } = decision
  const unknown = unknownKinds(snapshot, files !== undefined)
  const hindrance = hindranceOf(snapshot, findings, outcome)
  const isHeld = hindrance !== undefined && hindrance.reason !== 'InputIncomplete'
  const status = { asDefaultClass: options?.asDefaultClass ?? false, adopt, now }
  return {
    outcome,
    stored,
    findings: [...findings, ...outcome.findings].sort(compareFindings),
    hindrance,
    unknown,
    plans: isHeld ? NO_STAGES : planStages(stored, outcome.plans),
    services: isHeld
      ? heldServices(snapshot, { stored, hindrance }, status)
      : serviceDecisions(snapshot, outcome, status),
    pools: files === undefined ? poolDecisions(snapshot, { decision, hindrance, isHeld }, now) : [],
  }
}

function heldServices(
  snapshot: ClusterSnapshot,
  { stored, hindrance }: { readonly stored: readonly StoredPlan[]; readonly hindrance: Hindrance },
  settings: StatusSettings,
): ServiceDecision[] {
  if (hindrance.reason !== 'Blocked') return []
  const plans = stored.map(({ plan }) => plan)
  return heldServiceDecisions(snapshot, { plans, message: hindrance.message }, settings)
}

function unknownKinds(snapshot: ClusterSnapshot, arePoolsFiles: boolean): SnapshotKind[] {
  const kinds: readonly [SnapshotKind, unknown][] = [
    ['Service', snapshot.services],
    ['Node', snapshot.nodes],
    ['EndpointSlice', snapshot.endpointSlices],
    ['Namespace', snapshot.namespaces],
    ['AddressPool', arePoolsFiles ? [] : snapshot.pools],
    ['AnnouncementPlan', snapshot.plans],
  ]
  return kinds.filter(([, objects]) => objects === undefined).map(([kind]) => kind)
}

/** True if the plans that are stored are known: else nothing may be written. */
export function isLedgerKnown({ plans }: ClusterSnapshot, findings: readonly Finding[]): boolean {
  return plans !== undefined && findings.length === 0
}

function hindranceOf(
  snapshot: ClusterSnapshot,
  findings: readonly Finding[],
  outcome: Outcome,
): Hindrance | undefined {
  if (!isLedgerKnown(snapshot, findings))
    return { reason: 'LedgerUnreadable', message: ledgerMessage(snapshot, findings) }
  if (outcome.blocked.length > 0)
    return {
      reason: 'Blocked',
      message: guardFindings(outcome.blocked)
        .map(({ message, hint }) => `${message}; ${hint}`)
        .join('; '),
    }
  if (outcome.incomplete.length === 0) return undefined
  const kinds = outcome.incomplete.map(({ input }) => inputInWords(input, snapshot))
  return { reason: 'InputIncomplete', message: `nothing is released or moved: ${kinds.join('; ')}` }
}

function ledgerMessage({ plans, failures }: ClusterSnapshot, findings: readonly Finding[]): string {
  if (plans !== undefined) return findings.map(({ message }) => message).join('; ')
  const failure = failures?.get('AnnouncementPlan')
  return `the AnnouncementPlans cannot be listed${failure === undefined ? '' : `: ${failure.message}`}`
}

function inputInWords(kind: SnapshotKind, { failures }: ClusterSnapshot): string {
  const failure = failures?.get(kind)
  return failure === undefined ? `some ${kind}s cannot be read` : `${kind}s: ${failure.message}`
}

interface PoolContext {
  readonly decision: Decision
  readonly hindrance: Hindrance | undefined
  readonly isHeld: boolean
}

/** While plans are held back, nobody has what the proposal gives: counts stay as they are. */
function poolDecisions(
  { pools = [] }: ClusterSnapshot,
  { decision, hindrance, isHeld }: PoolContext,
  now: string,
): PoolDecision[] {
  const { outcome, pools: known, facts } = decision
  const counts = isHeld ? undefined : poolCounts(known.pools, outcome.plans, facts)
  const errors = errorsByPool(outcome.findings)
  return pools.map((pool) =>
    poolDecision(
      pool,
      {
        errors: errors.get(pool.metadata.name) ?? [],
        hindrance,
        counts: counts?.get(pool.metadata.name),
      },
      now,
    ),
  )
}

function errorsByPool(findings: readonly Finding[]): ReadonlyMap<string, Finding[]> {
  const errors = new Map<string, Finding[]>()
  for (const finding of findings) {
    const { severity, object } = finding
    if (severity !== 'error' || object?.kind !== 'AddressPool') continue
    addToGroup(errors, object.name, finding)
  }
  return errors
}
