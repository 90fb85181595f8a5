import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { createRunLog } from '../reconciler/io/run-log.ts'
import { startRun } from '../reconciler/io/run.ts'
import { connectTo } from './cluster.ts'
import type { CommandIo, ExitCode, RunArgs } from './command/command.ts'
import { fail } from './command/command.ts'
import { settingsOf } from './writing.ts'

/** A library may keep a handle; that must not keep the process alive. */
const LONGEST_FAREWELL_MILLISECONDS = 800

/** Follows the cluster until a signal ends it. */
export async function run(args: RunArgs, io: CommandIo): Promise<ExitCode> {
  const client = await connectTo(args.cluster)
  if ('message' in client) return fail(io, 'run', client.message, client.hint)
  const log = createRunLog(args.logFormat, io.stdout)
  const signal = nextSignal()
  const running = await startRun({
    client,
    namespace: args.namespace,
    identity: identityIn(io),
    poolsFolder: args.pools === undefined ? undefined : resolve(io.cwd, args.pools),
    http: args.http === 'off' ? undefined : args.http,
    version: args.version,
    log,
    settings: settingsOf(args),
  })
  const name = await signal
  const farewell = setTimeout(() => process.exit(0), LONGEST_FAREWELL_MILLISECONDS)
  farewell.unref()
  await running.stop()
  log({ level: 'info', event: 'ReconcilerStopped', signal: name })
  return 0
}

/** A name that no other reconciler has; a Pod that is started again resumes its Lease by it. */
function identityIn({ env }: CommandIo): string {
  return env['POD_NAME'] || `${hostname()}_${randomUUID().slice(0, 8)}`
}

function nextSignal(): Promise<string> {
  const signals = ['SIGTERM', 'SIGINT'] as const
  return Promise.race(signals.map((name) => once(process, name).then(() => name)))
}
