import { hostname } from 'node:os'
import type { ApplyResult } from '../reconciler/io/apply.ts'
import { apply } from '../reconciler/io/apply.ts'
import { renderPlan } from '../reconciler/render/plan.ts'
import { connectTo } from './cluster.ts'
import type { ApplyArgs, CommandIo, ExitCode } from './command/command.ts'
import { fail } from './command/command.ts'
import { showFindings } from './planning.ts'
import { readPoolFiles } from './pool-files.ts'
import { settingsOf } from './writing.ts'

/** Plans against the live cluster, and writes. */
export async function run(args: ApplyArgs, io: CommandIo): Promise<ExitCode> {
  const read = await readPoolFiles(args.pools, io)
  if (read !== undefined && 'message' in read) return fail(io, 'apply', read.message, read.hint)
  const files = read && { ...read, revision: args.revision ?? read.revision }
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
      'nothing was written; check that the API server can be reached, and try again',
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
    `the plans are written, but no speaker is running that answers for ${waiting.join(', ')}\n  start the speaker, and run apply again with --wait 30`,
}
