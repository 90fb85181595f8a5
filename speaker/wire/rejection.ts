/** Why bytes are not a frame that we understand. The first rule that is broken, from the outside in. */
export type RejectionReason =
  /** Fewer octets than an Ethernet header. */
  | 'frameTooShort'
  /** A VLAN tag (IEEE 802.1Q, 802.1ad): the frame belongs to another segment. */
  | 'vlanTagged'
  /** A length where Ethernet II has a type (IEEE 802.3 §3.2.6). */
  | 'lengthInsteadOfType'
  | 'otherEtherType'
  | 'arpTooShort'
  | 'arpHardwareType'
  | 'arpProtocolType'
  | 'arpAddressLengths'
  | 'arpOperation'
  | 'ipv4TooShort'
  | 'ipv4Version'
  /** Not five words: options. We send none, so no answer to us has any. */
  | 'ipv4HeaderLength'
  /** Shorter than the header, or more than there is. */
  | 'ipv4TotalLength'
  | 'ipv4Fragment'
  /** Not ICMP. */
  | 'otherProtocol'
  | 'ipv4Checksum'
  /** A source of multicast, loopback, broadcast or "this network" (RFC 1122 §3.2.1.3). */
  | 'ipv4Source'
  | 'ipv6TooShort'
  | 'ipv6Version'
  /** The header claims more payload than there is. */
  | 'ipv6PayloadLength'
  /** No ICMPv6 directly behind the fixed header; extension headers among them (RFC 6980 §5 forbids fragments). */
  | 'otherNextHeader'
  /** A source of multicast scope (RFC 4291 §2.7), or the loopback address (§2.5.3). */
  | 'ipv6Source'
  /** Neither an echo nor, with IPv6, neighbour discovery. */
  | 'otherIcmpType'
  /** An echo that is shorter than its header. */
  | 'icmpTooShort'
  | 'icmpChecksum'
  | 'icmpCode'
  /** Not 255: it may have been forwarded (RFC 4861 §7.1). */
  | 'ndpHopLimit'
  | 'ndpChecksum'
  | 'ndpCode'
  | 'ndpTooShort'
  | 'ndpMulticastTarget'
  | 'ndpOptionLength'
  /** A link-layer address that is not Ethernet's. */
  | 'ndpLinkLayerAddressLength'
  /** A solicitation from `::` that is not sent to a solicited-node group (RFC 4861 §7.1.1). */
  | 'ndpProbeDestination'
  /** A solicitation from `::` with a source link-layer address (RFC 4861 §7.1.1). */
  | 'ndpProbeWithSource'
  /** A multicast advertisement with the Solicited flag (RFC 4861 §7.1.2). */
  | 'ndpSolicitedToMulticast'

export interface Rejection {
  readonly rejected: RejectionReason
}

export function isRejection(value: object): value is Rejection {
  return 'rejected' in value
}
