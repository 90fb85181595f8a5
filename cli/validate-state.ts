import type { Finding } from '../api/finding.ts'
import type { ParsedPools } from '../reconciler/source/parse-pools.ts'
import { readState } from '../reconciler/io/read-state.ts'
import type { SnapshotReading } from '../reconciler/state/documents.ts'
import { unlistedKinds } from '../reconciler/state/snapshot.ts'
import { reconcile } from '../reconciler/reconcile.ts'
import type { CommandIo, Obstacle, ValidateArgs } from './command/command.ts'
import { isObstacle } from './command/command.ts'

/** What planning with these pools and this state would complain about. Loaded only where state is given. */
export async function findingsWithState(
  pools: ParsedPools,
  args: ValidateArgs,
  io: CommandIo,
): Promise<readonly Finding[] | Obstacle> {
  const read = await (args.cluster === undefined ? fromFiles(args, io) : fromCluster(args, io))
  if (isObstacle(read)) return read
  const now = new Date().toISOString()
  const outcome = reconcile({ ...pools, state: read.snapshot, now })
  return [...read.findings, ...outcome.findings]
}

type ReadState = Pick<SnapshotReading, 'snapshot' | 'findings'>

function fromFiles({ state, assumeNone }: ValidateArgs, { stdin }: CommandIo): Promise<ReadState> {
  return readState(state, { assumeNone, stdin })
}

async function fromCluster(
  { cluster = {} }: ValidateArgs,
  io: CommandIo,
): Promise<ReadState | Obstacle> {
  const { readFrom, describeUnlisted } = await import('./cluster.ts')
  const snapshot = await readFrom(cluster)
  if (isObstacle(snapshot)) return snapshot
  for (const each of unlistedKinds(snapshot)) io.stderr(`${describeUnlisted(each)}\n`)
  return { snapshot, findings: [] }
}
