/**
 * The library: from pools and cluster state to plans, as the commands do it. Nothing here reads a file, a clock or the
 * network. `parsePools`, `parseState` and `parsePlans` make the inputs of `reconcile` from texts; `formatPools`,
 * `formatState` and `formatPlan` write such texts.
 */
export { reconcile } from './reconcile.ts'
export type { Inputs } from './inputs.ts'
export type { Outcome } from './outcome.ts'
export type { ReconcileOptions } from './guard/options.ts'
export type { AllowedChange } from './reasons/guard.ts'
export type { MissingInput, Refusal } from './guard/refusal.ts'

export { formatPools } from './source/format-pools.ts'
export { parsePools } from './source/parse-pools.ts'
export type { ParsedPools } from './source/parse-pools.ts'
export type { ObjectText, PlacedObject } from './source/placed-object.ts'
export type { FieldPath } from './source/field-path.ts'
export type { SourceText } from './source/source.ts'

export { formatState } from './state/format-state.ts'
export { parseState } from './state/parse-state.ts'
export type { SnapshotReading } from './state/documents.ts'
export type { ClusterSnapshot, ClusterState, SnapshotKind, StateKind } from './state/snapshot.ts'
export type {
  EndpointSliceObject,
  NamespaceObject,
  NodeObject,
  ServiceObject,
  ServicePort,
} from './state/objects.ts'
export type { KubernetesObject, ObjectMetadata } from '../kubernetes/objects/object.ts'

export { parsePlans } from './plan/parse-plans.ts'
export type { ParsedPlans } from './plan/parse-plans.ts'
export { formatPlan } from '../api/plan-text.ts'
export type {
  AssignChange,
  KeepChange,
  MoveChange,
  PlanChange,
  ReleaseChange,
  RetargetChange,
  StandbyChange,
} from './plan/change.ts'

export { compareFindings, isAtLeast } from '../api/finding.ts'
export type { Finding, ObjectRef, Position, RelatedPlace } from '../api/finding.ts'
export type { FindingCode } from '../api/codes/code.ts'
export type { Severity } from '../api/codes/entry.ts'

export type {
  AddressPool,
  AddressPoolSpec,
  AnnounceSpec,
  AnnouncementPlan,
  AnnouncementPlanSpec,
  ConflictDetection,
  Failback,
  LabelSelector,
  LabelSelectorRequirement,
  ObjectMeta,
  PlanAnnouncement,
  PlanDigests,
  PlanNode,
  PlanPool,
  PreferredNodes,
  ProbeMethod,
  ProbeSpec,
  Reservation,
  Sharing,
} from '../api/objects.ts'
export type { Address, Family } from '../api/address.ts'

export type { AllocationStep } from './allocation/result.ts'
export type { AllocationRefusal } from './reasons/refusals.ts'
export type { AllocationRule, Assignment, ServiceKey } from './model/model.ts'
export type {
  AddressExplanation,
  Explanations,
  NodeExplanation,
  NodeInPool,
  NodeInSegment,
  PlacementExplanation,
  ServiceExplanation,
} from './explain/explanation.ts'
