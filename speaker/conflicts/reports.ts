import type { AddressConflict, ConflictReason } from '../reports/report.ts'
import type { ConflictStatus } from '../status/status.ts'

/** The report on a host that claims an address, with what to do about it. */
export function addressConflict(status: ConflictStatus): AddressConflict {
  const { address, link, mac, reason, node } = status
  return {
    level: 'error',
    event: 'AddressConflict',
    address,
    link,
    mac,
    reason,
    ...(node === undefined ? {} : { node }),
    message: MESSAGES[reason](status),
    hint: HINTS[reason],
  }
}

const MESSAGES: { readonly [R in ConflictReason]: (status: ConflictStatus) => string } = {
  Stranger: ({ address, link, mac }) => `${mac} on ${link} claims ${address}`,
  VirtualRouter: ({ address, link, mac }) =>
    `a VRRP or CARP group (${mac}) on ${link} claims ${address}`,
  ProxyArp: ({ address, link, mac }) =>
    `${mac} on ${link} answers for ${address} and for other addresses of the plan`,
  NodeAnswersItself: ({ address, link, mac, node = '' }) =>
    `the kernel of node ${node} (${mac}) answers for ${address} on ${link} by itself`,
}

const HINTS: { readonly [R in ConflictReason]: string } = {
  Stranger:
    'find the host by its MAC in the table of the switch; or take the address out of the pool',
  VirtualRouter:
    'take the address out of the pool, or out of the configuration of keepalived or CARP',
  ProxyArp: 'turn proxy ARP off on that router for this network',
  NodeAnswersItself:
    'with kube-proxy in mode ipvs set ipvs.strictARP; else set net.ipv4.conf.all.arp_ignore=1 on the node, or take the address off its interfaces',
}
