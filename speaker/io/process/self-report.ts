import type { Heartbeat, WireStatus } from '../../status/heartbeat.ts'
import type { ElectionMetrics } from '../../status/metric-samples.ts'
import type { PlanInForce } from '../../reports/report.ts'
import type { HttpAddress, PageServer } from '../../../daemon/page-server.ts'
import type { PlanOrigin } from '../../status/document.ts'
import { serveHealth } from './health-server.ts'
import { createSpeakerState } from './speaker-state.ts'
import { createStatusFile, readRememberedOwners } from '../files/status-file.ts'
import type { RememberedOwner } from '../../lan/settings.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** Where, and as whom, a speaker tells what it does. */
export interface SelfReportOptions {
  /** The node that it runs on. */
  readonly holder: string
  readonly version: string
  /** Undefined: nothing is written. */
  readonly statusFile: string | undefined
  /** Undefined: nothing is served. */
  readonly http: HttpAddress | undefined
}

/** Everything that a speaker says about itself beside its log: status file, metrics, health. */
export interface SelfReport {
  /** The log that it was given; what is logged is taken note of. */
  readonly log: SpeakerLog
  /** From the status file, as a speaker before this one has left it. */
  rememberedOwners(): Promise<readonly RememberedOwner[]>
  /** The sockets are open: from now on, who asks is answered. */
  started(): Promise<void>
  adopted(plans: readonly PlanInForce[]): void
  beat(heartbeat: Heartbeat): void
  /** Writes the status a last time, which needs a loop that still runs. */
  close(): Promise<void>
}

export interface SelfReportParts {
  readonly base: SpeakerLog
  readonly origin: PlanOrigin
  /** Asks the loop for a picture of its machines. */
  readonly source: () => Promise<WireStatus>
  /** Of a speaker that is elected. */
  readonly election?: () => ElectionMetrics
}

export function createSelfReport(options: SelfReportOptions, parts: SelfReportParts): SelfReport {
  const { statusFile, http, holder, version } = options
  const { base, ...known } = parts
  const state = createSpeakerState({ holder, version, ...known })
  const log: SpeakerLog = (report) => {
    base(report)
    state.note(report)
    if (isStarted && report.level !== 'debug') file?.touch()
  }
  const file =
    statusFile === undefined
      ? undefined
      : createStatusFile(statusFile, () => state.freshDocument(), log)
  let server: PageServer | undefined
  // Who has not begun knows less than the file.
  let isStarted = false
  return {
    log,
    rememberedOwners: async () =>
      statusFile === undefined ? [] : readRememberedOwners(statusFile, log),
    async started() {
      isStarted = true
      state.started()
      if (http !== undefined) server = await serveHealth(http, state, log)
    },
    adopted(plans) {
      state.adopted(plans)
      plans.forEach(log)
    },
    beat: (heartbeat) => state.beat(heartbeat),
    async close() {
      server?.close()
      if (isStarted) await file?.close()
    },
  }
}
