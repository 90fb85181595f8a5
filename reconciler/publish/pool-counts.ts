import { isRefused, parseAddress } from '../../api/address.ts'
import type { Address, AddressRange, Family } from '../../api/address.ts'
import { rangeSize } from '../../api/address.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { ClusterFacts, Pool } from '../model/model.ts'
import { holds } from '../model/pool-addresses.ts'
import { addToGroup } from '../../api/group-by.ts'

/** Of one family; `available` 2^53 - 1 means that many or more. */
export interface FamilyCounts {
  readonly assigned: number
  readonly available: number
}

export interface PoolCounts {
  readonly ipv4?: FamilyCounts
  readonly ipv6?: FamilyCounts
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER)

/**
 * For each pool in force: how many of its addresses Services have, and how many can still be given to any: not in use, not
 * kept for somebody, no node's own. A family that the pool has no addresses of is left out.
 */
export function poolCounts(
  pools: readonly Pool[],
  plans: readonly AnnouncementPlan[],
  { nodes = [] }: Pick<ClusterFacts, 'nodes'>,
): ReadonlyMap<string, PoolCounts> {
  const assigned = assignedAddresses(plans)
  const taken = new Map([...assigned.values()].flat().map((address) => [address.text, address]))
  for (const { internalIPs } of nodes) for (const ip of internalIPs) taken.set(ip.text, ip)
  for (const { reservations } of pools)
    for (const { address } of reservations) taken.set(address.text, address)
  const all = [...taken.values()]
  return new Map(
    pools.map((pool) => {
      const own = assigned.get(pool.name) ?? []
      const unavailable = all.filter((address) => holds(pool, address))
      return [pool.name, countsOf(pool, own, unavailable)]
    }),
  )
}

function assignedAddresses(plans: readonly AnnouncementPlan[]): ReadonlyMap<string, Address[]> {
  const byPool = new Map<string, Address[]>()
  for (const { spec } of plans)
    for (const { address: text, pool } of spec.announcements) {
      const address = parseAddress(text)
      if (!isRefused(address)) addToGroup(byPool, pool, address)
    }
  return byPool
}

function countsOf(
  pool: Pool,
  assigned: readonly Address[],
  unavailable: readonly Address[],
): PoolCounts {
  const of = (family: Family): FamilyCounts | undefined => {
    const count = (list: readonly Address[]) => list.filter((each) => each.family === family).length
    const size = sizeOf(pool, family)
    const used = count(assigned)
    if (size === 0n && used === 0) return undefined
    const free = size - BigInt(count(unavailable))
    return { assigned: used, available: Number(free > MOST ? MOST : free) }
  }
  const [ipv4, ipv6] = [of('IPv4'), of('IPv6')]
  return { ...(ipv4 && { ipv4 }), ...(ipv6 && { ipv6 }) }
}

function sizeOf({ ranges, avoidBuggyIPs }: Pool, family: Family): bigint {
  return ranges
    .filter(({ first }) => first.family === family)
    .reduce((sum, range) => sum + rangeSize(range) - (avoidBuggyIPs ? buggyIn(range) : 0n), 0n)
}

/** How many addresses of the range end in .0 or .255. */
function buggyIn({ first, last }: AddressRange): bigint {
  if (first.family === 'IPv6') return 0n
  const ending = (octet: bigint): bigint =>
    (last.value + 256n - octet) / 256n - (first.value + 255n - octet) / 256n
  return ending(0n) + ending(255n)
}
