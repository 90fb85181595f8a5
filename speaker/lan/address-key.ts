import { addressBytes, type Address } from '../../api/address.ts'
import { u16, u32 } from '../wire/octets.ts'

/** An address as a Map key that is cheap to make from a frame: a number for IPv4, a string for IPv6. */
export type AddressKey = number | string

/** Of the 4 octets at `at`. Throws RangeError if there are fewer. */
export function ipv4Key(bytes: Uint8Array, at: number): AddressKey {
  return u32(bytes, at)
}

/** Of the 16 octets at `at`, two for each character. Throws RangeError if there are fewer. */
export function ipv6Key(bytes: Uint8Array, at: number): AddressKey {
  return String.fromCharCode(
    u16(bytes, at),
    u16(bytes, at + 2),
    u16(bytes, at + 4),
    u16(bytes, at + 6),
    u16(bytes, at + 8),
    u16(bytes, at + 10),
    u16(bytes, at + 12),
    u16(bytes, at + 14),
  )
}

/** The key that its octets in a frame have as well. */
export function addressKey(address: Address): AddressKey {
  return octetsKey(addressBytes(address))
}

/** The key of an address given by its 4 or 16 octets. */
export function octetsKey(octets: Uint8Array): AddressKey {
  return octets.length === 4 ? ipv4Key(octets, 0) : ipv6Key(octets, 0)
}
