import type { AddressKey } from '../lan/address-key.ts'
import type { Neighbor } from '../lan/link-view.ts'
import { isGroupAt } from '../wire/ethernet.ts'
import { u16, u32 } from '../wire/octets.ts'
import type { ResolutionFrame } from './received.ts'

/** What a frame says of a neighbour: this address of it has this MAC. */
export interface Mapping {
  readonly neighbor: Neighbor
  readonly key: AddressKey
  /** Where in `bytes` the MAC begins. */
  readonly bytes: Uint8Array
  readonly macAt: number
  /** False for an advertisement without the Override flag, which changes no MAC (RFC 4861 §7.2.5). */
  readonly mayReplace: boolean
}

/** What a frame says of a node whose MAC is wanted on its link; undefined if that is nothing. */
export function mappingIn(frame: ResolutionFrame): Mapping | undefined {
  const { bytes, claimed, link, macAt } = frame
  const neighbor = link.neighbors.get(claimed)
  if (neighbor === undefined || macAt === undefined || !isOneStation(bytes, macAt)) return undefined
  const mayReplace = frame.kind !== 'neighborAdvertisement' || frame.override
  return { neighbor, key: claimed, bytes, macAt, mayReplace }
}

/** A MAC that a node can have: no group, and not the zeros of one that is unknown. */
function isOneStation(bytes: Uint8Array, at: number): boolean {
  return !isGroupAt(bytes, at) && (u16(bytes, at) !== 0 || u32(bytes, at + 2) !== 0)
}
