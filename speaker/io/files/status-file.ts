import { readFile } from 'node:fs/promises'
import { rememberedOwners } from '../../status/read.ts'
import type { StatusDocument } from '../../status/document.ts'
import { formatStatus } from '../../status/document.ts'
import { replaceFile } from './replace-file.ts'
import type { RememberedOwner } from '../../lan/settings.ts'
import type { SpeakerLog } from '../../reports/log.ts'

/** How often the file is written, at most. */
const SHORTEST_PAUSE_MILLISECONDS = 1000

/** After a change: announcing it comes first, and thousands of addresses take a while to be written out. */
const DELAY_MILLISECONDS = 200

export interface StatusFile {
  /** Something has changed: the file will be written, soon. */
  touch(): void
  /** Writes it a last time. Never rejects. */
  close(): Promise<void>
}

/** The owners that a speaker before this one has left behind. A file that is not there is none. */
export async function readRememberedOwners(
  path: string,
  log: SpeakerLog,
): Promise<readonly RememberedOwner[]> {
  try {
    return rememberedOwners(await readFile(path, 'utf8'))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    log({
      level: 'warn',
      event: 'StatusNotRead',
      message: `cannot read the status file ${path}: ${code ?? message}`,
      hint: 'what was moved before the start may be moved back; see that it is a file that this user may read',
    })
    return []
  }
}

/** Keeps a file up to date with what `document` gives; a file that cannot be written hinders nobody. */
export function createStatusFile(
  path: string,
  document: () => Promise<StatusDocument>,
  log: SpeakerLog,
): StatusFile {
  let timer: NodeJS.Timeout | undefined
  let writing = Promise.resolve()
  let wroteAt = -Infinity
  let isBroken = false

  const write = async () => {
    wroteAt = performance.now()
    try {
      await replaceFile(path, formatStatus(await document()))
      isBroken = false
    } catch (error) {
      if (!isBroken) log(statusNotWritten(path, error as NodeJS.ErrnoException))
      isBroken = true
    }
  }
  const writeNext = () => {
    timer = undefined
    writing = writing.then(write)
  }
  return {
    touch() {
      const pause = wroteAt + SHORTEST_PAUSE_MILLISECONDS - performance.now()
      timer ??= setTimeout(writeNext, Math.max(DELAY_MILLISECONDS, pause))
    },
    close() {
      clearTimeout(timer)
      writeNext()
      return writing
    },
  }
}

function statusNotWritten(path: string, { code, message }: NodeJS.ErrnoException) {
  return {
    level: 'warn',
    event: 'StatusNotWritten',
    message: `cannot write the status file ${path}: ${code ?? message}`,
    hint: 'see that its folder is there, has room, and may be written by this user; addresses are answered all the same',
  } as const
}
