import ipaddr from 'ipaddr.js'

export type Family = 'IPv4' | 'IPv6'

/** Length of an address in bits (RFC 791 §3.1, RFC 8200 §3). */
export const ADDRESS_BITS = { IPv4: 32, IPv6: 128 } as const

/**
 * An IP address. `text` is its one canonical form (dotted decimal, or RFC 5952 §4) and serves as its
 * identity: two addresses are equal exactly if their texts are.
 */
export interface Address {
  readonly family: Family
  readonly value: bigint
  readonly text: string
}

/** All addresses from `first` to `last`, both included, of one family. Never expanded. */
export interface AddressRange {
  readonly first: Address
  readonly last: Address
}

/** A prefix as on an interface or in `nodeNetworks`: the network's first address and its length. */
export interface Prefix {
  readonly network: Address
  readonly length: number
}

/** Why a text is not an address, a range or a prefix. */
export type AddressRefusal =
  | 'notAnAddress'
  | 'ipv4MappedAddress'
  | 'zoneNotAllowed'
  | 'badPrefixLength'
  | 'hostBitsSet'
  | 'mixedFamilies'
  | 'startAfterEnd'

export interface Refused {
  readonly refused: AddressRefusal
}

export function isRefused(value: object): value is Refused {
  return 'refused' in value
}

const FOUR_DECIMALS = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/

/**
 * Reads one address. IPv4 is four decimals without leading zeros (RFC 6943 §3.1.1 tells why the looser
 * forms are dangerous); IPv6 is any form of RFC 4291 §2.2 without a zone.
 */
export function parseAddress(text: string): Address | Refused {
  if (FOUR_DECIMALS.test(text)) return fromIPv4Text(text)
  if (!text.includes(':')) return { refused: 'notAnAddress' }
  if (text.includes('%')) return { refused: 'zoneNotAllowed' }
  return parseIPv6(text)
}

/** Digit by digit: exports hold tens of thousands of addresses. */
function fromIPv4Text(text: string): Address {
  let value = 0
  let part = 0
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code !== FULL_STOP) part = part * 10 + code - DIGIT_ZERO
    else {
      value = value * 256 + part
      part = 0
    }
  }
  return { family: 'IPv4', value: BigInt(value * 256 + part), text }
}

const FULL_STOP = 0x2e
const DIGIT_ZERO = 0x30

function parseIPv6(text: string): Address | Refused {
  if (!ipaddr.IPv6.isValid(text) || hasLooseIPv4(text)) return { refused: 'notAnAddress' }
  const address = ipaddr.IPv6.parse(text)
  if (address.isIPv4MappedAddress()) return { refused: 'ipv4MappedAddress' }
  return { family: 'IPv6', value: toBigInt(address.toByteArray()), text: address.toRFC5952String() }
}

/** ipaddr.js reads the IPv4 at the end of an IPv6 address (RFC 4291 §2.2) in the octal and hexadecimal forms, too. */
function hasLooseIPv4(text: string): boolean {
  return text.includes('.') && !FOUR_DECIMALS.test(text.slice(text.lastIndexOf(':') + 1))
}

function toBigInt(bytes: readonly number[]): bigint {
  return bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n)
}

/** The address with this value. The caller guarantees that the value fits the family. */
export function addressOf(family: Family, value: bigint): Address {
  if (family === 'IPv4') return { family, value, text: ipv4Text(Number(value)) }
  const text = new ipaddr.IPv6([...addressBytes({ family, value })]).toRFC5952String()
  return { family, value, text }
}

/** Without a list of bytes: addresses are made by the tens of thousands. */
function ipv4Text(value: number): string {
  return `${value >>> 24}.${(value >>> 16) & 255}.${(value >>> 8) & 255}.${value & 255}`
}

/** Network byte order: 4 or 16 bytes. */
export function addressBytes({ family, value }: Pick<Address, 'family' | 'value'>): Uint8Array {
  const bytes = new Uint8Array(ADDRESS_BITS[family] / 8)
  const view = new DataView(bytes.buffer)
  if (family === 'IPv4') view.setUint32(0, Number(value))
  else {
    view.setBigUint64(0, value >> 64n)
    view.setBigUint64(8, value)
  }
  return bytes
}

/** The address in 4 or 16 bytes of network byte order. Throws RangeError for any other length. */
export function addressFromBytes(bytes: Uint8Array): Address {
  if (bytes.length !== 4 && bytes.length !== 16)
    throw new RangeError(`an address has 4 or 16 bytes, not ${bytes.length}`)
  return addressOf(bytes.length === 4 ? 'IPv4' : 'IPv6', toBigInt([...bytes]))
}

/** IPv4 before IPv6, then by value: a total order. */
export function compareAddresses(a: Address, b: Address): number {
  if (a.family !== b.family) return a.family === 'IPv4' ? -1 : 1
  return a.value < b.value ? -1 : a.value > b.value ? 1 : 0
}

/** Reads `a.b.c.d/n` or `x::/n`; a prefix with host bits set is refused, not masked. */
export function parsePrefix(text: string): Prefix | Refused {
  const [addressText = '', lengthText = ''] = text.split('/', 2)
  const address = parseAddress(addressText)
  if (isRefused(address)) return address
  if (!/^(0|[1-9]\d{0,2})$/.test(lengthText) || text.split('/').length !== 2)
    return { refused: 'badPrefixLength' }
  const length = Number(lengthText)
  if (length > ADDRESS_BITS[address.family]) return { refused: 'badPrefixLength' }
  const network = networkOf(address, length)
  if (network.value !== address.value) return { refused: 'hostBitsSet' }
  return { network, length }
}

/** The first address of the prefix of `length` that `address` lies in. */
export function networkOf(address: Address, length: number): Address {
  const host = hostMask(address.family, length)
  return addressOf(address.family, address.value & ~host)
}

function hostMask(family: Family, length: number): bigint {
  return (1n << BigInt(ADDRESS_BITS[family] - length)) - 1n
}

/** All addresses of the prefix, the first and the last one (network and broadcast of IPv4) included. */
export function rangeOfPrefix(prefix: Prefix): AddressRange {
  const { family, value } = prefix.network
  return { first: prefix.network, last: addressOf(family, value | hostMask(family, prefix.length)) }
}

/** Reads what `spec.addresses` takes: one address, a CIDR prefix, or `first-last` (blanks around `-` allowed). */
export function parseRange(text: string): AddressRange | Refused {
  if (text.includes('/')) {
    const prefix = parsePrefix(text)
    return isRefused(prefix) ? prefix : rangeOfPrefix(prefix)
  }
  const [firstText = '', lastText = firstText, ...rest] = text.split('-')
  if (rest.length > 0) return { refused: 'notAnAddress' }
  const first = parseAddress(firstText.trim())
  if (isRefused(first)) return first
  const last = parseAddress(lastText.trim())
  if (isRefused(last)) return last
  return checkRange(first, last)
}

function checkRange(first: Address, last: Address): AddressRange | Refused {
  if (first.family !== last.family) return { refused: 'mixedFamilies' }
  if (first.value > last.value) return { refused: 'startAfterEnd' }
  return { first, last }
}

/** False for an address of the other family. */
export function contains(range: AddressRange, address: Address): boolean {
  return (
    range.first.family === address.family &&
    range.first.value <= address.value &&
    address.value <= range.last.value
  )
}

/** The part that both ranges have in common, if any. */
export function intersection(a: AddressRange, b: AddressRange): AddressRange | undefined {
  if (a.first.family !== b.first.family) return undefined
  const first = a.first.value >= b.first.value ? a.first : b.first
  const last = a.last.value <= b.last.value ? a.last : b.last
  return first.value <= last.value ? { first, last } : undefined
}

/** What is left of `ranges` without `removed`: sorted, disjoint, neighbours merged. O(n log n) in their number. */
export function subtract(
  ranges: readonly AddressRange[],
  removed: readonly AddressRange[],
): AddressRange[] {
  const holes = mergeRanges(removed)
  let next = 0
  return mergeRanges(ranges).flatMap((range) => {
    while (next < holes.length && compareAddresses(holes[next]!.last, range.first) < 0) next++
    return withoutHoles(range, holesIn(range, holes, next))
  })
}

/** The holes, from the one at `from` on, that meet the range. */
function holesIn(
  range: AddressRange,
  holes: readonly AddressRange[],
  from: number,
): AddressRange[] {
  const met: AddressRange[] = []
  for (let index = from; index < holes.length; index++) {
    const hole = holes[index]!
    if (intersection(hole, range) === undefined) break
    met.push(hole)
  }
  return met
}

function withoutHoles(range: AddressRange, holes: readonly AddressRange[]): AddressRange[] {
  if (holes.length === 0) return [range]
  const family = range.first.family
  const left: AddressRange[] = []
  let start = range.first.value
  for (const hole of holes) {
    if (hole.first.value > start) left.push(rangeOf(family, start, hole.first.value - 1n))
    start = hole.last.value + 1n
  }
  if (start <= range.last.value) left.push(rangeOf(family, start, range.last.value))
  return left
}

function rangeOf(family: Family, first: bigint, last: bigint): AddressRange {
  return { first: addressOf(family, first), last: addressOf(family, last) }
}

/** The same addresses as sorted, disjoint ranges that do not touch. */
export function mergeRanges(ranges: readonly AddressRange[]): AddressRange[] {
  const merged: AddressRange[] = []
  for (const range of [...ranges].sort(compareRanges)) {
    const before = merged.at(-1)
    if (before === undefined || !touches(before, range)) merged.push(range)
    else if (range.last.value > before.last.value)
      merged[merged.length - 1] = { first: before.first, last: range.last }
  }
  return merged
}

/** By first address, then by last: a total order of ranges. */
export function compareRanges(a: AddressRange, b: AddressRange): number {
  return compareAddresses(a.first, b.first) || compareAddresses(a.last, b.last)
}

function touches(before: AddressRange, range: AddressRange): boolean {
  return before.first.family === range.first.family && range.first.value <= before.last.value + 1n
}

/** How many addresses: up to 2^128, so a bigint. */
export function rangeSize(range: AddressRange): bigint {
  return range.last.value - range.first.value + 1n
}

/** `a` for a single address, `a-b` otherwise. */
export function formatRange(range: AddressRange): string {
  return range.first.value === range.last.value
    ? range.first.text
    : `${range.first.text}-${range.last.text}`
}
