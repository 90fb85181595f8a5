import type { Family } from '../../api/address.ts'
import { complete, findAddresses, isOutsideRequestedPool } from './automatic.ts'
import type { ClaimSettler } from './claims.ts'
import type { FreeAddresses } from './free.ts'
import type { Holder } from './ledger.ts'
import { give, isIncomplete } from './ledger.ts'
import type { Round } from './round.ts'

/** To complete a Service, or to move its address of one family to the pool that it asks for. */
interface Step {
  readonly holder: Holder
  readonly what: 'complete' | Family
}

interface Moving {
  readonly round: Round
  readonly free: FreeAddresses
  readonly settler: ClaimSettler
}

/**
 * Completes Services that got an address they ask for and need one of each family, and moves those that ask for
 * another pool than that of the address they have. What one lets go of, or may be shared from then on, may be what
 * an earlier one waits for: those are looked at again after each step, so that a second round finds nothing to do.
 */
export function completeAndMove(moving: Moving): void {
  const stuck: Step[] = []
  for (const step of stepsOf(moving)) {
    let done = attempt(moving, step)
    if (!done) stuck.push(step)
    while (done) {
      const unstuck = stuck.findIndex((other) => attempt(moving, other))
      done = unstuck !== -1
      if (done) stuck.splice(unstuck, 1)
    }
  }
}

function stepsOf(moving: Moving): Step[] {
  return moving.round.holders
    .filter(
      ({ service }) =>
        service.requestedPool !== undefined || service.familyPolicy === 'RequireDualStack',
    )
    .flatMap((holder) => stepsOfOne(moving, holder))
}

/** A Service that has nothing yet is among them if a claim of its own may be met while others move. */
function stepsOfOne({ round, settler }: Moving, holder: Holder): Step[] {
  const claims = settler.claimants.has(holder)
  const families = holder.families.filter((family) =>
    holder.holdings[family] === undefined
      ? claims && holder.service.requestedPool !== undefined
      : isOutsideRequestedPool(round, holder, family),
  )
  const moves = families.map((what): Step => ({ holder, what }))
  return claims && isIncomplete(holder) ? [{ holder, what: 'complete' }, ...moves] : moves
}

function attempt(moving: Moving, { holder, what }: Step): boolean {
  return what === 'complete' ? completes(moving, holder) : moves(moving, holder, what)
}

function completes({ round, free, settler }: Moving, holder: Holder): boolean {
  const hasSome = holder.families.some((family) => holder.holdings[family] !== undefined)
  if (!hasSome || !isIncomplete(holder) || !complete(round, free, holder)) return false
  for (const family of holder.families) settler.recheck(holder.holdings[family]!.address)
  return true
}

function moves({ round, free, settler }: Moving, holder: Holder, family: Family): boolean {
  if (!isOutsideRequestedPool(round, holder, family)) return false
  const left = holder.holdings[family]!.address
  const [grant] = findAddresses(round, free, holder, [family])
  if (grant === undefined) return false
  give(round.ledger, holder, grant)
  settler.recheck(grant.address)
  settler.recheck(left)
  return true
}
