import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Call, Printed } from './command-child.ts'
import { folderOf, nodeOf, type Release } from './release-before.ts'

/** The command line of one release; one call at a time. */
export interface Commands {
  run(cwd: string, args: readonly string[]): Promise<Printed>
  end(): void
}

export function startCommands(release: Release): Commands {
  const main = join(folderOf(release), 'dist/bundle/main.js')
  const child = fork(fileURLToPath(new URL('./command-child.js', import.meta.url)), [main], {
    execPath: nodeOf(release),
    execArgv: [],
    // Without the test runner's hooks.
    env: { PATH: process.env['PATH'] },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return {
    run: (cwd, args) => answered(child, { cwd, args }),
    end: () => void child.kill('SIGKILL'),
  }
}

async function answered(child: ChildProcess, call: Call): Promise<Printed> {
  const waiting = new AbortController()
  const ended = once(child, 'exit', waiting).then(() => {
    throw new Error(`ended: ${call.args.join(' ')}`)
  })
  try {
    const answer = once(child, 'message', waiting)
    child.send(call)
    const [printed] = (await Promise.race([answer, ended])) as [Printed]
    return printed
  } finally {
    ended.catch(() => undefined)
    waiting.abort()
  }
}
