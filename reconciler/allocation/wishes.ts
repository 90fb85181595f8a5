import type { Address, Family } from '../../api/address.ts'
import type { Holder, Origin } from './ledger.ts'
import { originOf } from './ledger.ts'
import { poolsAt, somePoolUnknown } from './pool-index.ts'
import type { AddressObstacle } from '../reasons/addresses.ts'
import type { Round } from './round.ts'
import { asksForNoPool, poolRefusal } from './round.ts'
import type { AllocationRule } from '../model/model.ts'

/**
 * An address that is reserved for a Service, or that it asks for. With an `origin` it may have the address if
 * that is free; without, never: `obstacle` says why.
 */
export interface Wish {
  readonly holder: Holder
  readonly address: Address
  readonly rule: Extract<AllocationRule, 'reserved' | 'requested'>
  /** 0 is what the Service would like best of this family. */
  readonly preference: number
  readonly origin: Origin | undefined
  readonly obstacle: AddressObstacle | undefined
}

/** The wishes of those who have any: the oldest Service first. */
export type Wishes = ReadonlyMap<Holder, readonly Wish[]>

/** A Service has none if its request cannot be read, or if it asks for a pool that is not in force. */
export function wishesOf(round: Round): Wishes {
  const wishes = new Map<Holder, Wish[]>()
  for (const holder of round.holders) {
    const { key, requestBroken, requestedAddresses } = holder.service
    const asks = requestedAddresses.length > 0 || round.index.reservedFor.has(key)
    if (asks && !requestBroken && !asksForNoPool(round, holder))
      wishes.set(holder, wishesOfOne(round, holder))
  }
  return wishes
}

/**
 * Reservations come before requests; of several reservations the ones that the Service asks for. Reservations
 * of a family that the Service does not want wait for the day when it does.
 */
function wishesOfOne(round: Round, holder: Holder): Wish[] {
  const { key, requestedAddresses } = holder.service
  const requested = new Set(requestedAddresses.map(({ text }) => text))
  const reserved = (round.index.reservedFor.get(key) ?? [])
    .map(({ address }) => address)
    .filter(({ family }) => holder.families.includes(family))
  const isReserved = new Set(reserved.map(({ text }) => text))
  const wanted = [
    ...reserved.filter(({ text }) => requested.has(text)),
    ...reserved.filter(({ text }) => !requested.has(text)),
    ...requestedAddresses.filter(
      ({ text }, at) => !isReserved.has(text) && firstAt(requestedAddresses, text) === at,
    ),
  ]
  const counts: Record<Family, number> = { IPv4: 0, IPv6: 0 }
  return wanted.map((address) => ({
    holder,
    address,
    rule: isReserved.has(address.text) ? 'reserved' : 'requested',
    preference: counts[address.family]++,
    ...permission(round, holder, address),
  }))
}

function firstAt(addresses: readonly Address[], text: string): number {
  return addresses.findIndex((address) => address.text === text)
}

function permission(
  round: Round,
  holder: Holder,
  address: Address,
): Pick<Wish, 'origin' | 'obstacle'> {
  const origin = originFor(round, holder, address)
  return 'type' in origin
    ? { origin: undefined, obstacle: origin }
    : { origin, obstacle: undefined }
}

/** The first pool that would give the Service this address if it were free; else what the first of them says. */
function originFor(round: Round, holder: Holder, address: Address): Origin | AddressObstacle {
  if (!holder.families.includes(address.family)) return { type: 'familyNotWanted' }
  const node = round.nodeAt.get(address.text)
  if (node !== undefined) return { type: 'nodeAddress', node: node.node }
  let first: AddressObstacle | undefined
  for (const pool of poolsAt(round.index, address)) {
    const refusal = poolRefusal(round, holder, { pool, text: address.text })
    if (refusal === undefined) return originOf(pool)
    if (first === undefined || first.type === 'outsideRequestedPool') first = refusal
  }
  return first ?? { type: 'outsidePools', poolsUnknown: somePoolUnknown(round.index) }
}
