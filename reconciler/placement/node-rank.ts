/**
 * What a new placement compares, in this order: ready first, the Service's preferred node, more weight, fewer
 * addresses of the pool, fewer of the segment, then a hash of address and node.
 */
export interface NodeRank {
  readonly node: string
  readonly ready: boolean
  /** Named by a Service's annotation `bellwether.dev/node`. */
  readonly preferred: boolean
  /** Sum of the pool's `preferredNodes` weights that match. */
  readonly weight: number
  /** Addresses of the pool that it carries already when this one is placed. */
  readonly poolAddresses: number
  /** Addresses of the segment that it carries already when this one is placed. */
  readonly segmentAddresses: number
}
