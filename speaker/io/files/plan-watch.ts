import { stat } from 'node:fs/promises'
import { watchWayTo } from '../../../daemon/watch-way.ts'

/** Where no notification comes (network file systems, too many watches), this finds the change. */
const POLL_MILLISECONDS = 2000

/** A file that is written in place is complete when it has not changed for so long. */
const SETTLED_MILLISECONDS = 100

export interface PlanWatch {
  close(): Promise<void>
}

/**
 * Calls `changed` when the file at `path` has become another one than the `known` one, and has come to
 * rest. Notifications are hints alone: what counts is the stamp of the file.
 */
export async function watchPlanFile(
  path: string,
  known: string,
  changed: () => void,
): Promise<PlanWatch> {
  let handled = known
  let seen = known
  let settling: NodeJS.Timeout | undefined
  let closed = false

  const look = async () => {
    const stamp = await stampOf(path)
    if (closed || stamp === handled) return
    if (stamp !== seen) {
      seen = stamp
      return settle()
    }
    handled = stamp
    changed()
  }

  const settle = () => {
    clearTimeout(settling)
    settling = setTimeout(() => void look(), SETTLED_MILLISECONDS)
  }

  const folders = await watchWayTo(path, settle)
  const poll = setInterval(() => {
    settle()
    void folders.refresh()
  }, POLL_MILLISECONDS)
  settle()
  return {
    close: async () => {
      closed = true
      clearInterval(poll)
      clearTimeout(settling)
      await folders.close()
    },
  }
}

/** What changes when a file is replaced, written, or reached another way; empty while it is not there. */
export async function stampOf(path: string): Promise<string> {
  const stats = await stat(path, { bigint: true }).catch(() => undefined)
  if (stats === undefined) return ''
  return `${stats.dev} ${stats.ino} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`
}
