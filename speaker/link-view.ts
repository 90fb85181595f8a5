import { addressKey, type AddressKey } from './address-key.ts'
import type { LinkState } from './effect.ts'
import type { PlannedAddress, ViewNode } from './plan-view.ts'
import { macBytes, type Mac } from './wire/mac.ts'

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
  const claim = { key: `${planned.address.text} ${link.key}`, planned, link, owner }
  link.claims.set(planned.key, claim)
  return claim
}
