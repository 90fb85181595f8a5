import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'

export interface MetricEntry {
  readonly type: 'counter' | 'gauge'
  readonly help: string
  readonly labels: readonly string[]
}

export interface Sample {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly value: number
}

export interface Metrics {
  readonly contentType: string
  /** Of our own metrics it has these values and no others. */
  readonly page: (samples: readonly Sample[]) => Promise<string>
}

/** The metrics of a table, and prom-client's own of the process. */
export function createMetricsPage(
  prefix: string,
  table: Readonly<Record<string, MetricEntry>>,
): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const metrics = new Map(
    Object.entries(table).map(([name, entry]) => [name, register(prefix + name, entry, registry)]),
  )
  return {
    contentType: registry.contentType,
    page(samples) {
      for (const metric of metrics.values()) metric.reset()
      for (const { name, labels, value } of samples) metrics.get(name)?.inc(labels, value)
      return registry.metrics()
    },
  }
}

function register(
  name: string,
  { type, help, labels }: MetricEntry,
  registry: Registry,
): Counter | Gauge {
  const options = { name, help, labelNames: [...labels], registers: [registry] }
  return type === 'counter' ? new Counter(options) : new Gauge(options)
}
