import { addLoad, emptyLoads, NOBODY } from './choice.ts'
import type { Choice, ChoiceAddress, ChoiceInput, Loads } from './choice.ts'
import { failBack } from './fail-back.ts'
import { fillStandbys } from './fill-standbys.ts'
import { placeOwners } from './place-owners.ts'
import type { OnPlacement } from './place-owners.ts'

/**
 * The candidates of each address, in the order of `input.addresses`.
 *
 * A planned owner that is still a candidate stays, whatever else changes; only fail-back, where the pool
 * asks for it, moves it. One that is gone is followed by the node that announces the address now, or by its
 * next standby: the speaker has done or will do the same. Choosing again with the result as the
 * former candidates changes nothing.
 */
export function choose(input: ChoiceInput, onPlacement?: OnPlacement): Choice[] {
  const choices = input.addresses.map((address) => keepFormer(address, input.limit))
  placeOwners(input, choices, currentLoads(input, choices), onPlacement)
  failBack(input, choices)
  fillStandbys(input, choices)
  return choices
}

function keepFormer(address: ChoiceAddress, limit: number): Choice {
  const { former, ownerStays, reported } = address
  if (ownerStays && former.length > 0) return { candidates: former.slice(0, limit), reason: 'kept' }
  if (reported !== NOBODY) {
    const rest = former.filter((node) => node !== reported)
    return { candidates: [reported, ...rest].slice(0, limit), reason: 'reportedOwner' }
  }
  if (former.length > 0) return { candidates: former.slice(0, limit), reason: 'nextStandby' }
  return { candidates: [], reason: 'nobody' }
}

/** A node that took an address over carries it, whoever is planned: new addresses go elsewhere. */
function currentLoads({ addresses, pools, nodes }: ChoiceInput, choices: readonly Choice[]): Loads {
  const loads = emptyLoads(pools.length, nodes.length)
  addresses.forEach(({ pool, reported }, index) => {
    const [owner = NOBODY] = choices[index]!.candidates
    if (owner !== NOBODY) addLoad(loads, pool, reported === NOBODY ? owner : reported, 1)
  })
  return loads
}
