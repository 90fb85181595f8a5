import type { CommandIo, ExitCode, PlanArgs } from './command.ts'
import { fail } from './command.ts'

export function run(_args: PlanArgs, io: CommandIo): Promise<ExitCode> {
  return Promise.resolve(fail(io, 'plan', 'this build has no such command yet', 'update it'))
}
