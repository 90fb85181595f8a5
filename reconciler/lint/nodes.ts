import { contains, rangeOfPrefix } from '../../api/address.ts'
import { nodeFilter } from '../placement/eligible-nodes.ts'
import type { Finding } from '../../api/finding.ts'
import { compileSelector, selectorText } from '../model/label-selector.ts'
import type { ClusterFacts, NodeFact } from '../model/model.ts'
import { formatPrefix } from '../pools/network-rules.ts'
import { poolFinding } from '../pools/finding.ts'
import type { PlacedPool } from './placed-pool.ts'
import type { ExclusionReason } from '../reasons/placement.ts'
import { countedExclusion, EXCLUSION_REASONS } from '../reasons/placement.ts'
import { firstOf } from '../../api/text.ts'

/** The nodes that a pool selects, told apart by whether they can be candidates. */
interface SelectedNodes {
  readonly candidates: readonly NodeFact[]
  readonly others: readonly { readonly node: NodeFact; readonly reason: ExclusionReason }[]
}

/** Which nodes may carry the addresses of a pool: selectors that match nothing, and nodes that cannot be candidates. */
export function nodeFindings(placed: PlacedPool, { nodes }: ClusterFacts): Finding[] {
  if (nodes === undefined || nodes.length === 0) return []
  const selected = selectNodes(placed, nodes)
  if (selected.candidates.length + selected.others.length === 0) return [selectsNone(placed, nodes)]
  const idle = idleNetworks(placed, selected)
  if (selected.candidates.length === 0) return [...idle, withoutCandidates(placed, selected)]
  return [...idle, ...withoutAddress(placed, selected), ...idlePreferences(placed, selected)]
}

function selectNodes({ pool }: PlacedPool, nodes: readonly NodeFact[]): SelectedNodes {
  const filter = nodeFilter(pool, pool.segment)
  const candidates: NodeFact[] = []
  const others: { node: NodeFact; reason: ExclusionReason }[] = []
  for (const node of nodes) {
    const reason = filter(node)
    if (reason === undefined) candidates.push(node)
    else if (reason !== 'notSelected') others.push({ node, reason })
  }
  return { candidates, others }
}

function selectsNone({ pool, document }: PlacedPool, nodes: readonly NodeFact[]): Finding {
  return poolFinding(
    'BW3024',
    { document, path: ['spec', 'announce', 'nodeSelector'] },
    {
      message: `nodeSelector matches none of the ${nodes.length} nodes: ${selectorText(pool.nodeSelector)}`,
      hint: 'compare it with `kubectl get nodes --show-labels`; without a node these addresses get no answer',
    },
  )
}

function withoutCandidates({ pool, document }: PlacedPool, { others }: SelectedNodes): Finding {
  const path =
    pool.nodeNetworks.length > 0 ? ['spec', 'announce', 'nodeNetworks'] : ['metadata', 'name']
  return poolFinding(
    'BW3026',
    { document, path },
    {
      message: `no node can carry the addresses of ${pool.name}: ${countReasons(others)}`,
      hint: `correct nodeSelector or nodeNetworks, or annotate nodes with bellwether.dev/address.${pool.segment}`,
    },
  )
}

/** Nodes without an address come first: that is what the pool itself can cure. */
function countReasons(others: SelectedNodes['others']): string {
  const reasons = EXCLUSION_REASONS.toSorted((a, b) => Number(isCurable(b)) - Number(isCurable(a)))
  return reasons
    .map((reason) => ({
      words: countedExclusion(reason),
      count: others.filter((other) => other.reason === reason).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${count} ${words}`)
    .join(', ')
}

function isCurable(reason: ExclusionReason): boolean {
  return reason === 'noAddressOnSegment'
}

const SHOWN = 3

function withoutAddress({ pool, document }: PlacedPool, { others }: SelectedNodes): Finding[] {
  const lacking = others.filter(({ reason }) => reason === 'noAddressOnSegment')
  if (lacking.length === 0) return []
  const names = lacking.map(({ node }) => node.name)
  const path =
    pool.nodeNetworks.length > 0
      ? ['spec', 'announce', 'nodeNetworks']
      : ['spec', 'announce', 'segment']
  return [
    poolFinding(
      'BW3028',
      { document, path },
      {
        message: `${firstOf(names, SHOWN)} cannot carry addresses of the pool ${pool.name}: no address on the segment ${pool.segment}`,
        hint: `annotate them with bellwether.dev/address.${pool.segment}, or exclude them with nodeSelector`,
      },
    ),
  ]
}

function idlePreferences(
  { pool, document }: PlacedPool,
  { candidates, others }: SelectedNodes,
): Finding[] {
  return pool.preferredNodes.flatMap(({ selector }, index) => {
    const prefers = compileSelector(selector)
    if (candidates.some(({ labels }) => prefers(labels))) return []
    const excluded = others.filter(({ node }) => prefers(node.labels))
    const why =
      excluded.length > 0
        ? `only nodes that cannot carry addresses (${countReasons(excluded)})`
        : 'none of the nodes that the pool selects'
    return [
      poolFinding(
        'BW3027',
        { document, path: ['spec', 'announce', 'preferredNodes', index, 'selector'] },
        {
          message: `the preference for ${selectorText(selector)} matches ${why}`,
          hint: 'correct the selector, or remove the preference',
        },
      ),
    ]
  })
}

function idleNetworks({ pool, document }: PlacedPool, { candidates }: SelectedNodes): Finding[] {
  return pool.nodeNetworks.flatMap((network, index) => {
    const range = rangeOfPrefix(network)
    const isUsed = candidates.some(({ internalIPs, segmentAddresses }) =>
      [...internalIPs, ...Object.values(segmentAddresses).flat()].some((each) =>
        contains(range, each),
      ),
    )
    if (isUsed) return []
    const path = ['spec', 'announce', 'nodeNetworks', index]
    return [
      poolFinding(
        'BW3029',
        { document, path },
        {
          message: `no node that the pool selects has an address in ${formatPrefix(network)}`,
          hint: 'write the network of the nodes on this segment, as `ip address` shows it there',
        },
      ),
    ]
  })
}
