import type { RunState, RunTally } from '../watch/metrics.ts'
import { RUN_METRIC_PREFIX, RUN_METRICS, stateSamples } from '../watch/metrics.ts'
import type { Metrics } from '../../daemon/metrics-page.ts'
import type { Pages } from '../../daemon/page-server.ts'
import { textPage } from '../../daemon/page-server.ts'

/** What the pages are made from. */
export interface RunPagesSource {
  readonly tally: RunTally
  readonly state: () => RunState
  readonly readiness: () => { readonly settled: boolean; readonly poolsRead: boolean }
}

/** Health is that the loop answers at all; who follows another writer is as ready as the writer. */
export function runPages({ tally, state, readiness }: RunPagesSource): Pages {
  let metrics: Promise<Metrics> | undefined
  return {
    '/healthz': () => textPage(200, ['ok']),
    '/readyz': () => {
      const { settled, poolsRead } = readiness()
      const reasons = [
        ...(settled ? [] : ['NotSettled: not every kind has been listed yet']),
        ...(poolsRead ? [] : ['NoPools: the pool files have never been read']),
      ]
      return reasons.length === 0 ? textPage(200, ['ok']) : textPage(503, reasons)
    },
    '/metrics': async () => {
      // Loaded when somebody scrapes: it takes megabytes.
      metrics ??= import('../../daemon/metrics-page.ts').then(({ createMetricsPage }) =>
        createMetricsPage(RUN_METRIC_PREFIX, RUN_METRICS),
      )
      const { contentType: type, page } = await metrics
      return { status: 200, type, body: await page([...stateSamples(state()), ...tally.samples()]) }
    },
  }
}
