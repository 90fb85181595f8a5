import type { NodeNumber } from './choice.ts'
import { compileSelector } from '../model/label-selector.ts'
import type { ServingNodes } from './local-endpoints.ts'
import type { NodeFact, Pool } from '../model/model.ts'
import { isOnSegment } from './segment-addresses.ts'
import type { SegmentNode } from './segment-nodes.ts'
import type { Exclusion, ExclusionReason } from '../reasons/placement.ts'

/** Nodes that addresses may be placed on: one object for all addresses of a pool with the same endpoints. */
export interface EligibleNodes {
  /** Undefined if the pool is not in force. */
  readonly pool: Pool | undefined
  /** Ascending. One list for all pools that select nodes alike. */
  readonly nodes: readonly NodeNumber[]
  readonly has: (node: NodeNumber) => boolean
}

/** From so many nodes on, looking one up in their list costs more than a table of all nodes. */
const MANY_NODES = 16

export type NodeFilter = (node: NodeFact) => ExclusionReason | undefined

/** Why a node may not carry addresses of the pool, whatever their Services; of no known pool if undefined. */
export function nodeFilter(pool: Pool | undefined, segment: string): NodeFilter {
  const selected = compileSelector(pool?.nodeSelector)
  const networks = pool?.nodeNetworks ?? []
  return (node) => {
    if (!selected(node.labels)) return 'notSelected'
    if (node.networkUnavailable) return 'networkUnavailable'
    if (node.excludedByLabel) return 'excludedByLabel'
    if (!isOnSegment(node, segment, networks)) return 'noAddressOnSegment'
    return undefined
  }
}

/**
 * Finds the nodes of a segment for a pool and the endpoints of a Service, each pair once. A node that only the
 * previous plan puts on the segment is never among them.
 */
export function eligibleFinder(
  segment: string,
  nodes: readonly SegmentNode[],
): (pool: Pool | undefined, serving: ServingNodes) => EligibleNodes {
  const numbers = new Map(nodes.map(({ name }, number) => [name, number]))
  const found = new Map<string, EligibleNodes>()
  const passing = new Map<Pool | undefined, EligibleNodes>()
  const alike = new Map<string, EligibleNodes>()

  function passingPool(pool: Pool | undefined): EligibleNodes {
    const known = passing.get(pool)
    if (known !== undefined) return known
    const key = filterKey(pool)
    const shared = alike.get(key) ?? eligibleNodes(pool, passingNodes(nodes, pool, segment))
    alike.set(key, shared)
    const eligible = { ...shared, pool }
    passing.set(pool, eligible)
    return eligible
  }

  return (pool, serving) => {
    const passed = passingPool(pool)
    if (serving.type !== 'some') return passed
    const some = serving.names.flatMap((name) => {
      const number = numbers.get(name)
      return number !== undefined && passed.has(number) ? [number] : []
    })
    const key = `${poolKey(pool)}\0${some.join()}`
    const eligible = found.get(key) ?? eligibleNodes(pool, some)
    found.set(key, eligible)
    return eligible
  }
}

function passingNodes(
  nodes: readonly SegmentNode[],
  pool: Pool | undefined,
  segment: string,
): readonly NodeNumber[] {
  const filter = nodeFilter(pool, segment)
  return nodes.flatMap(({ fact, current }, number) =>
    current && fact !== undefined && filter(fact) === undefined ? [number] : [],
  )
}

/** The same for pools of a segment whose filters pass the same nodes. */
function filterKey(pool: Pool | undefined): string {
  const networks = (pool?.nodeNetworks ?? []).map(({ network, length }) => [network.text, length])
  return JSON.stringify([pool?.nodeSelector, networks])
}

/** A pool's name is never empty. */
function poolKey(pool: Pool | undefined): string {
  return pool?.name ?? ''
}

function eligibleNodes(pool: Pool | undefined, nodes: readonly NodeNumber[]): EligibleNodes {
  if (nodes.length < MANY_NODES) return { pool, nodes, has: (node) => nodes.includes(node) }
  const members = new Uint8Array(nodes.at(-1)! + 1)
  for (const node of nodes) members[node] = 1
  return { pool, nodes, has: (node) => members[node] === 1 }
}

/** Every node that may not carry an address of the pool, with the reason. `nodes` are sorted by name. */
export function exclusions(
  nodes: readonly NodeFact[],
  filter: NodeFilter,
  serving: ServingNodes,
): Exclusion[] {
  const names = serving.type === 'some' ? new Set(serving.names) : undefined
  return nodes.flatMap((node): Exclusion[] => {
    const reason =
      filter(node) ??
      (names === undefined || names.has(node.name) ? undefined : ('noLocalEndpoint' as const))
    return reason === undefined ? [] : [{ node: node.name, reason }]
  })
}
