import { isRefused, parseAddress, type Address } from '../reconciler/address.ts'
import type { AnnouncementPlan, PlanAnnouncement, PlanNode } from '../reconciler/api.ts'
import type { AddressUnusable } from './report.ts'

/** A node of the plan, its addresses read. */
export interface ViewNode {
  readonly name: string
  readonly addresses: readonly Address[]
}

/** An address of the plan that some node may answer for; the first candidate is the planned owner. */
export interface PlannedAddress {
  readonly address: Address
  readonly pool: string
  /** The interfaces that the pool names; undefined where it leaves that to the speaker. */
  readonly interfaces: readonly string[] | undefined
  readonly candidates: readonly [ViewNode, ...ViewNode[]]
}

/** What the speaker takes from a plan: the addresses to answer for, in the plan's order. */
export interface PlanView {
  readonly addresses: readonly PlannedAddress[]
  readonly unusable: readonly AddressUnusable[]
}

export function planView(plan: AnnouncementPlan): PlanView {
  const { nodes: planNodes, pools, announcements } = plan.spec
  const nodes = planNodes.map(readNode)
  const interfaces = new Map(pools.map((pool) => [pool.name, pool.interfaces]))
  const addresses = announcements.flatMap((announcement): readonly PlannedAddress[] => {
    const address = announceable(announcement.address)
    const [owner, ...standbys] = candidatesOf(announcement, nodes)
    if (address === undefined || owner === undefined) return []
    const { pool } = announcement
    return [{ address, pool, interfaces: interfaces.get(pool), candidates: [owner, ...standbys] }]
  })
  return { addresses, unusable: unusableOf(plan) }
}

/** Addresses of a node that cannot be asked for are as good as none. */
function readNode(node: PlanNode): ViewNode {
  return {
    name: node.name,
    addresses: node.addresses.flatMap((text) => announceable(text) ?? []),
  }
}

function candidatesOf(
  announcement: PlanAnnouncement,
  nodes: readonly ViewNode[],
): readonly ViewNode[] {
  return announcement.candidates.flatMap((index) => nodes[index] ?? [])
}

/** The address, if it can be that of one host on a link: no group, loopback or unspecified address. */
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

function unusableOf(plan: AnnouncementPlan): readonly AddressUnusable[] {
  const texts = [
    ...plan.spec.announcements.map(({ address }) => address),
    ...plan.spec.nodes.flatMap(({ addresses }) => addresses),
  ]
  return texts
    .filter((text) => announceable(text) === undefined)
    .map((address) => ({
      level: 'error',
      event: 'AddressUnusable',
      address,
      message: `"${address}" in the plan is not an address that one host can have`,
      hint: 'write the plan with bellwether plan, which checks every address',
    }))
}
