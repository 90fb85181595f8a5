import { choose } from '../placement/choose.ts'
import { exclusions, nodeFilter } from '../placement/eligible-nodes.ts'
import type { AddressCandidates } from '../placement/candidates.ts'
import type { NodeExplanation, NodeInSegment, PlacementExplanation } from './explanation.ts'
import { servingNodes } from '../placement/local-endpoints.ts'
import type { ClusterFacts, NodeFact, Pool } from '../model/model.ts'
import type { NumberedRank } from '../placement/place-owners.ts'
import type { PlacedSegment } from '../placement/place.ts'
import type { NodeRank } from '../placement/node-rank.ts'

export interface PlacementFacts {
  readonly segments: readonly PlacedSegment[]
  /** In force. */
  readonly pools: readonly Pool[]
  readonly facts: ClusterFacts
}

/** Why these nodes, in this order, and why not the others; for the address with this index in the segment. */
export function explainPlacement(
  { facts, pools }: PlacementFacts,
  segment: PlacedSegment,
  index: number,
): PlacementExplanation {
  const entry = segment.candidates.addresses[index]!
  const choice = segment.choices[index]!
  const nameOf = (number: number): string => segment.candidates.nodes[number]!.name
  const candidates = choice.candidates.map(nameOf)
  const pool = poolOf(pools, entry)
  const filter = nodeFilter(pool, entry.assignment.segment)
  const excluded = exclusions(
    facts.nodes ?? [],
    filter,
    servingNodes(facts)(entry.assignment.services),
  )
  const eligible = (entry.eligible?.nodes ?? []).map(nameOf)
  const placement = {
    basis: entry.basis,
    ownerReason: choice.reason,
    candidates,
    alsoEligible: eligible.filter((name) => !candidates.includes(name)),
    excluded,
  }
  const { formerOwner } = entry
  return {
    ...placement,
    ...(formerOwner === undefined || formerOwner === candidates[0]
      ? {}
      : { formerOwner: formerOwnerNow(formerOwner, facts.nodes, excluded) }),
    ...(choice.reason === 'placed' ? { ranking: rankingOf(segment, index, nameOf) } : {}),
  }
}

function poolOf(pools: readonly Pool[], { assignment }: AddressCandidates): Pool | undefined {
  return pools.find(({ name }) => name === assignment.pool)
}

function formerOwnerNow(
  node: string,
  nodes: readonly NodeFact[] | undefined,
  excluded: PlacementExplanation['excluded'],
): NonNullable<PlacementExplanation['formerOwner']> {
  const isGone = nodes !== undefined && !nodes.some(({ name }) => name === node)
  const reason = isGone ? 'nodeGone' : excluded.find((one) => one.node === node)?.reason
  return { node, ...(reason === undefined ? {} : { reason }) }
}

/** Choosing is deterministic: it is done once more, and watched when it comes to the address. */
function rankingOf(
  { input }: PlacedSegment,
  index: number,
  nameOf: (number: number) => string,
): NodeRank[] {
  let found: NumberedRank[] = []
  choose(input, (placed, ranking) => {
    if (placed === index) found = ranking()
  })
  return found.map(({ number, ...rank }) => ({ node: nameOf(number), ...rank }))
}

/** What a node carries and may carry, segment by segment. */
export function explainNode(placement: PlacementFacts, name: string): NodeExplanation {
  const { facts, segments } = placement
  const fact = facts.nodes?.find((node) => node.name === name)
  const standing = facts.nodes === undefined ? 'unknown' : fact === undefined ? 'absent' : 'present'
  return {
    kind: 'node',
    node: name,
    standing,
    ...(fact === undefined ? {} : { ready: fact.ready }),
    segments: segments.map((segment) => nodeInSegment(placement, segment, { name, fact })),
  }
}

function nodeInSegment(
  { pools }: PlacementFacts,
  { plan }: PlacedSegment,
  { name, fact }: { readonly name: string; readonly fact: NodeFact | undefined },
): NodeInSegment {
  const { segment, nodes, announcements } = plan.spec
  const index = nodes.findIndex((node) => node.name === name)
  const addressesAt = (carries: (place: number) => boolean): string[] =>
    announcements
      .filter(({ candidates }) => candidates.includes(index) && carries(candidates.indexOf(index)))
      .map(({ address }) => address)
  return {
    segment,
    addresses: nodes[index]?.addresses ?? [],
    pools:
      fact === undefined
        ? []
        : pools
            .filter((pool) => pool.segment === segment)
            .map((pool) => {
              const excluded = nodeFilter(pool, segment)(fact)
              return { pool: pool.name, ...(excluded === undefined ? {} : { excluded }) }
            }),
    owns: addressesAt((place) => place === 0),
    standsByFor: addressesAt((place) => place > 0),
  }
}
