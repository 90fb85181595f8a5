import { addressKey, type AddressKey } from './address-key.ts'
import type { PlannedAddress, ViewNode } from './plan-view.ts'
import { createWitnesses, type Witnesses } from './witnesses.ts'
import { macBytes, type Mac } from '../wire/mac.ts'
import { u16, u32 } from '../wire/octets.ts'
import type { LinkState } from './link-state.ts'

export interface NeighborMac {
  readonly text: Mac
  readonly octets: Uint8Array
}

/** A node on one link. */
export interface Neighbor {
  readonly key: string
  readonly link: LinkView
  readonly node: ViewNode
  /** Set by the resolver alone. A node that we are ourselves has the link's MAC. */
  readonly mac: NeighborMac | undefined
  readonly isSelf: boolean
  /** It has been asked for its MAC as often as RFC 4861 §7.2.2 says, and has not answered. */
  readonly isUnresolvable: boolean
}

/**
 * An address of the plan, bound on one link to the node that owns it. It is answered there as long as the MAC of
 * the owner is known.
 */
export interface Binding {
  readonly key: string
  /** Address and link; the same on a link that goes and comes, or that is replaced under its name. */
  readonly place: string
  readonly planned: PlannedAddress
  readonly link: LinkView
  /** In the plan's order; the first is the planned owner. */
  readonly candidates: readonly [Neighbor, ...Neighbor[]]
  /** Whose MAC is announced and answered; set by `owners.ts` alone. */
  owner: Neighbor
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
export type OwnerFor = (binding: Binding, asker: Asker | undefined) => Neighbor

/** A link that is up, with what is looked up for each frame. */
export interface LinkView {
  readonly key: string
  readonly state: LinkState
  readonly mac: Uint8Array
  /** The link's own addresses. */
  readonly own: ReadonlySet<AddressKey>
  /** By each address of a node whose MAC is wanted here. */
  readonly neighbors: Map<AddressKey, Neighbor>
  readonly bindings: Map<AddressKey, Binding>
  /** By MAC, as `macKey` makes it: the nodes that have told it. */
  readonly nodesByMac: Map<number, Neighbor>
  readonly witnesses: Witnesses
}

/** Two states with the same key are the same link: no interface was replaced, no MAC changed. */
export function linkKey({ name, index, mac }: LinkState): string {
  return `${name} ${index} ${mac}`
}

/** `before` is the same link as it was until now: who has been heard on it is kept. */
export function linkView(state: LinkState, before?: LinkView): LinkView {
  return {
    key: linkKey(state),
    state,
    mac: macBytes(state.mac),
    own: new Set(state.addresses.map(({ address }) => addressKey(address))),
    neighbors: new Map(),
    bindings: new Map(),
    nodesByMac: new Map(),
    witnesses: before?.witnesses ?? createWitnesses(),
  }
}

/** Adds the binding to its link's look-up table. */
export function bindOn(
  link: LinkView,
  planned: PlannedAddress,
  candidates: Binding['candidates'],
  owner: Neighbor = candidates[0],
): Binding {
  const { text } = planned.address
  const binding = {
    key: nameOf(text, link.key),
    place: nameOf(text, link.state.name),
    ...{ planned, link, candidates, owner },
  }
  link.bindings.set(planned.key, binding)
  return binding
}

/** The words with spaces between them, as one flat string: V8 would keep the pieces of a concatenated one. */
export function nameOf(...words: readonly string[]): string {
  return words.join(' ')
}

/** The MAC in the six octets at `at` as a number, which a Map finds faster than a text. */
export function macKey(octets: Uint8Array, at: number): number {
  return u16(octets, at) * 0x1_0000_0000 + u32(octets, at + 2)
}
