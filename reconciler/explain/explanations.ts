import { isRefused, parseAddress } from '../../api/address.ts'
import type { Address } from '../../api/address.ts'
import type { AllocationResult } from '../allocation/result.ts'
import { explainNode, explainPlacement } from './placement.ts'
import type { AddressExplanation, ServiceExplanation, Explanations } from './explanation.ts'
import type { ServiceKey } from '../model/model.ts'
import type { PlacementFacts } from './placement.ts'
import { holds } from '../model/pool-addresses.ts'

/** Answers about one outcome. Nothing is worked out before it is asked for. */
export function explanations(
  placement: PlacementFacts,
  allocation: Pick<AllocationResult, 'assignments' | 'trace'>,
): Explanations {
  const address = (text: string): AddressExplanation => explainText(placement, allocation, text)
  return {
    address,
    service: (service): ServiceExplanation => ({
      kind: 'service',
      service,
      standing: standingOf(placement, service),
      allocation: allocation.trace(service),
      addresses: allocation.assignments
        .filter(({ services }) => services.includes(service))
        .map((assignment) => address(assignment.address.text)),
    }),
    node: (name) => explainNode(placement, name),
  }
}

function standingOf({ facts }: PlacementFacts, key: ServiceKey): ServiceExplanation['standing'] {
  if (facts.services === undefined) return 'unknown'
  if (facts.services.some((service) => service.key === key)) return 'ours'
  return facts.otherServices.has(key) ? 'other' : 'absent'
}

function explainText(
  placement: PlacementFacts,
  allocation: Pick<AllocationResult, 'trace'>,
  text: string,
): AddressExplanation {
  const address = parseAddress(text)
  if (isRefused(address))
    return { kind: 'address', address: text, standing: 'notAnAddress', allocation: [] }
  return explainAddress(placement, allocation, address)
}

function explainAddress(
  placement: PlacementFacts,
  { trace }: Pick<AllocationResult, 'trace'>,
  address: Address,
): AddressExplanation {
  const known = { kind: 'address', address: address.text, allocation: trace(address.text) } as const
  for (const segment of placement.segments) {
    const index = segment.candidates.addresses.findIndex(
      ({ assignment }) => assignment.address.text === address.text,
    )
    if (index < 0) continue
    const { assignment } = segment.candidates.addresses[index]!
    const placed = explainPlacement(placement, segment, index)
    return { ...known, standing: 'assigned', assignment, placement: placed }
  }
  const isInPool = placement.pools.some((pool) => holds(pool, address))
  return { ...known, standing: isInPool ? 'free' : 'outsidePools' }
}
