import type { Host, Lan, Namespace } from '../../lan.ts'
import { batch, writeSysctls } from '../../lan.ts'
import type { NodeLayout } from '../layout.ts'

/** In the namespace of a node: the way to its Pods. */
const TO_PODS = 'pods0'

const ROUTER_SYSCTLS = {
  'net/ipv4/ip_forward': 1,
  'net/ipv6/conf/all/forwarding': 1,
  // A node that tells a client of a shorter way would take itself out of what is to be seen.
  'net/ipv4/conf/all/send_redirects': 0,
  'net/ipv4/conf/eth0/send_redirects': 0,
}

const POD_SYSCTLS = {
  'net/ipv6/conf/all/accept_dad': 0,
  'net/ipv6/conf/eth0/accept_dad': 0,
  // Pods of one node share a namespace: each may use the port 80 without being root.
  'net/ipv4/ip_unprivileged_port_start': 0,
}

/** Makes a node a router, with a namespace behind it for its Pods. */
export function addPodNetwork(lan: Lan, node: NodeLayout): Namespace {
  const host = lan.host(node.name)
  const pods = lan.addNamespace(`${node.name}-pods`)
  writeSysctls(host.namespace, ROUTER_SYSCTLS)
  batch(host.namespace, [
    `link add ${TO_PODS} type veth peer name eth0 netns ${pods.namespace}`,
    `addr add ${node.gateway.ipv4}/24 dev ${TO_PODS}`,
    `addr add ${node.gateway.ipv6}/64 dev ${TO_PODS} nodad`,
    `link set ${TO_PODS} up`,
  ])
  writeSysctls(pods.namespace, POD_SYSCTLS)
  batch(pods.namespace, [
    'link set lo up',
    'link set eth0 up',
    `route add ${node.gateway.ipv4}/32 dev eth0`,
    `route add default via ${node.gateway.ipv4}`,
    `route add ${node.gateway.ipv6}/128 dev eth0`,
    `route add ::/0 via ${node.gateway.ipv6}`,
  ])
  return pods
}

/** Tells a host of the LAN behind which node the Pods of each are. */
export function addPodRoutes(host: Host, nodes: readonly NodeLayout[]): void {
  const others = nodes.filter(({ name }) => name !== host.name)
  batch(
    host.namespace,
    others.flatMap(({ pods, lan }) => [
      `route add ${pods.ipv4} via ${lan.ipv4}`,
      `route add ${pods.ipv6} via ${lan.ipv6}`,
    ]),
  )
}
