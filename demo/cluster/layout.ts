import { KUBERNETES_VERSION } from '../control-plane.ts'

/*
 * Who has which address. One /24 and one /64 for the LAN, one of each behind every node for its Pods.
 */

/** Addresses of both families. */
export interface Addresses {
  readonly ipv4: string
  readonly ipv6: string
}

export interface NodeLayout {
  readonly name: string
  /** Starts with 1. */
  readonly number: number
  readonly lan: Addresses
  /** The node itself, as its Pods see it. */
  readonly gateway: Addresses
  /** As CIDRs. */
  readonly pods: Addresses
}

export const API_PORT = 6443
export const CONTROL_PLANE = 'control-plane'
/** A host of the LAN, no node, for Services whose endpoint outlives every node. */
export const BACKEND = 'backend'
export const LAN_PREFIX = { ipv4: 24, ipv6: 64 }
export const POD_CIDR = '10.244.0.0/16,fd00:244::/48'
export const KUBELET_VERSION = KUBERNETES_VERSION

/** Room for Services: outside of what hosts of the LAN have. */
export const POOL = ['10.10.0.200-10.10.0.250', 'fd00:10::200-fd00:10::2ff']

export function controlPlaneAddresses(): Addresses {
  return lanAddresses(10)
}

export function clientAddresses(index: number): Addresses {
  return lanAddresses(100 + index)
}

export function backendAddresses(): Addresses {
  return lanAddresses(50)
}

/** IPv6 by the same digits, so that both addresses of a host look alike. */
function lanAddresses(host: number): Addresses {
  return { ipv4: `10.10.0.${host}`, ipv6: `fd00:10::${host}` }
}

export function nodeLayout(number: number): NodeLayout {
  return {
    name: `node-${number}`,
    number,
    lan: lanAddresses(10 + number),
    gateway: { ipv4: `10.244.${number}.1`, ipv6: `fd00:244:0:${number}::1` },
    pods: { ipv4: `10.244.${number}.0/24`, ipv6: `fd00:244:0:${number}::/64` },
  }
}

/** The `index`-th address for a Pod; the first two of a range are the network's and the node's. */
export function podAddresses(node: NodeLayout, index: number): Addresses {
  const host = 2 + (index % 250)
  return { ipv4: `10.244.${node.number}.${host}`, ipv6: `fd00:244:0:${node.number}::${host}` }
}

/** As `ip address` takes them. */
export function withPrefix({ ipv4, ipv6 }: Addresses): string[] {
  return [`${ipv4}/${LAN_PREFIX.ipv4}`, `${ipv6}/${LAN_PREFIX.ipv6}`]
}
