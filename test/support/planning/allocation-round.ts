import { allocate } from '../../../reconciler/allocation/allocate.ts'
import type { AllocationResult } from '../../../reconciler/allocation/result.ts'
import type { ClusterFacts, Pool, PoolSet, ServiceFact } from '../../../reconciler/model/model.ts'
import { facts } from './facts.ts'
import type { HeldAddress } from '../../../reconciler/plan/held.ts'

/** When the rounds of tests are. */
export const NOW = '2026-06-01T00:00:00Z'

/** What a test says of a round; what it does not say is known and empty. */
export interface RoundParts extends Partial<Omit<ClusterFacts, 'services'>> {
  readonly pools: readonly Pool[]
  readonly services: readonly ServiceFact[] | undefined
  readonly previous?: readonly HeldAddress[]
  readonly broken?: PoolSet['broken']
  readonly complete?: boolean
}

export function round(parts: RoundParts): AllocationResult {
  const { pools, services, previous = [], broken = [], complete = true, ...others } = parts
  return allocate({
    pools: { pools, broken, complete },
    facts: facts(services, others),
    previous,
    now: NOW,
  })
}

/** Who has what: `address` to `service service`. */
export function given({ assignments }: AllocationResult): Record<string, string> {
  return Object.fromEntries(
    assignments.map(({ address, services }) => [address.text, services.join(' ')]),
  )
}

/** `address service` to the type of the reason. */
export function released({ releases }: AllocationResult): Record<string, string> {
  return Object.fromEntries(
    releases.map(({ address, service, reason }) => [`${address.text} ${service}`, reason.type]),
  )
}

/** The reasons of what is kept, by address. */
export function kept({ retained }: AllocationResult): Record<string, string[]> {
  const reasons: Record<string, string[]> = {}
  for (const { address, reason } of retained) (reasons[address.text] ??= []).push(reason.type)
  return reasons
}

/** The refusals of a Service without what every one has. */
export function refused({ refusals }: AllocationResult, service: string): unknown[] {
  return (refusals.get(service) ?? []).map(({ instead, ...rest }) =>
    instead === undefined ? rest : { ...rest, instead: instead.text },
  )
}

export function codes({ findings }: AllocationResult): string[] {
  return findings.map(({ code }) => code)
}
