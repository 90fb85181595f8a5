import type { Address, Prefix } from '../reconciler/address.ts'
import type { AnnouncementPlan } from '../reconciler/api.ts'
import type { Mac } from './wire/mac.ts'
import type { SpeakerReport } from './report.ts'

/**
 * A network interface as the kernel describes it. `addresses` are its own addresses, each with the prefix
 * that is on the link.
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
  | { readonly type: 'links'; readonly links: readonly LinkState[] }
  /** `bytes` is the whole Ethernet frame; the machine does not keep it. */
  | { readonly type: 'frame'; readonly link: string; readonly bytes: Uint8Array }
  /** The deadline has come. */
  | { readonly type: 'deadline' }

/** What the wire machine asks for. */
export type WireEffect =
  | { readonly type: 'send'; readonly link: string; readonly bytes: Uint8Array }
  /** Join or leave the solicited-node group of `address` (RFC 4861 §7.2.1, RFC 3810). */
  | { readonly type: 'join' | 'leave'; readonly link: string; readonly address: Address }
  /** Multicast an unsolicited neighbour advertisement: carried by the ICMPv6 socket. */
  | {
      readonly type: 'advertise'
      readonly link: string
      readonly address: Address
      readonly mac: Mac
    }
  | { readonly type: 'report'; readonly report: SpeakerReport }

/**
 * The wire machine: pure, synchronous, one for a process. `handle` returns what to do now; `deadline` is
 * the monotonic time in milliseconds at which it wants a `deadline` event, or undefined if never.
 */
export interface WireMachine {
  handle(event: WireEvent, now: number): readonly WireEffect[]
  readonly deadline: number | undefined
}
