import { addressBytes, networkOf, type Address } from '../../api/address.ts'
import { macBytes, type Mac } from '../../speaker/wire/mac.ts'
import { u16, u32 } from '../../speaker/wire/octets.ts'
import { ip } from '../support/wire/frame-text.ts'
import type { LinkState } from '../../speaker/lan/link-state.ts'

/** A MAC as a number: what is compared in each frame. */
export type MacNumber = number

export function macNumberAt(frame: Uint8Array, at: number): MacNumber {
  return u16(frame, at) * 2 ** 32 + u32(frame, at + 2)
}

/** A host with one network card, on one port of the switch. */
export interface Host {
  readonly name: string
  readonly index: number
  readonly ipv4: Address
  readonly ipv6: Address
  readonly linkLocal: Address
  readonly octets: {
    readonly ipv4: Uint8Array
    readonly ipv6: Uint8Array
    readonly linkLocal: Uint8Array
  }
  /** A host that comes back with another network card has another one. */
  card: { readonly mac: Mac; readonly octets: Uint8Array; readonly number: MacNumber }
  isOn: boolean
  hasCarrier: boolean
  /** Its port is cut silently: nothing comes in, or nothing goes out. */
  isDeaf: boolean
  isMute: boolean
  /** Hosts on different islands do not hear each other. */
  island: number
  /** False where a firewall drops ICMP echo. */
  answersEcho: boolean
  /** Does not run until then, but takes in what waits afterwards. */
  pausedUntil: number
  /** What runs on the host and hears what arrives. */
  readonly ears: ((frame: Uint8Array) => void)[]
}

/** `10.0.0.N`, `2001:db8::N` and `fe80::N`, with N one more than its index. */
export function createHost(name: string, index: number): Host {
  const suffix = index + 1
  const ipv4 = ip(`10.0.0.${suffix}`)
  const ipv6 = ip(`2001:db8::${suffix.toString(16)}`)
  const linkLocal = ip(`fe80::${suffix.toString(16)}`)
  return {
    name,
    index,
    ipv4,
    ipv6,
    linkLocal,
    octets: {
      ipv4: addressBytes(ipv4),
      ipv6: addressBytes(ipv6),
      linkLocal: addressBytes(linkLocal),
    },
    card: cardOf(suffix, 0),
    isOn: true,
    hasCarrier: true,
    isDeaf: false,
    isMute: false,
    island: 0,
    answersEcho: true,
    pausedUntil: 0,
    ears: [],
  }
}

/** The card of a host, or one of those that replace it. */
export function cardOf(host: number, generation: number): Host['card'] {
  const hex = (value: number) => value.toString(16).padStart(2, '0')
  const mac = `02:00:00:00:${hex(generation)}:${hex(host)}` as Mac
  const octets = macBytes(mac)
  return { mac, octets, number: macNumberAt(octets, 0) }
}

export function isReachable(host: Host): boolean {
  return host.isOn && host.hasCarrier && !host.isDeaf && !host.isMute
}

export function linkOf(host: Host): LinkState {
  const own = (address: Address, length: number) => ({
    address,
    prefix: { network: networkOf(address, length), length },
  })
  return {
    name: 'eth0',
    index: 2,
    mac: host.card.mac,
    up: host.hasCarrier,
    addresses: [own(host.ipv4, 24), own(host.ipv6, 64), own(host.linkLocal, 64)],
  }
}
