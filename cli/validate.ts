import type { CommandIo, ExitCode, ValidateArgs } from './command.ts'
import { fail } from './command.ts'

export function run(_args: ValidateArgs, io: CommandIo): Promise<ExitCode> {
  return Promise.resolve(fail(io, 'validate', 'this build has no such command yet', 'update it'))
}
