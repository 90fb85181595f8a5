import type { CommandIo, ExitCode, PlanningArgs } from './command.ts'
import { fail } from './command.ts'

export function run(_args: PlanningArgs, io: CommandIo): Promise<ExitCode> {
  return Promise.resolve(fail(io, 'diff', 'this build has no such command yet', 'update it'))
}
