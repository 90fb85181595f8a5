import type { Address } from '../../api/address.ts'
import { compareAddresses } from '../../api/address.ts'
import type { Pool, PoolSet, ServiceKey } from '../model/model.ts'
import { holds } from '../model/pool-addresses.ts'
import { comparePools } from '../model/pool-order.ts'
import { compareText } from '../../api/order.ts'
import { groupBy } from '../../api/group-by.ts'

/** A reservation that counts: of two for one address, that of the pool which is asked first. */
export interface ReservedAddress {
  readonly address: Address
  readonly pool: string
  readonly service: ServiceKey
}

/** The pools of one call, with what is asked of them again and again. */
export interface PoolIndex {
  /** In the order in which they are asked for an address. */
  readonly pools: readonly Pool[]
  readonly named: ReadonlyMap<string, Pool>
  readonly broken: ReadonlySet<string>
  readonly complete: boolean
  /** By the text of the address. */
  readonly reserved: ReadonlyMap<string, ReservedAddress>
  /** By Service, in the order of the pools, then of the addresses. */
  readonly reservedFor: ReadonlyMap<ServiceKey, readonly ReservedAddress[]>
}

/** Pools are asked by `priority`, the lowest number first; of equal ones by name. */
export function indexPools(set: PoolSet): PoolIndex {
  const pools = [...set.pools].sort(comparePools)
  const reserved = reservedAddresses(pools)
  return {
    pools,
    named: new Map(pools.map((pool) => [pool.name, pool])),
    broken: new Set(set.broken),
    complete: set.complete,
    reserved,
    reservedFor: groupBy(reserved.values(), ({ service }) => service),
  }
}

function reservedAddresses(pools: readonly Pool[]): Map<string, ReservedAddress> {
  const reserved = new Map<string, ReservedAddress>()
  for (const pool of pools)
    for (const { address, service } of sortedReservations(pool))
      if (!reserved.has(address.text))
        reserved.set(address.text, { address, service, pool: pool.name })
  return reserved
}

function sortedReservations(pool: Pool) {
  return pool.reservations.toSorted(
    (a, b) => compareAddresses(a.address, b.address) || compareText(a.service, b.service),
  )
}

/** The pools that have the address, in the order in which they are asked. */
export function poolsAt(index: PoolIndex, address: Address): readonly Pool[] {
  return index.pools.filter((pool) => holds(pool, address))
}

/** True if an address that no pool has may still belong to one: a declaration is broken or was not read. */
export function somePoolUnknown(index: PoolIndex): boolean {
  return !index.complete || index.broken.size > 0
}

/** What is known of a pool that is not in force. */
export function absenceOf(index: PoolIndex, name: string): 'broken' | 'unknown' | 'absent' {
  if (index.broken.has(name)) return 'broken'
  return index.complete ? 'absent' : 'unknown'
}

/**
 * The pool whose `bellwether.dev/allow-release` lets go of an address that lies in no pool: by naming it, or
 * by `*` on the pool that the previous plan gave it from.
 */
export function releaseAllowedBy(
  index: PoolIndex,
  address: Address,
  givenBy: string,
): string | undefined {
  return index.pools.find((pool) =>
    pool.allowRelease.some((text) =>
      text === '*' ? pool.name === givenBy : text === address.text,
    ),
  )?.name
}
