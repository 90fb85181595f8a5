import type { Family } from '../../api/address.ts'
import { compareAddresses } from '../../api/address.ts'
import type { FreeAddresses } from './free.ts'
import type { Grant, Holder, Holding } from './ledger.ts'
import { give, isIncomplete, originOf, addressesToShare } from './ledger.ts'
import { statusAddressUnknown } from './held.ts'
import type { Round } from './round.ts'
import {
  addressRefusal,
  asksForAddress,
  asksForNoPool,
  poolRefusal,
  requestedPool,
} from './round.ts'
import type { Pool } from '../model/model.ts'
import { holds } from '../model/pool-addresses.ts'

/** Gives addresses to those that lack some and ask for none: the oldest Service first. */
export function giveAutomatically(round: Round, free: FreeAddresses): void {
  for (const holder of round.holders) complete(round, free, holder)
}

/** Gives the Service what it lacks; all of it or nothing where it needs all. False if that is nothing. */
export function complete(round: Round, free: FreeAddresses, holder: Holder): boolean {
  const lacking = lackingFamilies(holder)
  if (lacking.length === 0) return false
  const families = lacking.filter((family) => takesAny(round, holder, family))
  const grants = findAddresses(round, free, holder, families)
  if (isIncomplete(holder) && grants.length < lacking.length) return false
  for (const grant of grants) give(round.ledger, holder, grant)
  return grants.length > 0
}

function lackingFamilies({ families, holdings }: Holder): readonly Family[] {
  if (holdings.IPv4 === undefined && holdings.IPv6 === undefined) return families
  return families.filter((family) => holdings[family] === undefined)
}

/** False if any address would not do for the Service. */
function takesAny(round: Round, holder: Holder, family: Family): boolean {
  if (holder.service.requestBroken === true || asksForNoPool(round, holder)) return false
  if (asksForAddress(holder, family)) return false
  return statusAddressUnknown(round, holder, family) === undefined
}

/**
 * An address for each of the families that has one for the Service: one that Services with the same sharing
 * key have, or the lowest free one. Both families come from one pool where one pool has both.
 */
export function findAddresses(
  round: Round,
  free: FreeAddresses,
  holder: Holder,
  families: readonly Family[],
): Grant[] {
  const joined = joinableAddresses(round, holder, families)
  const pools = nearestFirst(poolsFor(round, holder), holder, joined)
  const rest = joined.length === 0 ? families : families.filter((one) => !includes(joined, one))
  const both = rest.length > 1 ? pools.find((pool) => hasAll(free, pool, rest)) : undefined
  const grants = [...joined]
  for (const family of rest) {
    const grant = lowestFree(free, both ? [both] : pools, family)
    if (grant !== undefined) grants.push(grant)
  }
  return grants
}

function includes(grants: readonly Grant[], family: Family): boolean {
  return grants.some(({ address }) => address.family === family)
}

function hasAll(free: FreeAddresses, pool: Pool, families: readonly Family[]): boolean {
  return families.every((family) => free.lowest(pool, family) !== undefined)
}

function lowestFree(
  free: FreeAddresses,
  pools: readonly Pool[],
  family: Family,
): Grant | undefined {
  for (const pool of pools) {
    const address = free.lowest(pool, family)
    if (address !== undefined) return { address, origin: originOf(pool), rule: 'automatic' }
  }
  return undefined
}

/** The pools that would give the Service any address, in the order in which they are asked. */
function poolsFor(round: Round, holder: Holder): readonly Pool[] {
  const { service } = holder
  if (service.requestedPool === undefined) return round.admissionOf(service).automatic
  const pool = requestedPool(round, holder)
  return pool && poolRefusal(round, holder, { pool, text: '' }) === undefined ? [pool] : []
}

/** The pool of the Service's other address is asked first. */
function nearestFirst(
  pools: readonly Pool[],
  { holdings }: Holder,
  joined: readonly Grant[],
): readonly Pool[] {
  const near = joined[0]?.origin.pool ?? holdings.IPv4?.origin.pool ?? holdings.IPv6?.origin.pool
  return near !== undefined && pools.includes(near) ? [near, ...pools] : pools
}

function joinableAddresses(
  round: Round,
  holder: Holder,
  families: readonly Family[],
): readonly Grant[] {
  if (holder.service.sharingKey === undefined) return []
  return families.flatMap((family) => {
    const holding = lowestJoinable(round, holder, family)
    return holding ? [{ address: holding.address, origin: holding.origin, rule: 'automatic' }] : []
  })
}

/** The lowest address that the Service may share with those that have it. */
function lowestJoinable(round: Round, holder: Holder, family: Family): Holding | undefined {
  let lowest: Holding | undefined
  for (const holding of addressesToShare(round.ledger.groups, holder.service, family)) {
    const { address } = holding
    if (lowest !== undefined && compareAddresses(lowest.address, address) < 0) continue
    if (round.nodeAt.has(address.text)) continue
    if (addressRefusal(round, holder, address) === undefined) lowest = holding
  }
  return lowest
}

/** True if the Service has an address of this family outside of the pool that it asks for. */
export function isOutsideRequestedPool(round: Round, holder: Holder, family: Family): boolean {
  if (holder.service.requestBroken === true || asksForAddress(holder, family)) return false
  const pool = requestedPool(round, holder)
  const held = holder.holdings[family]
  return pool !== undefined && held !== undefined && !holds(pool, held.address)
}
