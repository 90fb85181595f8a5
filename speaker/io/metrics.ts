import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { MetricEntry, MetricSample } from '../metric-table.ts'
import { METRIC_PREFIX, METRICS } from '../metric-table.ts'

export interface Metrics {
  readonly contentType: string
  /** Of our own metrics it has these values and no others. */
  readonly page: (samples: readonly MetricSample[]) => Promise<string>
}

/** The metrics of the table, and prom-client's own of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const metrics = new Map(
    Object.entries<MetricEntry>(METRICS).map(([name, entry]) => [
      name,
      register(name, entry, registry),
    ]),
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
  const options = {
    name: `${METRIC_PREFIX}${name}`,
    help,
    labelNames: [...labels],
    registers: [registry],
  }
  return type === 'counter' ? new Counter(options) : new Gauge(options)
}
