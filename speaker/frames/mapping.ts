import { ipv4Key, ipv6Key, type AddressKey } from '../lan/address-key.ts'
import type { LinkView, Neighbor } from '../lan/link-view.ts'
import { ARP } from '../wire/arp.ts'
import { isEcho } from '../wire/echo.ts'
import { ETHER_TYPE, etherType, isGroupAt } from '../wire/ethernet.ts'
import { IPV6 } from '../wire/ipv6.ts'
import { isSolicitation, linkLayerOption, NDP, NDP_FLAG, ndpFlags } from '../wire/ndp.ts'
import { u16, u32 } from '../wire/octets.ts'

/** What a frame says of a neighbour: this address of it has this MAC. */
export interface Mapping {
  readonly neighbor: Neighbor
  readonly key: AddressKey
  /** Where in `frame` the MAC is. */
  readonly frame: Uint8Array
  readonly at: number
  /** False for an advertisement without the Override flag, which changes no MAC (RFC 4861 §7.2.5). */
  readonly mayReplace: boolean
}

/**
 * What a valid frame says of a node whose MAC is wanted on this link: the sender of any ARP packet
 * (RFC 826, "Packet reception"), the source of a solicitation (RFC 4861 §7.2.3), the target of an
 * advertisement (§7.2.5).
 */
export function mappingIn(frame: Uint8Array, link: LinkView): Mapping | undefined {
  const mapping = anyMapping(frame, link)
  return mapping !== undefined && isOneStation(frame, mapping.at) ? mapping : undefined
}

/** An echo says nothing: its Ethernet source may be that of a router. */
function anyMapping(frame: Uint8Array, link: LinkView): Mapping | undefined {
  if (etherType(frame) === ETHER_TYPE.arp) return arpMapping(frame, link)
  return isEcho(frame) ? undefined : ndpMapping(frame, link)
}

/** A MAC that a node can have: no group, and not the zeros of one that is unknown. */
function isOneStation(frame: Uint8Array, at: number): boolean {
  return !isGroupAt(frame, at) && (u16(frame, at) !== 0 || u32(frame, at + 2) !== 0)
}

function arpMapping(frame: Uint8Array, link: LinkView): Mapping | undefined {
  const key = ipv4Key(frame, ARP.senderProtocol)
  const neighbor = link.neighbors.get(key)
  if (neighbor === undefined) return undefined
  return { neighbor, key, frame, at: ARP.senderHardware, mayReplace: true }
}

function ndpMapping(frame: Uint8Array, link: LinkView): Mapping | undefined {
  const isAsked = isSolicitation(frame)
  const key = ipv6Key(frame, isAsked ? IPV6.source : NDP.target)
  const neighbor = link.neighbors.get(key)
  if (neighbor === undefined) return undefined
  const option = linkLayerOption(frame)
  if (option === undefined) return undefined
  const mayReplace = isAsked || (ndpFlags(frame) & NDP_FLAG.override) !== 0
  return { neighbor, key, frame, at: option + 2, mayReplace }
}
