import { setTimeout as sleep } from 'node:timers/promises'
import type { ApiClient } from '../../kubernetes/client/api-client.ts'
import { backOff } from '../../kubernetes/client/back-off.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import { LeaseLiveness } from '../watch/lease-liveness.ts'
import { passMemory } from '../publish/pass.ts'
import type { PassMemory, PassSettings } from '../publish/pass.ts'
import { unansweredKind } from '../state/snapshot.ts'
import { readCluster, readLeases } from './read-cluster.ts'
import { performPass } from './cluster-writer.ts'
import type { PassResult } from '../publish/pass-request.ts'
import type { WritingClient } from './cluster-writer.ts'

export interface ApplySettings extends PassSettings {
  /** Where the speakers keep their Leases. */
  readonly namespace: string
  /** How long to wait for live speakers. 0: look twice, as briefly as it goes. */
  readonly waitSeconds: number
  /** RFC 3339, UTC, whole seconds; undefined: the time of each pass. */
  readonly now?: string | undefined
  /** Names this process in events. */
  readonly instance: string
  /** What is known of speakers already, where one process applies again and again. */
  readonly liveness?: LeaseLiveness
}

/**
 * `done`; `pending`: plans are written, but addresses of `waiting` are not published, as no speaker is known to be live; `blocked`: the
 * guard or an unreadable ledger; `incomplete`: written, but nothing released or moved, for want of an input; `conflict`: others
 * kept writing; `failed`.
 */
export type ApplyResult =
  | {
      readonly result: 'done' | 'pending' | 'blocked' | 'incomplete' | 'conflict' | 'failed'
      readonly pass: PassResult
      /** How often it was decided. */
      readonly passes: number
    }
  | { readonly result: 'unreadable'; readonly failure: ApiFailure }

export type ApplyingClient = WritingClient & Pick<ApiClient, 'list'>

/** How many times another writer may be faster before we give up. */
const MOST_CONFLICTS = 20
/** How long to wait at most after a conflict; how long is drawn. */
const PAUSE = { shortestMilliseconds: 40, longestMilliseconds: 400 } as const
/** Half the period of a speaker's renewals would be enough. */
const LOOK_MILLISECONDS = 250

/** Reads, decides and writes once; again from fresh reads where somebody else wrote meanwhile. */
export async function apply(client: ApplyingClient, settings: ApplySettings): Promise<ApplyResult> {
  const memory = passMemory(settings.instance)
  const liveness = settings.liveness ?? new LeaseLiveness()
  const giveUpAt = performance.now() + settings.waitSeconds * 1000
  let passes = 0
  for (let conflicts = 0; ;) {
    const live = await look(client, settings.namespace, liveness)
    const pass = await onePass(client, settings, { memory, live })
    if (isFailure(pass)) return { result: 'unreadable', failure: pass }
    passes++
    if (pass.result === 'conflict' && conflicts++ < MOST_CONFLICTS) {
      await sleep(Math.random() * backOff(conflicts, PAUSE))
      continue
    }
    const isWaiting = pass.result === 'done' && pass.waiting.length > 0
    if (!isWaiting || performance.now() >= giveUpAt)
      return { result: standingOf(pass), pass, passes }
    await waitForSpeakers(client, settings.namespace, { liveness, live, giveUpAt })
  }
}

function standingOf({ result, decision, waiting }: PassResult) {
  if (result !== 'done') return result
  const { hindrance } = decision
  if (hindrance !== undefined)
    return hindrance.reason === 'InputIncomplete' ? 'incomplete' : 'blocked'
  return waiting.length > 0 ? 'pending' : 'done'
}

async function onePass(
  client: ApplyingClient,
  settings: ApplySettings,
  { memory, live }: { readonly memory: PassMemory; readonly live: ReadonlySet<string> },
): Promise<PassResult | ApiFailure> {
  const read = await readCluster(client)
  const unanswered = unansweredKind(read)
  if (unanswered !== undefined) return unanswered.failure
  const snapshot = { ...read, liveSegments: live }
  const date = new Date()
  const now = settings.now ?? `${date.toISOString().slice(0, 19)}Z`
  const time = { now, milliseconds: date.getTime() }
  return performPass(client, snapshot, { ...settings, verify: true }, { memory, time })
}

/** Who may not read Leases knows of no live speaker. */
async function look(
  client: ApplyingClient,
  namespace: string,
  liveness: LeaseLiveness,
): Promise<ReadonlySet<string>> {
  const leases = await readLeases(client, namespace)
  return isFailure(leases) ? new Set() : liveness.observe(leases, performance.now())
}

interface Waiting {
  readonly liveness: LeaseLiveness
  readonly live: ReadonlySet<string>
  readonly giveUpAt: number
}

/** Until a segment becomes live that was not, or time is up. */
async function waitForSpeakers(
  client: ApplyingClient,
  namespace: string,
  { liveness, live, giveUpAt }: Waiting,
): Promise<void> {
  while (performance.now() < giveUpAt) {
    await sleep(LOOK_MILLISECONDS)
    const now = await look(client, namespace, liveness)
    if ([...now].some((segment) => !live.has(segment))) return
  }
}
