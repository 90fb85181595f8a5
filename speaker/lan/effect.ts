import type { Address } from '../../api/address.ts'
import type { SpeakerReport } from '../reports/report.ts'

/** What the wire machine of a segment asks its driver to do, in order. */
export type WireEffect =
  | { readonly type: 'send'; readonly link: string; readonly bytes: Uint8Array }
  /**
   * Join or leave a solicited-node group (RFC 4861 §7.2.1, RFC 3810). Counted: a group that several
   * addresses share is joined once. `leave` may come when the link is gone already.
   */
  | { readonly type: 'join' | 'leave'; readonly link: string; readonly group: Address }
  /**
   * What the filters of a link must let through: questions about and claims of the addresses that we
   * answer for, and whatever a node of the plan says of itself. Answers to us always pass. Replaces the
   * effect before it on the same link.
   */
  | {
      readonly type: 'listen'
      readonly link: string
      readonly addresses: readonly Address[]
      readonly nodes: readonly Address[]
    }
  | { readonly type: 'report'; readonly report: SpeakerReport }
