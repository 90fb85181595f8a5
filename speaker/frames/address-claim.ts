import { macKey, type Binding, type Neighbor } from '../lan/link-view.ts'
import { ETHERNET } from '../wire/ethernet.ts'
import { holdsAt } from '../wire/octets.ts'
import type { ResolutionFrame } from './received.ts'

/** A frame that claims one of our addresses for a MAC. */
export interface AddressClaim {
  readonly binding: Binding
  readonly frame: ResolutionFrame
  /** Where in the frame's bytes the MAC begins. */
  readonly macAt: number
  /** The node that has this MAC; undefined: none that we know. */
  readonly node: Neighbor | undefined
  /** The node that the frame comes from, by its Ethernet source; undefined: none that we know. */
  readonly sender: Neighbor | undefined
  /** The MAC is the Ethernet source of the frame: the sender claims the address for itself. */
  readonly isForSender: boolean
}

/** The claim of an address that we answer for on the frame's link (RFC 5227 §2.4); undefined if it makes none. */
export function claimIn(frame: ResolutionFrame): AddressClaim | undefined {
  const binding = frame.link.bindings.get(frame.claimed)
  // Without the option, an advertisement speaks of the MAC that it comes from (RFC 4861 §4.4).
  return binding && claimOf(binding, frame, frame.macAt ?? ETHERNET.source)
}

/**
 * A probe for an address that we answer for: its sender takes the address if nobody objects (RFC 5227 §2.1.1,
 * RFC 4862 §5.4.3).
 */
export function probeIn(frame: ResolutionFrame): AddressClaim | undefined {
  if (frame.kind !== 'arpProbe' && frame.kind !== 'duplicateAddressProbe') return undefined
  const binding = frame.link.bindings.get(frame.asked)
  return binding && claimOf(binding, frame, frame.macAt ?? ETHERNET.source)
}

function claimOf(binding: Binding, frame: ResolutionFrame, macAt: number): AddressClaim {
  const { bytes, link } = frame
  return {
    binding,
    frame,
    macAt,
    node: link.nodesByMac.get(macKey(bytes, macAt)),
    sender: link.nodesByMac.get(macKey(bytes, ETHERNET.source)),
    isForSender: holdsAt(bytes, ETHERNET.source, bytes.subarray(macAt, macAt + 6)),
  }
}
