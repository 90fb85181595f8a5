import { resolve } from 'node:path'
import { hostname } from 'node:os'
import type { PoolFiles } from '../reconciler/publish/snapshot.ts'
import type { ApplyResult } from '../reconciler/io/apply.ts'
import { apply } from '../reconciler/io/apply.ts'
import { readRevision } from '../reconciler/io/read-revision.ts'
import { readSources } from '../reconciler/io/read-sources.ts'
import { renderPlan } from '../reconciler/render/plan.ts'
import { connectTo } from './cluster.ts'
import type { ApplyArgs, CommandIo, ExitCode } from './command/command.ts'
import { fail } from './command/command.ts'
import { showFindings } from './planning.ts'
import { settingsOf } from './writing.ts'

/** Plans against the live cluster, and writes. */
export async function run(args: ApplyArgs, io: CommandIo): Promise<ExitCode> {
  const files = await poolFiles(args, io)
  if (files !== undefined && 'message' in files) return fail(io, 'apply', files.message, files.hint)
  const client = await connectTo(args.cluster)
  if ('message' in client) return fail(io, 'apply', client.message, client.hint)
  try {
    const result = await apply(client, {
      ...settingsOf(args),
      files,
      namespace: args.namespace,
      waitSeconds: args.wait,
      now: args.now,
      instance: io.env['POD_NAME'] || hostname(),
    })
    return report(result, io)
  } finally {
    client.close()
  }
}

interface NoPools {
  readonly message: string
  readonly hint: string
}

async function poolFiles(args: ApplyArgs, io: CommandIo): Promise<PoolFiles | NoPools | undefined> {
  if (args.pools.length === 0) return undefined
  const { sources, unreadable, missing } = await readSources(args.pools, io)
  const [gone] = missing
  if (gone !== undefined)
    return { message: `there is no ${gone}`, hint: 'name the files or folders with the pools' }
  const named = args.pools.filter((path) => path !== '-')
  const revisions = new Set(named.map((path) => readRevision(resolve(io.cwd, path))))
  const revision = args.revision ?? [...revisions].filter(Boolean).join(',')
  return { sources, unreadable, revision }
}

const EXIT_CODES: Readonly<Record<Exclude<ApplyResult['result'], 'unreadable'>, ExitCode>> = {
  done: 0,
  failed: 1,
  conflict: 1,
  blocked: 3,
  incomplete: 4,
  pending: 5,
}

function report(result: ApplyResult, io: CommandIo): ExitCode {
  if (result.result === 'unreadable')
    return fail(
      io,
      'apply',
      `the cluster cannot be read: ${result.failure.message}`,
      'nothing was written; see whether the API server is reachable, and try again',
    )
  const { decision, failures, waiting } = result.pass
  showFindings(decision.findings, io)
  io.stdout(renderPlan(decision.outcome, io.color))
  for (const { message } of failures) io.stderr(`bellwether apply: ${message}\n`)
  const told = TOLD[result.result]
  if (told !== undefined)
    io.stderr(`bellwether apply: ${told(decision.hindrance?.message ?? '', waiting)}\n`)
  return EXIT_CODES[result.result]
}

type Told = (hindrance: string, waiting: readonly string[]) => string

const TOLD: Partial<Record<ApplyResult['result'], Told>> = {
  failed: () => 'not all could be written\n  what is above was decided; run it again',
  conflict: () => 'others kept writing at the same time\n  run it again',
  blocked: (hindrance) => `nothing was written: ${hindrance}`,
  incomplete: (hindrance) => hindrance,
  pending: (_, waiting) =>
    `the plans are written, but no speaker lives that would answer for ${waiting.join(', ')}\n  start the speaker, and run it again with --wait 30`,
}
