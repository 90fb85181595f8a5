import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { platform } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnnouncementPlan } from '../../reconciler/api.ts'
import type { Position } from '../../reconciler/finding.ts'
import { formatPlan } from '../../reconciler/plan-format.ts'
import type { WireMachineOptions } from '../effect.ts'
import type { PlanInForce } from '../report.ts'
import { createIcmpv6Side } from './icmpv6-side.ts'
import type { Icmpv6Side } from './icmpv6-side.ts'
import { openIcmpv6Sockets } from './icmpv6-sockets.ts'
import type { RawSocketModule } from './native-modules.ts'
import { loadRawSocket } from './native-modules.ts'
import { isUnreadable, readPlanFile } from './plan-file.ts'
import type { PlanWatch } from './plan-watch.ts'
import { stampOf, watchPlanFile } from './plan-watch.ts'
import type { SelfReport, SelfReportOptions } from './self-report.ts'
import { createSelfReport } from './self-report.ts'
import type { LogFormat, SpeakerLog } from './speaker-log.ts'
import { createLog } from './speaker-log.ts'
import type { Cure } from './start-refusal.ts'
import { explainRefusal } from './start-refusal.ts'
import type { WireThread } from './wire-thread.ts'
import { startWireThread } from './wire-thread.ts'
import type { NamedLink } from './worker-messages.ts'

/** Closing what is open takes milliseconds; an end must not wait for what does not come. */
const LONGEST_END_MILLISECONDS = 500

export interface SpeakerOptions extends SelfReportOptions {
  /** Without `interfaces`: every interface that can be used. */
  readonly machineOptions: WireMachineOptions
  /** Undefined: all segments of the file. */
  readonly segment: string | undefined
  readonly logFormat: LogFormat
  /** Gets the log, line by line. */
  readonly write: (line: string) => void
}

/** How it ended: by a signal; before it began, and what to do about it; or by an error, which is in the log. */
export type SpeakerEnd =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'notStarted'; readonly cure: Cure }
  | { readonly kind: 'failed' }

/** Carries a plan file out until SIGTERM, SIGINT or an error. Never rejects for what a user can cause. */
export async function runSpeaker(options: SpeakerOptions): Promise<SpeakerEnd> {
  if (platform() !== 'linux') return notStarted(NOT_LINUX)
  const raw = tryLoadRawSocket()
  if ('message' in raw) return notStarted(raw)
  return runOnLinux(options, raw)
}

const NOT_LINUX: Cure = {
  message: 'the speaker runs on Linux alone, for it needs packet sockets',
  hint: 'run it on a node; "bellwether plan" and "validate" work everywhere',
}

function notStarted(cure: Cure): SpeakerEnd {
  return { kind: 'notStarted', cure }
}

function tryLoadRawSocket(): RawSocketModule | Cure {
  try {
    return loadRawSocket()
  } catch (error) {
    return explainRefusal({ reason: 'missingModule', message: (error as Error).message })
  }
}

/** Everything that is open while it runs. */
interface Running {
  readonly options: SpeakerOptions
  readonly self: SelfReport
  readonly side: Icmpv6Side
  readonly thread: WireThread
  /** Resolves when the speaker is to end. */
  readonly end: Promise<SpeakerEnd>
  watch?: PlanWatch
}

async function runOnLinux(options: SpeakerOptions, raw: RawSocketModule): Promise<SpeakerEnd> {
  const base = createLog(options.logFormat, options.write)
  const self = createSelfReport(options, base, () => thread.status())
  const { log } = self
  const side = createIcmpv6Side((link) => openIcmpv6Sockets(raw, link), log)
  const signal = endOnSignal(log)
  let fail: (error: Error) => void = () => undefined
  const failure = new Promise<Error>((resolve) => (fail = resolve))
  let links: readonly NamedLink[] = []
  const thread = startWireThread(machineOptionsOf(options), {
    links: (now) => side.setLinks((links = now)),
    effects: side.perform,
    lan: () => undefined,
    heartbeat: (heartbeat) => self.beat(heartbeat),
    failed: (error) => fail(error),
  })
  const end = Promise.race([signal, failure.then((error) => reportFailure(log, error))])
  const running: Running = { options, self, side, thread, end }
  const result = await Promise.race([end, start(running, () => links)])
  await Promise.race([close(running), sleep(LONGEST_END_MILLISECONDS, undefined, { ref: false })])
  return result
}

/** The echo identifier has 16 bits, as RFC 792 has it: other programs on this host send echoes too. */
function machineOptionsOf({ machineOptions }: SpeakerOptions): WireMachineOptions {
  return { ...machineOptions, echoIdentifier: randomInt(1 << 16) }
}

/** Resolves when it has ended; the plan is read while the thread opens its sockets. */
async function start(running: Running, links: () => readonly NamedLink[]): Promise<SpeakerEnd> {
  const { options, self, thread, end } = running
  const known = await stampOf(options.planFile)
  const reading = await readPlanFile(options.planFile, options.segment)
  if (isUnreadable(reading)) return notStarted(withPlace(reading))
  thread.owners(await self.rememberedOwners())
  thread.carryOut(reading.plans)
  const refusal = await thread.started
  if (refusal !== undefined) return notStarted(explainRefusal(refusal))
  const names = links().map(({ name }) => name)
  self.log({ level: 'info', event: 'SpeakerStarted', plan: options.planFile, links: names })
  self.carryOut(reading.plans.map(inForce))
  await self.started()
  running.watch = await watchPlanFile(options.planFile, known, () => void follow(running))
  return end
}

/** A file that cannot be used changes nothing: the plan before it stays in force. */
async function follow({ options, self, thread }: Running): Promise<void> {
  const reading = await readPlanFile(options.planFile, options.segment)
  if (isUnreadable(reading)) return self.log({ level: 'error', event: 'PlanRefused', ...reading })
  thread.carryOut(reading.plans)
  self.carryOut(reading.plans.map(inForce))
}

function inForce(plan: AnnouncementPlan): PlanInForce {
  const digest = `sha256:${createHash('sha256').update(formatPlan(plan)).digest('hex')}`
  const { segment, announcements } = plan.spec
  return { level: 'info', event: 'PlanInForce', segment, digest, addresses: announcements.length }
}

function withPlace({ message, hint, at }: Cure & { readonly at?: Position }): Cure {
  return {
    message: at === undefined ? message : `${at.file}:${at.line}:${at.column}: ${message}`,
    hint,
  }
}

async function endOnSignal(log: SpeakerLog): Promise<SpeakerEnd> {
  const signals = ['SIGTERM', 'SIGINT'] as const
  const signal = await Promise.race(signals.map((name) => once(process, name).then(() => name)))
  log({ level: 'info', event: 'SpeakerStopped', signal })
  return { kind: 'stopped' }
}

function reportFailure(log: SpeakerLog, error: Error): SpeakerEnd {
  const message = `the thread of the wire has ended: ${error.message}`
  const hint = 'start it again; if it happens again, report it as a bug'
  log({ level: 'error', event: 'SpeakerFailed', message, hint })
  return { kind: 'failed' }
}

async function close({ self, side, thread, watch }: Running): Promise<void> {
  side.close()
  await self.close()
  await Promise.all([thread.stop(), watch?.close()])
}
