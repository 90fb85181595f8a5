import type { Binding, Neighbor } from '../lan/link-view.ts'
import type { Machine, MachineParts } from './parts.ts'
import type { AddressState, AddressStatus, NodeStatus, SegmentStatus } from '../status/status.ts'

/** What the parts of a machine know, as one picture. */
export function statusOf({ parts, world }: Machine, now: number): SegmentStatus {
  const self = [...world.neighbors].filter(({ isSelf }) => isSelf)
  return {
    segment: world.plan?.segment ?? '',
    leads: parts.leadership.leads(now),
    addresses: world.bindings.map((binding) => addressStatus(parts, binding, now)),
    nodes: [...self.map(selfStatus), ...parts.prober.statuses(now)].map((status) =>
      parts.demotions.isNodeDemoted(status.node) ? { ...status, demoted: true } : status,
    ),
    conflicts: parts.conflicts.statuses(),
    counters: parts.tally.counters(),
  }
}

function addressStatus(parts: MachineParts, binding: Binding, now: number): AddressStatus {
  return {
    address: binding.planned.address.text,
    link: binding.link.state.name,
    state: stateOf(parts, binding, now),
    owner: binding.owner.node.name,
    plannedOwner: binding.candidates[0].node.name,
    mac: binding.owner.mac?.text,
    since: parts.owners.since(binding),
  }
}

function stateOf(
  { leadership, checks }: MachineParts,
  binding: Binding,
  now: number,
): AddressState {
  if (!leadership.leads(now)) return 'listening'
  const check = checks.stateOf(binding)
  if (check !== 'clear') return check
  return binding.owner.mac === undefined ? 'unresolved' : 'announced'
}

/** Our own node is up as long as its link is. */
function selfStatus({ node, link, mac }: Neighbor): NodeStatus {
  const [address] = link.state.addresses
  return {
    node: node.name,
    link: link.state.name,
    family: address?.address.family ?? 'IPv4',
    address: address?.address.text ?? '',
    verdict: 'up',
    since: 0,
    mac: mac?.text,
    method: 'self',
    roundTripMilliseconds: undefined,
    intervalMilliseconds: 0,
    dampedUntil: undefined,
  }
}
