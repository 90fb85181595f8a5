import { ARP, arpFrame, isArpRequest } from '../../speaker/wire/arp.ts'
import { ETHERNET, etherType, ETHER_TYPE, isToGroup } from '../../speaker/wire/ethernet.ts'
import { frameRejection } from '../../speaker/wire/frame.ts'
import { IPV6, IPV6_END, isUnspecifiedAt, NEXT_HEADER_ICMPV6 } from '../../speaker/wire/ipv6.ts'
import { BROADCAST, macBytes, multicastMac } from '../../speaker/wire/mac.ts'
import { ALL_NODES, isSolicitation, NDP, NDP_FLAG, ndpFrame } from '../../speaker/wire/ndp.ts'
import { holdsAt, putBytes, putU16, putU8, u16, u8 } from '../../speaker/wire/octets.ts'
import type { Host } from './host.ts'
import type { Lan } from './lan.ts'

/*
 * What the kernel of a host answers: for its own addresses, and for nothing else. Written without our own
 * responder, and in octets, because most of what happens on the virtual wire happens here.
 */

const ETHER_TYPE_IPV4 = 0x0800
const IPV4 = { protocol: 23, source: 26, destination: 30, icmp: 34 } as const
const PROTOCOL_ICMP = 1
/** RFC 792 and RFC 4443 §4. */
const ECHO = { request4: 8, reply4: 0, request6: 128, reply6: 129 } as const

export function runKernel(lan: Lan, host: Host): void {
  host.ears.push((frame) => {
    const answer = answerOf(host, frame)
    if (answer !== undefined) lan.send(host, answer)
  })
}

/** What a host that has just come up tells: Linux with arp_notify, and the advertisement of RFC 9131. */
export function introduce(lan: Lan, host: Host): void {
  lan.send(
    host,
    arpFrame(
      { destination: macBytes(BROADCAST), source: host.card.octets },
      {
        hardwareType: 1,
        operation: 'request',
        senderHardware: host.card.octets,
        senderProtocol: host.octets.ipv4,
        targetHardware: new Uint8Array(6),
        targetProtocol: host.octets.ipv4,
      },
    ),
  )
}

function answerOf(host: Host, frame: Uint8Array): Uint8Array | undefined {
  if (!isToGroup(frame) && !holdsAt(frame, ETHERNET.destination, host.card.octets)) return undefined
  switch (etherType(frame)) {
    case ETHER_TYPE.arp:
      return answerArp(host, frame)
    case ETHER_TYPE_IPV4:
      return answerEcho4(host, frame)
    case ETHER_TYPE.ipv6:
      return u8(frame, IPV6.nextHeader) === NEXT_HEADER_ICMPV6
        ? answerIcmp6(host, frame)
        : undefined
    default:
      return undefined
  }
}

function answerArp(host: Host, frame: Uint8Array): Uint8Array | undefined {
  if (!isArpRequest(frame) || !holdsAt(frame, ARP.targetProtocol, host.octets.ipv4))
    return undefined
  if (holdsAt(frame, ARP.senderProtocol, host.octets.ipv4)) return undefined
  const asker = frame.subarray(ARP.senderHardware, ARP.senderProtocol)
  return arpFrame(
    { destination: asker, source: host.card.octets },
    {
      hardwareType: 1,
      operation: 'reply',
      senderHardware: host.card.octets,
      senderProtocol: host.octets.ipv4,
      targetHardware: asker,
      targetProtocol: frame.subarray(ARP.senderProtocol, ARP.targetHardware),
    },
  )
}

function answerEcho4(host: Host, frame: Uint8Array): Uint8Array | undefined {
  if (!host.answersEcho || !holdsAt(frame, IPV4.destination, host.octets.ipv4)) return undefined
  if (u8(frame, IPV4.protocol) !== PROTOCOL_ICMP || u8(frame, IPV4.icmp) !== ECHO.request4)
    return undefined
  const reply = turnedRound(frame, IPV4.source, 4)
  putU8(reply, IPV4.icmp, ECHO.reply4)
  return withChecksum(reply, IPV4.icmp + 2, ECHO.request4 << 8)
}

function answerIcmp6(host: Host, frame: Uint8Array): Uint8Array | undefined {
  if (u8(frame, IPV6_END) === ECHO.request6) return answerEcho6(host, frame)
  if (frameRejection(frame) !== undefined || !isSolicitation(frame)) return undefined
  const target = [host.octets.ipv6, host.octets.linkLocal].find((own) =>
    holdsAt(frame, NDP.target, own),
  )
  return target === undefined ? undefined : advertise(host, target, frame)
}

function advertise(host: Host, target: Uint8Array, frame: Uint8Array): Uint8Array {
  const isProbe = isUnspecifiedAt(frame, IPV6.source)
  const destination = isProbe ? ALL_NODES : frame.subarray(IPV6.source, IPV6.destination)
  return ndpFrame(
    {
      destination: isProbe
        ? macBytes(multicastMac(ALL_NODES))
        : frame.subarray(ETHERNET.source, ETHERNET.etherType),
      source: host.card.octets,
    },
    { trafficClass: 0, flowLabel: 0, source: target, destination },
    {
      type: 'neighborAdvertisement',
      flags: NDP_FLAG.override | (isProbe ? 0 : NDP_FLAG.solicited),
      target,
      linkLayer: host.card.octets,
    },
  )
}

function answerEcho6(host: Host, frame: Uint8Array): Uint8Array | undefined {
  const { ipv6, linkLocal } = host.octets
  const isOurs = [ipv6, linkLocal].some((own) => holdsAt(frame, IPV6.destination, own))
  if (!host.answersEcho || !isOurs) return undefined
  const reply = turnedRound(frame, IPV6.source, 16)
  putU8(reply, IPV6_END, ECHO.reply6)
  return withChecksum(reply, IPV6_END + 2, 0xffff - ((ECHO.reply6 - ECHO.request6) << 8))
}

/** To where it came from: both pairs of addresses change places. */
function turnedRound(frame: Uint8Array, source: number, length: number): Uint8Array {
  const reply = frame.slice()
  putBytes(reply, ETHERNET.destination, frame.subarray(6, 12))
  putBytes(reply, ETHERNET.source, frame.subarray(0, 6))
  putBytes(reply, source, frame.subarray(source + length, source + 2 * length))
  putBytes(reply, source + length, frame.subarray(source, source + length))
  return reply
}

/** RFC 1624: what was taken from the message is added to its checksum. */
function withChecksum(reply: Uint8Array, at: number, taken: number): Uint8Array {
  const sum = u16(reply, at) + taken
  putU16(reply, at, (sum & 0xffff) + (sum >>> 16))
  return reply
}
