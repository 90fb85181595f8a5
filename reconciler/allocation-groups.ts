import type { Family } from '../api/address.ts'
import type { Holding } from './allocation/ledger.ts'
import type { ServiceFact } from './model.ts'

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
