import type { CommandIo, ExitCode, SpeakerArgs } from './command.ts'
import { fail } from './command.ts'

export function run(_args: SpeakerArgs, io: CommandIo): Promise<ExitCode> {
  return Promise.resolve(fail(io, 'speaker', 'this build has no such command yet', 'update it'))
}
