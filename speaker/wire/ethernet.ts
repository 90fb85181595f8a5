import { macFromBytes, type Mac } from './mac.ts'
import { putBytes, putU16, u16, u8 } from './octets.ts'
import type { RejectionReason } from './rejection.ts'

/** An Ethernet II header; what follows is told by the kind of frame it is part of. */
export interface EthernetHeader {
  readonly destination: Mac
  readonly source: Mac
}

export const ETHER_TYPE = { arp: 0x0806, ipv4: 0x0800, ipv6: 0x86dd } as const

/** Where the fields are: destination, source, type; the payload begins at `ETHERNET_END`. */
export const ETHERNET = { destination: 0, source: 6, etherType: 12 } as const
export const ETHERNET_END = 14

/** The shortest frame on the wire without its check sequence (IEEE 802.3 §3.2.8). */
export const MIN_FRAME_LENGTH = 60

/** The least number that is a type; below it the field is a length (IEEE 802.3 §3.2.6). */
const FIRST_TYPE = 0x0600

/** IEEE 802.1Q, 802.1ad, and the type that was used for stacked tags before it. */
const TAG_TYPES: readonly number[] = [0x8100, 0x88a8, 0x9100]

/** Below 0x600 it is a length (IEEE 802.3 §3.2.6). Throws RangeError if the frame is too short to have one. */
export function etherType(frame: Uint8Array): number {
  return u16(frame, ETHERNET.etherType)
}

/** Why this frame carries neither ARP nor IP. */
export function ethernetRejection(frame: Uint8Array): RejectionReason | undefined {
  if (frame.length < ETHERNET_END) return 'frameTooShort'
  const type = etherType(frame)
  if (type === ETHER_TYPE.arp || type === ETHER_TYPE.ipv6 || type === ETHER_TYPE.ipv4)
    return undefined
  if (type < FIRST_TYPE) return 'lengthInsteadOfType'
  return TAG_TYPES.includes(type) ? 'vlanTagged' : 'otherEtherType'
}

/** Sent to a group: multicast or broadcast. */
export function isToGroup(frame: Uint8Array): boolean {
  return isGroupAt(frame, ETHERNET.destination)
}

/** The I/G bit of the MAC at `at`. */
export function isGroupAt(frame: Uint8Array, at: number): boolean {
  return (u8(frame, at) & 1) === 1
}

/** Reads a header that `ethernetRejection` has nothing against. */
export function decodeEthernet(frame: Uint8Array): EthernetHeader {
  return {
    destination: macFromBytes(frame, ETHERNET.destination),
    source: macFromBytes(frame, ETHERNET.source),
  }
}

/** The header as octets: what is written on the fast path, and by `encode`. */
export interface EthernetOctets {
  readonly destination: Uint8Array
  readonly source: Uint8Array
}

/** Writes the first 14 octets of the frame; `type` is one of ETHER_TYPE. */
export function putEthernet(frame: Uint8Array, header: EthernetOctets, type: number): void {
  putBytes(frame, ETHERNET.destination, header.destination)
  putBytes(frame, ETHERNET.source, header.source)
  putU16(frame, ETHERNET.etherType, type)
}
