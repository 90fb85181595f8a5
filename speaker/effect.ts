import type { Address, Prefix } from '../reconciler/address.ts'
import type { AnnouncementPlan } from '../reconciler/api.ts'
import type { SpeakerReport } from './report.ts'
import type { Mac } from './wire/mac.ts'

/**
 * A network interface as the kernel describes it; only those that carry Ethernet and take ARP are listed
 * (ARPHRD_ETHER, no IFF_NOARP, no IFF_LOOPBACK). `up` is IFF_UP and a carrier (IFF_RUNNING). `addresses`
 * are its own addresses that may be used (not tentative), each with the prefix that is on the link.
 */
export interface LinkState {
  readonly name: string
  readonly index: number
  readonly mac: Mac
  readonly up: boolean
  readonly addresses: readonly { readonly address: Address; readonly prefix: Prefix }[]
}

/** What the wire machine is told. Times are milliseconds of a monotonic clock. */
export type WireEvent =
  | { readonly type: 'plan'; readonly plan: AnnouncementPlan }
  /** All links there are, each time anything about one of them has changed. */
  | { readonly type: 'links'; readonly links: readonly LinkState[] }
  /**
   * `bytes` is the whole Ethernet frame; the machine does not keep it. A frame that had a VLAN tag is not
   * handed over, not even after the kernel has taken the tag out (SKF_AD_VLAN_TAG_PRESENT): it belongs to
   * another segment.
   */
  | { readonly type: 'frame'; readonly link: string; readonly bytes: Uint8Array }
  /** The deadline has come. */
  | { readonly type: 'deadline' }

/** What the wire machine asks for. */
export type WireEffect =
  | { readonly type: 'send'; readonly link: string; readonly bytes: Uint8Array }
  /**
   * Join or leave a solicited-node group (RFC 4861 §7.2.1, RFC 3810). Counted: a group that several
   * addresses share is joined once. `leave` may come when the link is gone already.
   */
  | { readonly type: 'join' | 'leave'; readonly link: string; readonly group: Address }
  /**
   * Multicast an unsolicited neighbour advertisement to all nodes (ff02::1) with hop limit 255, through
   * the ICMPv6 socket. `message` is the ICMPv6 message with a checksum of zero, which the kernel fills in.
   */
  | {
      readonly type: 'advertise'
      readonly link: string
      readonly address: Address
      readonly mac: Mac
      readonly message: Uint8Array
    }
  | { readonly type: 'report'; readonly report: SpeakerReport }

/**
 * The wire machine: pure, synchronous, one for a process. `handle` returns what to do now, in order;
 * `deadline` is the monotonic time in milliseconds at which it wants a `deadline` event, or undefined if
 * never; `counters` tells how many frames were answered, learned from, or ignored for which reason.
 */
export interface WireMachine {
  handle(event: WireEvent, now: number): readonly WireEffect[]
  readonly deadline: number | undefined
  counters(): Readonly<Record<string, number>>
}

/** `interfaces` limits the machine to the links of these names (`--interface`). */
export interface WireMachineOptions {
  readonly interfaces?: readonly string[]
}
