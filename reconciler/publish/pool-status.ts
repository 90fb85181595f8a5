import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { API_VERSION } from '../../api/objects.ts'
import { nextCondition } from '../../kubernetes/objects/condition.ts'
import type { Condition, ConditionParts } from '../../kubernetes/objects/condition.ts'
import type { Finding } from '../../api/finding.ts'
import { isPlainObject } from '../values/json.ts'
import type { PlainObject } from '../values/json.ts'
import type { PoolCounts } from './pool-counts.ts'
import { sameContent } from '../values/same-content.ts'

/** What a pool is in, the gravest first. */
export type PoolReason =
  /** Its declaration has errors: it gives out nothing, and keeps what it carries. */
  | 'Invalid'
  /** A stored plan cannot be read. */
  | 'LedgerUnreadable'
  /** The guard does not let the plans pass. */
  | 'Blocked'
  /** A kind of input cannot be read: nothing is released or moved. */
  | 'InputIncomplete'
  | 'Suspended'
  /** Works, but has nothing left. */
  | 'Exhausted'
  | 'Ready'

/** What holds for all pools at once. */
export interface Hindrance {
  readonly reason: 'LedgerUnreadable' | 'Blocked' | 'InputIncomplete'
  readonly message: string
}

export interface PoolFacts {
  /** Error findings about this pool. */
  readonly errors: readonly Finding[]
  readonly hindrance: Hindrance | undefined
  /** Undefined where nobody knows: what is there stays. */
  readonly counts: PoolCounts | undefined
}

export interface PoolDecision {
  readonly name: string
  readonly object: KubernetesObject
  readonly reason: PoolReason
  readonly message: string
  /** The reason that was there. */
  readonly before: string | undefined
  /** What differs from what is there: conditions are written at once, counts lazily. */
  readonly changes: 'nothing' | 'counts' | 'conditions'
}

/**
 * The status of a pool. What needs a person (Invalid, Blocked, LedgerUnreadable) is Stalled, which kstatus and Argo CD call failed
 * and degraded; InputIncomplete is Reconciling, in progress: it ends by itself once the input can be read. A pool that is exhausted or
 * suspended does what it was asked to and is Ready: a deployment must not fail because its pool is full.
 */
export function poolDecision(pool: KubernetesObject, facts: PoolFacts, now: string): PoolDecision {
  const { name, generation } = pool.metadata
  const status = isPlainObject(pool['status']) ? pool['status'] : {}
  const { reason, message } = standing(pool, facts)
  const there = conditionsOf(status)
  const conditions = conditionParts(reason, message).map(([type, parts]) =>
    nextCondition(type, parts, {
      before: there.find((each) => each.type === type),
      generation,
      now,
    }),
  )
  const counts = facts.counts ?? pickedCounts(status)
  const next = {
    ...(generation === undefined ? {} : { observedGeneration: generation }),
    ...counts,
    conditions,
  }
  return {
    name,
    object: { apiVersion: API_VERSION, kind: 'AddressPool', metadata: { name }, status: next },
    reason,
    message,
    before: there.find(({ type }) => type === 'Ready')?.reason,
    changes: changesOf(status, next, counts),
  }
}

function changesOf(
  status: PlainObject,
  next: PlainObject,
  counts: PoolCounts,
): PoolDecision['changes'] {
  const said = ({ conditions, observedGeneration }: PlainObject) => ({
    conditions,
    observedGeneration,
  })
  if (!sameContent(said(status), said(next))) return 'conditions'
  return sameContent(pickedCounts(status), counts) ? 'nothing' : 'counts'
}

function pickedCounts({ ipv4, ipv6 }: PlainObject): PoolCounts {
  return {
    ...(ipv4 === undefined ? {} : { ipv4 }),
    ...(ipv6 === undefined ? {} : { ipv6 }),
  } as PoolCounts
}

function conditionsOf({ conditions }: PlainObject): readonly Condition[] {
  return Array.isArray(conditions) ? (conditions as Condition[]) : []
}

function standing(
  { spec }: KubernetesObject,
  { errors, hindrance, counts }: PoolFacts,
): { readonly reason: PoolReason; readonly message: string } {
  if (errors.length > 0) {
    const messages = errors.map(({ message, code }) => `${message} [${code}]`)
    return { reason: 'Invalid', message: messages.join('; ') }
  }
  if (hindrance !== undefined) return hindrance
  if (isPlainObject(spec) && spec['suspend'] === true)
    return { reason: 'Suspended', message: 'no new addresses are given out (spec.suspend)' }
  const left = [counts?.ipv4, counts?.ipv6].flatMap((each) => each?.available ?? [])
  if (left.length > 0 && left.every((available) => available === 0))
    return {
      reason: 'Exhausted',
      message: 'every address is in use, kept, or an address of a node',
    }
  return { reason: 'Ready', message: 'addresses are given out' }
}

function conditionParts(reason: PoolReason, message: string): [string, ConditionParts][] {
  const isWaiting = reason === 'InputIncomplete'
  const isStuck = reason === 'Invalid' || reason === 'Blocked' || reason === 'LedgerUnreadable'
  const said = (is: boolean): ConditionParts => ({ status: is ? 'True' : 'False', reason, message })
  return [
    ['Ready', said(!isWaiting && !isStuck)],
    ['Reconciling', said(isWaiting)],
    ['Stalled', said(isStuck)],
  ]
}
