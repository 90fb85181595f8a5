import type { Address, Family } from '../../api/address.ts'
import { compareAddresses } from '../../api/address.ts'
import type { Claim } from './claims.ts'
import { heldClaim } from './claims.ts'
import type { Holder, Origin } from './ledger.ts'
import { give, holdingAt, originOf } from './ledger.ts'
import type { PoolIndex } from './pool-index.ts'
import { absenceOf, poolsAt, releaseAllowedBy, somePoolUnknown } from './pool-index.ts'
import type { Release, Retention } from './result.ts'
import type { ReleaseReason } from '../reasons/releases.ts'
import type { RetentionReason } from '../reasons/retentions.ts'
import type { Round } from './round.ts'
import { conflictIn } from './sharing.ts'
import type { ServiceKey, Assignment } from '../model/model.ts'
import { holds } from '../model/pool-addresses.ts'
import { compareText } from '../../api/order.ts'
import type { HeldAddress } from '../plan/held.ts'

/** What a previous plan gave to one Service. */
export interface Tenure {
  readonly held: HeldAddress
  readonly service: ServiceKey
  /** Undefined unless the Service is one of ours. */
  readonly holder: Holder | undefined
  /** The plan that had the address before this one, if two did. */
  readonly lostTo: HeldAddress | undefined
}

/** What became of the tenures: those with a reason ended, unless one of the claims is met after all. */
export interface HeldOutcome {
  readonly tenures: readonly Tenure[]
  readonly reasons: ReadonlyMap<Tenure, ReleaseReason>
  /** Addresses that Services had, and may have again if those that have them now move. */
  readonly waiting: readonly Claim[]
}

/** The tenures of all previous plans: the longest first, then by address, then by age of the Services. */
export function tenuresOf(round: Round, previous: readonly HeldAddress[]): Tenure[] {
  const seen = new Map<string, Seen>()
  return longestFirst(previous).flatMap((held) => {
    const { text } = held.address
    const before = seen.get(text)
    const { first, services } = before ?? { first: held, services: [] }
    const fresh = before === undefined ? distinct(held.services) : without(held.services, services)
    seen.set(text, { first, services: before === undefined ? fresh : [...services, ...fresh] })
    const lostTo = first.segment === held.segment ? undefined : first
    const tenures = fresh.map((service) => {
      return { held, service, holder: round.holderOf(service), lostTo }
    })
    return tenures.length > 1 ? tenures.sort(compareTenures) : tenures
  })
}

/** The plan that had an address first, and the Services that have a tenure of the address so far. */
interface Seen {
  readonly first: HeldAddress
  readonly services: readonly ServiceKey[]
}

function distinct(services: readonly ServiceKey[]): readonly ServiceKey[] {
  return services.length > 1 ? [...new Set(services)] : services
}

function without(
  services: readonly ServiceKey[],
  known: readonly ServiceKey[],
): readonly ServiceKey[] {
  const others = new Set(known)
  return distinct(services).filter((service) => !others.has(service))
}

function compareTenures(a: Tenure, b: Tenure): number {
  return rankOf(a) - rankOf(b) || compareText(a.service, b.service)
}

function rankOf({ holder }: Tenure): number {
  return holder?.rank ?? -1
}

function longestFirst(previous: readonly HeldAddress[]): HeldAddress[] {
  return [...previous].sort(compareHeld)
}

function compareHeld(a: HeldAddress, b: HeldAddress): number {
  return (
    compareText(a.since, b.since) ||
    compareAddresses(a.address, b.address) ||
    compareText(a.segment, b.segment) ||
    compareText(a.pool, b.pool) ||
    compareText(a.services.join(), b.services.join())
  )
}

/** Keeps what Services have: first by the previous plans, then by their own status. */
export function keepHeld(round: Round, previous: readonly HeldAddress[]): HeldOutcome {
  const tenures = tenuresOf(round, previous)
  const reasons = new Map<Tenure, ReleaseReason>()
  const waiting: Claim[] = []
  for (const tenure of tenures) {
    const reason = keepTenure(round, tenure, waiting)
    if (reason !== undefined) reasons.set(tenure, reason)
  }
  for (const holder of round.holders) keepStatus(round, holder, waiting)
  return { tenures, reasons, waiting }
}

function keepTenure(round: Round, tenure: Tenure, waiting: Claim[]): ReleaseReason | undefined {
  const { held, holder, service } = tenure
  if (holder === undefined)
    return { type: round.facts.otherServices.has(service) ? 'serviceNotOurs' : 'serviceGone' }
  const { address } = held
  if (!holder.families.includes(address.family))
    return { type: 'familyNotWanted', family: address.family }
  const origin = originOfHeld(round.index, held)
  const allowedBy = releaseAllowed(round.index, origin, address)
  if (allowedBy !== undefined) return { type: 'releaseAllowed', pool: allowedBy }
  const reason = rivalReason(round, holder, tenure)
  if (reason === undefined) give(round.ledger, holder, { address, origin, rule: 'held' })
  else if (reason.type !== 'secondOfFamily') waitFor(waiting, holder, { address, origin })
  return reason
}

/** The Service was served until now: it is not left with nothing for lack of the other family. */
function waitFor(
  waiting: Claim[],
  holder: Holder,
  { address, origin }: { readonly address: Address; readonly origin: Origin },
): void {
  holder.heldBefore = true
  waiting.push(heldClaim(holder, address, origin))
}

/** Why another Service, or another address of the same one, comes before this tenure. */
function rivalReason(
  round: Round,
  holder: Holder,
  { held: { address }, lostTo }: Tenure,
): ReleaseReason | undefined {
  const current = holder.holdings[address.family]
  if (current !== undefined && current.address.text !== address.text)
    return { type: 'secondOfFamily', keeps: current.address }
  if (lostTo !== undefined) return { type: 'otherPlanFirst', segment: lostTo.segment }
  const holding = holdingAt(round.ledger, address)
  const conflict = holding && conflictIn(holding, holder)
  return conflict && { type: 'sharingEnded', keeper: conflict.by, because: conflict.sharing }
}

/** The pool that an address in force belongs to: the one it came from, as long as that has it. */
export function originOfHeld(index: PoolIndex, held: HeldAddress): Origin {
  const { address, pool: poolName } = held
  const pool = index.named.get(poolName)
  if (pool !== undefined && holds(pool, address)) return originOf(pool)
  const absence = pool === undefined ? absenceOf(index, poolName) : 'narrowed'
  const other = poolsAt(index, address)[0]
  if (other !== undefined && (absence === 'absent' || absence === 'narrowed'))
    return originOf(other)
  const segment = pool?.segment ?? held.segment
  return { pool: undefined, poolName, segment, retained: RETAINED[absence] }
}

const RETAINED: Record<'narrowed' | 'broken' | 'unknown' | 'absent', RetentionReason> = {
  narrowed: { type: 'poolNarrowed' },
  broken: { type: 'poolBroken' },
  unknown: { type: 'poolUnknown' },
  absent: { type: 'poolRemoved' },
}

/** A release that was allowed counts only for what is known to be outside of every pool. */
function releaseAllowed(
  index: PoolIndex,
  { retained, poolName }: Origin,
  address: Address,
): string | undefined {
  if (retained?.type !== 'poolRemoved' && retained?.type !== 'poolNarrowed') return undefined
  return somePoolUnknown(index) ? undefined : releaseAllowedBy(index, address, poolName)
}

function keepStatus(round: Round, holder: Holder, waiting: Claim[]): void {
  for (const address of holder.service.statusAddresses) {
    const { family, text } = address
    if (holder.holdings[family] !== undefined || !holder.families.includes(family)) continue
    const pool = poolsAt(round.index, address)[0]
    // Some load balancers publish the nodes' own addresses: those are no addresses of ours.
    if (pool === undefined || round.nodeAt.has(text)) continue
    const origin = originOf(pool)
    const holding = holdingAt(round.ledger, address)
    if (holding !== undefined && conflictIn(holding, holder) !== undefined)
      waitFor(waiting, holder, { address, origin })
    else give(round.ledger, holder, { address, origin, rule: 'held' })
  }
}

/**
 * An address in the Service's status that may lie in a pool which nobody could read. Another address would
 * take it away.
 */
export function statusAddressUnknown(
  { index }: Round,
  { service }: Holder,
  family: Family,
): Address | undefined {
  if (!somePoolUnknown(index)) return undefined
  return service.statusAddresses.find(
    (address) => address.family === family && poolsAt(index, address).length === 0,
  )
}

interface Frozen {
  readonly assignments: readonly Assignment[]
  /** Only what two plans gave: an address stays where it was first. */
  readonly releases: readonly Release[]
  readonly retained: readonly Retention[]
}

/** An address that stays, with the Services of the plan that had it first. */
interface Kept {
  readonly held: HeldAddress
  readonly services: readonly ServiceKey[]
}

/** Keeps all that was given, for want of knowing the Services: nothing is given, nothing let go. */
export function freeze(index: PoolIndex, tenures: readonly Tenure[]): Frozen {
  const kept = keptAddresses(tenures)
  return {
    assignments: kept.map((one) => assignmentOf(index, one)),
    releases: tenures.flatMap(releaseOf).sort(compareReleases),
    retained: kept.flatMap((one) => retentionsOf(index, one)),
  }
}

function keptAddresses(tenures: readonly Tenure[]): Kept[] {
  const kept = new Map<string, { held: HeldAddress; services: ServiceKey[] }>()
  for (const { held, service, lostTo } of tenures) {
    const one = kept.get(held.address.text) ?? { held, services: [] }
    kept.set(held.address.text, one)
    if (lostTo === undefined) one.services.push(service)
  }
  for (const { services } of kept.values()) services.sort(compareText)
  return [...kept.values()].sort((a, b) => compareAddresses(a.held.address, b.held.address))
}

function assignmentOf(index: PoolIndex, { held, services }: Kept): Assignment {
  const { poolName: pool, segment } = originOfHeld(index, held)
  return { address: held.address, pool, segment, services, since: held.since, rule: 'held' }
}

function retentionsOf(index: PoolIndex, { held, services }: Kept): Retention[] {
  const { poolName: pool, segment, retained } = originOfHeld(index, held)
  const one = { address: held.address, pool, segment, services }
  const unknown: Retention = { ...one, reason: { type: 'servicesUnknown' } }
  return retained === undefined ? [unknown] : [{ ...one, reason: retained }, unknown]
}

function releaseOf({ held, service, lostTo }: Tenure): Release[] {
  if (lostTo === undefined) return []
  const { address, pool, segment } = held
  const reason = { type: 'otherPlanFirst', segment: lostTo.segment } as const
  return [{ address, service, pool, segment, reason }]
}

/** By address, then Service. */
export function compareReleases(a: Release, b: Release): number {
  return compareAddresses(a.address, b.address) || compareText(a.service, b.service)
}
