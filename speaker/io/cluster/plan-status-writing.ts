import { drive } from '../../../daemon/drive.ts'
import { isFailure, type ApiFailure } from '../../../kubernetes/client/api-failure.ts'
import type { ApiClient } from '../../../kubernetes/client/api-client.ts'
import { ANNOUNCEMENT_PLANS, apiVersionOf } from '../../../kubernetes/objects/resources.ts'
import type { WireStatus } from '../../status/heartbeat.ts'
import type { PlanObject } from '../../plan/follower.ts'
import type { CarriedPlan } from '../../plan/picture.ts'
import type { PlanStatus } from '../../plan/status.ts'
import { planStatus } from '../../plan/status.ts'
import type { StatusWriterEffect, StatusWriterEvent } from '../../plan/status-writer.ts'
import { createStatusWriter } from '../../plan/status-writer.ts'
import { monotonicNow } from '../linux/clocks.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** The field manager of everything that a speaker writes by server-side apply. */
export const FIELD_MANAGER = 'bellwether-speaker'

const PATIENCE_MILLISECONDS = 5000

/** Clocks drift by less; what has been set is another time. */
const CLOCK_STEP_MILLISECONDS = 1000

export interface PlanStatusOptions {
  readonly segment: string
  readonly holder: string
  readonly client: () => ApiClient
  /** Asks the loop for a picture. */
  readonly source: () => Promise<WireStatus>
  /** Of the plan in force. */
  readonly facts: () => CarriedPlan | undefined
  readonly object: () => PlanObject | undefined
  readonly log: SpeakerLog
}

/** Writes the plan's status while this speaker holds the Lease. */
export interface PlanStatusWriting {
  leads(leads: boolean): void
  changed(): void
  /** The object has been seen anew. */
  seen(): void
  readonly counts: Readonly<Record<'written' | 'failed', number>>
  close(): void
}

export function createPlanStatusWriting(options: PlanStatusOptions): PlanStatusWriting {
  const writer = createStatusWriter()
  const counts = { written: 0, failed: 0 }
  const telling = createFailureLog(options)
  const epoch = createEpoch()
  let uid: string | undefined

  const perform = async (effect: StatusWriterEffect) => {
    if (effect.type === 'look') return tell({ type: 'picture', status: await look() })
    const failure = await write(options, effect.status)
    counts[failure === undefined ? 'written' : 'failed']++
    telling(failure)
    if (failure === undefined) tell({ type: 'written' })
    else tell({ type: 'failed', failure: failure.failure })
  }
  const { tell, close } = drive<StatusWriterEvent, StatusWriterEffect>(
    writer,
    monotonicNow,
    (effects) => effects.forEach((effect) => void perform(effect)),
  )
  const look = async (): Promise<PlanStatus | undefined> => {
    const picture = await options.source().catch(() => undefined)
    const status = picture?.statuses.find(({ segment }) => segment === options.segment)
    const facts = options.facts()
    const object = options.object()
    if (picture === undefined || status === undefined) return undefined
    if (facts === undefined || object === undefined || !status.leads) return undefined
    const { generation, refused, conditions } = object
    const known = { status, facts, holder: options.holder, generation, refused }
    const before = writer.written?.conditions ?? conditions
    return planStatus({ ...known, now: picture.now, epoch: epoch() }, before)
  }
  return {
    leads: (leads) => tell({ type: 'leads', leads }),
    changed: () => tell({ type: 'changed' }),
    seen() {
      const object = options.object()
      const isOther = object?.uid !== uid || object?.hasStatus === false
      uid = object?.uid
      if (isOther && writer.written !== undefined) tell({ type: 'lost' })
      else tell({ type: 'changed' })
    },
    counts,
    close,
  }
}

/** What was said of one moment is said the same way later. */
function createEpoch(): () => number {
  let known = Date.now() - monotonicNow()
  return () => {
    const epoch = Date.now() - monotonicNow()
    if (Math.abs(epoch - known) >= CLOCK_STEP_MILLISECONDS) known = epoch
    return known
  }
}

async function write(
  { client, segment }: PlanStatusOptions,
  status: PlanStatus,
): Promise<ApiFailure | undefined> {
  const object = {
    apiVersion: apiVersionOf(ANNOUNCEMENT_PLANS),
    kind: ANNOUNCEMENT_PLANS.kind,
    metadata: { name: segment },
    status,
  }
  const answer = await client().apply(ANNOUNCEMENT_PLANS, object, {
    fieldManager: FIELD_MANAGER,
    force: true,
    subresource: 'status',
    timeoutMilliseconds: PATIENCE_MILLISECONDS,
  })
  return isFailure(answer) ? answer : undefined
}

/** Told once, until it works again. */
function createFailureLog({ segment, log }: PlanStatusOptions) {
  let isBroken = false
  return (failure: ApiFailure | undefined) => {
    if (failure !== undefined && !isBroken)
      log({
        level: 'warn',
        event: 'PlanStatusNotWritten',
        segment,
        reason: failure.failure,
        message: `cannot write the status of the plan ${segment}: ${failure.message}`,
        hint:
          failure.failure === 'forbidden'
            ? 'let the ServiceAccount of the speaker patch announcementplans/status'
            : 'it is tried again; addresses are answered all the same',
      })
    isBroken = failure !== undefined
  }
}
