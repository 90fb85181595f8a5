import type { Metrics } from '../../reconciler/io/metrics-page.ts'
import { createMetricsPage } from '../../reconciler/io/metrics-page.ts'
import { METRIC_PREFIX, METRICS } from '../metric-table.ts'

/** The metrics of the speaker. */
export function createMetrics(): Metrics {
  return createMetricsPage(METRIC_PREFIX, METRICS)
}
