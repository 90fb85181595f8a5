import { ipv6Key } from '../lan/address-key.ts'
import type { Asker, Binding, OwnerFor } from '../lan/link-view.ts'
import { ARP } from '../wire/arp.ts'
import { ETHERNET, isGroupAt } from '../wire/ethernet.ts'
import { isUnicast } from '../wire/ipv4.ts'
import { IPV6 } from '../wire/ipv6.ts'
import { MAC_LENGTH } from '../wire/mac.ts'
import { ALL_NODES } from '../wire/ndp.ts'
import { holdsAt } from '../wire/octets.ts'
import { advertisement, advertisementToAll, arpReply } from './outgoing.ts'
import type { ReceivedArp, ReceivedFrame, ReceivedSolicitation } from './received.ts'

/** Why a frame that we understand is not answered. */
export type NoReplyReason =
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
  /** The address is still being checked, or somebody else has it. */
  | 'notYetOurs'

export interface Answer {
  readonly binding: Binding
  readonly bytes: Uint8Array
  /** Who is answered; undefined for a probe, whose sender has no address yet. */
  readonly asker: Asker | undefined
}

/**
 * The answer to a frame, or why there is none. The rules are those of a kernel that has the address itself;
 * test/privileged/oracle.test.ts lists where they differ, and why.
 */
export function respond(frame: ReceivedFrame, ownerFor: OwnerFor): Answer | NoReplyReason {
  switch (frame.kind) {
    case 'arpRequest':
    case 'arpProbe':
    case 'arpAnnouncement':
      return respondToArp(frame, ownerFor)
    case 'neighborSolicitation':
    case 'duplicateAddressProbe':
      return respondToSolicitation(frame, ownerFor)
    case 'arpReply':
    case 'neighborAdvertisement':
    case 'echoRequest':
    case 'echoReply':
      return 'notAQuestion'
  }
}

function respondToArp(frame: ReceivedArp, ownerFor: OwnerFor): Answer | NoReplyReason {
  const { asked, bytes, kind, link } = frame
  const binding = link.bindings.get(asked)
  if (binding === undefined) return 'notOurs'
  const refusal = arpSenderRefusal(frame)
  if (refusal !== undefined) return refusal
  const asker = {
    hardware: bytes.subarray(ARP.senderHardware, ARP.senderProtocol),
    protocol: bytes.subarray(ARP.senderProtocol, ARP.targetHardware),
  }
  const { mac } = ownerFor(binding, asker)
  if (mac === undefined) return 'ownerUnresolved'
  const answer = arpReply(binding, mac, asker)
  return { binding, bytes: answer, asker: kind === 'arpProbe' ? undefined : asker }
}

function arpSenderRefusal({ bytes, claimed, kind, link }: ReceivedArp): NoReplyReason | undefined {
  if (isGroupAt(bytes, ARP.senderHardware)) return 'senderHardwareGroup'
  if (kind === 'arpProbe') return undefined
  if (kind === 'arpAnnouncement') return 'senderIsTarget'
  if (!isUnicast(claimed)) return 'senderNotUnicast'
  return link.own.has(claimed) ? 'senderIsOwnAddress' : undefined
}

function respondToSolicitation(
  frame: ReceivedSolicitation,
  ownerFor: OwnerFor,
): Answer | NoReplyReason {
  const binding = frame.link.bindings.get(frame.asked)
  if (binding === undefined) return 'notOurs'
  if (!isSolicitationForUs(frame.bytes, binding)) return 'otherDestination'
  const asker = ndpAsker(frame)
  const refusal = asker && ndpSenderRefusal(frame, asker)
  if (refusal !== undefined) return refusal
  const { mac } = ownerFor(binding, asker)
  if (mac === undefined) return 'ownerUnresolved'
  if (asker === undefined) return { binding, bytes: advertisementToAll(binding, mac), asker }
  return { binding, bytes: advertisement(binding, mac, asker, true), asker }
}

/** What a host with the target's address listens to: that, its group, all nodes, and its other addresses. */
function isSolicitationForUs(bytes: Uint8Array, { planned, link }: Binding): boolean {
  const { octets, group = octets } = planned
  return (
    holdsAt(bytes, IPV6.destination, group) ||
    holdsAt(bytes, IPV6.destination, octets) ||
    holdsAt(bytes, IPV6.destination, ALL_NODES) ||
    link.own.has(ipv6Key(bytes, IPV6.destination))
  )
}

/** Where the option is missing, the answer goes to the Ethernet source; undefined for a probe. */
function ndpAsker({
  bytes,
  kind,
  macAt = ETHERNET.source,
}: ReceivedSolicitation): Asker | undefined {
  if (kind === 'duplicateAddressProbe') return undefined
  return {
    hardware: bytes.subarray(macAt, macAt + MAC_LENGTH),
    protocol: bytes.subarray(IPV6.source, IPV6.destination),
  }
}

function ndpSenderRefusal(
  { asked, claimed, link }: ReceivedSolicitation,
  { hardware }: Asker,
): NoReplyReason | undefined {
  if (isGroupAt(hardware, 0)) return 'senderHardwareGroup'
  if (claimed === asked) return 'senderIsTarget'
  return link.own.has(claimed) ? 'senderIsOwnAddress' : undefined
}
