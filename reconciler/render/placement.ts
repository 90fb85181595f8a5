import type { PlacementExplanation } from '../explain/explanation.ts'
import type {
  CandidateBasis,
  Exclusion,
  ExclusionReason,
  NodeRank,
  OwnerReason,
} from '../placement/reasons.ts'

export const EXCLUSION: Readonly<Record<ExclusionReason, string>> = {
  notSelected: "the pool's nodeSelector does not match it",
  networkUnavailable: 'its condition NetworkUnavailable is true',
  excludedByLabel: 'it has the label node.kubernetes.io/exclude-from-external-load-balancers',
  noAddressOnSegment: 'it has no address on the segment',
  noLocalEndpoint: 'externalTrafficPolicy is Local, and no endpoint of the Service runs on it',
}

/** Nothing to say about candidates that were chosen in the normal way. */
const BASIS: Readonly<Record<CandidateBasis, string | undefined>> = {
  filtered: undefined,
  nodesUnknown: 'The state holds no Nodes, so the candidates stay as they were.',
  servicesUnknown: 'The state holds no Services, so the candidates stay as they were.',
  endpointsUnknown:
    'externalTrafficPolicy is Local and the state holds no EndpointSlices, so the candidates stay as they were.',
  poolUnknown: 'Its pool is gone or broken, so the candidates stay as they were.',
  nobodyLeft: 'No node passes the filters, so the candidates stay as they were.',
  noLocalEndpoints:
    'externalTrafficPolicy is Local and the Service has no endpoint: nobody answers.',
  nobody: 'No node passes the filters: nobody answers.',
}

const OWNER: Readonly<Record<OwnerReason, string>> = {
  kept: 'was the owner before and may stay',
  reportedOwner: 'announces the address already',
  nextStandby: 'was the next standby',
  placed: 'comes first of all nodes that may carry it',
  failback: 'is a better place, and the fail-back of the pool allows the move',
  nobody: '',
}

/** Why this node, why not each other one: one sentence a line. */
export function describePlacement(placement: PlacementExplanation): readonly string[] {
  const [owner, ...standbys] = placement.candidates
  const basis = BASIS[placement.basis]
  return [
    ...(owner === undefined ? [] : [`${owner} ${OWNER[placement.ownerReason]}.`]),
    ...(basis === undefined ? [] : [basis]),
    ...formerOwner(placement),
    ...ranking(placement.ranking ?? []),
    ...(standbys.length === 0 ? [] : [`Standbys, in this order: ${standbys.join(', ')}.`]),
    ...others(placement),
  ]
}

function formerOwner({ formerOwner }: PlacementExplanation): string[] {
  if (formerOwner === undefined) return []
  const { node, reason } = formerOwner
  if (reason === undefined) return [`${node} was the owner before, and may still carry it.`]
  const why = reason === 'nodeGone' ? 'there is no such Node any more' : EXCLUSION[reason]
  return [`${node} was the owner before and cannot stay: ${why}.`]
}

const SHOWN_RANKS = 10

/** What a choice among several compared. One candidate was no choice. */
function ranking(ranks: readonly NodeRank[]): string[] {
  if (ranks.length < 2) return []
  const more = ranks.length - SHOWN_RANKS
  return [
    'Compared by readiness, preference, weight and load; equals by a hash of address and node:',
    ...ranks.slice(0, SHOWN_RANKS).map((rank) => `  ${rank.node}: ${rankInWords(rank)}`),
    ...(more > 0 ? [`  and ${more} more, none of them better`] : []),
  ]
}

function rankInWords(rank: NodeRank): string {
  return [
    rank.ready ? 'ready' : 'not ready',
    ...(rank.preferred ? ['preferred by the Service'] : []),
    ...(rank.weight > 0 ? [`weight ${rank.weight}`] : []),
    `${count(rank.poolAddresses)} of the pool`,
    `${rank.segmentAddresses} of the segment`,
  ].join(', ')
}

/** One line for each reason: in a large cluster most nodes share one. */
function exclusions(excluded: readonly Exclusion[]): string[] {
  return (Object.keys(EXCLUSION) as ExclusionReason[]).flatMap((reason) => {
    const nodes = excluded.filter((exclusion) => exclusion.reason === reason)
    if (nodes.length === 0) return []
    const names = nodes.map(({ node }) => node).join(', ')
    return [`${names} may not carry it: ${EXCLUSION[reason]}.`]
  })
}

function count(addresses: number): string {
  return addresses === 1 ? '1 address' : `${addresses} addresses`
}

function others({ alsoEligible, excluded }: PlacementExplanation): string[] {
  return [
    ...(alsoEligible.length === 0
      ? []
      : [`Could carry it too, but the plan has candidates enough: ${alsoEligible.join(', ')}.`]),
    ...exclusions(excluded),
  ]
}
