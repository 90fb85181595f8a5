import type { Prefix } from '../../api/address.ts'
import type { PlanNode } from '../../api/objects.ts'
import type { NodeFact, Pool } from '../model/model.ts'
import { addressesOnSegment } from './segment-addresses.ts'
import { compareText } from '../../api/order.ts'

/** A node that the segment's candidates can be chosen from, or were. */
export interface SegmentNode extends PlanNode {
  /** Undefined if the state has no such Node, or no Nodes at all. */
  readonly fact: NodeFact | undefined
  /**
   * True if the node belongs into the node table in any case. The others are kept from the previous plan: they
   * belong there only while an address needs them.
   */
  readonly current: boolean
}

/**
 * The nodes of a segment, sorted by name: all with an address there, and those of the previous plan.
 * `pools` are the segment's pools in force; without any, nobody knows which networks count, and the node table
 * of the previous plan does, `former`, if there is one; without Nodes in the state, it does too.
 */
export function segmentNodes(
  segment: string,
  pools: readonly Pool[],
  facts: readonly NodeFact[] | undefined,
  former: readonly PlanNode[] | undefined,
): SegmentNode[] {
  const addressesOf = addressReader(segment, pools, former)
  const found = (facts ?? []).flatMap((fact) => {
    const addresses = addressesOf(fact)
    return addresses.length > 0 ? [{ name: fact.name, addresses, fact, current: true }] : []
  })
  const foundNames = new Set(found.map(({ name }) => name))
  const factsByName = new Map((facts ?? []).map((fact) => [fact.name, fact]))
  const kept = (former ?? [])
    .filter(({ name }) => !foundNames.has(name))
    .map(({ name, addresses }) => ({
      name,
      addresses,
      fact: factsByName.get(name),
      current: facts === undefined,
    }))
  return [...found, ...kept].sort((a, b) => compareText(a.name, b.name))
}

function addressReader(
  segment: string,
  pools: readonly Pool[],
  former: readonly PlanNode[] | undefined,
): (fact: NodeFact) => readonly string[] {
  if (pools.length === 0 && former !== undefined) {
    const known = new Map(former.map(({ name, addresses }) => [name, addresses]))
    return ({ name }) => known.get(name) ?? []
  }
  const networks = networksOf(pools)
  return (fact) => [...new Set(addressesOnSegment(fact, segment, networks).map(({ text }) => text))]
}

/** Where the nodes' addresses may be: empty if anywhere. */
function networksOf(pools: readonly Pool[]): Prefix[] {
  if (pools.some(({ nodeNetworks }) => nodeNetworks.length === 0)) return []
  const all = pools.flatMap(({ nodeNetworks }) => nodeNetworks)
  return [...new Map(all.map((one) => [`${one.network.text}/${one.length}`, one])).values()]
}
