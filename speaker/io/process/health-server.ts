import type { HttpAddress, Page, Pages, PageServer } from '../../../daemon/page-server.ts'
import { servePages, textPage } from '../../../daemon/page-server.ts'
import type { Metrics } from '../../../daemon/metrics-page.ts'
import type { NotReadyReason } from '../../status/vitals.ts'
import { describeReason, notHealthyReasons, notReadyReasons } from '../../status/vitals.ts'
import { metricSamples } from '../../status/metric-samples.ts'
import { formatStatus } from '../../status/document.ts'
import type { SpeakerState } from './speaker-state.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** What the pages are made from. */
export type HealthSource = Pick<SpeakerState, 'vitals' | 'document' | 'metrics'>

/** Serves metrics, health and status; where it cannot, it says so, and the speaker goes on. */
export function serveHealth(
  address: HttpAddress,
  source: HealthSource,
  log: SpeakerLog,
): Promise<PageServer> {
  return servePages(address, createPages(source), log)
}

function createPages(source: HealthSource): Pages {
  let metrics: Promise<Metrics> | undefined
  return {
    '/healthz': () => verdict(notHealthyReasons(source.vitals())),
    '/readyz': () => verdict(notReadyReasons(source.vitals())),
    '/metrics': async () => {
      const samples = metricSamples(await source.metrics())
      // Loaded when somebody scrapes: it takes megabytes.
      metrics ??= import('./metrics.ts').then(({ createMetrics }) => createMetrics())
      const { contentType: type, page } = await metrics
      return { status: 200, type, body: await page(samples) }
    },
    '/status': async () => ({
      status: 200,
      type: 'application/json',
      body: formatStatus(await source.document()),
    }),
  }
}

function verdict(reasons: readonly NotReadyReason[]): Page {
  return reasons.length === 0 ? textPage(200, ['ok']) : textPage(503, reasons.map(describeReason))
}
