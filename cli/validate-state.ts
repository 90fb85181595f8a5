import type { Finding } from '../reconciler/finding.ts'
import type { ReadSources } from '../reconciler/io/read-sources.ts'
import { readState } from '../reconciler/io/read-state.ts'
import { reconcile } from '../reconciler/reconcile.ts'
import type { CommandIo, ValidateArgs } from './command.ts'

/** What planning with these pools and this state would complain about. Loaded only where state is given. */
export async function findingsWithState(
  { sources, unreadable }: ReadSources,
  { state: paths, assumeNone }: ValidateArgs,
  { stdin }: CommandIo,
): Promise<readonly Finding[]> {
  const { state, findings } = await readState(paths, { assumeNone, stdin })
  const now = new Date().toISOString()
  const outcome = reconcile({ pools: sources, unreadable, state, now })
  return [...findings, ...outcome.findings]
}
