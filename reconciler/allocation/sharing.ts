import type { Holder, Holding } from './ledger.ts'
import { isIncomplete } from './ledger.ts'
import type { SharingObstacle } from '../reasons/sharing.ts'
import type { ServiceFact, ServiceKey } from '../model/model.ts'

/** Why the Service cannot have an address beside one that has it already. */
interface SharingConflict {
  readonly by: ServiceKey
  readonly sharing: SharingObstacle
}

/**
 * Why two Services cannot have one address, whatever its pool says: kube-proxy tells them apart by protocol
 * and port, and with externalTrafficPolicy Local a node that has Pods of one must have Pods of the other.
 */
export function sharingObstacle(a: ServiceFact, b: ServiceFact): SharingObstacle | undefined {
  const obstacle = isUnreadable(a) || isUnreadable(b) ? undefined : keyObstacle(a, b)
  if (obstacle !== undefined) return obstacle
  if (a.externalTrafficPolicy !== b.externalTrafficPolicy) return { type: 'otherTrafficPolicy' }
  if (a.externalTrafficPolicy === 'Local' && !sameSelector(a, b)) return { type: 'otherSelector' }
  const clash = a.ports.find((p) =>
    b.ports.some((q) => p.port === q.port && p.protocol === q.protocol),
  )
  return clash && { type: 'samePort', protocol: clash.protocol, port: clash.port }
}

/** A Service whose annotations cannot be read keeps what it has: what its key would be is not known. */
function isUnreadable({ requestBroken }: ServiceFact): boolean {
  return requestBroken === true
}

function keyObstacle(
  { sharingKey: key }: ServiceFact,
  { sharingKey: otherKey }: ServiceFact,
): SharingObstacle | undefined {
  if (key === undefined || otherKey === undefined) return { type: 'noSharingKey' }
  return key === otherKey ? undefined : { type: 'otherSharingKey', key, otherKey }
}

function sameSelector({ selector: a }: ServiceFact, { selector: b }: ServiceFact): boolean {
  const keys = Object.keys(a)
  if (keys.length !== Object.keys(b).length) return false
  return keys.every((key) => Object.hasOwn(b, key) && a[key] === b[key])
}

/** The first of those that have the address, by age, whom the Service cannot have it with. */
export function conflictIn(holding: Holding, holder: Holder): SharingConflict | undefined {
  let oldest: { other: Holder; sharing: SharingObstacle } | undefined
  for (const other of holding.holders) {
    if (other === holder || (oldest !== undefined && oldest.other.rank < other.rank)) continue
    const sharing = sharingObstacle(holder.service, other.service)
    if (sharing !== undefined) oldest = { other, sharing }
  }
  return oldest && { by: oldest.other.service.key, sharing: oldest.sharing }
}

/**
 * As `conflictIn`, for a Service that is new to the address: somebody must be given it before, and the pool has a
 * say as well.
 */
export function joinConflict(holding: Holding, holder: Holder): SharingConflict | undefined {
  const conflict = conflictIn(holding, holder)
  if (conflict !== undefined) return conflict
  const unreadable = holding.holders.find(({ service }) => isUnreadable(service))
  if (unreadable) return { by: unreadable.service.key, sharing: { type: 'noSharingKey' } }
  const by = holding.holders[0]!.service.key
  if (holding.holders.every(isIncomplete)) return { by, sharing: { type: 'notGivenYet' } }
  const sharing = poolObstacle(holding, [...holding.holders, holder])
  return sharing && { by, sharing }
}

/** Why the pool would not let these Services share the address today. */
export function poolObstacle(
  { origin: { pool } }: Holding,
  holders: readonly Holder[],
): SharingObstacle | undefined {
  if (pool === undefined) return { type: 'poolNotInForce' }
  const { sharing } = pool
  if (sharing === 'acrossNamespaces') return undefined
  const { namespace } = holders[0]!.service
  if (sharing === 'none' || holders.some(({ service }) => service.namespace !== namespace))
    return { type: 'poolSharing', sharing }
  return undefined
}
