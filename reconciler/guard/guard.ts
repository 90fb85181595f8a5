import type { AnnouncementPlan } from '../../api/objects.ts'
import type { PoolSet, ServiceKey } from '../model/model.ts'
import type { PlanChange } from '../plan/change.ts'
import type { ReconcileOptions } from './options.ts'
import type { AllowedChange } from '../reasons/guard.ts'
import type { Refusal } from './refusal.ts'

/** This many addresses may always change: a share of very few would forbid everything. */
export const FREE_CHANGES = 3

const DEFAULT_CHANGE_SHARE = 0.5

export interface GuardInput {
  readonly previous: readonly AnnouncementPlan[]
  /** From the previous plans to those that are judged. */
  readonly diff: readonly PlanChange[]
  readonly pools: PoolSet
  /** True if the Service is in the state, ours or not. */
  readonly serviceExists: (service: ServiceKey) => boolean
  readonly options: ReconcileOptions
}

/**
 * What of the plan goes too far to be carried out unasked. Moves and releases are counted apart; of each, the
 * `maxChangeShare` of the addresses in force is allowed, rounded up so that a node of two may go, and
 * three in any case.
 *
 * A release counts if its Service is still there: then an edit of a pool or of a Service takes an address away. It
 * does not count if the Service is gone or not ours any more, because deleting a Service must always release its
 * address, nor if the pool's `allow-release` names it. But where *no* Service of the previous plans is left,
 * an export of too little is likelier than the end of all of them, and every release counts.
 *
 * A move counts whatever its reason: nodes that vanish from an export look like nodes that vanish. Finding an
 * owner for an address that had none is no move.
 */
export function guard(input: GuardInput): Refusal[] {
  const { maxChangeShare = DEFAULT_CHANGE_SHARE, allow = [] } = input.options
  const inForce = input.previous.reduce((sum, { spec }) => sum + spec.announcements.length, 0)
  const limit = Math.max(FREE_CHANGES, Math.ceil(inForce * maxChangeShare))
  const judged: readonly [AllowedChange, readonly string[]][] = [
    ['moves', movedAddresses(input)],
    ['releases', releasedAddresses(input)],
  ]
  const refusals = judged
    .filter(([, addresses]) => addresses.length > limit)
    .map(([kind, addresses]) => ({ kind, changes: addresses.length, limit, inForce, addresses }))
  return [...refusals, ...emptyPools(input, inForce)].filter(({ kind }) => !allow.includes(kind))
}

function movedAddresses({ diff }: GuardInput): string[] {
  return diff
    .filter((change) => change.type === 'move' && change.from !== undefined)
    .map(({ address }) => address)
}

function releasedAddresses({ diff, previous, serviceExists }: GuardInput): string[] {
  const taken = diff.filter(takesAway)
  if (taken.length === 0) return []
  const noneLeft = !previous.some(({ spec }) =>
    spec.announcements.some(({ services }) => services.some(serviceExists)),
  )
  return taken.filter((change) => noneLeft || !isConsented(change)).map(({ address }) => address)
}

function takesAway(change: PlanChange): boolean {
  if (change.type === 'retarget') return change.reason !== 'SharingChanged'
  return change.type === 'release'
}

function isConsented({ reason }: PlanChange): boolean {
  return reason === 'ServiceGone' || reason === 'ServiceNotOurs' || reason === 'ReleaseAllowed'
}

/** All pools gone at once is what an empty folder looks like, or a checkout that has not come yet. */
function emptyPools({ pools }: GuardInput, inForce: number): Refusal[] {
  const isEmpty = pools.complete && pools.pools.length === 0 && pools.broken.length === 0
  if (!isEmpty || inForce === 0) return []
  return [{ kind: 'emptyPools', changes: inForce, limit: 0, inForce, addresses: [] }]
}
