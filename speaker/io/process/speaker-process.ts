import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { platform } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnnouncementPlan } from '../../../api/objects.ts'
import type { Position } from '../../../api/finding.ts'
import { formatPlan } from '../../../api/plan-text.ts'
import type { WireMachineOptions } from '../../machine/events.ts'
import type { PlanInForce } from '../../reports/report.ts'
import type { PlanOrigin } from '../../status/document.ts'
import type { ClusterLife, ClusterOptions } from '../cluster/cluster-life.ts'
import { createClusterLife } from '../cluster/cluster-life.ts'
import { createIcmpv6Side } from './icmpv6-side.ts'
import type { Icmpv6Side } from './icmpv6-side.ts'
import type { Icmpv6Opener } from '../linux/icmpv6-socket.ts'
import { chooseIcmpv6Opener } from '../linux/icmpv6-socket.ts'
import { openIcmpv6Sockets } from '../linux/icmpv6-sockets.ts'
import { isUnreadable } from '../files/plan-file.ts'
import type { PlanSource } from '../files/plan-source.ts'
import { planFileSource } from '../files/plan-source.ts'
import type { PlanWatch } from '../files/plan-watch.ts'
import type { SelfReport, SelfReportOptions } from './self-report.ts'
import { createSelfReport } from './self-report.ts'
import type { LogFormat } from './speaker-log.ts'
import { createLog } from './speaker-log.ts'
import { explainRefusal } from './start-refusal.ts'
import type { WireThread } from '../thread/wire-thread.ts'
import { startWireThread } from '../thread/wire-thread.ts'
import type { NamedLink } from '../linux/link.ts'
import type { Cure } from '../../reports/cure.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** Closing what is open takes milliseconds; an end must not wait for what does not come. */
const LONGEST_END_MILLISECONDS = 800

export interface SpeakerOptions extends SelfReportOptions {
  /** Without `interfaces`: every interface that can be used. */
  readonly machineOptions: WireMachineOptions
  readonly plan: FilePlan | ClusterPlan
  readonly logFormat: LogFormat
  /** Gets the log, line by line. */
  readonly write: (line: string) => void
}

export interface FilePlan {
  readonly kind: 'file'
  readonly file: string
  /** Undefined: all segments of the file. */
  readonly segment: string | undefined
}

export interface ClusterPlan extends ClusterOptions {
  readonly kind: 'cluster'
}

/** How it ended: by a signal; before it began, and what to do about it; or by an error, which is in the log. */
export type SpeakerEnd =
  | { readonly kind: 'stopped' }
  | { readonly kind: 'notStarted'; readonly cure: Cure }
  | { readonly kind: 'failed' }

/** Carries a plan file out until SIGTERM, SIGINT or an error. Never rejects for what a user can cause. */
export async function runSpeaker(options: SpeakerOptions): Promise<SpeakerEnd> {
  if (platform() !== 'linux') return notStarted(NOT_LINUX)
  const opener = tryChooseOpener()
  if ('message' in opener) return notStarted(opener)
  return runOnLinux(options, opener)
}

const NOT_LINUX: Cure = {
  message: 'the speaker runs on Linux alone, for it needs packet sockets',
  hint: 'run it on a node; "bellwether plan" and "validate" work everywhere',
}

function notStarted(cure: Cure): SpeakerEnd {
  return { kind: 'notStarted', cure }
}

function tryChooseOpener(): Icmpv6Opener | Cure {
  try {
    return chooseIcmpv6Opener()
  } catch (error) {
    return explainRefusal({ reason: 'missingModule', message: (error as Error).message })
  }
}

/** Everything that is open while it runs. */
interface Running {
  readonly opener: Icmpv6Opener
  readonly source: PlanSource
  readonly self: SelfReport
  readonly side: Icmpv6Side
  readonly thread: WireThread
  /** Of a speaker that is elected. */
  readonly life: ClusterLife | undefined
  readonly links: () => readonly NamedLink[]
  /** Resolves when the speaker is to end. */
  readonly end: Promise<SpeakerEnd>
  digests: string
  watch?: PlanWatch
}

async function runOnLinux(options: SpeakerOptions, opener: Icmpv6Opener): Promise<SpeakerEnd> {
  const running = open(options, opener)
  const result = await Promise.race([running.end, start(running)])
  await Promise.race([close(running), sleep(LONGEST_END_MILLISECONDS, undefined, { ref: false })])
  return result
}

/** The parts know each other: what one of them says before all are there, nobody hears. */
function open(options: SpeakerOptions, opener: Icmpv6Opener): Running {
  const base = createLog(options.logFormat, options.write)
  const log: SpeakerLog = (report) => {
    self.log(report)
    life?.note(report)
  }
  const { source, life } = planned(options, log, () => thread)
  const self = createSelfReport(options, {
    base,
    origin: source.origin,
    source: () => thread.status(),
    ...(life === undefined ? {} : { election: () => life.metrics() }),
  })
  const side = createIcmpv6Side((link) => openIcmpv6Sockets(opener.open, link), log)
  let fail: (error: Error) => void = () => undefined
  const failure = new Promise<Error>((resolve) => (fail = resolve))
  let links: readonly NamedLink[] = []
  const thread = startWireThread(machineOptionsOf(options, life), {
    links: (now) => side.setLinks((links = now)),
    effects: side.perform,
    lan: (views) => life?.lan(views),
    heartbeat: (heartbeat) => self.beat(heartbeat),
    failed: (error) => fail(error),
  })
  const end = Promise.race([endOnSignal(log), failure.then((error) => reportFailure(log, error))])
  return { opener, source, self, side, thread, life, links: () => links, end, digests: '' }
}

function planned(
  { plan, machineOptions }: SpeakerOptions,
  log: SpeakerLog,
  thread: () => WireThread,
): Pick<Running, 'source' | 'life'> {
  if (plan.kind === 'file')
    return { source: planFileSource(plan.file, plan.segment, log), life: undefined }
  const stands = machineOptions.leads ?? true
  const life = createClusterLife(plan, { log, thread, stands })
  return { source: life.source, life }
}

/** The echo identifier has 16 bits, as RFC 792 has it: other programs on this host send echoes too. */
function machineOptionsOf(
  { machineOptions }: SpeakerOptions,
  life: ClusterLife | undefined,
): WireMachineOptions {
  const elected = life === undefined ? {} : { leads: false }
  return { ...machineOptions, ...elected, echoIdentifier: randomInt(1 << 16) }
}

/** Resolves when it has ended; the plan is read while the thread opens its sockets. */
async function start(running: Running): Promise<SpeakerEnd> {
  const { opener, source, self, thread, life, links, end } = running
  const reading = await source.first()
  if (reading !== undefined && isUnreadable(reading)) return notStarted(withPlace(reading))
  thread.owners(await self.rememberedOwners())
  if (reading !== undefined) {
    life?.foresee(reading.plans)
    thread.carryOut(reading.plans)
  }
  const refusal = await thread.started
  if (refusal !== undefined) return notStarted(explainRefusal(refusal))
  const names = links().map(({ name }) => name)
  self.log({
    level: 'info',
    event: 'SpeakerStarted',
    plan: originText(source.origin),
    links: names,
  })
  if (opener.report !== undefined) self.log(opener.report)
  if (reading !== undefined) adopt(running, reading.plans)
  await self.started()
  const cure = await life?.connected
  if (cure !== undefined) return notStarted(cure)
  running.watch = await source.follow((plans) => change(running, plans))
  life?.begin()
  return end
}

function originText(origin: PlanOrigin): string {
  return 'file' in origin ? origin.file : `AnnouncementPlan ${origin.object}`
}

function change(running: Running, plans: readonly AnnouncementPlan[]): void {
  running.life?.foresee(plans)
  running.thread.carryOut(plans)
  adopt(running, plans)
}

/** What is in force already is not told again. */
function adopt(running: Running, plans: readonly AnnouncementPlan[]): void {
  const { self, life } = running
  const inForce = plans.map(planInForce)
  const digests = JSON.stringify(inForce)
  if (digests === running.digests) return
  running.digests = digests
  self.adopted(inForce)
  life?.adopted(plans, inForce)
}

function planInForce(plan: AnnouncementPlan): PlanInForce {
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

/** Who has released the Lease must send nothing more: the thread ends before that. */
async function close({ self, side, thread, life, watch }: Running): Promise<void> {
  side.close()
  await Promise.all([life?.stop(), self.close()])
  await Promise.all([thread.stop(), watch?.close()])
  life?.close()
}
