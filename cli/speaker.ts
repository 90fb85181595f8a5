import { hostname } from 'node:os'
import type { WireMachineOptions } from '../speaker/effect.ts'
import { runSpeaker } from '../speaker/io/speaker-process.ts'
import type { CommandIo, ExitCode, SpeakerArgs } from './command.ts'
import { fail } from './command.ts'

/** Native handles that a library forgot to close must not keep the process alive. */
const LONGEST_FAREWELL_MILLISECONDS = 200

export async function run(args: SpeakerArgs, io: CommandIo): Promise<ExitCode> {
  const end = await runSpeaker({
    planFile: args.plan,
    machineOptions: machineOptions(args),
    segment: args.segment,
    statusFile: args.statusFile,
    http: args.http === 'off' ? undefined : args.http,
    // What the downward API of Kubernetes is asked to put there (spec.nodeName).
    holder: io.env['NODE_NAME'] || hostname(),
    version: args.version,
    logFormat: args.logFormat,
    write: io.stdout,
  })
  if (end.kind === 'notStarted') return fail(io, 'speaker', end.cure.message, end.cure.hint)
  setTimeout(() => process.exit(), LONGEST_FAREWELL_MILLISECONDS).unref()
  return end.kind === 'failed' ? 1 : 0
}

export function machineOptions({ interfaces, listen, settings }: SpeakerArgs): WireMachineOptions {
  return {
    ...(interfaces.length === 0 ? {} : { interfaces }),
    ...(listen ? { leads: false } : {}),
    settings,
  }
}
