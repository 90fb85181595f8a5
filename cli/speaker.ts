import { runSpeaker } from '../speaker/io/speaker-process.ts'
import type { CommandIo, ExitCode, SpeakerArgs } from './command.ts'
import { fail } from './command.ts'

/** Native handles that a library forgot to close must not keep the process alive. */
const LONGEST_FAREWELL_MILLISECONDS = 200

export async function run(args: SpeakerArgs, io: CommandIo): Promise<ExitCode> {
  const end = await runSpeaker({
    planFile: args.plan,
    interfaces: args.interfaces.length === 0 ? undefined : args.interfaces,
    segment: args.segment,
    logFormat: args.logFormat,
    write: io.stdout,
  })
  if (end.kind === 'notStarted') return fail(io, 'speaker', end.cure.message, end.cure.hint)
  setTimeout(() => process.exit(), LONGEST_FAREWELL_MILLISECONDS).unref()
  return end.kind === 'failed' ? 1 : 0
}
