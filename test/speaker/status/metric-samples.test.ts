import t from 'tap'
import { metricSamples, MOST_NODES_BY_NAME } from '../../../speaker/status/metric-samples.ts'
import type { MetricInput } from '../../../speaker/status/metric-samples.ts'
import type { MetricName } from '../../../speaker/status/metric-table.ts'
import { METRICS } from '../../../speaker/status/metric-table.ts'
import { BEAT, CONTEXT, ELECTION, OFFICE } from '../../support/speaker/statuses.ts'

const INPUT: MetricInput = {
  version: '0.1.0',
  nodeVersion: 'v20.19.0',
  digests: CONTEXT.digests,
  planRefused: false,
  statuses: [OFFICE],
  beat: { heartbeat: BEAT, wallMilliseconds: 1_767_225_662_250 },
  election: ELECTION,
}

/** The samples of a metric as `label values: value`, without the segment's name. */
function values(input: MetricInput, metric: MetricName): readonly string[] {
  return metricSamples(input)
    .filter(({ name }) => name === metric)
    .map(({ labels, value }) => {
      const others = Object.entries(labels).filter(([label]) => label !== 'segment')
      return `${others.map(([, text]) => text).join(' ')}: ${value}`
    })
}

const EXPECTED: Readonly<Record<MetricName, readonly string[]>> = {
  build_info: ['0.1.0 v20.19.0: 1'],
  leading: [': 1'],
  role: ['standby: 1', 'leading: 0', 'failStatic: 0', 'standIn: 0'],
  role_changes_total: ['standby: 2', 'leading: 1', 'failStatic: 0', 'standIn: 0'],
  lease_info: ['worker-2_speaker-y: 1'],
  api_reachable: [': 0'],
  plan_status_writes_total: ['written: 5', 'failed: 1'],
  plan_info: ['sha256:0011223344556677: 1'],
  plan_refused: [': 0'],
  addresses: ['announced: 1', 'checking: 0', 'held: 0', 'unresolved: 1', 'listening: 0'],
  addresses_moved: [': 1'],
  nodes_demoted: [': 1'],
  nodes: ['unknown: 0', 'up: 1', 'suspect: 0', 'down: 1'],
  node_up: ['one eth0 IPv4: 1', 'three eth0 IPv6: 0'],
  node_round_trip_seconds: ['one eth0 IPv4: 0.000123456'],
  frames_received_total: ['notOurs: 40', 'answered: 12'],
  frames_sent_total: ['probe: 600', 'answer: 12', 'announcement: 20'],
  send_failures_total: [': 2'],
  moves_total: [
    'planned: 0',
    'ownerDown: 1',
    'ownerUnresolved: 0',
    'ownerDemoted: 0',
    'notCandidate: 0',
    'failback: 0',
    'heard: 0',
  ],
  verdict_changes_total: ['unknown: 0', 'up: 2', 'suspect: 0', 'down: 1'],
  holds_total: ['nobodyHeard: 0', 'loopLate: 1'],
  conflicts: ['Stranger: 1', 'VirtualRouter: 0', 'ProxyArp: 0', 'NodeAnswersItself: 0'],
  claims_heard_total: ['Stranger: 3', 'VirtualRouter: 0', 'ProxyArp: 0', 'NodeAnswersItself: 0'],
  links_up: [': 1'],
  loop_heartbeat_timestamp_seconds: [': 1767225662.25'],
}

for (const [metric, lines] of Object.entries(EXPECTED))
  t.test(metric, async (t) => {
    t.strictSame(values(INPUT, metric as MetricName), lines)
  })

t.test('every sample has the labels of its metric, and none is there twice', async (t) => {
  const samples = metricSamples({ ...INPUT, statuses: [OFFICE, { ...OFFICE, segment: 'lab' }] })
  for (const { name, labels } of samples)
    t.strictSame(Object.keys(labels), [...METRICS[name].labels], name)
  const keys = samples.map(({ name, labels }) => `${name} ${JSON.stringify(labels)}`)
  t.equal(new Set(keys).size, keys.length)
})

t.test('before the first heartbeat, what it tells is missing', async (t) => {
  const names = metricSamples({ ...INPUT, beat: undefined, statuses: [], election: undefined }).map(
    ({ name }) => name,
  )
  t.strictSame(names, ['build_info', 'plan_refused', 'plan_info'])
})

t.test('a plan that was refused, and a segment that another speaker leads', async (t) => {
  t.strictSame(values({ ...INPUT, planRefused: true }, 'plan_refused'), [': 1'])
  t.strictSame(values({ ...INPUT, statuses: [{ ...OFFICE, leads: false }] }, 'leading'), [': 0'])
})

t.test('nodes are named up to a limit, each counted once', async (t) => {
  const [node] = OFFICE.nodes
  if (node === undefined) throw new Error('no node')
  const named = (count: number) =>
    Array.from({ length: count }, (_, at) => `node-${at}`).flatMap((name) => [
      { ...node, node: name },
      { ...node, node: name, family: 'IPv6' as const },
    ])
  const samplesOf = (count: number, metric: MetricName) =>
    values({ ...INPUT, statuses: [{ ...OFFICE, nodes: named(count) }] }, metric)
  t.equal(samplesOf(MOST_NODES_BY_NAME, 'node_up').length, 2 * MOST_NODES_BY_NAME)
  t.equal(samplesOf(MOST_NODES_BY_NAME + 1, 'node_up').length, 0)
  t.equal(samplesOf(MOST_NODES_BY_NAME + 1, 'node_round_trip_seconds').length, 0)
  t.equal(samplesOf(MOST_NODES_BY_NAME + 1, 'nodes')[1], `up: ${2 * MOST_NODES_BY_NAME + 2}`)
})

t.test('a Lease that nobody has seen, and an API server that answers', async (t) => {
  const api = { reachable: true, since: 0 }
  const status = { ...ELECTION.status, lease: undefined, api }
  const input = { ...INPUT, election: { ...ELECTION, status } }
  t.strictSame(values(input, 'lease_info'), [': 1'])
  t.strictSame(values(input, 'api_reachable'), [': 1'])
})
