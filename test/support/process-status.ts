import { readFileSync } from 'node:fs'

/** CAP_NET_RAW alone, capabilities(7), as /proc writes a set. */
export const ONLY_NET_RAW = (1n << 13n).toString(16).padStart(16, '0')

/** The lines of /proc/PID/status, by their names. */
export function processStatus(pid: number): Readonly<Record<string, string>> {
  const lines = readFileSync(`/proc/${pid}/status`, 'utf8').trim().split('\n')
  return Object.fromEntries(lines.map((line) => line.split(/:\s*/, 2) as [string, string]))
}
