import type { Address, Prefix } from '../../../api/address.ts'
import { addressFromBytes, networkOf } from '../../../api/address.ts'
import type { Mac } from '../../wire/mac.ts'
import type { RouteMessage } from './netlink-routes.ts'
import {
  AF_INET,
  AF_INET6,
  parseRoute,
  ROUTE_MESSAGE_BYTES,
  routeRequest,
} from './netlink-routes.ts'
import type { SystemCalls } from './system-calls.ts'
import { AF_NETLINK, LITTLE_ENDIAN, SOCK_RAW, systemCallError } from './system-calls.ts'

/** <linux/netlink.h>, <linux/rtnetlink.h>, <linux/if_link.h>, <linux/if_addr.h> */
const NETLINK_ROUTE = 0
const SOL_NETLINK = 270
/** Since Linux 4.20: a dump heeds the filters of its request. */
const NETLINK_GET_STRICT_CHK = 12
const NLMSG_ERROR = 2
const NLMSG_DONE = 3
const NLM_F_REQUEST_DUMP = 0x301
const NLM_F_DUMP_INTR = 0x10
const RTM_NEWLINK = 16
const RTM_GETLINK = 18
const RTM_NEWADDR = 20
const RTM_GETADDR = 22
const RTM_NEWROUTE = 24
const RTM_GETROUTE = 26
const IFLA_ADDRESS = 1
const IFLA_IFNAME = 3
const IFLA_MASTER = 10
const IFA_ADDRESS = 1
const IFA_LOCAL = 2
const IFA_FLAGS = 8
const IFA_F_DADFAILED = 0x08
const IFA_F_TENTATIVE = 0x40
const RTMGRP_LINK = 0x1
const RTMGRP_IPV4_IFADDR = 0x10
const RTMGRP_IPV6_IFADDR = 0x100

const HEADER_BYTES = 16
const RECEIVE_BYTES = 1 << 16
const MAX_DUMPS = 5

/** A router may have a million routes: those beyond are not looked at. */
const MAX_ROUTES = 4096

/** What the kernel says of a family or a table that it does not have. */
const NO_SUCH_TABLE: readonly (string | undefined)[] = ['ENOENT', 'EOPNOTSUPP', 'EAFNOSUPPORT']

/** An interface as the kernel tells it. `type` is ARPHRD_*, `master` the index of its bridge, bond or VRF. */
export interface LinkMessage {
  readonly index: number
  readonly name: string
  readonly type: number
  readonly flags: number
  readonly mac: Mac | undefined
  readonly master: number | undefined
}

/** An address of the interface `index`, with the prefix that is on the link. */
export interface AddressMessage {
  readonly index: number
  readonly address: Address
  readonly prefix: Prefix
  /** In doubt (RFC 4862 §5.4): it may not be used as a source. */
  readonly tentative: boolean
}

export interface NetlinkDump {
  readonly links: readonly LinkMessage[]
  readonly addresses: readonly AddressMessage[]
  readonly routes: readonly RouteMessage[]
}

interface Message {
  readonly type: number
  readonly flags: number
  readonly body: DataView
}

/**
 * The descriptor of a socket that becomes readable when a link or an address changes. A hint: what it says is not read.
 * Throws an error if the kernel refuses.
 */
export function openNetlinkHints(calls: SystemCalls): number {
  const groups = RTMGRP_LINK | RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR
  const descriptor = calls.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE)
  const address = new Uint8Array(12)
  const view = new DataView(address.buffer)
  view.setUint16(0, AF_NETLINK, LITTLE_ENDIAN)
  view.setUint32(8, groups, LITTLE_ENDIAN)
  calls.bind(descriptor, address)
  return descriptor
}

/** Empties the socket. Its queue may have overflown (ENOBUFS): that is a hint like any other. */
export function drainNetlinkHints(calls: SystemCalls, descriptor: number): void {
  const buffer = new Uint8Array(RECEIVE_BYTES)
  for (let left = 1000; left > 0 && calls.recv(descriptor, buffer, buffer.length) >= 0; left--);
}

/** All links and addresses of the network namespace, and the routes on them. Needs no privilege. */
export function dumpNetwork(calls: SystemCalls): NetlinkDump {
  return withSocket(calls, (descriptor) => {
    const socket = { calls, descriptor }
    const links = dump(socket, RTM_GETLINK, new Uint8Array(16))
    const addresses = dump(socket, RTM_GETADDR, new Uint8Array(8))
    return {
      links: links.filter(({ type }) => type === RTM_NEWLINK).map(({ body }) => parseLink(body)),
      addresses: addresses
        .filter(({ type }) => type === RTM_NEWADDR)
        .map(({ body }) => parseAddressMessage(body))
        .filter((message) => message !== undefined),
      routes: [AF_INET, AF_INET6].flatMap((family) => dumpRoutes(calls, family)),
    }
  })
}

function withSocket<T>(calls: SystemCalls, work: (descriptor: number) => T): T {
  const descriptor = calls.socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE)
  try {
    return work(descriptor)
  } finally {
    calls.close(descriptor)
  }
}

/** With a socket of its own: closing it ends a dump of which enough has been seen. */
function dumpRoutes(calls: SystemCalls, family: number): RouteMessage[] {
  return withSocket(calls, (descriptor) => {
    try {
      calls.setOption(descriptor, SOL_NETLINK, NETLINK_GET_STRICT_CHK, int(1))
    } catch {
      // An older kernel tells all tables: what is not wanted is left out below.
    }
    const messages = dumpOrNothing({ calls, descriptor }, RTM_GETROUTE, routeRequest(family))
    return messages
      .filter(({ type }) => type === RTM_NEWROUTE)
      .map(({ body }) => parseRoute(family, body, parseAttributes(body, ROUTE_MESSAGE_BYTES)))
      .filter((route) => route !== undefined)
  })
}

function dumpOrNothing(socket: Socket, type: number, body: Uint8Array): Message[] {
  try {
    return dump(socket, type, body, MAX_ROUTES)
  } catch (error) {
    if (NO_SUCH_TABLE.includes((error as NodeJS.ErrnoException).code)) return []
    throw error
  }
}

function int(value: number): Uint8Array {
  return new Uint8Array(Int32Array.of(value).buffer)
}

interface Socket {
  readonly calls: SystemCalls
  readonly descriptor: number
}

/** Asked again while the kernel says that its tables changed in between. Ends after so many messages. */
function dump(socket: Socket, type: number, body: Uint8Array, mostMessages = Infinity): Message[] {
  const { calls, descriptor } = socket
  for (let left = MAX_DUMPS; ; left--) {
    const request = encodeRequest(type, body)
    if (calls.send(descriptor, request, request.length) < 0)
      throw systemCallError('send', calls.errno())
    const messages = receiveDump(socket, mostMessages)
    const interrupted = messages.some(({ flags }) => (flags & NLM_F_DUMP_INTR) !== 0)
    if (!interrupted || left === 0 || messages.length >= mostMessages) return messages
  }
}

function encodeRequest(type: number, body: Uint8Array): Uint8Array {
  const request = new Uint8Array(HEADER_BYTES + body.length)
  const view = new DataView(request.buffer)
  view.setUint32(0, request.length, LITTLE_ENDIAN)
  view.setUint16(4, type, LITTLE_ENDIAN)
  view.setUint16(6, NLM_F_REQUEST_DUMP, LITTLE_ENDIAN)
  request.set(body, HEADER_BYTES)
  return request
}

/** The kernel answers within the call, so that reading never has to wait. */
function receiveDump({ calls, descriptor }: Socket, mostMessages: number): Message[] {
  const messages: Message[] = []
  for (;;) {
    const buffer = new Uint8Array(RECEIVE_BYTES)
    const length = calls.recv(descriptor, buffer, buffer.length)
    if (length < 0) throw systemCallError('recv', calls.errno())
    const received = parseMessages(buffer.subarray(0, length))
    messages.push(...received)
    const end = received.find(({ type }) => type === NLMSG_DONE || type === NLMSG_ERROR)
    if (end?.type === NLMSG_ERROR) throw systemCallError('netlink', errorOf(end))
    if (end !== undefined || messages.length >= mostMessages) return messages
  }
}

function errorOf(message: Message): number {
  return -message.body.getInt32(0, LITTLE_ENDIAN)
}

/** struct nlmsghdr: length, type, flags, sequence, port; each aligned to four bytes. */
export function parseMessages(bytes: Uint8Array): Message[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const messages: Message[] = []
  let at = 0
  while (at + HEADER_BYTES <= view.byteLength) {
    const length = view.getUint32(at, LITTLE_ENDIAN)
    if (length < HEADER_BYTES || at + length > view.byteLength) break
    messages.push({
      type: view.getUint16(at + 4, LITTLE_ENDIAN),
      flags: view.getUint16(at + 6, LITTLE_ENDIAN),
      body: new DataView(view.buffer, view.byteOffset + at + HEADER_BYTES, length - HEADER_BYTES),
    })
    at += aligned(length)
  }
  return messages
}

function aligned(length: number): number {
  return (length + 3) & ~3
}

/** struct rtattr, from `start` on: length, type, value. */
function parseAttributes(view: DataView, start: number): Map<number, Uint8Array> {
  const attributes = new Map<number, Uint8Array>()
  let at = start
  while (at + 4 <= view.byteLength) {
    const length = view.getUint16(at, LITTLE_ENDIAN)
    if (length < 4 || at + length > view.byteLength) break
    const value = new Uint8Array(view.buffer, view.byteOffset + at + 4, length - 4)
    attributes.set(view.getUint16(at + 2, LITTLE_ENDIAN), value)
    at += aligned(length)
  }
  return attributes
}

/** struct ifinfomsg. */
function parseLink(body: DataView): LinkMessage {
  const attributes = parseAttributes(body, 16)
  const master = attributes.get(IFLA_MASTER)
  return {
    index: body.getInt32(4, LITTLE_ENDIAN),
    type: body.getUint16(2, LITTLE_ENDIAN),
    flags: body.getUint32(8, LITTLE_ENDIAN),
    name: textOf(attributes.get(IFLA_IFNAME)),
    mac: macOf(attributes.get(IFLA_ADDRESS)),
    master: master && numberOf(master),
  }
}

/** struct ifaddrmsg. On a point-to-point link `IFA_ADDRESS` is the peer and `IFA_LOCAL` is us. */
function parseAddressMessage(body: DataView): AddressMessage | undefined {
  const attributes = parseAttributes(body, 8)
  const bytes = attributes.get(IFA_LOCAL) ?? attributes.get(IFA_ADDRESS)
  if (bytes === undefined) return undefined
  const address = addressFromBytes(bytes)
  const length = body.getUint8(1)
  const longFlags = attributes.get(IFA_FLAGS)
  const flags = longFlags === undefined ? body.getUint8(2) : numberOf(longFlags)
  return {
    index: body.getUint32(4, LITTLE_ENDIAN),
    address,
    prefix: { network: networkOf(address, length), length },
    tentative: (flags & (IFA_F_TENTATIVE | IFA_F_DADFAILED)) !== 0,
  }
}

function numberOf(value: Uint8Array): number {
  return new DataView(value.buffer, value.byteOffset).getUint32(0, LITTLE_ENDIAN)
}

function textOf(value: Uint8Array | undefined): string {
  return new TextDecoder().decode(value).replace(/\0.*$/s, '')
}

function macOf(value: Uint8Array | undefined): Mac | undefined {
  if (value?.length !== 6) return undefined
  return [...value].map((byte) => byte.toString(16).padStart(2, '0')).join(':') as Mac
}
