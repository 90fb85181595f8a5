import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import { formatPlan } from '../../../api/plan-text.ts'
import { isUnreadable, plansOf } from './plan-file.ts'
import { replaceFile } from './replace-file.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** Keeps the last plan of a segment on disk, for a start while there is no API server. */
export interface PlanStore {
  readonly path: string
  /** The last plan, if there is one that can be read. Never rejects. */
  read(): Promise<AnnouncementPlan | undefined>
  /** Never rejects; of several that come together only the last is written. */
  write(plan: AnnouncementPlan): void
  /** When everything has been written. */
  settled(): Promise<void>
}

/** The files of the state folder: several speakers, one for each segment, may share it. */
export function storedPlanPath(folder: string, segment: string): string {
  return join(folder, `plan-${segment}.json`)
}

/** Where a speaker keeps the owners that it announced last. */
export function storedStatusPath(folder: string, segment: string): string {
  return join(folder, `status-${segment}.json`)
}

/** The folder is made when first needed. A failure to write is logged once, until a write succeeds. */
export function createPlanStore(folder: string, segment: string, log: SpeakerLog): PlanStore {
  const path = storedPlanPath(folder, segment)
  let writing = Promise.resolve()
  let next: AnnouncementPlan | undefined
  let isBroken = false

  const writeNext = async () => {
    const plan = next
    next = undefined
    if (plan === undefined) return
    try {
      await mkdir(folder, { recursive: true })
      await replaceFile(path, formatPlan(plan))
      isBroken = false
    } catch (error) {
      if (!isBroken) log(planNotStored(path, error as NodeJS.ErrnoException))
      isBroken = true
    }
  }
  return {
    path,
    read: () => readStored(path, segment, log),
    write(plan) {
      next = plan
      writing = writing.then(writeNext)
    },
    settled: () => writing,
  }
}

async function readStored(
  path: string,
  segment: string,
  log: SpeakerLog,
): Promise<AnnouncementPlan | undefined> {
  try {
    const reading = await plansOf(path, await readFile(path, 'utf8'), segment)
    if (!isUnreadable(reading)) return reading.plans[0]
    log(storedPlanNotRead(reading.message))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') log(storedPlanNotRead(`cannot read ${path}: ${code ?? message}`))
  }
  return undefined
}

function storedPlanNotRead(message: string) {
  return {
    level: 'warn',
    event: 'StoredPlanNotRead',
    message: `the plan on disk is of no use: ${message}`,
    hint: 'the speaker waits for the plan of the API server, and writes the file anew',
  } as const
}

function planNotStored(path: string, { code, message }: NodeJS.ErrnoException) {
  return {
    level: 'warn',
    event: 'PlanNotStored',
    message: `cannot keep the plan in ${path}: ${code ?? message}`,
    hint: 'see that --state-dir has room and may be written by this user; without it a start needs the API server',
  } as const
}
