import type { Metrics } from '../../../daemon/metrics-page.ts'
import { createMetricsPage } from '../../../daemon/metrics-page.ts'
import { METRIC_PREFIX, METRICS } from '../../status/metric-table.ts'

/** The metrics of the speaker. */
export function createMetrics(): Metrics {
  return createMetricsPage(METRIC_PREFIX, METRICS)
}
