import type { ReasonTable } from './reason.ts'
import { toAll } from './reason.ts'

/** Why a pool does not take a Service. */
export const ADMISSION_OBSTACLES = {
  /** `serviceSelector` does not match the labels of the Service. */
  serviceSelector: toAll('its serviceSelector does not match the labels of the Service'),
  /** The namespace is not one of `namespaces`. */
  namespaces: toAll('the namespace of the Service is not among its namespaces'),
  /** `namespaceSelector` does not match the labels of the namespace. */
  namespaceSelector: toAll('its namespaceSelector does not match the namespace of the Service'),
  /** There is a `namespaceSelector`, and the labels of the namespace are not known. */
  namespaceUnknown: toAll('it selects namespaces by label, and the state holds no Namespaces'),
} satisfies ReasonTable

export type AdmissionObstacle = keyof typeof ADMISSION_OBSTACLES

/** Why a pool gave no address to a Service that names none. */
export const POOL_OBSTACLES = {
  ...ADMISSION_OBSTACLES,
  /** `autoAssign` is false: only Services that ask for the pool or the address get one. */
  autoAssignOff: toAll('it gives addresses only to those who ask for it (autoAssign: false)'),
  suspended: toAll('it is suspended'),
  /** The pool has no addresses of this family at all. */
  noneOfFamily: toAll('it has no addresses of this family'),
  /** Every address of this family is in use, reserved, or a node's own. */
  exhausted: toAll('it has no free address of this family'),
  /** It has free addresses, but another pool has or gave the Service's other family as well. */
  otherHasBothFamilies: toAll('another pool has addresses of both families for it'),
} satisfies ReasonTable

export type PoolObstacle = keyof typeof POOL_OBSTACLES

export interface PoolVerdict {
  readonly pool: string
  readonly because: PoolObstacle
}

/** Pools, each with its reason: the same for everybody. */
export function describeVerdicts(pools: readonly PoolVerdict[]): string {
  return pools.map(({ pool, because }) => `${pool} (${describePoolObstacle(because)})`).join('; ')
}

/** Why this pool gives no address, without its name. */
export function describePoolObstacle(because: PoolObstacle): string {
  return POOL_OBSTACLES[because].operators(undefined)
}
