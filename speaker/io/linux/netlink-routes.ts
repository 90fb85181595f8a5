import type { Prefix } from '../../../api/address.ts'
import { addressFromBytes, networkOf } from '../../../api/address.ts'
import { LITTLE_ENDIAN } from './system-calls.ts'

/** <linux/rtnetlink.h> */
export const AF_INET = 2
export const AF_INET6 = 10
export const ROUTE_MESSAGE_BYTES = 12
const RT_TABLE_MAIN = 254
const RTN_UNICAST = 1
const RTM_F_CLONED = 0x200
const RTA_DST = 1
const RTA_OIF = 4
const RTA_GATEWAY = 5
const RTA_TABLE = 15
const RTA_VIA = 18

/** A prefix that is reached by the interface `index` without a gateway. */
export interface RouteMessage {
  readonly index: number
  readonly prefix: Prefix
}

/** struct rtmsg that asks for the main table of a family, where the kernel heeds it (NETLINK_GET_STRICT_CHK). */
export function routeRequest(family: number): Uint8Array {
  const body = new Uint8Array(ROUTE_MESSAGE_BYTES)
  body[0] = family
  body[4] = RT_TABLE_MAIN
  return body
}

/**
 * Undefined for every other route: of another table or family, by a gateway, the default route, what is not
 * unicast, and what has several next hops.
 */
export function parseRoute(
  family: number,
  body: DataView,
  attributes: ReadonlyMap<number, Uint8Array>,
): RouteMessage | undefined {
  const destination = attributes.get(RTA_DST)
  const index = attributes.get(RTA_OIF)
  const length = body.getUint8(1)
  if (destination === undefined || index === undefined || length === 0) return undefined
  if (body.getUint8(0) !== family || !isOnLink(body, attributes)) return undefined
  const network = networkOf(addressFromBytes(destination), length)
  return { index: numberOf(index), prefix: { network, length } }
}

function isOnLink(body: DataView, attributes: ReadonlyMap<number, Uint8Array>): boolean {
  const longTable = attributes.get(RTA_TABLE)
  const table = longTable === undefined ? body.getUint8(4) : numberOf(longTable)
  if (table !== RT_TABLE_MAIN || body.getUint8(7) !== RTN_UNICAST) return false
  if ((body.getUint32(8, LITTLE_ENDIAN) & RTM_F_CLONED) !== 0) return false
  return !attributes.has(RTA_GATEWAY) && !attributes.has(RTA_VIA)
}

function numberOf(value: Uint8Array): number {
  return new DataView(value.buffer, value.byteOffset).getUint32(0, LITTLE_ENDIAN)
}
