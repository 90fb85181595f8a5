import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { replaceFile } from '../files/replace-file.ts'

/** Keeps the name of the speaker that leads, for a start while there is no API server. */
export interface HolderStore {
  /** Undefined: nothing is known. */
  read(): string | undefined
  /** What cannot be kept is not told: the plan has the same folder, and tells it. */
  write(holder: string): void
}

/** As a name that a Lease can have: what a crash has cut off, or somebody else has written, is none. */
const HOLDER = /^[-.\w]{1,512}\n$/

/** The file is `holder-<segment>` in the folder; it is always written whole. */
export function createHolderStore(folder: string, segment: string): HolderStore {
  const path = join(folder, `holder-${segment}`)
  let writing = Promise.resolve()
  return {
    read() {
      try {
        const text = readFileSync(path, 'utf8')
        return HOLDER.test(text) ? text.trim() : undefined
      } catch {
        return undefined
      }
    },
    write(holder) {
      const text = `${holder}\n`
      if (!HOLDER.test(text)) return
      writing = writing.then(() => replaceFile(path, text)).catch(() => undefined)
    },
  }
}
