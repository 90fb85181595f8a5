import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { PlanOrigin } from '../../status/document.ts'
import type { PlanReading } from './plan-file.ts'
import { isUnreadable, readPlanFile } from './plan-file.ts'
import type { PlanWatch } from './plan-watch.ts'
import { stampOf, watchPlanFile } from './plan-watch.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** Where a speaker gets its plans from. */
export interface PlanSource {
  readonly origin: PlanOrigin
  /** What there is at the start; undefined: nothing yet. What is unreadable keeps the speaker from starting. */
  first(): Promise<PlanReading | undefined>
  /**
   * Calls `adopt` with each plan that follows: exactly these are to be carried out. What cannot be used is
   * logged, and changes nothing.
   */
  follow(adopt: (plans: readonly AnnouncementPlan[]) => void): Promise<PlanWatch>
}

/** A file that somebody writes; without `segment` all plans in it. */
export function planFileSource(
  path: string,
  segment: string | undefined,
  log: SpeakerLog,
): PlanSource {
  let known = ''
  return {
    origin: { file: path },
    async first() {
      known = await stampOf(path)
      return readPlanFile(path, segment)
    },
    follow(adopt) {
      const look = async () => {
        const reading = await readPlanFile(path, segment)
        if (isUnreadable(reading)) log({ level: 'error', event: 'PlanRefused', ...reading })
        else adopt(reading.plans)
      }
      return watchPlanFile(path, known, () => void look())
    },
  }
}
