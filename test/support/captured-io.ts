import type { CommandIo } from '../../cli/command/command.ts'

export interface CapturedIo extends CommandIo {
  /** What was written so far. */
  readonly out: () => string
  readonly err: () => string
}

/** A CommandIo that keeps what is written, for calling the command line in a test. */
export function capturedIo(given: Partial<CommandIo> = {}): CapturedIo {
  const out: string[] = []
  const err: string[] = []
  return {
    stdin: () => Promise.resolve(''),
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    color: false,
    env: {},
    cwd: process.cwd(),
    ...given,
    out: () => out.join(''),
    err: () => err.join(''),
  }
}
