import { readFileSync, readdirSync } from 'node:fs'

/** Resident memory of our largest process of each kind, in bytes. */
export interface Memory {
  readonly reconciler: number
  readonly speaker: number
}

/** Of all clusters on this machine: one at a time. */
export function memoryNow(): Memory {
  const largest = { reconciler: 0, speaker: 0 }
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const kind = kindOf(pid)
    if (kind !== undefined) largest[kind] = Math.max(largest[kind], residentBytes(pid))
  }
  return largest
}

const KINDS: Readonly<Record<string, keyof Memory>> = { run: 'reconciler', speaker: 'speaker' }

function kindOf(pid: string): keyof Memory | undefined {
  const words = textOf(`/proc/${pid}/cmdline`).split('\0')
  const at = words.findIndex((word) => word.endsWith('bin/bellwether.js'))
  return words[0]?.endsWith('node') ? KINDS[words[at + 1] ?? ''] : undefined
}

function residentBytes(pid: string): number {
  const [, kibibytes = '0'] = /VmRSS:\s+(\d+)/.exec(textOf(`/proc/${pid}/status`)) ?? []
  return Number(kibibytes) * 1_024
}

/** Empty if the process has ended. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
