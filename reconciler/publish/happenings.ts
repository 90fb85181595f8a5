import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import { keyOf } from '../../kubernetes/objects/object.ts'
import { API_VERSION } from '../../api/objects.ts'
import type { Happening } from './event-series.ts'
import type { MoveChange, PlanChange, ReleaseChange, RetargetChange } from '../plan/change.ts'
import type { PoolDecision } from './pool-status.ts'
import type { ServiceDecision } from './service-status.ts'

/** What is told of a Service whose condition changes. */
export function serviceHappenings(decisions: readonly ServiceDecision[]): Happening[] {
  return decisions.flatMap((decision): Happening[] => {
    if (decision.action !== 'apply') return []
    const { service, verdict, before } = decision
    const { reason, message: note, status } = verdict
    if (before?.reason === reason && before.message === note) return []
    const regarding = serviceRegarding(service)
    if (status === 'True')
      return [{ regarding, type: 'Normal', reason: 'AddressAssigned', action: 'Assign', note }]
    // It will be told when a speaker is there, or by the condition.
    if (reason === 'NoLiveSpeaker') return []
    return [{ regarding, type: 'Warning', reason, action: 'Assign', note }]
  })
}

function serviceRegarding({ metadata }: KubernetesObject): Happening['regarding'] {
  const { namespace, name, uid } = metadata
  return {
    apiVersion: 'v1',
    kind: 'Service',
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(uid === undefined ? {} : { uid }),
  }
}

/** What is told of the addresses that Services lose, and of those whose node changes. Services that are gone hear nothing. */
export function planHappenings(
  diff: readonly PlanChange[],
  services: readonly KubernetesObject[],
): Happening[] {
  const changes = diff.filter(isTold)
  if (changes.length === 0) return []
  const byKey = new Map(services.map((service) => [keyOf(service), service]))
  return changes.flatMap((change) =>
    losersOf(change).flatMap((key) => {
      const service = byKey.get(key)
      return service === undefined ? [] : [changeHappening(change, service)]
    }),
  )
}

type ToldChange = ReleaseChange | MoveChange | RetargetChange

function isTold(change: PlanChange): change is ToldChange {
  return change.type === 'release' || change.type === 'move' || change.type === 'retarget'
}

function losersOf(change: ToldChange): readonly string[] {
  if (change.type !== 'retarget') return change.services
  return change.before.filter((key) => !change.after.includes(key))
}

function changeHappening(change: ToldChange, service: KubernetesObject): Happening {
  const regarding = serviceRegarding(service)
  if (change.type === 'move')
    return {
      regarding,
      type: 'Normal',
      reason: 'AddressMoved',
      action: 'Move',
      note: `${change.address} goes from ${change.from ?? 'nobody'} to ${change.to ?? 'nobody'} (${change.reason})`,
    }
  return {
    regarding,
    type: 'Normal',
    reason: 'AddressReleased',
    action: 'Release',
    note: `${change.address} of pool ${change.pool} is released (${change.reason})`,
  }
}

const TOLD_OF_POOLS: ReadonlyMap<string, string> = new Map([
  ['Blocked', 'PlanBlocked'],
  ['InputIncomplete', 'InputIncomplete'],
  ['LedgerUnreadable', 'LedgerUnreadable'],
  ['Invalid', 'PoolInvalid'],
  ['Exhausted', 'PoolExhausted'],
])

/** What is told of a pool that comes into another state. */
export function poolHappenings(
  decisions: readonly PoolDecision[],
  pools: readonly KubernetesObject[],
): Happening[] {
  const uids = new Map(pools.map(({ metadata }) => [metadata.name, metadata.uid]))
  return decisions.flatMap(({ name, reason, before, message }): Happening[] => {
    const told = TOLD_OF_POOLS.get(reason)
    if (told === undefined || reason === before) return []
    const uid = uids.get(name)
    return [
      {
        regarding: {
          apiVersion: API_VERSION,
          kind: 'AddressPool',
          name,
          ...(uid === undefined ? {} : { uid }),
        },
        type: 'Warning',
        reason: told,
        action: 'Reconcile',
        note: message,
      },
    ]
  })
}
