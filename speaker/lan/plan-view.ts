import { addressBytes, isRefused, parseAddress, type Address } from '../../api/address.ts'
import type { AnnouncementPlan, PlanAnnouncement, PlanNode, PlanPool } from '../../api/objects.ts'
import { octetsKey, type AddressKey } from './address-key.ts'
import type { AddressUnusable } from '../reports/report.ts'
import { solicitedNodeGroup } from '../wire/ndp.ts'
import { defaultPool } from '../../api/objects.ts'

/** A node of the plan, its addresses read. */
export interface ViewNode {
  readonly name: string
  readonly addresses: readonly Address[]
}

/** An address of the plan that some node may answer for; the first candidate is the planned owner. */
export interface PlannedAddress {
  readonly address: Address
  readonly octets: Uint8Array
  readonly key: AddressKey
  /** The solicited-node group of an IPv6 address. */
  readonly group: Uint8Array | undefined
  readonly pool: PlanPool
  readonly candidates: readonly [ViewNode, ...ViewNode[]]
}

/** What the speaker takes from a plan: the addresses to answer for, in the plan's order. */
export interface PlanView {
  readonly segment: string
  /** Every node of the segment, candidate or not. */
  readonly nodes: readonly ViewNode[]
  readonly addresses: readonly PlannedAddress[]
  readonly unusable: readonly AddressUnusable[]
}

/** An address that cannot be announced is reported in `unusable`, once; one without a candidate is left out. */
export function planView(plan: AnnouncementPlan): PlanView {
  const { segment, nodes: planNodes, announcements } = plan.spec
  const unusable = new Set<string>()
  const read: Read = (text) => {
    const address = announceable(text)
    if (address === undefined) unusable.add(text)
    return address
  }
  const nodes = planNodes.map((node) => readNode(node, read))
  const pools = new Map(plan.spec.pools.map((pool) => [pool.name, pool]))
  const addresses = announcements.flatMap((announcement): readonly PlannedAddress[] => {
    const pool = pools.get(announcement.pool) ?? defaultPool(announcement.pool)
    const address = read(announcement.address)
    const [owner, ...standbys] = candidatesOf(announcement, nodes)
    if (address === undefined || owner === undefined) return []
    const { octets, key, group } = addressFields(address)
    const candidates = [owner, ...standbys] as const
    return [{ address, octets, key, group, pool, candidates }]
  })
  return { segment, nodes, addresses, unusable: [...unusable].map(addressUnusable) }
}

/** Parses an address; undefined if no single host on a link can have it. */
type Read = (text: string) => Address | undefined

/** The fields of a planned address that follow from the address alone. */
export function addressFields(
  address: Address,
): Pick<PlannedAddress, 'address' | 'octets' | 'key' | 'group'> {
  const octets = addressBytes(address)
  const group = address.family === 'IPv6' ? solicitedNodeGroup(octets) : undefined
  return { address, octets, key: octetsKey(octets), group }
}

/** Addresses that no host can have are left out. */
function readNode({ name, addresses }: PlanNode, read: Read): ViewNode {
  return { name, addresses: addresses.flatMap((text) => read(text) ?? []) }
}

function candidatesOf(
  announcement: PlanAnnouncement,
  nodes: readonly ViewNode[],
): readonly ViewNode[] {
  return announcement.candidates.flatMap((index) => nodes[index] ?? [])
}

/** Refuses multicast, loopback and unspecified addresses. */
function announceable(text: string): Address | undefined {
  const address = parseAddress(text)
  if (isRefused(address)) return undefined
  return isHostAddress(address) ? address : undefined
}

function isHostAddress({ family, value }: Address): boolean {
  if (family === 'IPv6') return value > 1n && value >> 120n !== 0xffn
  const first = value >> 24n
  return first !== 0n && first !== 127n && (first < 224n || first >= 240n) && value !== 0xffff_ffffn
}

function addressUnusable(address: string): AddressUnusable {
  return {
    level: 'error',
    event: 'AddressUnusable',
    address,
    message: `"${address}" in the plan is not an address that one host can have`,
    hint: 'write the plan with bellwether plan, which checks every address',
  }
}
