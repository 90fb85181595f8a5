import { expectedRates } from '../../speaker/cost/expected-rates.ts'
import { isUnreadable, readPlanFile } from '../../speaker/io/files/plan-file.ts'
import { renderCost } from '../../speaker/cost/render.ts'
import { DEFAULT_SETTINGS } from '../../speaker/machine/settings.ts'
import type { CommandIo, ExitCode, SpeakerCostArgs } from '../command/command.ts'
import { fail } from '../command/command.ts'

/** Tells what a speaker would send for a plan. Sends nothing. */
export async function run(args: SpeakerCostArgs, io: CommandIo): Promise<ExitCode> {
  const reading = await readPlanFile(args.plan, args.segment)
  if (isUnreadable(reading)) return fail(io, 'speaker cost', reading.message, reading.hint)
  const settings = { ...DEFAULT_SETTINGS, ...args.settings }
  const pages = reading.plans.map((plan) => renderCost(expectedRates(plan, settings), settings))
  io.stdout(pages.join('\n'))
  return 0
}
