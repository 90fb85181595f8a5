import t from 'tap'
import { createMetrics } from '../../../../speaker/io/process/metrics.ts'
import { metricSamples } from '../../../../speaker/status/metric-samples.ts'
import { METRICS } from '../../../../speaker/status/metric-table.ts'
import { complaints, valueOf } from '../../../support/prometheus-text.ts'
import { BEAT, CONTEXT, OFFICE } from '../../../support/speaker/statuses.ts'

const INPUT = {
  version: '0.1.0',
  nodeVersion: 'v20',
  digests: CONTEXT.digests,
  planRefused: false,
  statuses: [OFFICE],
  beat: { heartbeat: BEAT, wallMilliseconds: 1000 },
}

t.test('the page has every metric, and nothing that Prometheus would not read', async (t) => {
  const page = await createMetrics().page(metricSamples(INPUT))
  t.strictSame(complaints(page), [])
  for (const [name, { type }] of Object.entries(METRICS))
    t.match(page, `# TYPE bellwether_speaker_${name} ${type}\n`)
  t.equal(valueOf(page, 'frames_sent_total{segment="office",kind="probe"}'), 600)
  t.equal(valueOf(page, 'loop_heartbeat_timestamp_seconds'), 1)
  t.match(page, '\nprocess_resident_memory_bytes ')
})

t.test('a second page has the values of its own moment alone', async (t) => {
  const metrics = createMetrics()
  await metrics.page(metricSamples(INPUT))
  const page = await metrics.page(metricSamples({ ...INPUT, statuses: [] }))
  t.equal(valueOf(page, 'frames_sent_total{segment="office",kind="probe"}'), 600, 'not 1200')
  t.notMatch(page, 'bellwether_speaker_addresses{')
})

t.test('texts from a plan are escaped', async (t) => {
  const [node] = OFFICE.nodes
  if (node === undefined) throw new Error('no node')
  const nodes = [{ ...node, node: 'a "b"\\\nc' }]
  const page = await createMetrics().page(
    metricSamples({ ...INPUT, statuses: [{ ...OFFICE, nodes }] }),
  )
  t.strictSame(complaints(page), [])
  t.match(page, String.raw`node="a \"b\"\\\nc"`)
})
