import { addressBytes, type Address } from '../reconciler/address.ts'
import type { LinkState } from './effect.ts'
import type { PlannedAddress, ViewNode } from './plan-view.ts'
import { macBytes, type Mac } from './wire/mac.ts'
import { solicitedNodeGroup } from './wire/ndp.ts'
import { u16, u32 } from './wire/octets.ts'

/** An address as a key that is cheap to make from a frame: the number of an IPv4, a text for an IPv6 address. */
export type AddressKey = number | string

export function ipv4Key(bytes: Uint8Array, at: number): AddressKey {
  return u32(bytes, at)
}

export function ipv6Key(bytes: Uint8Array, at: number): AddressKey {
  return String.fromCharCode(
    u16(bytes, at),
    u16(bytes, at + 2),
    u16(bytes, at + 4),
    u16(bytes, at + 6),
    u16(bytes, at + 8),
    u16(bytes, at + 10),
    u16(bytes, at + 12),
    u16(bytes, at + 14),
  )
}

export function addressKey(address: Address): AddressKey {
  return octetsKey(addressBytes(address))
}

/** The key of an address given by its 4 or 16 octets. */
export function octetsKey(octets: Uint8Array): AddressKey {
  return octets.length === 4 ? ipv4Key(octets, 0) : ipv6Key(octets, 0)
}

export interface NeighborMac {
  readonly text: Mac
  readonly octets: Uint8Array
}

/** A node on one link. `mac` is set by the resolver alone. */
export interface Neighbor {
  readonly key: string
  readonly link: LinkView
  readonly node: ViewNode
  readonly mac: NeighborMac | undefined
}

/** An address that is answered on one link, as long as the MAC of its owner is known there. */
export interface Claim {
  readonly key: string
  readonly planned: PlannedAddress
  readonly octets: Uint8Array
  /** The solicited-node group of an IPv6 address. */
  readonly group: Uint8Array | undefined
  readonly link: LinkView
  readonly owner: Neighbor
}

/** Who asks, by the octets of its addresses. */
export interface Asker {
  readonly hardware: Uint8Array
  readonly protocol: Uint8Array
}

/**
 * Which owner an asker is told; undefined stands for everybody, in announcements. Today it is one and the
 * same for all.
 */
export type OwnerFor = (claim: Claim, asker: Asker | undefined) => Neighbor

/** A link that is up, with what is looked up for each frame. */
export interface LinkView {
  readonly key: string
  readonly state: LinkState
  readonly mac: Uint8Array
  /** The link's own addresses. */
  readonly own: ReadonlySet<AddressKey>
  /** By each address of a node whose MAC is wanted here. */
  readonly neighbors: Map<AddressKey, Neighbor>
  readonly claims: Map<AddressKey, Claim>
}

/** Two states with the same key are the same link: no interface was replaced, no MAC changed. */
export function linkKey({ name, index, mac }: LinkState): string {
  return `${name} ${index} ${mac}`
}

export function linkView(state: LinkState): LinkView {
  return {
    key: linkKey(state),
    state,
    mac: macBytes(state.mac),
    own: new Set(state.addresses.map(({ address }) => addressKey(address))),
    neighbors: new Map(),
    claims: new Map(),
  }
}

/** Adds the claim to its link's look-up table. */
export function claimOn(link: LinkView, planned: PlannedAddress, owner: Neighbor): Claim {
  const { address } = planned
  const octets = addressBytes(address)
  const group = address.family === 'IPv6' ? solicitedNodeGroup(octets) : undefined
  const claim = { key: `${address.text} ${link.key}`, planned, octets, group, link, owner }
  link.claims.set(octetsKey(octets), claim)
  return claim
}
