import { stat } from 'node:fs/promises'
import { watchSettled } from '../../../daemon/watch-settled.ts'

const POLL_MILLISECONDS = 2000

export interface PlanWatch {
  close(): Promise<void>
}

/**
 * Calls `changed` when the file at `path` has another stamp than `known`, and is written to no more.
 */
export function watchPlanFile(
  path: string,
  known: string,
  changed: () => void,
): Promise<PlanWatch> {
  return watchSettled(path, {
    read: async () => ({ stamp: await stampOf(path), value: undefined }),
    known,
    settled: changed,
    pollMilliseconds: POLL_MILLISECONDS,
  })
}

/** What changes when a file is replaced, written, or reached another way; empty while it is not there. */
export async function stampOf(path: string): Promise<string> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined)
  if (stats === undefined) return ''
  return `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`
}
