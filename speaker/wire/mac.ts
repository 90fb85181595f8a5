import { u32 } from './octets.ts'

/** A 48-bit MAC address as text, lower case, `aa:bb:cc:dd:ee:ff`: its one form, and its identity. */
export type Mac = string & { readonly __brand: 'Mac' }

/** All ones: every station (IEEE 802.3 §3.2.3). */
export const BROADCAST = 'ff:ff:ff:ff:ff:ff' as Mac

/** What stands in ARP for an address that is not known or not meant. */
export const ZERO_MAC = '00:00:00:00:00:00' as Mac

export const MAC_LENGTH = 6

const MAC_TEXT = /^[0-9a-f]{2}(?::[0-9a-f]{2}){5}$/

const HEX = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'))

/** The MAC that a text names, in either case; undefined if it names none. */
export function parseMac(text: string): Mac | undefined {
  const lower = text.toLowerCase()
  return MAC_TEXT.test(lower) ? (lower as Mac) : undefined
}

/** The MAC in the six octets at `at`. Throws RangeError if there are fewer. */
export function macFromBytes(bytes: Uint8Array, at = 0): Mac {
  if (at + MAC_LENGTH > bytes.length) throw new RangeError('a MAC address has 6 octets')
  return Array.from(bytes.subarray(at, at + MAC_LENGTH), (octet) => HEX[octet]).join(':') as Mac
}

/** Its six octets, in the order in which they are sent. */
export function macBytes(mac: Mac): Uint8Array {
  return Uint8Array.from(mac.split(':'), (octet) => Number.parseInt(octet, 16))
}

/** A group address, broadcast among them, and never that of one station (IEEE 802.3 §3.2.3, the I/G bit). */
export function isGroup(mac: Mac): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) === 1
}

/** The MAC of an IPv6 multicast address, given by its 16 octets (RFC 2464 §7): 33:33 and the last four. */
export function multicastMac(group: Uint8Array): Mac {
  const last = u32(group, 12)
  const octets = [last >>> 24, (last >>> 16) & 0xff, (last >>> 8) & 0xff, last & 0xff]
  return ['33', '33', ...octets.map((octet) => HEX[octet])].join(':') as Mac
}
