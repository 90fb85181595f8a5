import type { Family } from '../../api/address.ts'
import { ipv4Key, ipv6Key, type AddressKey } from '../lan/address-key.ts'
import type { LinkView } from '../lan/link-view.ts'
import { ARP, arpSender, arpTarget, isArpRequest } from '../wire/arp.ts'
import { echoIdentifier, echoSenderAt, echoSequence, isEcho, isEchoReply } from '../wire/echo.ts'
import { ETHER_TYPE, ETHERNET, etherType, isToGroup } from '../wire/ethernet.ts'
import { frameRejection } from '../wire/frame.ts'
import { IPV6, isUnspecifiedAt } from '../wire/ipv6.ts'
import { isSolicitation, linkLayerOption, NDP, NDP_FLAG, ndpFlags } from '../wire/ndp.ts'
import { holdsAt } from '../wire/octets.ts'
import type { RejectionReason } from '../wire/rejection.ts'

/**
 * A frame that a link has received, classified once: whatever looks at frames reads this. It refers to the bytes,
 * and is good for as long as they are.
 */
export type ReceivedFrame = ResolutionFrame | ReceivedEchoRequest | ReceivedEchoReply

/** A frame that resolves addresses: it claims one for a MAC, or asks for one, or both. */
export type ResolutionFrame = ReceivedArp | ReceivedSolicitation | ReceivedAdvertisement

interface Received {
  readonly link: LinkView
  readonly bytes: Uint8Array
}

interface Resolution extends Received {
  readonly family: Family
  /** Sent to a multicast MAC or to all; else it was sent to the MAC of the link. */
  readonly isToGroup: boolean
  /** An ARP reply or an advertisement that was sent to us alone: the answer to a question of ours. */
  readonly isAnswer: boolean
  /**
   * The address that the frame claims: the sender of ARP (RFC 826, "Packet reception"), the source of a
   * solicitation (RFC 4861 §7.2.3), the target of an advertisement (§7.2.5). Zero in a probe, which claims none.
   */
  readonly claimed: AddressKey
  /** Where in `bytes` its MAC begins; undefined without the link-layer address option. */
  readonly macAt: number | undefined
}

/** RFC 826. A probe is a request from 0.0.0.0, an announcement one for the sender's own address (RFC 5227 §1.1). */
export interface ReceivedArp extends Resolution {
  readonly kind: 'arpRequest' | 'arpProbe' | 'arpAnnouncement' | 'arpReply'
  readonly family: 'IPv4'
  readonly claimed: number
  readonly macAt: number
  /** The target: what a request asks for. */
  readonly asked: number
}

/** RFC 4861 §4.3; one from `::` is a probe of duplicate address detection (RFC 4862 §5.4.2). */
export interface ReceivedSolicitation extends Resolution {
  readonly kind: 'neighborSolicitation' | 'duplicateAddressProbe'
  readonly family: 'IPv6'
  /** The target. */
  readonly asked: AddressKey
}

/** RFC 4861 §4.4. */
export interface ReceivedAdvertisement extends Resolution {
  readonly kind: 'neighborAdvertisement'
  readonly family: 'IPv6'
  /** Without this flag it changes no MAC that is known (RFC 4861 §7.2.5). */
  readonly override: boolean
}

/** The kernel answers it. */
export interface ReceivedEchoRequest extends Received {
  readonly kind: 'echoRequest'
}

/** RFC 792, RFC 4443 §4.2. It claims nothing: its Ethernet source may be that of a router. */
export interface ReceivedEchoReply extends Received {
  readonly kind: 'echoReply'
  readonly family: Family
  readonly source: AddressKey
  readonly identifier: number
  readonly sequence: number
}

/** Why a frame is not looked at. */
export type ReceptionRefusal =
  | RejectionReason
  /** Our own, seen on its way out. */
  | 'ownFrame'
  /** To the MAC of somebody else: only a switch that floods brings it here. */
  | 'notToUs'

/** Reads a frame that the link has received; or why it is none that the link's own kernel would take in. */
export function readFrame(bytes: Uint8Array, link: LinkView): ReceivedFrame | ReceptionRefusal {
  const rejected = frameRejection(bytes)
  if (rejected !== undefined) return rejected
  if (holdsAt(bytes, ETHERNET.source, link.mac)) return 'ownFrame'
  const toGroup = isToGroup(bytes)
  if (!toGroup && !holdsAt(bytes, ETHERNET.destination, link.mac)) return 'notToUs'
  if (etherType(bytes) === ETHER_TYPE.arp) return readArp(bytes, link, toGroup)
  if (isEcho(bytes))
    return isEchoReply(bytes) ? readEchoReply(bytes, link) : echoRequest(bytes, link)
  return isSolicitation(bytes)
    ? readSolicitation(bytes, link, toGroup)
    : readAdvertisement(bytes, link, toGroup)
}

function readArp(bytes: Uint8Array, link: LinkView, toGroup: boolean): ReceivedArp {
  const claimed = arpSender(bytes)
  const asked = arpTarget(bytes)
  const isRequest = isArpRequest(bytes)
  return {
    kind: isRequest ? requestKind(claimed, asked) : 'arpReply',
    link,
    bytes,
    family: 'IPv4',
    isToGroup: toGroup,
    isAnswer: !toGroup && !isRequest,
    claimed,
    macAt: ARP.senderHardware,
    asked,
  }
}

function requestKind(sender: number, target: number): ReceivedArp['kind'] {
  if (sender === 0) return 'arpProbe'
  return sender === target ? 'arpAnnouncement' : 'arpRequest'
}

function readSolicitation(
  bytes: Uint8Array,
  link: LinkView,
  toGroup: boolean,
): ReceivedSolicitation {
  const isProbe = isUnspecifiedAt(bytes, IPV6.source)
  return {
    kind: isProbe ? 'duplicateAddressProbe' : 'neighborSolicitation',
    link,
    bytes,
    family: 'IPv6',
    isToGroup: toGroup,
    isAnswer: false,
    claimed: ipv6Key(bytes, IPV6.source),
    macAt: optionMacAt(bytes),
    asked: ipv6Key(bytes, NDP.target),
  }
}

function readAdvertisement(
  bytes: Uint8Array,
  link: LinkView,
  toGroup: boolean,
): ReceivedAdvertisement {
  return {
    kind: 'neighborAdvertisement',
    link,
    bytes,
    family: 'IPv6',
    isToGroup: toGroup,
    isAnswer: !toGroup,
    claimed: ipv6Key(bytes, NDP.target),
    macAt: optionMacAt(bytes),
    override: (ndpFlags(bytes) & NDP_FLAG.override) !== 0,
  }
}

/** Behind the type and the length of the option. */
function optionMacAt(bytes: Uint8Array): number | undefined {
  const option = linkLayerOption(bytes)
  return option === undefined ? undefined : option + 2
}

function echoRequest(bytes: Uint8Array, link: LinkView): ReceivedEchoRequest {
  return { kind: 'echoRequest', link, bytes }
}

function readEchoReply(bytes: Uint8Array, link: LinkView): ReceivedEchoReply {
  const isIpv4 = etherType(bytes) === ETHER_TYPE.ipv4
  return {
    kind: 'echoReply',
    link,
    bytes,
    family: isIpv4 ? 'IPv4' : 'IPv6',
    source: (isIpv4 ? ipv4Key : ipv6Key)(bytes, echoSenderAt(bytes)),
    identifier: echoIdentifier(bytes),
    sequence: echoSequence(bytes),
  }
}
