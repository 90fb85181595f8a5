import type { FrameReceiver } from './frame-receiver.ts'
import type { Link } from './link.ts'
import { arpFilter, ipv4EchoFilter, ipv6Filter, MOST_RANGES } from './packet-filter.ts'
import type { SystemCalls } from './system-calls.ts'
import {
  AF_PACKET,
  ETH_P_ARP,
  ETH_P_IP,
  ETH_P_IPV6,
  isTransient,
  LITTLE_ENDIAN,
  PACKET_IGNORE_OUTGOING,
  SO_RCVBUF,
  SO_TIMESTAMPNS,
  SOCK_RAW,
  SOL_PACKET,
  SOL_SOCKET,
  systemCallError,
} from './system-calls.ts'
import type { LinkState } from '../../lan/link-state.ts'

/** A burst of requests of some thousand askers, while the loop is busy with a plan. */
const RECEIVE_BUFFER_BYTES = 1 << 20

/**
 * The kernel limits a filter by the memory of a socket's options (sysctl net.core.optmem_max: 20 kB before
 * Linux 6.8, for the new one and the old one together). A shorter program lets more through.
 */
const RANGE_LIMITS = [MOST_RANGES, 400, 100, 20] as const

/** What all links of a thread share. `echoIdentifier` tells our echoes from those of other programs. */
export interface PacketSockets {
  readonly calls: SystemCalls
  readonly receiver: FrameReceiver
  readonly echoIdentifier: number
}

/** The sockets of a link, by what they are bound to. */
interface Sockets {
  readonly arp: number
  readonly ipv4: number
  readonly ipv6: number
}

/**
 * The Linux adapter of `Link`: a packet socket for ARP, one for IPv6 and one for IPv4, so that the kernel
 * shows the filters these protocols alone, and TCP over IPv4 to the last one only. Needs CAP_NET_RAW; throws
 * an error with code EPERM without it. Undefined if the interface is gone.
 */
export function openPacketLink(
  { calls, receiver, echoIdentifier }: PacketSockets,
  state: LinkState,
): Link | undefined {
  const wanted = [
    [ETH_P_ARP, arpFilter()],
    [ETH_P_IPV6, ipv6Filter(echoIdentifier)],
    [ETH_P_IP, ipv4EchoFilter(echoIdentifier)],
  ] as const
  const opened: number[] = []
  const close = () => opened.forEach((descriptor) => calls.close(descriptor))
  for (const [protocol, filter] of wanted) {
    const descriptor = openPacketSocket(calls, state.index, protocol, filter)
    if (descriptor !== undefined) opened.push(descriptor)
  }
  const [arp, ipv6, ipv4] = opened
  if (arp === undefined || ipv6 === undefined || ipv4 === undefined) {
    close()
    return undefined
  }
  const sockets = { arp, ipv4, ipv6 }
  return {
    state,
    descriptors: opened,
    patient: [ipv4],
    receive: receiver.receive,
    send: (bytes) => sendFrame(calls, socketFor(sockets, bytes), bytes),
    listen: (heard) => {
      const arpHeard = replaceFilter(calls, arp, (most) => arpFilter(heard, most))
      const ipv6Of = (most: number) => ipv6Filter(echoIdentifier, heard, most)
      return replaceFilter(calls, ipv6, ipv6Of) && arpHeard
    },
    close,
  }
}

/** The socket hears nothing before it is bound to a protocol, so the filter misses no frame. */
function openPacketSocket(
  calls: SystemCalls,
  index: number,
  protocol: number,
  filter: Uint8Array,
): number | undefined {
  const descriptor = calls.socket(AF_PACKET, SOCK_RAW, 0)
  try {
    calls.attachFilter(descriptor, filter)
    calls.setOption(descriptor, SOL_PACKET, PACKET_IGNORE_OUTGOING, int(1))
    calls.setOption(descriptor, SOL_SOCKET, SO_RCVBUF, int(RECEIVE_BUFFER_BYTES))
    calls.setOption(descriptor, SOL_SOCKET, SO_TIMESTAMPNS, int(1))
    calls.bind(descriptor, linkLayerAddress(index, protocol))
    return descriptor
  } catch (error) {
    calls.close(descriptor)
    if ((error as NodeJS.ErrnoException).code === 'ENODEV') return undefined
    throw error
  }
}

/** The old program is in force until the new one is. False if the kernel takes not even the shortest. */
function replaceFilter(
  calls: SystemCalls,
  descriptor: number,
  programFor: (mostRanges: number) => Uint8Array,
): boolean {
  return RANGE_LIMITS.some((most) => {
    try {
      calls.attachFilter(descriptor, programFor(most))
      return true
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOMEM') throw error
      return false
    }
  })
}

/** struct sockaddr_ll, as bind(2) reads it: family, protocol in network order, interface. */
function linkLayerAddress(index: number, protocol: number): Uint8Array {
  const address = new Uint8Array(20)
  const view = new DataView(address.buffer)
  view.setUint16(0, AF_PACKET, LITTLE_ENDIAN)
  view.setUint16(2, protocol, false)
  view.setInt32(4, index, LITTLE_ENDIAN)
  return address
}

function int(value: number): Uint8Array {
  return new Uint8Array(Int32Array.of(value).buffer)
}

function sendFrame(calls: SystemCalls, descriptor: number, bytes: Uint8Array): boolean {
  if (calls.send(descriptor, bytes, bytes.length) >= 0) return true
  const errno = calls.errno()
  if (isTransient(errno)) return false
  throw systemCallError('send', errno)
}

function socketFor({ arp, ipv4, ipv6 }: Sockets, bytes: Uint8Array): number {
  const etherType = ((bytes[12] ?? 0) << 8) | (bytes[13] ?? 0)
  if (etherType === ETH_P_ARP) return arp
  return etherType === ETH_P_IP ? ipv4 : ipv6
}
