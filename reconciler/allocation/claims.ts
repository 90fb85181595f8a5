import type { Address, Family } from '../../api/address.ts'
import type { Grant, Holder, Origin } from './ledger.ts'
import { give, holdingAt } from './ledger.ts'
import type { AddressObstacle } from '../reasons/addresses.ts'
import type { Round } from './round.ts'
import { addressRefusal } from './round.ts'
import { conflictIn } from './sharing.ts'
import type { Wish, Wishes } from './wishes.ts'
import { groupBy } from '../../api/group-by.ts'

/**
 * A Service's claim to one address. A claim is met only if the Service has nothing of that family that it
 * prefers: `preference` is the place among what it asks for.
 */
export interface Claim extends Grant {
  readonly holder: Holder
  readonly preference: number
}

/** What a Service has without asking for it comes after all that it asks for. */
const UNASKED = Number.MAX_SAFE_INTEGER

/** To an address that the Service has without asking: whatever it asks for is preferred. */
export function heldClaim(holder: Holder, address: Address, origin: Origin): Claim {
  return { holder, address, origin, rule: 'held', preference: UNASKED }
}

/** The place of what the Service has among what it asks for; Infinity if it has nothing. */
export function preferenceOfHeld(wishes: Wishes, holder: Holder, family: Family): number {
  const held = holder.holdings[family]
  if (held === undefined) return Infinity
  const wish = wishes.get(holder)?.find(({ address }) => address.text === held.address.text)
  return wish?.preference ?? UNASKED
}

/** Held claims first, then reservations, then requests, each by age of the Services. */
export function claimsOf(waiting: readonly Claim[], wishes: Wishes): Claim[] {
  const asked = [...wishes.values()].flat().flatMap(claimOf)
  return [
    ...waiting,
    ...asked.filter(({ rule }) => rule === 'reserved'),
    ...asked.filter(({ rule }) => rule === 'requested'),
  ]
}

function claimOf({ holder, address, rule, preference, origin }: Wish): Claim[] {
  return origin === undefined ? [] : [{ holder, address, rule, preference, origin }]
}

export interface ClaimSettler {
  readonly claimants: ReadonlySet<Holder>
  /** Meets all claims that can be met, in their order. */
  readonly settle: () => void
  /** Looks again at those who wait for the address, because somebody let go of it or may share it now. */
  readonly recheck: (address: Address) => void
}

/**
 * Meets the first claim that can be met, until there is none: a Service that moves lets go of an address which
 * an earlier claim may have waited for. Whether a claim can be met changes only when its address changes
 * hands, so only those who wait for that address are looked at again. Ends, because every step gives a
 * Service something that it prefers, and takes nothing from another.
 */
export function claimSettler(round: Round, wishes: Wishes, claims: readonly Claim[]): ClaimSettler {
  const waiters = groupBy(claims.keys(), (index) => claims[index]!.address.text)
  const again: number[] = []
  let next = 0
  const recheck = ({ text }: Address) => {
    for (const index of waiters.get(text) ?? []) if (index < next) insert(again, index)
  }
  const work = () => {
    for (;;) {
      const index = again.shift() ?? next++
      const claim = claims[index]
      if (claim === undefined) return
      meet(claim)
    }
  }
  const meet = (claim: Claim) => {
    const { holder, address } = claim
    const left = holder.holdings[address.family]?.address
    if (preferenceOfHeld(wishes, holder, address.family) <= claim.preference) return
    if (claimRefusal(round, claim) !== undefined) return
    give(round.ledger, holder, claim)
    recheck(address)
    if (left !== undefined) recheck(left)
  }
  return {
    claimants: new Set(claims.map(({ holder }) => holder)),
    settle: work,
    recheck: (address) => {
      recheck(address)
      work()
    },
  }
}

/** Keeps the list sorted, and each index in it once. */
function insert(sorted: number[], index: number): void {
  const at = sorted.findIndex((other) => other >= index)
  if (at === -1) sorted.push(index)
  else if (sorted[at] !== index) sorted.splice(at, 0, index)
}

/** Why the claim cannot be met as things stand. What was held is not asked whether its pool admits it. */
function claimRefusal(round: Round, { holder, address, rule }: Claim): AddressObstacle | undefined {
  if (rule !== 'held') return addressRefusal(round, holder, address)
  const holding = holdingAt(round.ledger, address)
  const conflict = holding && conflictIn(holding, holder)
  return conflict && { type: 'inUse', ...conflict }
}
