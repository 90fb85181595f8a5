import type { Address, Family } from '../../api/address.ts'
import { compareAddresses, isRefused, parseAddress } from '../../api/address.ts'
import type { Tenure } from './held.ts'
import type { Holder } from './ledger.ts'
import { poolsAt } from './pool-index.ts'
import type { AllocationStep, SkippedAddress } from './result.ts'
import type { PoolVerdict } from '../reasons/pools.ts'
import type { Round } from './round.ts'
import type { Assignment, Pool, ServiceKey } from '../model/model.ts'
import { exclusionOf, holds } from '../model/pool-addresses.ts'
import type { Decided } from './outcome.ts'

/** The steps that led to what a Service has, or to who has an address. */
export function traceOf(round: Round, decided: Decided, subject: string): AllocationStep[] {
  const address = parseAddress(subject)
  return isRefused(address)
    ? traceOfService(round, decided, subject)
    : traceOfAddress(round, decided, address)
}

function traceOfService(round: Round, decided: Decided, key: ServiceKey): AllocationStep[] {
  const holder = round.holderOf(key)
  const refusals = decided.refusals.get(key) ?? []
  return [
    ...(holder === undefined ? [notOurs(round, key)] : []),
    ...decided.tenures.filter(({ service }) => service === key).map(heldByPlan),
    ...(holder?.service.statusAddresses ?? []).map((address): AllocationStep => {
      return { type: 'heldBefore', service: key, address, by: 'status' }
    }),
    ...decided.releases.filter(({ service }) => service === key).map(released),
    ...(holder?.families ?? []).flatMap((family) => searchSteps(round, decided, holder!, family)),
    ...refusals.map((refusal): AllocationStep => ({ type: 'refused', service: key, refusal })),
    ...decided.retained.filter(({ services }) => services.includes(key)).map(retained),
    ...decided.assignments
      .filter(({ services }) => services.includes(key))
      .map((assignment) => assigned(round, assignment, key)),
  ]
}

function notOurs({ facts }: Round, service: ServiceKey): AllocationStep {
  if (facts.services === undefined) return { type: 'notOurs', service, because: 'servicesUnknown' }
  const exists = facts.otherServices.has(service)
  return { type: 'notOurs', service, because: exists ? 'otherTypeOrClass' : 'absent' }
}

function heldByPlan({ held: { address }, service }: Tenure): AllocationStep {
  return { type: 'heldBefore', service, address, by: 'plan' }
}

function released(release: Decided['releases'][number]): AllocationStep {
  return { type: 'released', release }
}

function retained(retention: Decided['retained'][number]): AllocationStep {
  return { type: 'retained', retention }
}

function assigned(
  { holderOf }: Round,
  assignment: Assignment,
  service: ServiceKey,
): AllocationStep {
  const { address, pool, since, services } = assignment
  const rule = holderOf(service)?.rules[address.family] ?? assignment.rule
  const sharedWith = services.filter((other) => other !== service)
  return { type: 'assigned', service, address, pool, rule, since, sharedWith }
}

/** How a free address was found. What is taken by now was taken then: the search only goes upwards. */
function searchSteps(
  round: Round,
  { answers }: Decided,
  holder: Holder,
  family: Family,
): AllocationStep[] {
  const holding = holder.holdings[family]
  const pool = holding?.origin.pool
  if (pool === undefined || holder.rules[family] !== 'automatic') return []
  if (holding!.holders[0] !== holder) return []
  const { service } = holder
  const { verdicts } = answers(service, family)
  const before = round.index.pools.slice(0, round.index.pools.indexOf(pool))
  const asked = before.filter(({ name }) => (service.requestedPool ?? name) === name)
  return [
    ...asked.map((one) => passedOver(service.key, family, verdictOn(one, verdicts))),
    lowestFree(round, service.key, holding!.address, pool),
  ]
}

function verdictOn({ name }: Pool, verdicts: readonly PoolVerdict[]): PoolVerdict {
  const verdict = verdicts.find(({ pool }) => pool === name)
  return verdict ?? { pool: name, because: 'otherHasBothFamilies' }
}

function passedOver(service: ServiceKey, family: Family, verdict: PoolVerdict): AllocationStep {
  return { type: 'poolPassedOver', service, family, verdict }
}

function lowestFree(
  round: Round,
  service: ServiceKey,
  address: Address,
  pool: Pool,
): AllocationStep {
  const isBelow = (other: Address) =>
    other.family === address.family && other.value < address.value && holds(pool, other)
  const skipped = skippedAddresses(round).filter((one) => isBelow(one.address))
  const texts = new Set(skipped.map((one) => one.address.text))
  const inUse = [...round.ledger.holdings.values()].filter(
    (holding) => isBelow(holding.address) && !texts.has(holding.address.text),
  ).length
  return { type: 'lowestFree', service, pool: pool.name, address, inUse, skipped }
}

function skippedAddresses({ index, nodeAt }: Round): SkippedAddress[] {
  const nodes = [...nodeAt.values()].map(({ address, node }): SkippedAddress => ({
    address,
    because: { type: 'nodeAddress', node },
  }))
  const reserved = [...index.reserved.values()]
    .filter(({ address }) => !nodeAt.has(address.text))
    .map(({ address, service }): SkippedAddress => {
      return { address, because: { type: 'reserved', service } }
    })
  return [...nodes, ...reserved].sort((a, b) => compareAddresses(a.address, b.address))
}

function traceOfAddress(round: Round, decided: Decided, address: Address): AllocationStep[] {
  const { text } = address
  const isIt = (one: { readonly address: Address }) => one.address.text === text
  const reserved = round.index.reserved.get(text)
  const node = round.nodeAt.get(text)
  const assignment = decided.assignments.find(isIt)
  return [
    { type: 'inPools', address, pools: poolsAt(round.index, address).map(({ name }) => name) },
    ...exclusions(round, address),
    ...(reserved ? [{ type: 'reserved' as const, ...reserved }] : []),
    ...(node ? [{ type: 'nodeAddress' as const, ...node }] : []),
    ...decided.tenures.filter(({ held }) => isIt(held)).map(heldByPlan),
    ...decided.releases.filter(isIt).map(released),
    ...refusedWishes(decided, address),
    ...decided.retained.filter(isIt).map(retained),
    ...(assignment?.services.map((key) => assigned(round, assignment, key)) ?? [
      { type: 'free' as const, address },
    ]),
  ]
}

function exclusions({ index }: Round, address: Address): AllocationStep[] {
  return index.pools.flatMap((pool): AllocationStep[] => {
    const by = exclusionOf(pool, address)
    return by === undefined ? [] : [{ type: 'excluded', address, pool: pool.name, by }]
  })
}

/** Those who asked for the address and did not get it. */
function refusedWishes({ refusals }: Decided, { text }: Address): AllocationStep[] {
  return [...refusals].flatMap(([service, list]) =>
    list
      .filter((refusal) => 'address' in refusal && refusal.address.text === text)
      .map((refusal): AllocationStep => ({ type: 'refused', service, refusal })),
  )
}
