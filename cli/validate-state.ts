import { stateObjects } from '../reconciler/state/export.ts'
import type { Finding } from '../api/finding.ts'
import type { ParsedPools } from '../reconciler/source/parse-pools.ts'
import { readState } from '../reconciler/io/read-state.ts'
import type { StateObjects } from '../reconciler/state/objects.ts'
import { reconcile } from '../reconciler/reconcile.ts'
import type { CommandIo, Obstacle, ValidateArgs } from './command/command.ts'

/** What planning with these pools and this state would complain about. Loaded only where state is given. */
export async function findingsWithState(
  pools: ParsedPools,
  args: ValidateArgs,
  io: CommandIo,
): Promise<readonly Finding[] | Obstacle> {
  const read = await (args.cluster === undefined ? fromFiles(args, io) : fromCluster(args, io))
  if ('message' in read) return read
  const now = new Date().toISOString()
  const outcome = reconcile({ ...pools, state: read.state, now })
  return [...read.findings, ...outcome.findings]
}

interface ReadState {
  readonly state: StateObjects
  readonly findings: readonly Finding[]
}

function fromFiles({ state, assumeNone }: ValidateArgs, { stdin }: CommandIo): Promise<ReadState> {
  return readState(state, { assumeNone, stdin })
}

async function fromCluster(
  { cluster = {} }: ValidateArgs,
  io: CommandIo,
): Promise<ReadState | Obstacle> {
  const { readFrom, describeUnlisted } = await import('./cluster.ts')
  const reading = await readFrom(cluster)
  if ('message' in reading) return reading
  for (const each of reading.unlisted) io.stderr(`${describeUnlisted(each)}\n`)
  return { state: stateObjects(reading.objects), findings: [] }
}
