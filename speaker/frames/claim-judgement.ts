import type { Binding, Neighbor } from '../lan/link-view.ts'
import type { ConflictReason } from '../reports/report.ts'
import { macFromBytes, type Mac } from '../wire/mac.ts'
import { holdsAt, u8 } from '../wire/octets.ts'
import type { AddressClaim } from './address-claim.ts'

/** Whether whoever claims an address of ours may do so. */
export type ClaimJudgement =
  /** It says what we say ourselves. */
  | { readonly kind: 'agrees' }
  /** Another speaker, which takes another node for the owner; undefined: one that we do not know. */
  | { readonly kind: 'disagrees'; readonly owner: Neighbor | undefined }
  /** Somebody who must not answer for it; `node` if it is one of ours. */
  | {
      readonly kind: 'conflict'
      readonly mac: Mac
      readonly reason: ConflictReason
      readonly node: Neighbor | undefined
    }

/**
 * Speakers are known by their MACs: they run on nodes, and the node table has the MACs of all of them. An answer to
 * us alone that a node gives with its own MAC comes from its kernel: a speaker that does not lead never answers.
 */
export function judgeClaim(claim: AddressClaim): ClaimJudgement {
  const { binding, frame, isForSender, macAt, node, sender } = claim
  const { mac } = binding.owner
  if (frame.isAnswer && isForSender && sender !== undefined)
    return conflict(claim, 'NodeAnswersItself', sender)
  if (mac !== undefined && holdsAt(frame.bytes, macAt, mac.octets)) return { kind: 'agrees' }
  if (node !== undefined || sender !== undefined) return { kind: 'disagrees', owner: node }
  return conflict(claim, isVirtualRouter(claim) ? 'VirtualRouter' : 'Stranger')
}

function conflict(
  { frame, macAt }: AddressClaim,
  reason: ConflictReason,
  node?: Neighbor,
): ClaimJudgement {
  return { kind: 'conflict', mac: macFromBytes(frame.bytes, macAt), reason, node }
}

/** 00:00:5e:00:01:VRID for IPv4, 00:00:5e:00:02:VRID for IPv6 (RFC 9568 §7.3); CARP has the same. */
function isVirtualRouter({ frame, macAt }: AddressClaim): boolean {
  const { bytes } = frame
  return holdsAt(bytes, macAt, VIRTUAL_ROUTER) && [1, 2].includes(u8(bytes, macAt + 4))
}

const VIRTUAL_ROUTER = Uint8Array.of(0x00, 0x00, 0x5e, 0x00)

/** True if this node is a candidate of the binding. */
export function isCandidate(
  { candidates }: Binding,
  owner: Neighbor | undefined,
): owner is Neighbor {
  return owner !== undefined && candidates.includes(owner)
}
