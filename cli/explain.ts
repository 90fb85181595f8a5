import type { CommandIo, ExitCode, ExplainArgs } from './command.ts'
import { fail } from './command.ts'

export function run(_args: ExplainArgs, io: CommandIo): Promise<ExitCode> {
  return Promise.resolve(fail(io, 'explain', 'this build has no such command yet', 'update it'))
}
