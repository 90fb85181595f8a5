import { watchPath } from './watch-path.ts'

/** What is written in place is complete when it has not changed for so long. */
const SETTLED_MILLISECONDS = 100

/** What was read, and a text that is another one whenever it has changed. */
export interface Reading<Value> {
  readonly stamp: string
  readonly value: Value
}

export interface SettledOptions<Value> {
  readonly read: () => Promise<Reading<Value>>
  /** The stamp of what is in use already. */
  readonly known: string
  /** Something else is there now, and was read twice the same. */
  readonly settled: (value: Value) => void
  /** Finds changes where the kernel sends no notification: network file systems, too many watches. */
  readonly pollMilliseconds: number
}

export interface SettledWatch {
  /** Reads soon, as after a notification. */
  readonly look: () => void
  readonly close: () => Promise<void>
}

/**
 * Watches the file at `path`. Notifications are hints alone: what counts is what `read` gives, and it is used once
 * two readings in a row agree.
 */
export async function watchSettled<Value>(
  path: string,
  { read, known, settled, pollMilliseconds }: SettledOptions<Value>,
): Promise<SettledWatch> {
  let used = known
  let seen = known
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const readNow = async () => {
    const { stamp, value } = await read()
    const isSettled = stamp === seen
    seen = stamp
    if (isClosed || stamp === used) return
    if (!isSettled) return look()
    used = stamp
    settled(value)
  }
  const look = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void readNow(), SETTLED_MILLISECONDS)
  }

  const folders = await watchPath(path, look)
  const poll = setInterval(() => {
    look()
    void folders.refresh()
  }, pollMilliseconds)
  look()
  return {
    look,
    async close() {
      isClosed = true
      clearInterval(poll)
      clearTimeout(timer)
      await folders.close()
    },
  }
}
