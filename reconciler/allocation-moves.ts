import type { Family } from './address.ts'
import { findAddresses, isOutsideRequestedPool } from './allocation-automatic.ts'
import type { ClaimSettler } from './allocation-claims.ts'
import type { FreeAddresses } from './allocation-free.ts'
import type { Holder } from './allocation-ledger.ts'
import { give } from './allocation-ledger.ts'
import type { Round } from './allocation-round.ts'

interface Move {
  readonly holder: Holder
  readonly family: Family
}

/**
 * Moves Services that ask for another pool than that of the address they have. What one lets go of may be what
 * an earlier one waits for: those are looked at again after each move, so that a second round finds none.
 */
export function moveToRequestedPools(
  round: Round,
  free: FreeAddresses,
  settler: ClaimSettler,
): void {
  const stuck: Move[] = []
  for (const move of movesOf(round)) {
    let moved = attempt(round, free, settler, move)
    if (!moved) stuck.push(move)
    while (moved) {
      const unstuck = stuck.findIndex((other) => attempt(round, free, settler, other))
      moved = unstuck !== -1
      if (moved) stuck.splice(unstuck, 1)
    }
  }
}

/** A Service that has nothing yet is among them: a claim of its own may be met while others move. */
function movesOf(round: Round): Move[] {
  return round.holders
    .filter(({ service }) => service.requestedPool !== undefined)
    .flatMap((holder) => holder.families.map((family) => ({ holder, family })))
    .filter(
      ({ holder, family }) =>
        holder.holdings[family] === undefined || isOutsideRequestedPool(round, holder, family),
    )
}

function attempt(
  round: Round,
  free: FreeAddresses,
  settler: ClaimSettler,
  { holder, family }: Move,
): boolean {
  if (!isOutsideRequestedPool(round, holder, family)) return false
  const left = holder.holdings[family]!.address
  const [grant] = findAddresses(round, free, holder, [family])
  if (grant === undefined) return false
  give(round.ledger, holder, grant)
  settler.recheck(grant.address)
  settler.recheck(left)
  return true
}
