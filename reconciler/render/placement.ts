import type { PlacementExplanation } from '../explain/explanation.ts'
import type { NodeRank } from '../placement/node-rank.ts'
import type { Exclusion } from '../reasons/placement.ts'
import {
  describeBasis,
  describeOwner,
  describeOwnerLoss,
  EXCLUSION_REASONS,
} from '../reasons/placement.ts'
import { andMore } from '../../api/text.ts'
import { addressesText } from '../model/words.ts'

/** Why this node, why not each other one: one sentence a line. */
export function describePlacement(placement: PlacementExplanation): readonly string[] {
  const [owner, ...standbys] = placement.candidates
  const basis = describeBasis(placement.basis)
  return [
    ...(owner === undefined ? [] : [`${owner} ${describeOwner(placement.ownerReason)}.`]),
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
  return [`${node} was the owner before and cannot stay: ${describeOwnerLoss(reason)}.`]
}

const SHOWN_RANKS = 10

/** What a choice among several compared. One candidate was no choice. */
function ranking(ranks: readonly NodeRank[]): string[] {
  if (ranks.length < 2) return []
  return [
    'Compared by readiness, preference, weight and load; equals by a hash of address and node:',
    ...ranks.slice(0, SHOWN_RANKS).map((rank) => `  ${rank.node}: ${rankInWords(rank)}`),
    ...(ranks.length > SHOWN_RANKS
      ? [` ${andMore(ranks.length - SHOWN_RANKS)}, none of them better`]
      : []),
  ]
}

function rankInWords(rank: NodeRank): string {
  return [
    rank.ready ? 'ready' : 'not ready',
    ...(rank.preferred ? ['preferred by the Service'] : []),
    ...(rank.weight > 0 ? [`weight ${rank.weight}`] : []),
    `${addressesText(rank.poolAddresses)} of the pool`,
    `${rank.segmentAddresses} of the segment`,
  ].join(', ')
}

/** One line for each reason: in a large cluster most nodes share one. */
function exclusions(excluded: readonly Exclusion[]): string[] {
  return EXCLUSION_REASONS.flatMap((reason) => {
    const nodes = excluded.filter((exclusion) => exclusion.reason === reason)
    if (nodes.length === 0) return []
    const names = nodes.map(({ node }) => node).join(', ')
    return [`${names} may not carry it: ${describeOwnerLoss(reason)}.`]
  })
}

function others({ alsoEligible, excluded }: PlacementExplanation): string[] {
  return [
    ...(alsoEligible.length === 0
      ? []
      : [`Could carry it too, but the plan has candidates enough: ${alsoEligible.join(', ')}.`]),
    ...exclusions(excluded),
  ]
}
