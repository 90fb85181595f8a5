import { ipv4Key, ipv6Key, type AddressKey } from '../../speaker/lan/address-key.ts'
import { ARP, isArpRequest } from '../../speaker/wire/arp.ts'
import { ETHERNET, ETHER_TYPE, etherType, isGroupAt } from '../../speaker/wire/ethernet.ts'
import { frameRejection } from '../../speaker/wire/frame.ts'
import { IPV6, isMulticastAt, NEXT_HEADER_ICMPV6 } from '../../speaker/wire/ipv6.ts'
import { linkLayerOption, NDP, NDP_FLAG, ndpFlags } from '../../speaker/wire/ndp.ts'
import { holdsAt, u8 } from '../../speaker/wire/octets.ts'
import { macNumberAt, type MacNumber } from './host.ts'

/** The states of Linux (include/net/neighbour.h), without those that nobody gets into by himself. */
export type NeighborState = 'incomplete' | 'reachable' | 'stale' | 'delay' | 'probe' | 'failed'

/** The knobs of Linux that matter here, in milliseconds, by their names in /proc/sys/net. */
export interface NeighborSettings {
  readonly baseReachableTime: number
  readonly delayFirstProbeTime: number
  readonly retransTime: number
  readonly arpAccept: boolean
  readonly dropGratuitousArp: boolean
  readonly dropUnsolicitedNa: boolean
}

/** What arp(7) and RFC 4861 §10 say. */
export const LINUX: NeighborSettings = {
  baseReachableTime: 30_000,
  delayFirstProbeTime: 5_000,
  retransTime: 1_000,
  arpAccept: false,
  dropGratuitousArp: false,
  dropUnsolicitedNa: false,
}

/** arp(7), locktime. */
const LOCKTIME = 1_000
/** ucast_solicit and mcast_solicit. */
const PROBES = 3

export interface Entry {
  readonly key: AddressKey
  state: NeighborState
  mac: MacNumber
  updated: number
  confirmed: number
  used: number
  readonly reachableTime: number
  probes: number
  /** When its state changes by itself. */
  timer: number | undefined
}

/** Asks for an address: everybody, or whoever has the MAC. */
export type Solicit = (key: AddressKey, mac: MacNumber | undefined) => void

/**
 * The neighbour table of a Linux host: linux 6.1 net/core/neighbour.c (`neigh_update`, `neigh_timer_handler`,
 * `__neigh_event_send`), net/ipv4/arp.c (`arp_process`), net/ipv6/ndisc.c (`ndisc_recv_na`).
 */
export interface NeighborTable {
  /** The MAC that a packet to the address goes to now; undefined while there is none. */
  use(key: AddressKey, now: number): MacNumber | undefined
  hear(frame: Uint8Array, now: number): void
  entry(key: AddressKey): Readonly<Entry> | undefined
  tick(now: number): void
  readonly deadline: number | undefined
}

export function createNeighborTable(
  settings: NeighborSettings,
  own: Uint8Array,
  reachableTime: () => number,
  solicit: Solicit,
): NeighborTable {
  const entries = new Map<AddressKey, Entry>()
  const create = (key: AddressKey, now: number): Entry => {
    const times = { updated: now, confirmed: now, used: now, reachableTime: reachableTime() }
    const entry: Entry = { key, state: 'failed', mac: 0, probes: 0, timer: undefined, ...times }
    entries.set(key, entry)
    return entry
  }
  return {
    use(key, now) {
      const entry = entries.get(key) ?? create(key, now)
      return sendEvent(entry, settings, now, solicit)
    },
    hear(frame, now) {
      const told = heardIn(frame, own, settings)
      if (told === undefined) return
      const entry = entries.get(told.key) ?? (told.creates ? create(told.key, now) : undefined)
      if (entry === undefined || (told.sparesFailed && entry.state === 'failed')) return
      update(entry, told, now)
    },
    entry: (key) => entries.get(key),
    tick(now) {
      for (const entry of entries.values())
        if (entry.timer !== undefined && entry.timer <= now) expire(entry, settings, now, solicit)
    },
    get deadline() {
      let earliest: number | undefined
      for (const { timer } of entries.values())
        if (timer !== undefined && (earliest === undefined || timer < earliest)) earliest = timer
      return earliest
    },
  }
}

/** `__neigh_event_send`. */
function sendEvent(
  entry: Entry,
  settings: NeighborSettings,
  now: number,
  solicit: Solicit,
): MacNumber | undefined {
  entry.used = now
  if (entry.state === 'incomplete') return undefined
  if (entry.state === 'failed') {
    Object.assign(entry, { state: 'incomplete', updated: now, probes: 1 })
    entry.timer = now + settings.retransTime
    solicit(entry.key, undefined)
    return undefined
  }
  if (entry.state === 'stale')
    Object.assign(entry, {
      state: 'delay',
      updated: now,
      timer: now + settings.delayFirstProbeTime,
    })
  return entry.mac
}

/** `neigh_timer_handler`. */
function expire(entry: Entry, settings: NeighborSettings, now: number, solicit: Solicit): void {
  if (entry.state === 'reachable') return expireReachable(entry, settings, now)
  if (entry.state === 'delay') {
    if (now <= entry.confirmed + settings.delayFirstProbeTime) {
      const timer = entry.confirmed + entry.reachableTime
      Object.assign(entry, { state: 'reachable', updated: now, timer })
      return
    }
    Object.assign(entry, { state: 'probe', updated: now, probes: 0 })
  }
  if (entry.probes >= PROBES) {
    Object.assign(entry, { state: 'failed', updated: now, timer: undefined })
    return
  }
  entry.probes += 1
  entry.timer = now + settings.retransTime
  solicit(entry.key, entry.state === 'probe' ? entry.mac : undefined)
}

function expireReachable(entry: Entry, settings: NeighborSettings, now: number): void {
  const end = entry.confirmed + entry.reachableTime
  if (now < end) entry.timer = end
  else if (now <= entry.used + settings.delayFirstProbeTime)
    Object.assign(entry, {
      state: 'delay',
      updated: now,
      timer: now + settings.delayFirstProbeTime,
    })
  else Object.assign(entry, { state: 'stale', updated: now, timer: undefined })
}

/** What a frame tells of an address. */
interface Told {
  readonly key: AddressKey
  /** Undefined: the one that is known. */
  readonly mac: MacNumber | undefined
  readonly state: 'reachable' | 'stale'
  /** Changes another MAC: always, only behind the locktime, or (NDP without Override) never. */
  readonly override: 'always' | 'behindLocktime' | 'weak'
  readonly creates: boolean
  readonly sparesFailed: boolean
}

/** `neigh_update`. */
function update(entry: Entry, told: Told, now: number): void {
  const isValid = entry.state !== 'incomplete' && entry.state !== 'failed'
  if (told.mac === undefined && !isValid) return
  const result = resultOf(entry, told, isValid, now)
  if (told.state === 'reachable') entry.confirmed = now
  if (result === undefined) return
  const { mac, state } = result
  if (state !== entry.state || mac !== entry.mac) entry.updated = now
  if (state !== entry.state)
    entry.timer = state === 'reachable' ? now + entry.reachableTime : undefined
  if (mac !== entry.mac && state !== 'reachable') entry.confirmed = now - 2 * entry.reachableTime
  entry.state = state
  entry.mac = mac
}

function resultOf(
  entry: Entry,
  told: Told,
  isValid: boolean,
  now: number,
): { readonly mac: MacNumber; readonly state: NeighborState } | undefined {
  const mac = told.mac ?? entry.mac
  if (!isValid) return { mac, state: told.state }
  const isOther = mac !== entry.mac
  if (isOther && !mayOverride(entry, told, now)) {
    if (told.override !== 'weak' || entry.state !== 'reachable') return undefined
    return { mac: entry.mac, state: 'stale' }
  }
  if (!isOther && told.state === 'stale') return { mac, state: entry.state }
  return { mac, state: told.state }
}

function mayOverride(entry: Entry, { override }: Told, now: number): boolean {
  if (override === 'behindLocktime') return now > entry.updated + LOCKTIME
  return override === 'always'
}

function heardIn(frame: Uint8Array, own: Uint8Array, settings: NeighborSettings): Told | undefined {
  const isToUs = holdsAt(frame, ETHERNET.destination, own)
  if (!isToUs && !isGroupAt(frame, ETHERNET.destination)) return undefined
  if (etherType(frame) === ETHER_TYPE.arp) return heardInArp(frame, isToUs, settings)
  return isAdvertisement(frame) ? heardInAdvertisement(frame, settings) : undefined
}

/** RFC 4861 §4.4: type 136. */
export function isAdvertisement(frame: Uint8Array): boolean {
  return (
    etherType(frame) === ETHER_TYPE.ipv6 &&
    u8(frame, IPV6.nextHeader) === NEXT_HEADER_ICMPV6 &&
    u8(frame, NDP.type) === 136 &&
    frameRejection(frame) === undefined
  )
}

/** `arp_process`. */
function heardInArp(
  frame: Uint8Array,
  isToUs: boolean,
  settings: NeighborSettings,
): Told | undefined {
  const key = ipv4Key(frame, ARP.senderProtocol)
  const isReply = !isArpRequest(frame)
  const isSame = key === ipv4Key(frame, ARP.targetProtocol)
  if (isSame && settings.dropGratuitousArp) return undefined
  const mac = macNumberAt(frame, ARP.senderHardware)
  const isGratuitous = isSame && (!isReply || mac === macNumberAt(frame, ARP.targetHardware))
  return {
    key,
    mac,
    state: isReply && isToUs ? 'reachable' : 'stale',
    override: isGratuitous ? 'always' : 'behindLocktime',
    creates: settings.arpAccept && (isGratuitous || (isReply && isToUs)),
    sparesFailed: false,
  }
}

/** `ndisc_recv_na`. */
function heardInAdvertisement(frame: Uint8Array, settings: NeighborSettings): Told | undefined {
  const flags = ndpFlags(frame)
  const isSolicited = (flags & NDP_FLAG.solicited) !== 0
  if (isSolicited && isMulticastAt(frame, IPV6.destination)) return undefined
  if (!isSolicited && settings.dropUnsolicitedNa) return undefined
  const option = linkLayerOption(frame)
  return {
    key: ipv6Key(frame, NDP.target),
    mac: option === undefined ? undefined : macNumberAt(frame, option + 2),
    state: isSolicited ? 'reachable' : 'stale',
    override: (flags & NDP_FLAG.override) === 0 ? 'weak' : 'always',
    creates: false,
    sparesFailed: true,
  }
}
