import type { Address, Family } from '../../api/address.ts'
import type { RetentionReason } from '../reasons/retentions.ts'
import type { AllocationRule, Pool, ServiceFact, ServiceKey } from '../model/model.ts'
import { compareText } from '../../api/order.ts'
import { onceForEach } from '../values/memo.ts'

/** What an address is given from. `pool` is undefined if that pool no longer has it: see `retained`. */
export interface Origin {
  readonly pool: Pool | undefined
  readonly poolName: string
  readonly segment: string
  readonly retained: RetentionReason | undefined
}

/** Of an address that the pool still has: `retained` is undefined. */
export function originOf(pool: Pool): Origin {
  return { pool, poolName: pool.name, segment: pool.segment, retained: undefined }
}

/** An address with the Services that have it, while it is being decided. */
export interface Holding {
  readonly address: Address
  readonly origin: Origin
  /** Never empty. */
  readonly holders: Holder[]
  /** What others that want to share it must have. */
  sharingKey: string | undefined
}

/** A Service with the addresses that it has, while they are being decided. */
export interface Holder {
  readonly service: ServiceFact
  /** Place in the order of Services: the oldest is 0. */
  readonly rank: number
  /** The families that it wants, in order. */
  readonly families: readonly Family[]
  readonly holdings: Record<Family, Holding | undefined>
  readonly rules: Record<Family, AllocationRule | undefined>
  /** It had an address before: it is given what can be had, whatever its other family lacks. */
  heldBefore: boolean
}

/** Identifies an address without its text: a signed 32-bit number for IPv4, which is cheapest in a Set. */
export type AddressKey = number | bigint

/** An IPv4 and an IPv6 address never have the same key: one is a number, the other a bigint. */
export function addressKey({ family, value }: Pick<Address, 'family' | 'value'>): AddressKey {
  return family === 'IPv4' ? Number(value) | 0 : value
}

/** Who has which address. */
export interface Ledger {
  readonly holdings: Map<AddressKey, Holding>
  readonly groups: SharingGroups
  /** Addresses that became free since somebody last looked. */
  readonly freed: Address[]
}

export function emptyLedger(): Ledger {
  return { holdings: new Map(), groups: new Map(), freed: [] }
}

/** Undefined: nobody has the address. */
export function holdingAt({ holdings }: Ledger, address: Address): Holding | undefined {
  return holdings.get(addressKey(address))
}

/** Oldest first, then by key. A Service of unknown age comes after all others. */
export function holdersOf(services: readonly ServiceFact[]): Holder[] {
  return byAge(services).map((service, rank) => ({
    service,
    rank,
    families: wantedFamilies(service),
    holdings: { IPv4: undefined, IPv6: undefined },
    rules: { IPv4: undefined, IPv6: undefined },
    heldBefore: false,
  }))
}

/** By numbers that are read once: comparing the texts of 100,000 Services takes longer than all the rest. */
function byAge(services: readonly ServiceFact[]): ServiceFact[] {
  const times = Float64Array.from(services, timeOf)
  const order = Array.from(services, (_, index) => index)
  order.sort((a, b) => times[a]! - times[b]! || compareText(services[a]!.key, services[b]!.key))
  return order.map((index) => services[index]!)
}

/** Infinite for an age that is not known. */
const timeOf = onceForEach(({ createdAt }: ServiceFact): number => {
  const time = Date.parse(createdAt)
  return Number.isNaN(time) ? Infinity : time
})

function wantedFamilies({ families, familyPolicy }: ServiceFact): readonly Family[] {
  return familyPolicy === 'SingleStack' && families.length > 1 ? families.slice(0, 1) : families
}

/** What a Service is given, and by which rule. `origin` counts if nobody has the address yet. */
export interface Grant {
  readonly address: Address
  readonly origin: Origin
  readonly rule: AllocationRule
}

/** Gives the Service the address, instead of the one of that family which it has. */
export function give(ledger: Ledger, holder: Holder, grant: Grant): void {
  const { family } = grant.address
  leave(ledger, holder, family)
  const holding = holdingAt(ledger, grant.address) ?? open(ledger, grant)
  holding.holders.push(holder)
  holder.holdings[family] = holding
  holder.rules[family] = grant.rule
  if (grant.rule === 'held') holder.heldBefore = true
  enterGroup(ledger.groups, holding, holder.service)
}

function open(ledger: Ledger, { address, origin }: Grant): Holding {
  const holding = { address, origin, holders: [], sharingKey: undefined }
  ledger.holdings.set(addressKey(address), holding)
  return holding
}

function leave(ledger: Ledger, holder: Holder, family: Family): void {
  const holding = holder.holdings[family]
  if (holding === undefined) return
  holding.holders.splice(holding.holders.indexOf(holder), 1)
  leaveGroup(ledger.groups, holding, holder.service)
  if (holding.holders.length > 0) return
  ledger.holdings.delete(addressKey(holding.address))
  ledger.freed.push(holding.address)
}

/**
 * True if what the Service has so far may not be given to it: it needs both families, lacks one, and had
 * none before. What it asked for stays kept for it.
 */
export function isIncomplete({ service, families, holdings, heldBefore }: Holder): boolean {
  if (service.familyPolicy !== 'RequireDualStack' || heldBefore) return false
  return families.some((family) => holdings[family] === undefined)
}

/** Those who are given the address; usually one. */
export function receivers({ holders }: Holding): readonly Holder[] {
  return holders.some(isIncomplete) ? holders.filter((one) => !isIncomplete(one)) : holders
}

/** Their keys, sorted. */
export function keysOf(holders: readonly Holder[]): ServiceKey[] {
  const keys = holders.map(({ service }) => service.key)
  return keys.length > 1 ? keys.sort(compareText) : keys
}

/** The addresses of one family that Services with one sharing key have. */
interface SharingGroup {
  readonly holdings: Set<Holding>
  /** On how many of the addresses a port is in use. */
  readonly portUse: Map<string, number>
}

/** By family and sharing key. */
export type SharingGroups = Map<string, SharingGroup>

/** A Service with a sharing key came to have the address. */
export function enterGroup(groups: SharingGroups, holding: Holding, service: ServiceFact): void {
  if (service.sharingKey === undefined) return
  holding.sharingKey ??= service.sharingKey
  const group = groupOf(groups, holding.address.family, holding.sharingKey)
  group.holdings.add(holding)
  countPorts(group, service, 1)
}

/** A Service has the address no more; the last one to leave takes it out of the group. */
export function leaveGroup(groups: SharingGroups, holding: Holding, service: ServiceFact): void {
  if (holding.sharingKey === undefined) return
  const group = groupOf(groups, holding.address.family, holding.sharingKey)
  if (service.sharingKey !== undefined) countPorts(group, service, -1)
  if (holding.holders.length === 0) group.holdings.delete(holding)
}

function groupOf(groups: SharingGroups, family: Family, sharingKey: string): SharingGroup {
  const key = `${family} ${sharingKey}`
  const group = groups.get(key) ?? { holdings: new Set(), portUse: new Map() }
  groups.set(key, group)
  return group
}

function countPorts({ portUse }: SharingGroup, service: ServiceFact, change: 1 | -1): void {
  for (const port of portsOf(service)) portUse.set(port, (portUse.get(port) ?? 0) + change)
}

function portsOf({ ports }: ServiceFact): Set<string> {
  return new Set(ports.map(({ protocol, port }) => `${protocol}/${port}`))
}

/**
 * The addresses that the Service might share. None where one of its ports is in use on all of them: many
 * Services that were copied, key and ports alike, would be compared each with each.
 */
export function addressesToShare(
  groups: SharingGroups,
  service: ServiceFact,
  family: Family,
): Iterable<Holding> {
  if (service.sharingKey === undefined) return []
  const group = groups.get(`${family} ${service.sharingKey}`)
  if (group === undefined) return []
  for (const port of portsOf(service))
    if ((group.portUse.get(port) ?? 0) >= group.holdings.size) return []
  return group.holdings
}
