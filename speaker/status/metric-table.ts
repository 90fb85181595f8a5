/** What all names of our own metrics begin with. */
export const METRIC_PREFIX = 'bellwether_speaker_'

export interface MetricEntry {
  readonly type: 'counter' | 'gauge'
  readonly help: string
  readonly labels: readonly string[]
}

/**
 * Every metric of the speaker. Registration and docs/metrics.md are made from this table; names are never
 * given another meaning. No label has a value for each address: there may be thousands.
 */
export const METRICS = {
  build_info: {
    type: 'gauge',
    help: 'Always 1: the version of the speaker and of Node.js.',
    labels: ['version', 'node_version'],
  },
  leading: {
    type: 'gauge',
    help: '1 while this speaker answers for the segment, 0 while it listens.',
    labels: ['segment'],
  },
  role: {
    type: 'gauge',
    help: '1 for what this speaker is in the election of the segment, 0 for what it is not: standby, leading (by the Lease), failStatic (without the API server) or standIn.',
    labels: ['segment', 'role'],
  },
  role_changes_total: {
    type: 'counter',
    help: 'Changes of the role, by the new one.',
    labels: ['segment', 'role'],
  },
  lease_info: {
    type: 'gauge',
    help: 'Always 1: who holds the Lease of the segment, as this speaker saw it last; empty for nobody.',
    labels: ['segment', 'holder'],
  },
  api_reachable: {
    type: 'gauge',
    help: '1 while the API server answers what is asked of the Lease, else 0.',
    labels: ['segment'],
  },
  plan_status_writes_total: {
    type: 'counter',
    help: "Writes of the plan's status, by what became of them: written or failed.",
    labels: ['segment', 'outcome'],
  },
  plan_info: {
    type: 'gauge',
    help: 'Always 1: the digest of the plan that is carried out.',
    labels: ['segment', 'digest'],
  },
  plan_refused: {
    type: 'gauge',
    help: '1 while the plan that is there cannot be used and the one before it is carried out, else 0.',
    labels: [],
  },
  addresses: {
    type: 'gauge',
    help: 'Addresses by what is done about them, each once for a link.',
    labels: ['segment', 'state'],
  },
  addresses_moved: {
    type: 'gauge',
    help: 'Addresses whose owner is not the one that the plan names.',
    labels: ['segment'],
  },
  nodes_demoted: {
    type: 'gauge',
    help: 'Nodes that answer on layer 2 and cannot serve, by what kube-proxy says there.',
    labels: ['segment'],
  },
  nodes: {
    type: 'gauge',
    help: 'Nodes by what probing says of them, each once for a link and a family.',
    labels: ['segment', 'verdict'],
  },
  node_up: {
    type: 'gauge',
    help: '1 while the node answers probes (verdict up or suspect), else 0. Left out for segments of more than 1,000 nodes.',
    labels: ['segment', 'node', 'link', 'family'],
  },
  node_round_trip_seconds: {
    type: 'gauge',
    help: 'Smoothed round-trip time of the probes of a node (RFC 6298). Left out for segments of more than 1,000 nodes.',
    labels: ['segment', 'node', 'link', 'family'],
  },
  frames_received_total: {
    type: 'counter',
    help: 'Frames that the filter let through, by what became of them: answered, learned, or why not.',
    labels: ['segment', 'outcome'],
  },
  frames_sent_total: {
    type: 'counter',
    help: 'Frames that were sent, by what for.',
    labels: ['segment', 'kind'],
  },
  send_failures_total: {
    type: 'counter',
    help: 'Frames that the kernel did not take.',
    labels: [],
  },
  moves_total: {
    type: 'counter',
    help: 'Moves of an address to another owner, by why.',
    labels: ['segment', 'reason'],
  },
  verdict_changes_total: {
    type: 'counter',
    help: "Changes of a node's verdict, by the new one.",
    labels: ['segment', 'verdict'],
  },
  holds_total: {
    type: 'counter',
    help: 'Verdicts that did not count, by why.',
    labels: ['segment', 'reason'],
  },
  conflicts: {
    type: 'gauge',
    help: 'Claims of our addresses by others that go on, by who claims.',
    labels: ['segment', 'reason'],
  },
  claims_heard_total: {
    type: 'counter',
    help: 'Claims of our addresses by others that were heard, by who claims.',
    labels: ['segment', 'reason'],
  },
  links_up: {
    type: 'gauge',
    help: 'Network interfaces that are up and listened on.',
    labels: [],
  },
  loop_heartbeat_timestamp_seconds: {
    type: 'gauge',
    help: 'When the loop of the wire gave its last sign, which it does each second.',
    labels: [],
  },
} as const satisfies Readonly<Record<string, MetricEntry>>

export type MetricName = keyof typeof METRICS

type LabelOf<N extends MetricName> = (typeof METRICS)[N]['labels'][number]

/** One value of a metric. */
export type MetricSample = {
  readonly [N in MetricName]: {
    readonly name: N
    readonly labels: Readonly<Record<LabelOf<N>, string>>
    readonly value: number
  }
}[MetricName]
