import type { Claim, Neighbor } from '../lan/link-view.ts'
import type { Machine, MachineParts } from './parts.ts'
import type { AddressState, AddressStatus, NodeStatus, SegmentStatus } from '../status/status.ts'

/** What the parts of a machine know, as one picture. */
export function statusOf({ parts, world }: Machine, now: number): SegmentStatus {
  const self = [...world.neighbors].filter(({ isSelf }) => isSelf)
  return {
    segment: world.plan?.segment ?? '',
    leads: parts.leadership.leads(now),
    addresses: world.claims.map((claim) => addressStatus(parts, claim, now)),
    nodes: [...self.map(selfStatus), ...parts.prober.statuses(now)].map((status) =>
      parts.demotions.isNodeDemoted(status.node) ? { ...status, demoted: true } : status,
    ),
    conflicts: parts.conflicts.statuses(),
    counters: parts.tally.counters(),
  }
}

function addressStatus(parts: MachineParts, claim: Claim, now: number): AddressStatus {
  return {
    address: claim.planned.address.text,
    link: claim.link.state.name,
    state: stateOf(parts, claim, now),
    owner: claim.owner.node.name,
    plannedOwner: claim.candidates[0].node.name,
    mac: claim.owner.mac?.text,
    since: parts.owners.since(claim),
  }
}

function stateOf({ leadership, checks }: MachineParts, claim: Claim, now: number): AddressState {
  if (!leadership.leads(now)) return 'listening'
  const check = checks.stateOf(claim)
  if (check !== 'clear') return check
  return claim.owner.mac === undefined ? 'unresolved' : 'announced'
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
