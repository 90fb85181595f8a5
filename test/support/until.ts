import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Resolves when `holds` is true, looking again and again: for what a kernel does in its own time. Rejects
 * after ten seconds.
 */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let left = 1000; left > 0; left--) {
    if (holds()) return
    await sleep(10)
  }
  throw new Error(`never came true: ${what}`)
}
