import { exportedList } from '../reconciler/state/export.ts'
import type { ClusterSnapshot } from '../reconciler/state/snapshot.ts'
import { unlistedKinds } from '../reconciler/state/snapshot.ts'
import type { CommandIo, ExitCode, ExportStateArgs } from './command/command.ts'
import { fail, isObstacle } from './command/command.ts'
import { describeUnlisted, readFrom } from './cluster.ts'

/** Prints what plans are made from, for planning without the cluster. */
export async function run({ cluster, output }: ExportStateArgs, io: CommandIo): Promise<ExitCode> {
  const snapshot = await readFrom(cluster)
  if (isObstacle(snapshot)) return fail(io, 'export-state', snapshot.message, snapshot.hint)
  const unlisted = unlistedKinds(snapshot)
  io.stdout(await render(snapshot, output))
  for (const each of unlisted)
    io.stderr(`bellwether export-state: ${describeUnlisted(each)}\n  the file lacks them\n`)
  return unlisted.length === 0 ? 0 : 4
}

async function render(
  snapshot: ClusterSnapshot,
  output: ExportStateArgs['output'],
): Promise<string> {
  if (output === 'json') return `${JSON.stringify(exportedList(snapshot), null, 2)}\n`
  const { formatState } = await import('../reconciler/state/format-state.ts')
  return formatState(snapshot)
}
