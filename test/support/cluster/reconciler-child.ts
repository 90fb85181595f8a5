import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Test } from 'tap'
import { root } from '../root.ts'

/** A line of the log. */
export interface LogLine {
  readonly level: string
  readonly event: string
  readonly [field: string]: unknown
}

export interface ReconcilerChild {
  readonly process: ChildProcess
  readonly lines: LogLine[]
  /** The first line of that event that fits, past or to come. */
  until(event: string, fits?: (line: LogLine) => boolean): Promise<LogLine>
  /** Ends it, and tells how it ended. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const LONGEST_WAIT_MILLISECONDS = 30_000

/** `bellwether run` in a process of its own. */
export function reconcilerChild(
  t: Pick<Test, 'teardown'>,
  args: readonly string[],
  name = 'one',
): ReconcilerChild {
  const child = spawn(
    process.execPath,
    [join(root, 'bin/bellwether.js'), 'run', '--http', 'off', ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, POD_NAME: name } },
  )
  t.teardown(() => void child.kill('SIGKILL'))
  const lines: LogLine[] = []
  let check: () => void = () => undefined
  createInterface(child.stdout).on('line', (text) => {
    if (process.env['BELLWETHER_SHOW_LOG']) console.error(name, text)
    lines.push(JSON.parse(text) as LogLine)
    check()
  })
  return {
    process: child,
    lines,
    until: (event, fits = () => true) =>
      new Promise((resolve, reject) => {
        const giveUp = setTimeout(() => {
          const told = lines.map((line) => JSON.stringify(line)).join('\n')
          reject(new Error(`${name} has not told ${event}:\n${told}`))
        }, LONGEST_WAIT_MILLISECONDS)
        check = () => {
          const found = lines.find((line) => line.event === event && fits(line))
          if (found === undefined) return
          clearTimeout(giveUp)
          resolve(found)
        }
        check()
      }),
    end: async (signal) => {
      const ended = once(child, 'exit')
      child.kill(signal)
      const [code] = (await ended) as [number | null]
      return code
    },
  }
}
