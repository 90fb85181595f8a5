import type { ApiFailure } from '../../kubernetes/client/api-failure.ts'
import { isFailure } from '../../kubernetes/client/api-failure.ts'
import type { Elector } from '../../kubernetes/io/elector.ts'
import { startElector } from '../../kubernetes/io/elector.ts'
import type { KubernetesObject } from '../../kubernetes/objects/object.ts'
import type { LeaseTiming } from '../../kubernetes/lease/rules.ts'
import { ANNOUNCEMENT_PLANS } from '../../kubernetes/objects/resources.ts'
import type { WatchClient } from '../../kubernetes/watch/client.ts'
import type { AnnouncementPlan } from '../../api/objects.ts'
import type { PassSettings } from '../publish/pass.ts'
import { poolInputs } from '../watch/pools-in-force.ts'
import { RunTally } from '../watch/metrics.ts'
import type { RunReport } from '../watch/report.ts'
import type { PassEnd, WatchLoopEffect, WatchLoopEvent } from '../watch/loop.ts'
import { WatchLoop } from '../watch/loop.ts'
import type { PassResult } from '../publish/pass-request.ts'
import type { Write } from './guarded-client.ts'
import { guardedClient, NOT_THE_WRITER } from './guarded-client.ts'
import { drive } from '../../daemon/drive.ts'
import type { HttpAddress, PageServer } from '../../daemon/page-server.ts'
import { servePages } from '../../daemon/page-server.ts'
import type { PoolsFolder } from './pools-folder.ts'
import { followPoolsFolder } from './pools-folder.ts'
import type { RunCaches } from './run-caches.ts'
import { openCaches } from './run-caches.ts'
import { runPages } from './run-pages.ts'
import type { Made, Passes } from './run-passes.ts'
import { createPasses } from './run-passes.ts'
import type { MissingInput, Refusal } from '../guard/refusal.ts'

export const WRITER_LEASE = 'bellwether-reconciler'

export interface RunOptions {
  readonly client: WatchClient
  /** Of the Leases. */
  readonly namespace: string
  /** Among the watching reconcilers. */
  readonly identity: string
  /** Undefined: the pools are the custom resources. */
  readonly poolsFolder: string | undefined
  readonly http: HttpAddress | undefined
  readonly version: string
  readonly log: (report: RunReport) => void
  readonly settings: Omit<PassSettings, 'files'>
  readonly leaseTiming?: LeaseTiming
}

export interface Run {
  /** Ends the write in flight, releases the Lease. */
  stop(): Promise<void>
}

/** Follows the cluster and the pools, and makes a pass when something has changed, until it is stopped. */
export async function startRun(options: RunOptions): Promise<Run> {
  const { log, poolsFolder: path, namespace, identity } = options
  log({
    level: 'info',
    event: 'ReconcilerStarted',
    pools: path ?? 'AddressPool',
    namespace,
    identity,
  })
  const run = new Runner(options)
  await run.start()
  return run
}

class Runner implements Run {
  readonly #options: RunOptions
  readonly #driver = drive<WatchLoopEvent, WatchLoopEffect>(
    new WatchLoop(),
    () => performance.now(),
    (effects) => effects.forEach((effect) => this.#perform(effect)),
  )
  readonly #tally = new RunTally()
  readonly #caches: RunCaches
  readonly #passes: Passes
  #folder: PoolsFolder | undefined
  #elector: Elector | undefined
  #server: PageServer | undefined
  #settled = false
  #stopping = false
  #lastPass: number | undefined
  #blocked: readonly Refusal[] = []
  #incomplete: readonly MissingInput[] = []
  #hasFailed = false
  #ledgerFault: string | undefined
  #stopped: () => void = () => undefined

  constructor(options: RunOptions) {
    this.#options = options
    const { client, namespace, poolsFolder } = options
    this.#caches = openCaches({
      client,
      namespace,
      withPools: poolsFolder === undefined,
      changed: () => this.#tell({ type: 'changed' }),
      log: options.log,
    })
    const guarded = guardedClient(client, {
      mayWrite: () => !this.#stopping && this.#elector?.leads === true,
      observe: (write) => this.#wrote(write),
    })
    this.#passes = createPasses(guarded, options.settings, options.identity)
  }

  async start(): Promise<void> {
    const { poolsFolder, http, log } = this.#options
    if (http !== undefined) this.#server = await servePages(http, runPages(this.#source()), log)
    if (poolsFolder !== undefined) await this.#followPools(poolsFolder)
    this.#elect()
    void this.#caches.settled.then(() => this.#settle())
  }

  async stop(): Promise<void> {
    const stopped = new Promise<void>((resolve) => (this.#stopped = resolve))
    this.#stopping = true
    this.#tell({ type: 'stop' })
    await stopped
    this.#driver.close()
    this.#caches.close()
    await this.#elector?.stop()
    this.#server?.close()
    await this.#folder?.close()
    this.#options.client.close()
  }

  #wrote({ resource, answer, isNew }: Write): void {
    this.#tally.wrote(resource.kind, isFailure(answer) ? answer.failure : 'written')
    if (isFailure(answer)) return
    this.#caches.wrote(resource, answer, isNew)
    if (resource.kind !== ANNOUNCEMENT_PLANS.kind) return
    this.#passes.wrote(answer)
    this.#options.log(planWritten(answer))
  }

  async #followPools(path: string): Promise<void> {
    const changed = () => {
      this.#reportPools()
      this.#tell({ type: 'changed' })
    }
    this.#folder = await followPoolsFolder(path, { changed })
    this.#reportPools()
  }

  #reportPools(): void {
    const { log } = this.#options
    const { reading, problem } = this.#folder?.inForce ?? {}
    if (problem !== undefined) log({ level: 'warn', event: 'PoolsStale', ...problem })
    else if (reading !== undefined)
      log({
        level: 'info',
        event: 'PoolsRead',
        revision: reading.revision,
        files: reading.sources.length,
      })
  }

  #elect(): void {
    const { client, namespace, identity, leaseTiming } = this.#options
    this.#elector = startElector({
      client,
      name: WRITER_LEASE,
      namespace,
      identity,
      ...(leaseTiming === undefined ? {} : { timing: leaseTiming }),
      onChange: ({ leads, holder }) => this.#elected(leads, holder),
      onTrouble: (failure) => this.#troubled(failure),
    })
  }

  #wasWriter = false

  #elected(leads: boolean, holder: string | undefined): void {
    const { log, identity } = this.#options
    const isOther = holder !== undefined && holder !== '' && holder !== identity
    if (this.#stopping) return
    if (leads && !this.#wasWriter) log({ level: 'info', event: 'WriterElected' })
    else if (!leads && this.#wasWriter)
      log({ level: 'warn', event: 'WriterLost', holder: holder ?? '' })
    else if (!leads && isOther) log({ level: 'info', event: 'WriterFollowed', holder })
    this.#wasWriter = leads
    // In a turn of its own: the elector is not there yet when it tells of the first change.
    queueMicrotask(() => this.#tell({ type: 'lease', held: leads }))
  }

  #troubled({ failure, message }: ApiFailure): void {
    if (failure === 'conflict' || failure === 'notFound' || failure === 'alreadyExists') return
    const hint = 'another reconciler takes over if this goes on; it is tried again'
    this.#options.log({ level: 'warn', event: 'ElectionTrouble', message, hint })
  }

  #settle(): void {
    this.#settled = true
    const unknown = this.#caches.kinds().filter(({ isKnown }) => !isKnown)
    const names = unknown.map(({ kind }) => kind)
    this.#options.log({ level: 'info', event: 'Settled', unknown: names })
    this.#tell({ type: 'settled' })
  }

  #tell(event: WatchLoopEvent): void {
    this.#driver.tell(event)
  }

  #perform({ type }: WatchLoopEffect): void {
    if (type === 'pass') void this.#makePass()
    else this.#stopped()
  }

  async #makePass(): Promise<void> {
    const startedAt = performance.now()
    const how = await this.#endOfPass()
    this.#tally.passEnded(how.end, performance.now() - startedAt)
    if (how.end === 'done') this.#lastPass = Date.now() / 1000
    this.#tell({ type: 'ended', how })
  }

  /** What is thrown is a bug; the next pass may not meet it. */
  async #endOfPass(): Promise<PassEnd> {
    try {
      const made = await this.#passes.make(this.#caches.snapshot(), this.#files())
      this.#report(made)
      return made.how
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.#hasFailed = true
      this.#options.log({ level: 'error', event: 'PassFailed', message, hint: REPORT_IT })
      return { end: 'failed' }
    }
  }

  #files() {
    const { poolsFolder } = this.#options
    if (poolsFolder === undefined || this.#folder === undefined) return undefined
    return poolInputs(this.#folder.inForce, poolsFolder)
  }

  /** What goes on is told when it begins and when it ends. */
  #report({ how, pass, failures }: Made): void {
    const { log } = this.#options
    for (const failure of failures) if (failure !== NOT_THE_WRITER) log(writeFailed(failure))
    if (this.#hasFailed && how.end === 'done') log({ level: 'info', event: 'PassesWorkAgain' })
    this.#hasFailed = how.end === 'failed' || (this.#hasFailed && how.end !== 'done')
    if (pass === undefined) return
    const { blocked, incomplete } = pass.decision.outcome
    if (isOther(this.#blocked, blocked)) log(blockedReport(blocked))
    if (isOther(this.#incomplete, incomplete)) log(incompleteReport(incomplete))
    this.#blocked = blocked
    this.#incomplete = incomplete
    this.#reportLedger(pass)
  }

  /** A stored plan that cannot be read. */
  #reportLedger({ decision: { hindrance } }: PassResult): void {
    const message = hindrance?.reason === 'LedgerUnreadable' ? hindrance.message : undefined
    if (message !== undefined && message !== this.#ledgerFault)
      this.#options.log({ level: 'error', event: 'LedgerUnreadable', message, hint: RESTORE_IT })
    this.#ledgerFault = message
  }

  #source() {
    return {
      tally: this.#tally,
      readiness: () => ({
        settled: this.#settled,
        poolsRead:
          this.#options.poolsFolder === undefined || this.#folder?.inForce.reading !== undefined,
      }),
      state: () => ({
        version: this.#options.version,
        nodeVersion: process.version,
        writes: this.#elector?.leads ?? false,
        settled: this.#settled,
        lastPass: this.#lastPass,
        kinds: this.#caches.kinds(),
        blocked: this.#blocked.map(({ kind }) => kind),
        incomplete: this.#incomplete.map(({ input }) => input),
        poolsStale: this.#folder?.inForce.problem !== undefined,
        revision: this.#folder?.inForce.reading?.revision ?? '',
        segments: this.#caches.segments(),
      }),
    }
  }
}

const REPORT_IT = 'report it as a bug'
const RESTORE_IT =
  'restore the plan, or delete it: Services keep the addresses that their status names'

function isOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after)
}

function planWritten({ metadata, spec }: KubernetesObject): RunReport {
  const { revision, announcements } = spec as AnnouncementPlan['spec']
  const addresses = announcements.length
  return { level: 'info', event: 'PlanWritten', segment: metadata.name, addresses, revision }
}

function writeFailed({ failure, message }: ApiFailure): RunReport {
  const hint = 'it is tried again'
  return { level: 'error', event: 'WriteFailed', reason: failure, message, hint }
}

function blockedReport(blocked: readonly Refusal[]): RunReport {
  if (blocked.length === 0) return { level: 'info', event: 'PlanUnblocked' }
  const told = blocked.map(({ kind, changes, limit }) => `${kind}: ${changes} (limit ${limit})`)
  return {
    level: 'warn',
    event: 'PlanBlocked',
    refusals: blocked,
    message: `the guard blocks the plan: ${told.join(', ')}; the plan before it stays in force`,
    hint: 'see "bellwether plan --from-cluster"; "bellwether apply --allow" lets it pass for once',
  }
}

function incompleteReport(incomplete: readonly MissingInput[]): RunReport {
  if (incomplete.length === 0) return { level: 'info', event: 'InputComplete' }
  const told = incomplete.map(({ input }) => `${input}s`)
  return {
    level: 'warn',
    event: 'InputIncomplete',
    missing: incomplete,
    message: `${told.join(', ')} are not known: nothing is released or moved because of it`,
    hint: 'see WatchDenied and PoolsStale in this log',
  }
}
