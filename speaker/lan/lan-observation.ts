/** What the election reads of the LAN; times monotonic ms. */
export interface LanObservation {
  readonly segment: string
  /** A link that carries addresses of the plan is up. */
  readonly linkUp: boolean
  /** By name of node, of every node of the plan but our own; `suspect` counts as up, never answered yet is unknown. */
  readonly nodes: ReadonlyMap<string, 'unknown' | 'up' | 'down'>
  /** No node answers on any link, and nobody else is heard there: verdicts are held, for our own port may be dead. */
  readonly isBlind: boolean
  /**
   * Other nodes whose frames announced an address of the plan: a speaker runs there and leads. Last time
   * heard.
   */
  readonly speakers: ReadonlyMap<string, number>
}
