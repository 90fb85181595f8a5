import type { AnnouncementPlan } from '../../reconciler/api.ts'
import type { ElectionStatus, SpeakerRole } from '../election-status.ts'
import { monotonicNow } from './clocks.ts'

export interface LeaseTiming {
  readonly leaseDuration: number
  readonly renewDeadline: number
  readonly retryPeriod: number
}

export interface ElectionDriver {
  begin(): void
  plan(plan: AnnouncementPlan | undefined): void
  status(): ElectionStatus
  readonly roleChanges: Readonly<Partial<Record<SpeakerRole, number>>>
  stop(): Promise<void>
}

export function createElectionDriver(
  options: { segment: string; identity: string },
  parts: { grant: (until: number) => void; turned: (role: SpeakerRole) => void },
): ElectionDriver {
  const since = monotonicNow()
  return {
    begin() {
      parts.grant(Infinity)
      parts.turned('leading')
    },
    plan: () => undefined,
    status: () => ({
      segment: options.segment,
      identity: options.identity,
      role: 'leading',
      since,
      lease: undefined,
      api: { reachable: undefined, since },
    }),
    roleChanges: {},
    stop: () => Promise.resolve(),
  }
}
