import type { OwnerReason } from '../reasons/placement.ts'

/**
 * The numbers that choosing works on. A node is its place in the order of names, a pool its place in
 * `pools`; texts and objects would be too slow for a hundred thousand addresses.
 */
export type NodeNumber = number

/** No node. */
export const NOBODY: NodeNumber = -1

/** Nodes of one rank among those that may carry an address: equals but for their loads. */
export interface NodeClass {
  readonly ready: boolean
  readonly weight: number
  /** Ascending. */
  readonly nodes: readonly NodeNumber[]
}

export interface ChoiceNode {
  readonly hash: number
  readonly ready: boolean
}

export interface ChoicePool {
  /** True for the nodes that fail-back may move addresses from and to; undefined if it may not move any. */
  readonly settled: ((node: NodeNumber) => boolean) | undefined
}

export interface ChoiceAddress {
  readonly hash: number
  readonly pool: number
  /** The best first. Shared by addresses; empty if nobody may be added to the former candidates. */
  readonly classes: readonly NodeClass[]
  /** Former candidates that still are candidates, in their order. */
  readonly former: readonly NodeNumber[]
  /** True if the first of `former` was the planned owner, or none was planned. */
  readonly ownerStays: boolean
  /** Who announces it now: a candidate, or NOBODY. */
  readonly reported: NodeNumber
  /** Who is wanted by the Service: in one of the classes, or NOBODY. */
  readonly preferred: NodeNumber
}

/** What is chosen for one segment. `addresses` are in order of address: the order is part of the choice. */
export interface ChoiceInput {
  readonly nodes: readonly ChoiceNode[]
  readonly pools: readonly ChoicePool[]
  readonly addresses: readonly ChoiceAddress[]
  /** The most candidates that an address has: the planned owner and its standbys. */
  readonly limit: number
}

/** The candidates of one address, the planned owner first. Filled in step by step while choosing. */
export interface Choice {
  candidates: NodeNumber[]
  reason: OwnerReason
}

/** The addresses that each node carries. */
export interface Loads {
  readonly byPool: readonly Int32Array[]
  readonly ofSegment: Int32Array
}

/** For so many pools and nodes: no node carries anything. */
export function emptyLoads(pools: number, nodes: number): Loads {
  return {
    byPool: Array.from({ length: pools }, () => new Int32Array(nodes)),
    ofSegment: new Int32Array(nodes),
  }
}

/** Changes `loads` in place; nothing is counted for NOBODY. */
export function addLoad(loads: Loads, pool: number, node: NodeNumber, count: 1 | -1): void {
  if (node === NOBODY) return
  loads.byPool[pool]![node]! += count
  loads.ofSegment[node]! += count
}
