import type { DemotionReason } from './health-judge.ts'

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
