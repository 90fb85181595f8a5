import { ipv6Key } from '../lan/address-key.ts'
import type { Asker, Claim, LinkView, OwnerFor } from '../lan/link-view.ts'
import { advertisement, advertisementToAll, arpReply } from './outgoing.ts'
import { ARP, arpSender, arpTarget, isArpRequest } from '../wire/arp.ts'
import { isEcho } from '../wire/echo.ts'
import { ETHER_TYPE, ETHERNET, etherType, isGroupAt, isToGroup } from '../wire/ethernet.ts'
import { isUnicast } from '../wire/ipv4.ts'
import { IPV6, isUnspecifiedAt } from '../wire/ipv6.ts'
import { linkLayerOctets } from '../wire/ndp-option.ts'
import { ALL_NODES, isSolicitation, linkLayerOption, NDP } from '../wire/ndp.ts'
import { holdsAt } from '../wire/octets.ts'

/** Why a frame that we understand is not answered. */
export type Silence =
  /** Our own, seen on its way out. */
  | 'ownFrame'
  /** To the MAC of somebody else: only a switch that floods brings it here. */
  | 'notToUs'
  /** A reply or an advertisement; an echo, which is the kernel's to answer. */
  | 'notAQuestion'
  /** About an address that nobody answers for on this link. */
  | 'notOurs'
  /** The sender claims the address that it asks for: a rival, or its announcement, but no question. */
  | 'senderIsTarget'
  /** The sender claims an address of this link. */
  | 'senderIsOwnAddress'
  /** A sender of multicast, loopback, broadcast or "this network" (RFC 1122 §3.2.1.3). */
  | 'senderNotUnicast'
  /** A hardware address of a group: the answer would be flooded. */
  | 'senderHardwareGroup'
  /** A solicitation to an IPv6 address that is neither the target's, nor its group's, nor ours. */
  | 'otherDestination'
  /** The owner's MAC is not known yet. */
  | 'ownerUnresolved'
  /** Another speaker leads, and answers. */
  | 'notLeading'
  /** Whether somebody else has the address is still being found out, or it is known. */
  | 'notYetOurs'

export interface Answer {
  readonly claim: Claim
  readonly bytes: Uint8Array
  /** Who is answered; undefined for a probe, whose sender has no address yet. */
  readonly asker: Asker | undefined
}

/** Why a frame is none that the link's own kernel would take in. */
export function receptionRefusal(frame: Uint8Array, link: LinkView): Silence | undefined {
  if (holdsAt(frame, ETHERNET.source, link.mac)) return 'ownFrame'
  if (isToGroup(frame) || holdsAt(frame, ETHERNET.destination, link.mac)) return undefined
  return 'notToUs'
}

/**
 * The answer to a frame that neither `frameRejection` nor `receptionRefusal` has anything against, or why
 * there is none. The rules are those of a kernel that has the address itself;
 * test/privileged/oracle.test.ts lists where they differ, and why.
 */
export function respond(frame: Uint8Array, link: LinkView, ownerFor: OwnerFor): Answer | Silence {
  if (etherType(frame) === ETHER_TYPE.arp) return respondToArp(frame, link, ownerFor)
  return isEcho(frame) ? 'notAQuestion' : respondToNdp(frame, link, ownerFor)
}

function respondToArp(frame: Uint8Array, link: LinkView, ownerFor: OwnerFor): Answer | Silence {
  if (!isArpRequest(frame)) return 'notAQuestion'
  const claim = link.claims.get(arpTarget(frame))
  if (claim === undefined) return 'notOurs'
  const refusal = arpSenderRefusal(frame, link)
  if (refusal !== undefined) return refusal
  const asker = {
    hardware: frame.subarray(ARP.senderHardware, ARP.senderProtocol),
    protocol: frame.subarray(ARP.senderProtocol, ARP.targetHardware),
  }
  const { mac } = ownerFor(claim, asker)
  if (mac === undefined) return 'ownerUnresolved'
  const isProbe = arpSender(frame) === 0
  return { claim, bytes: arpReply(claim, mac, asker), asker: isProbe ? undefined : asker }
}

function arpSenderRefusal(frame: Uint8Array, link: LinkView): Silence | undefined {
  const sender = arpSender(frame)
  if (isGroupAt(frame, ARP.senderHardware)) return 'senderHardwareGroup'
  if (sender === 0) return undefined
  if (sender === arpTarget(frame)) return 'senderIsTarget'
  if (!isUnicast(sender)) return 'senderNotUnicast'
  return link.own.has(sender) ? 'senderIsOwnAddress' : undefined
}

function respondToNdp(frame: Uint8Array, link: LinkView, ownerFor: OwnerFor): Answer | Silence {
  if (!isSolicitation(frame)) return 'notAQuestion'
  const claim = link.claims.get(ipv6Key(frame, NDP.target))
  if (claim === undefined) return 'notOurs'
  if (!isSolicitationForUs(frame, claim)) return 'otherDestination'
  const asker = ndpAsker(frame)
  const refusal = ndpSenderRefusal(frame, claim, asker)
  if (refusal !== undefined) return refusal
  const { mac } = ownerFor(claim, asker)
  if (mac === undefined) return 'ownerUnresolved'
  if (asker === undefined) return { claim, bytes: advertisementToAll(claim, mac), asker }
  return { claim, bytes: advertisement(claim, mac, asker, true), asker }
}

/** What a host with the target's address listens to: that, its group, all nodes, and its other addresses. */
function isSolicitationForUs(frame: Uint8Array, { planned, link }: Claim): boolean {
  const { octets, group = octets } = planned
  return (
    holdsAt(frame, IPV6.destination, group) ||
    holdsAt(frame, IPV6.destination, octets) ||
    holdsAt(frame, IPV6.destination, ALL_NODES) ||
    link.own.has(ipv6Key(frame, IPV6.destination))
  )
}

/** Where the option is missing, the Ethernet source is who can be answered; undefined for a probe. */
function ndpAsker(frame: Uint8Array): Asker | undefined {
  if (isUnspecifiedAt(frame, IPV6.source)) return undefined
  const option = linkLayerOption(frame)
  const hardware =
    option === undefined
      ? frame.subarray(ETHERNET.source, ETHERNET.etherType)
      : linkLayerOctets(frame, option)
  return { hardware, protocol: frame.subarray(IPV6.source, IPV6.destination) }
}

function ndpSenderRefusal(
  frame: Uint8Array,
  { planned, link }: Claim,
  asker: Asker | undefined,
): Silence | undefined {
  if (asker === undefined) return undefined
  if (isGroupAt(asker.hardware, 0)) return 'senderHardwareGroup'
  if (holdsAt(asker.protocol, 0, planned.octets)) return 'senderIsTarget'
  return link.own.has(ipv6Key(frame, IPV6.source)) ? 'senderIsOwnAddress' : undefined
}
