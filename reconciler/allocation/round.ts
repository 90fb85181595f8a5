import type { Address, Family } from '../../api/address.ts'
import type { Admission } from './admission.ts'
import { admissions } from './admission.ts'
import type { Holder, Holding, Ledger } from './ledger.ts'
import { emptyLedger, holdersOf, holdingAt, receivers } from './ledger.ts'
import type { PoolIndex } from './pool-index.ts'
import { indexPools } from './pool-index.ts'
import type { AllocationInput } from './result.ts'
import type { AddressObstacle } from '../reasons/addresses.ts'
import { joinConflict } from './sharing.ts'
import type { ClusterFacts, NodeFact, Pool, ServiceFact, ServiceKey } from '../model/model.ts'

export interface NodeAddress {
  readonly address: Address
  readonly node: string
}

/** One call of the allocator: what is known, and what is decided so far. */
export interface Round {
  readonly index: PoolIndex
  readonly facts: ClusterFacts
  /** Oldest first. */
  readonly holders: readonly Holder[]
  readonly holderOf: (key: ServiceKey) => Holder | undefined
  readonly admissionOf: (service: ServiceFact) => Admission
  /** The nodes' own addresses, by text. */
  readonly nodeAt: ReadonlyMap<string, NodeAddress>
  readonly ledger: Ledger
}

/** Nobody has an address yet. The ledger belongs to this round alone, and is changed in place. */
export function startRound({ pools, facts }: AllocationInput): Round {
  const index = indexPools(pools)
  const holders = holdersOf(facts.services ?? [])
  return {
    index,
    facts,
    holders,
    holderOf: holdersByKey(holders),
    admissionOf: admissions(index.pools, facts.namespaces),
    nodeAt: nodesByAddress(facts.nodes ?? []),
    ledger: emptyLedger(),
  }
}

/** The index is made when first asked for: a first placement needs none. */
function holdersByKey(holders: readonly Holder[]): (key: ServiceKey) => Holder | undefined {
  let index: Map<ServiceKey, Holder> | undefined
  return (key) => {
    index ??= new Map(holders.map((holder) => [holder.service.key, holder]))
    return index.get(key)
  }
}

/** Of two nodes that claim one address, the first by name. */
function nodesByAddress(nodes: readonly NodeFact[]): Map<string, NodeAddress> {
  const byAddress = new Map<string, NodeAddress>()
  for (const { name: node, internalIPs, segmentAddresses } of nodes)
    for (const address of [...internalIPs, ...Object.values(segmentAddresses).flat()]) {
      const known = byAddress.get(address.text)
      if (known === undefined || node < known.node) byAddress.set(address.text, { address, node })
    }
  return byAddress
}

/** The pool that the Service asks for, if it asks for one that is in force. */
export function requestedPool({ index }: Round, { service }: Holder): Pool | undefined {
  return service.requestedPool === undefined ? undefined : index.named.get(service.requestedPool)
}

/** True if the Service asks for a pool that is not in force: it gets nothing new then. */
export function asksForNoPool(round: Round, holder: Holder): boolean {
  return holder.service.requestedPool !== undefined && requestedPool(round, holder) === undefined
}

/** True if the Service names addresses of this family: it gets one of them, or keeps what it has. */
export function asksForAddress({ service }: Holder, family: Family): boolean {
  return service.requestedAddresses.some((address) => address.family === family)
}

/** Why the pool gives the Service nothing new; a reservation of its own for the Service admits it. */
export function poolRefusal(
  round: Round,
  holder: Holder,
  at: { readonly pool: Pool; readonly text: string },
): AddressObstacle | undefined {
  const { pool, text } = at
  const { service } = holder
  if (service.requestedPool !== undefined && service.requestedPool !== pool.name)
    return { type: 'outsideRequestedPool', pool: service.requestedPool }
  const reserved = round.index.reserved.get(text)
  const isReserved = reserved?.service === service.key && reserved.pool === pool.name
  const because = isReserved ? undefined : round.admissionOf(service).obstacles.get(pool)
  if (because !== undefined) return { type: 'notAdmitted', pool: pool.name, because }
  return pool.suspend ? { type: 'suspended', pool: pool.name } : undefined
}

/**
 * Why the Service cannot have the address as things stand, apart from what its pool says of a free address:
 * it is reserved for a Service that does not have it yet, or in use and not to be shared.
 */
export function addressRefusal(
  round: Round,
  holder: Holder,
  address: Address,
): AddressObstacle | undefined {
  const holding = holdingAt(round.ledger, address)
  const reserved = round.index.reserved.get(address.text)
  if (reserved !== undefined && reserved.service !== holder.service.key)
    if (!holding || !receivers(holding).some(({ service }) => service.key === reserved.service))
      return { type: 'reservedForOther', pool: reserved.pool, service: reserved.service }
  return holding && joinRefusal(round, holder, holding)
}

/** Why the Service cannot join those that have the address. */
export function joinRefusal(
  round: Round,
  holder: Holder,
  holding: Holding,
): AddressObstacle | undefined {
  const conflict = joinConflict(holding, holder)
  if (conflict !== undefined) return { type: 'inUse', ...conflict }
  const { pool } = holding.origin
  return pool && poolRefusal(round, holder, { pool, text: holding.address.text })
}
