interface AskedNode {
  readonly segment: string
  readonly node: string
  readonly port: number
  /** Of a Service that wants local endpoints; without: of every address. */
  readonly addresses?: readonly string[]
}

/** A node answers on layer 2, and cannot serve: its addresses go to nodes that can. */
export interface NodeDemoted extends AskedNode {
  readonly level: 'warn'
  readonly event: 'NodeDemoted'
  readonly reason: DemotionReason
}

/** It can again. */
export interface NodeRestored extends AskedNode {
  readonly level: 'info'
  readonly event: 'NodeRestored'
}

/** An address moved as planned, although its new owner has not said in time that it has endpoints. */
export interface EndpointsNotReady {
  readonly level: 'warn'
  readonly event: 'EndpointsNotReady'
  readonly segment: string
  readonly node: string
  readonly port: number
  readonly address: string
  readonly seconds: number
}

export type HealthReport = NodeDemoted | NodeRestored | EndpointsNotReady

/**
 * What asking came to.
 * - `fit`: 200.
 * - `unfit`: 503.
 * - `refused`: nothing listens on the port, and the node says so (RFC 9293 §3.5.2).
 * - `silent`: no answer in time, or the node cannot be reached.
 * - `strange`: any other answer; whoever gave it is not who was asked for.
 */
export type HealthAnswer = 'fit' | 'unfit' | 'refused' | 'silent' | 'strange'

/** Why a node is demoted. */
export type DemotionReason = Exclude<HealthAnswer, 'fit' | 'strange'>
