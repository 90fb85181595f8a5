import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Host } from '../../../demo/lan.ts'
import type { SpeakerReport } from '../../../speaker/reports/report.ts'
import { root } from '../root.ts'

/** A report as it stands in the log. */
export type Logged = SpeakerReport & { readonly time: string }

export interface RunningSpeaker {
  readonly pid: number
  /** The first report, from now on or before, for which this holds. */
  until(holds: (report: Logged) => boolean): Promise<Logged>
  reports(): readonly Logged[]
  /** What it wrote to standard error. */
  messages(): string
  kill(signal: NodeJS.Signals): void
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>
}

/** The command as users have it, in the namespace of a host. */
export function startSpeaker(host: Host, args: readonly string[]): RunningSpeaker {
  return followSpeaker(host, [
    process.execPath,
    join(root, 'bin/bellwether.js'),
    'speaker',
    ...args,
  ])
}

export function followSpeaker(host: Host, argv: readonly string[]): RunningSpeaker {
  const child = host.spawn(argv)
  const reports: Logged[] = []
  const waiting = new Set<() => void>()
  let messages = ''
  if (child.stdout === null || child.stderr === null) throw new Error('no pipes')
  createInterface({ input: child.stdout }).on('line', (line) => {
    reports.push(JSON.parse(line) as Logged)
    for (const look of waiting) look()
  })
  child.stderr.on('data', (data) => (messages += String(data)))
  const ended = once(child, 'close').then(
    ([status, signal]) => (status ?? signal) as number | NodeJS.Signals,
  )
  return {
    pid: child.pid ?? 0,
    reports: () => reports,
    messages: () => messages,
    kill: (signal) => void child.kill(signal),
    ended,
    until: (holds) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = reports.find(holds)
          if (found === undefined) return
          waiting.delete(look)
          resolve(found)
        }
        waiting.add(look)
        void ended.then((end) => reject(new Error(`the speaker ended (${end}): ${messages}`)))
        look()
      }),
  }
}

/** True for the announcement of an address, with this MAC if one is given. */
export function announced(address: string, mac?: string): (report: Logged) => boolean {
  return (report) =>
    report.event === 'Announced' &&
    report.address === address &&
    (mac === undefined || report.mac === mac)
}
