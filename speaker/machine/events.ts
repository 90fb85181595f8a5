import type { AnnouncementPlan } from '../../api/objects.ts'
import type { Demoted } from '../ownership/demotions.ts'
import type { LanObservation } from '../lan/lan-observation.ts'
import type { Counters, SegmentStatus } from '../status/status.ts'
import type { LinkState } from '../lan/link-state.ts'
import type { WireEffect } from '../lan/effect.ts'
import type { RememberedOwner, SpeakerSettings } from '../lan/settings.ts'

/** What the wire machine is told. Times are milliseconds of a monotonic clock. */
export type WireEvent =
  | { readonly type: 'plan'; readonly plan: AnnouncementPlan }
  /** All links there are, each time anything about one of them has changed. */
  | { readonly type: 'links'; readonly links: readonly LinkState[] }
  /**
   * `bytes` is the whole Ethernet frame; the machine does not keep it. A frame that had a VLAN tag is not
   * handed over, not even after the kernel has taken the tag out (SKF_AD_VLAN_TAG_PRESENT): it belongs to
   * another segment. `receivedAt` is when the kernel got it; where it is missing, now.
   */
  | {
      readonly type: 'frame'
      readonly link: string
      readonly bytes: Uint8Array
      readonly receivedAt?: number
    }
  /**
   * The deadline has come. `drained` is false while frames that came before it may still wait in a receive
   * queue: then no time-out counts.
   */
  | { readonly type: 'deadline'; readonly drained?: boolean }
  /** The machine leads until then, and sends nothing in the name of an address afterwards. */
  | { readonly type: 'grant'; readonly until: number }
  /** Announce one address once more, if it leads, so that other speakers hear this one. */
  | { readonly type: 'announce' }
  /** Read from disk and given before the plan, so that a speaker that restarts moves no address back. */
  | { readonly type: 'owners'; readonly owners: readonly RememberedOwner[] }
  /** What is known of the nodes beyond layer 2. Replaces the event before it. */
  | ({ readonly type: 'demoted' } & Demoted)

/**
 * The wire machine: pure, synchronous, one for each segment. `handle` returns what to do now, in order;
 * `deadline` is the monotonic time in milliseconds at which it wants a `deadline` event, or undefined if
 * never; `counters` tells what has happened how often; `status` is a picture of everything, which costs time in
 * proportion to the number of addresses.
 */
export interface WireMachine {
  handle(event: WireEvent, now: number): readonly WireEffect[]
  readonly deadline: number | undefined
  counters(): Counters
  status(now: number): SegmentStatus
  /** True if `lanView` may have another answer than the last one. */
  readonly isLanChanged: boolean
  /** What an election reads of the LAN; undefined before there is a plan. */
  lanObservation(): LanObservation | undefined
}

export interface WireMachineOptions {
  /** Limits the machine to the links whose names match one of these, `*` and `?` as in a shell (`--interface`). */
  readonly interfaces?: readonly string[]
  /** False: listens until it is given a grant. Default: it stands alone, and leads for ever. */
  readonly leads?: boolean
  /** 16 bits that tell our ICMP echoes from those of other programs on this host. */
  readonly echoIdentifier?: number
  readonly settings?: Partial<SpeakerSettings>
}
