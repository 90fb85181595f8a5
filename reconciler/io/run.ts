import type { ApiFailure } from '../../kubernetes/api-failure.ts'
import { isFailure } from '../../kubernetes/api-failure.ts'
import type { Elector } from '../../kubernetes/io/elector.ts'
import { startElector } from '../../kubernetes/io/elector.ts'
import type { LeaseTiming } from '../../kubernetes/lease-rules.ts'
import type { WatchClient } from '../../kubernetes/watch-client.ts'
import type { Pass, PassResult } from '../pass.ts'
import { poolInputs } from '../pools-in-force.ts'
import { RunTally } from '../run-metrics.ts'
import type { RunReport } from '../run-report.ts'
import type { PassEnd, WatchLoopEvent } from '../watch-loop.ts'
import { WatchLoop } from '../watch-loop.ts'
import { guardedClient } from './guarded-client.ts'
import type { HttpAddress, PageServer } from './page-server.ts'
import { servePages } from './page-server.ts'
import type { PoolsFolder } from './pools-folder.ts'
import { followPoolsFolder } from './pools-folder.ts'
import type { RunCaches } from './run-caches.ts'
import { openCaches } from './run-caches.ts'
import { runPages } from './run-pages.ts'

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
  /** The client that it gets writes only while this reconciler is the elected writer. */
  readonly createPass: (client: WatchClient) => Pass
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
  readonly #loop = new WatchLoop()
  readonly #tally = new RunTally()
  readonly #caches: RunCaches
  readonly #pass: Pass
  #folder: PoolsFolder | undefined
  #elector: Elector | undefined
  #server: PageServer | undefined
  #timer: NodeJS.Timeout | undefined
  #settled = false
  #stopping = false
  #lastPass: number | undefined
  #last: Pick<PassResult, 'blocked' | 'incomplete'> = { blocked: [], incomplete: [] }
  #failedBefore = false
  #stopped: () => void = () => undefined

  constructor(options: RunOptions) {
    this.#options = options
    const { client, namespace, poolsFolder } = options
    this.#caches = openCaches({
      client,
      namespace,
      withPools: poolsFolder === undefined,
      changed: () => this.#tell({ event: 'changed' }),
      log: options.log,
    })
    const guarded = guardedClient(client, {
      mayWrite: () => !this.#stopping && this.#elector?.leads === true,
      observe: ({ resource, answer, isNew }) => {
        this.#tally.wrote(resource.kind, isFailure(answer) ? answer.failure : 'written')
        this.#caches.wrote(resource, answer, isNew)
      },
    })
    this.#pass = options.createPass(guarded)
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
    this.#tell({ event: 'stop' })
    await stopped
    clearTimeout(this.#timer)
    this.#caches.close()
    await this.#elector?.stop()
    this.#server?.close()
    await this.#folder?.close()
    this.#options.client.close()
  }

  async #followPools(path: string): Promise<void> {
    const changed = () => {
      this.#reportPools()
      this.#tell({ event: 'changed' })
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
    if (leads && !this.#wasWriter) log({ level: 'info', event: 'WriterElected' })
    else if (!leads && this.#wasWriter)
      log({ level: 'warn', event: 'WriterLost', holder: holder ?? '' })
    else if (!leads && isOther) log({ level: 'info', event: 'WriterFollowed', holder })
    this.#wasWriter = leads
    // In a turn of its own: the elector is not there yet when it tells of the first change.
    queueMicrotask(() => this.#tell({ event: 'lease', held: leads }))
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
    this.#tell({ event: 'settled' })
  }

  #tell(event: WatchLoopEvent): void {
    for (const effect of this.#loop.handle(event, performance.now()))
      if (effect === 'pass') void this.#makePass()
      else this.#stopped()
    this.#arm()
  }

  #arm(): void {
    clearTimeout(this.#timer)
    const { deadline } = this.#loop
    if (deadline === undefined) return
    const wait = Math.max(0, Math.ceil(deadline - performance.now()))
    this.#timer = setTimeout(() => this.#tell({ event: 'deadline' }), wait)
  }

  async #makePass(): Promise<void> {
    const startedAt = performance.now()
    const how = await this.#endOfPass()
    this.#tally.passEnded(how.end, performance.now() - startedAt)
    if (how.end === 'done') this.#lastPass = Date.now() / 1000
    this.#tell({ event: 'ended', how })
  }

  /** What is thrown is a bug; the next pass may not meet it. */
  async #endOfPass(): Promise<PassEnd> {
    try {
      const result = await this.#pass(this.#caches.snapshot(), this.#files())
      this.#report(result)
      return result.end
    } catch (error) {
      const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
      this.#failedBefore = true
      this.#options.log({
        level: 'error',
        event: 'PassFailed',
        message,
        hint: 'report it as a bug',
      })
      return { end: 'failed' }
    }
  }

  #files() {
    const { poolsFolder } = this.#options
    if (poolsFolder === undefined || this.#folder === undefined) return undefined
    const {
      pools = [],
      unreadable = [],
      revision = '',
    } = poolInputs(this.#folder.inForce, poolsFolder)
    return { sources: pools, unreadable, revision }
  }

  /** What goes on is told when it begins and when it ends. */
  #report(result: PassResult): void {
    const { log } = this.#options
    const { blocked, incomplete, end } = result
    for (const report of result.reports) log(report)
    const before = this.#last
    this.#last = { blocked, incomplete }
    if (JSON.stringify(before.blocked) !== JSON.stringify(blocked)) log(blockedReport(result))
    if (JSON.stringify(before.incomplete) !== JSON.stringify(incomplete))
      log(incompleteReport(result))
    if (this.#failedBefore && end.end === 'done') log({ level: 'info', event: 'PassesWorkAgain' })
    this.#failedBefore = end.end === 'failed' || (this.#failedBefore && end.end !== 'done')
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
        blocked: this.#last.blocked.map(({ kind }) => kind),
        incomplete: this.#last.incomplete.map(({ input }) => input),
        poolsStale: this.#folder?.inForce.problem !== undefined,
        revision: this.#folder?.inForce.reading?.revision ?? '',
        segments: this.#caches.segments(),
      }),
    }
  }
}

function blockedReport({ blocked }: PassResult): RunReport {
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

function incompleteReport({ incomplete }: PassResult): RunReport {
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
