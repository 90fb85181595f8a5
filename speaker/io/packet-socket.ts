import type { LinkState } from '../effect.ts'
import type { Link } from './link.ts'
import { arpFilter, neighborDiscoveryFilter } from './packet-filter.ts'
import type { SystemCalls } from './system-calls.ts'
import {
  AF_PACKET,
  ETH_P_ARP,
  ETH_P_IPV6,
  isTransient,
  LITTLE_ENDIAN,
  PACKET_IGNORE_OUTGOING,
  SO_RCVBUF,
  SOCK_RAW,
  SOL_PACKET,
  SOL_SOCKET,
  systemCallError,
} from './system-calls.ts'

/** Room for the longest frame that passes the filters: ARP and ND fit in any MTU that Ethernet has. */
const FRAME_BYTES = 2048

/** A burst of requests of some thousand askers, while the loop is busy with a plan. */
const RECEIVE_BUFFER_BYTES = 1 << 20

/** The receive buffer of the whole thread: a frame is handled before the next one is read. */
const frame = new Uint8Array(FRAME_BYTES)

/**
 * The Linux adapter of `Link`: one packet socket for ARP and one for IPv6, so that the kernel shows the
 * filters these two protocols alone (a socket for everything would see, and cost, each frame of the host).
 * Needs CAP_NET_RAW; throws an error with code EPERM without it. Undefined if the interface is gone.
 */
export function openPacketLink(calls: SystemCalls, state: LinkState): Link | undefined {
  const arp = openPacketSocket(calls, state.index, ETH_P_ARP, arpFilter())
  if (arp === undefined) return undefined
  const ipv6 = openPacketSocket(calls, state.index, ETH_P_IPV6, neighborDiscoveryFilter())
  if (ipv6 === undefined) {
    calls.close(arp)
    return undefined
  }
  return {
    state,
    descriptors: [arp, ipv6],
    receive: (descriptor) => receiveFrame(calls, descriptor),
    send: (bytes) => sendFrame(calls, etherType(bytes) === ETH_P_ARP ? arp : ipv6, bytes),
    close: () => {
      calls.close(arp)
      calls.close(ipv6)
    },
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
  calls.attachFilter(descriptor, filter)
  calls.setOption(descriptor, SOL_PACKET, PACKET_IGNORE_OUTGOING, int(1))
  calls.setOption(descriptor, SOL_SOCKET, SO_RCVBUF, int(RECEIVE_BUFFER_BYTES))
  try {
    calls.bind(descriptor, linkLayerAddress(index, protocol))
    return descriptor
  } catch (error) {
    calls.close(descriptor)
    if ((error as NodeJS.ErrnoException).code === 'ENODEV') return undefined
    throw error
  }
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

function receiveFrame(calls: SystemCalls, descriptor: number): Uint8Array | undefined {
  const length = calls.recv(descriptor, frame, FRAME_BYTES)
  if (length >= 0) return frame.subarray(0, length)
  const errno = calls.errno()
  if (isTransient(errno)) return undefined
  throw systemCallError('recv', errno)
}

function sendFrame(calls: SystemCalls, descriptor: number, bytes: Uint8Array): boolean {
  if (calls.send(descriptor, bytes, bytes.length) >= 0) return true
  const errno = calls.errno()
  if (isTransient(errno)) return false
  throw systemCallError('send', errno)
}

function etherType(bytes: Uint8Array): number {
  return ((bytes[12] ?? 0) << 8) | (bytes[13] ?? 0)
}
