import { exportedList } from '../reconciler/state/export.ts'
import { unlistedKinds } from '../reconciler/state/snapshot.ts'
import type { CommandIo, ExitCode, ExportStateArgs } from './command/command.ts'
import { fail, isObstacle } from './command/command.ts'
import { describeUnlisted, readFrom } from './cluster.ts'

/** Prints what plans are made from, for planning without the cluster. */
export async function run({ cluster, output }: ExportStateArgs, io: CommandIo): Promise<ExitCode> {
  const snapshot = await readFrom(cluster)
  if (isObstacle(snapshot)) return fail(io, 'export-state', snapshot.message, snapshot.hint)
  const unlisted = unlistedKinds(snapshot)
  io.stdout(await render(exportedList(snapshot), output))
  for (const each of unlisted)
    io.stderr(`bellwether export-state: ${describeUnlisted(each)}\n  the file lacks them\n`)
  return unlisted.length === 0 ? 0 : 4
}

async function render(list: object, output: ExportStateArgs['output']): Promise<string> {
  if (output === 'json') return `${JSON.stringify(list, null, 2)}\n`
  const { dump, CORE_SCHEMA } = await import('js-yaml')
  return dump(list, { schema: CORE_SCHEMA, lineWidth: -1, noRefs: true })
}
