import { macKey, type Claim, type Neighbor } from '../lan/link-view.ts'
import type { ConflictReason } from '../reports/report.ts'
import type { Statement } from './statement.ts'
import { ETHERNET } from '../wire/ethernet.ts'
import { macFromBytes, type Mac } from '../wire/mac.ts'
import { holdsAt, u8 } from '../wire/octets.ts'

/** Who says that an address of ours is at some MAC, and whether he may. */
export type Voice =
  /** What we say ourselves. */
  | { readonly kind: 'agrees' }
  /** Another speaker, which holds another node for the owner. */
  | { readonly kind: 'disagrees'; readonly owner: Neighbor | undefined }
  /** Somebody who must not answer for it. */
  | {
      readonly kind: 'conflict'
      readonly mac: Mac
      readonly reason: ConflictReason
      readonly node: Neighbor | undefined
    }

/**
 * Friends are known by their MACs: speakers run on nodes, and the node table has the MACs of all of them. An
 * answer to us alone that a node gives with its own MAC comes from its kernel: speakers that listen never answer.
 */
export function voiceOf({ claim, frame, at, isAnswer }: Statement): Voice {
  const { link, owner } = claim
  const told = link.nodesByMac.get(macKey(frame, at))
  const teller = link.nodesByMac.get(macKey(frame, ETHERNET.source))
  const isItself = holdsAt(frame, ETHERNET.source, frame.subarray(at, at + 6))
  if (isAnswer && isItself && teller !== undefined) return answersItself(teller, frame, at)
  if (owner.mac !== undefined && holdsAt(frame, at, owner.mac.octets)) return { kind: 'agrees' }
  if (told !== undefined || teller !== undefined) return { kind: 'disagrees', owner: told }
  return {
    kind: 'conflict',
    mac: macFromBytes(frame, at),
    reason: reasonOf(frame, at),
    node: undefined,
  }
}

function answersItself(node: Neighbor, frame: Uint8Array, at: number): Voice {
  return { kind: 'conflict', mac: macFromBytes(frame, at), reason: 'NodeAnswersItself', node }
}

/** 00:00:5e:00:01:VRID for IPv4, 00:00:5e:00:02:VRID for IPv6 (RFC 9568 §7.3); CARP has the same. */
function reasonOf(frame: Uint8Array, at: number): ConflictReason {
  const isVirtual = holdsAt(frame, at, VIRTUAL_ROUTER) && [1, 2].includes(u8(frame, at + 4))
  return isVirtual ? 'VirtualRouter' : 'Stranger'
}

const VIRTUAL_ROUTER = Uint8Array.of(0x00, 0x00, 0x5e, 0x00)

/** True if the claim is the one that the voice agrees about: it tells the MAC of its owner. */
export function isCandidate({ candidates }: Claim, owner: Neighbor | undefined): owner is Neighbor {
  return owner !== undefined && candidates.includes(owner)
}
