import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { MetricEntry } from '../../../speaker/status/metric-table.ts'
import { METRIC_PREFIX, METRICS } from '../../../speaker/status/metric-table.ts'
import { root } from '../../support/root.ts'

const metrics = Object.entries<MetricEntry>(METRICS)

t.test('names follow the conventions of Prometheus', async (t) => {
  for (const [name, { type, labels, help }] of metrics) {
    t.match(name, /^[a-z]+(?:_[a-z]+)*$/, name)
    t.equal(name.endsWith('_total'), type === 'counter', `${name}: _total is for counters alone`)
    t.notMatch(name, /milliseconds|_ms$|_count$|_sum$|_bucket$/, `${name}: base units`)
    t.match(help, /^[A-Z0-9].*\.$/, `${name}: help is a sentence`)
    t.ok(
      labels.every((label) => /^[a-z_]+$/.test(label) && label !== 'address'),
      `${name}: labels`,
    )
  }
})

t.test('docs/metrics.md has each of them', async (t) => {
  const page = readFileSync(join(root, 'docs/metrics.md'), 'utf8')
  for (const [name, { help }] of metrics) {
    t.ok(page.includes(`\`${METRIC_PREFIX}${name}\``), name)
    t.ok(page.includes(help), `${name}: help`)
  }
  t.equal(page.match(/^\| `bellwether_speaker_\w+` \|/gm)?.length, metrics.length, 'and no other')
})
