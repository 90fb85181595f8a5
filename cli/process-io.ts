import { text } from 'node:stream/consumers'
import type { CommandIo } from './command/command.ts'

/** The process as a command sees it. */
export function processIo(): CommandIo {
  return {
    stdin: () => text(process.stdin),
    stdout: (data) => void process.stdout.write(data),
    stderr: (data) => void process.stderr.write(data),
    color: wantsColor(process.env, process.stdout.isTTY),
    env: process.env,
    cwd: process.cwd(),
  }
}

/** NO_COLOR (https://no-color.org) wins over FORCE_COLOR, and both over what the terminal is. */
export function wantsColor(
  env: Readonly<Record<string, string | undefined>>,
  isTerminal: boolean,
): boolean {
  if (env['NO_COLOR']) return false
  const forced = env['FORCE_COLOR']
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return isTerminal && env['TERM'] !== 'dumb'
}

/** A reader that has seen enough (`| head`) closes the pipe: that is no error. */
export function ignoreClosedPipe(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error
    })
}
