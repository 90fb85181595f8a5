import type { Address } from '../../api/address.ts'
import { icmpv6Checksum } from './checksum.ts'
import { ETHER_TYPE, putEthernet, type EthernetOctets } from './ethernet.ts'
import {
  hopLimit,
  IPV6,
  ipv6At,
  IPV6_END,
  isMulticastAt,
  isUnspecifiedAt,
  payloadEnd,
  putIpv6,
  type Ipv6Octets,
} from './ipv6.ts'
import type { Mac } from './mac.ts'
import {
  findOption,
  LINK_LAYER_OPTION_LENGTH,
  linkLayerAddress,
  OPTION,
  optionsRejection,
  putLinkLayerOption,
  type LinkLayerOption,
} from './ndp-option.ts'
import { holdsAt, putBytes, putU16, putU8, u8, zeros } from './octets.ts'
import type { RejectionReason } from './rejection.ts'

/** RFC 4861 §4.3. */
export interface NeighborSolicitation {
  readonly type: 'neighborSolicitation'
  readonly targetAddress: Address
  readonly sourceLinkLayerAddress?: Mac
}

/** RFC 4861 §4.4. */
export interface NeighborAdvertisement {
  readonly type: 'neighborAdvertisement'
  readonly router: boolean
  readonly solicited: boolean
  readonly override: boolean
  readonly targetAddress: Address
  readonly targetLinkLayerAddress?: Mac
}

export type NeighborMessage = NeighborSolicitation | NeighborAdvertisement

/** A message as octets: what is written on the fast path, and by `encode`. */
export interface NdpOctets {
  readonly type: NeighborMessage['type']
  /** The R, S and O bits: `NDP_FLAG`, or'ed. Zero in a solicitation. */
  readonly flags: number
  readonly target: Uint8Array
  /** The link-layer address option that belongs to the type of message. */
  readonly linkLayer: Uint8Array | undefined
}

/** Where the fields are, from the start of the frame. */
export const NDP = { type: 54, code: 55, checksum: 56, flags: 58, target: 62, options: 78 } as const

export const NDP_FLAG = { router: 0x80, solicited: 0x40, override: 0x20 } as const

/** The ICMPv6 types of RFC 4861 §4.3 and §4.4. */
export const MESSAGE_TYPE = { neighborSolicitation: 135, neighborAdvertisement: 136 } as const

const LINK_LAYER_OPTION = {
  neighborSolicitation: OPTION.sourceLinkLayerAddress,
  neighborAdvertisement: OPTION.targetLinkLayerAddress,
} as const

/** ff02::1:ff00:0/104 (RFC 4291 §2.7.1). */
const SOLICITED_NODE_PREFIX = Uint8Array.of(0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0xff)

/** ff02::1 (RFC 4291 §2.7.1). */
export const ALL_NODES = Uint8Array.of(0xff, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)

/** The group that solicitations for an address are sent to (RFC 4291 §2.7.1). */
export function solicitedNodeGroup(address: Uint8Array): Uint8Array {
  const group = new Uint8Array(16)
  putBytes(group, 0, SOLICITED_NODE_PREFIX)
  putBytes(group, 13, address.subarray(13, 16))
  return group
}

/** Of the messages that `ndpRejection` has nothing against: false is an advertisement. */
export function isSolicitation(frame: Uint8Array): boolean {
  return u8(frame, NDP.type) === MESSAGE_TYPE.neighborSolicitation
}

/**
 * Why a frame with ICMPv6 is no valid neighbour solicitation or advertisement: what RFC 4861 §7.1.1 and
 * §7.1.2 have in common, then each one's own.
 */
export function ndpRejection(frame: Uint8Array): RejectionReason | undefined {
  const end = payloadEnd(frame)
  if (end <= NDP.type) return 'ndpTooShort'
  const type = u8(frame, NDP.type)
  if (type !== MESSAGE_TYPE.neighborSolicitation && type !== MESSAGE_TYPE.neighborAdvertisement)
    return 'otherIcmpType'
  if (hopLimit(frame) !== 255) return 'ndpHopLimit'
  if (icmpv6Checksum(frame) !== 0) return 'ndpChecksum'
  if (end < NDP.options) return 'ndpTooShort'
  if (u8(frame, NDP.code) !== 0) return 'ndpCode'
  if (isMulticastAt(frame, NDP.target)) return 'ndpMulticastTarget'
  return isSolicitation(frame) ? solicitationRejection(frame) : advertisementRejection(frame)
}

/** RFC 4861 §7.1.1. */
function solicitationRejection(frame: Uint8Array): RejectionReason | undefined {
  const isProbe = isUnspecifiedAt(frame, IPV6.source)
  if (isProbe && !holdsAt(frame, IPV6.destination, SOLICITED_NODE_PREFIX))
    return 'ndpProbeDestination'
  const options = optionsOf(frame, OPTION.sourceLinkLayerAddress)
  if (options !== undefined) return options
  return isProbe && linkLayerOption(frame) !== undefined ? 'ndpProbeWithSource' : undefined
}

/** RFC 4861 §7.1.2. */
function advertisementRejection(frame: Uint8Array): RejectionReason | undefined {
  const isSolicited = (ndpFlags(frame) & NDP_FLAG.solicited) !== 0
  if (isSolicited && isMulticastAt(frame, IPV6.destination)) return 'ndpSolicitedToMulticast'
  return optionsOf(frame, OPTION.targetLinkLayerAddress)
}

function optionsOf(frame: Uint8Array, type: LinkLayerOption): RejectionReason | undefined {
  return optionsRejection(frame, type, NDP.options, payloadEnd(frame))
}

/** The bits of NDP_FLAG that are set; the reserved ones are left out (RFC 4861 §4.4). */
export function ndpFlags(frame: Uint8Array): number {
  return u8(frame, NDP.flags) & (NDP_FLAG.router | NDP_FLAG.solicited | NDP_FLAG.override)
}

/** Where the link-layer address option that belongs to the message begins, if it has one. */
export function linkLayerOption(frame: Uint8Array): number | undefined {
  const type = LINK_LAYER_OPTION[messageType(frame)]
  return findOption(frame, type, NDP.options, payloadEnd(frame))
}

function messageType(frame: Uint8Array): NeighborMessage['type'] {
  return isSolicitation(frame) ? 'neighborSolicitation' : 'neighborAdvertisement'
}

/** Reads a message that `ndpRejection` has nothing against. */
export function decodeNdp(frame: Uint8Array): NeighborMessage {
  const targetAddress = ipv6At(frame, NDP.target)
  const option = linkLayerOption(frame)
  const mac = option === undefined ? undefined : linkLayerAddress(frame, option)
  if (isSolicitation(frame))
    return {
      type: 'neighborSolicitation',
      targetAddress,
      ...(mac === undefined ? {} : { sourceLinkLayerAddress: mac }),
    }
  return {
    type: 'neighborAdvertisement',
    ...decodeFlags(frame),
    targetAddress,
    ...(mac === undefined ? {} : { targetLinkLayerAddress: mac }),
  }
}

function decodeFlags(
  frame: Uint8Array,
): Pick<NeighborAdvertisement, 'router' | 'solicited' | 'override'> {
  const flags = ndpFlags(frame)
  return {
    router: (flags & NDP_FLAG.router) !== 0,
    solicited: (flags & NDP_FLAG.solicited) !== 0,
    override: (flags & NDP_FLAG.override) !== 0,
  }
}

/** A whole frame with this message, its checksum right. */
export function ndpFrame(
  ethernet: EthernetOctets,
  ipv6: Ipv6Octets,
  message: NdpOctets,
): Uint8Array {
  const frame = zeros(IPV6_END + messageLength(message))
  putEthernet(frame, ethernet, ETHER_TYPE.ipv6)
  putIpv6(frame, ipv6, messageLength(message))
  putMessage(frame, IPV6_END, message)
  putU16(frame, NDP.checksum, icmpv6Checksum(frame))
  return frame
}

function messageLength(message: NdpOctets): number {
  return NDP.options - NDP.type + (message.linkLayer === undefined ? 0 : LINK_LAYER_OPTION_LENGTH)
}

function putMessage(bytes: Uint8Array, at: number, message: NdpOctets): void {
  putU8(bytes, at, MESSAGE_TYPE[message.type])
  putU8(bytes, at + NDP.flags - NDP.type, message.flags)
  putBytes(bytes, at + NDP.target - NDP.type, message.target)
  if (message.linkLayer === undefined) return
  const option = at + NDP.options - NDP.type
  putLinkLayerOption(bytes, option, LINK_LAYER_OPTION[message.type], message.linkLayer)
}
