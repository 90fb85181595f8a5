import { ipv6Key } from '../lan/address-key.ts'
import type { Claim, LinkView } from '../lan/link-view.ts'
import { ARP, arpSender, arpTarget, isArpRequest } from '../wire/arp.ts'
import { ETHER_TYPE, ETHERNET, etherType, isToGroup } from '../wire/ethernet.ts'
import { isEcho } from '../wire/echo.ts'
import { IPV6, isUnspecifiedAt } from '../wire/ipv6.ts'
import { isSolicitation, linkLayerOption, NDP } from '../wire/ndp.ts'
import { holdsAt } from '../wire/octets.ts'

/** A frame that says of an address of ours at which MAC it is. */
export interface Statement {
  readonly claim: Claim
  readonly frame: Uint8Array
  /** Where in the frame the MAC is. */
  readonly at: number
  /** It was sent to us alone: the answer to a question of ours. */
  readonly isAnswer: boolean
}

/**
 * What a valid frame states about an address that we answer for on this link: the sender of ARP (RFC 5227
 * §2.4), the target of an advertisement, the source of a solicitation. Undefined for all others.
 */
export function statementIn(frame: Uint8Array, link: LinkView): Statement | undefined {
  if (etherType(frame) === ETHER_TYPE.arp) return arpStatement(frame, link)
  return isEcho(frame) ? undefined : ndpStatement(frame, link)
}

function arpStatement(frame: Uint8Array, link: LinkView): Statement | undefined {
  const claim = link.claims.get(arpSender(frame))
  if (claim === undefined) return undefined
  return { claim, frame, at: ARP.senderHardware, isAnswer: isAnswerTo(frame, link) }
}

function ndpStatement(frame: Uint8Array, link: LinkView): Statement | undefined {
  const isQuestion = isSolicitation(frame)
  const key = ipv6Key(frame, isQuestion ? IPV6.source : NDP.target)
  const claim = link.claims.get(key)
  if (claim === undefined) return undefined
  const option = linkLayerOption(frame)
  // Without the option, an advertisement speaks of the MAC that it comes from (RFC 4861 §4.4).
  const at = option === undefined ? ETHERNET.source : option + 2
  return { claim, frame, at, isAnswer: isAnswerTo(frame, link) }
}

/**
 * A probe for an address that we answer for: whoever sends it wants to take the address, if nobody has it (RFC 5227
 * §2.1.1, RFC 4862 §5.4.3).
 */
export function wishIn(frame: Uint8Array, link: LinkView): Statement | undefined {
  const isArp = etherType(frame) === ETHER_TYPE.arp
  if (!isArp && isEcho(frame)) return undefined
  const isProbe = isArp
    ? isArpRequest(frame) && arpSender(frame) === 0
    : isSolicitation(frame) && isUnspecifiedAt(frame, IPV6.source)
  const claim = isProbe
    ? link.claims.get(isArp ? arpTarget(frame) : ipv6Key(frame, NDP.target))
    : undefined
  const at = isArp ? ARP.senderHardware : ETHERNET.source
  return claim && { claim, frame, at, isAnswer: false }
}

function isToUs(frame: Uint8Array, link: LinkView): boolean {
  return !isToGroup(frame) && holdsAt(frame, ETHERNET.destination, link.mac)
}

/** True for an ARP reply or an advertisement that was sent to us alone: the answer to a question of ours. */
export function isAnswerTo(frame: Uint8Array, link: LinkView): boolean {
  if (!isToUs(frame, link)) return false
  return etherType(frame) === ETHER_TYPE.arp ? !isArpRequest(frame) : !isSolicitation(frame)
}
