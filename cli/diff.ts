import { renderDiff } from '../reconciler/render/diff.ts'
import type { CommandIo, ExitCode, PlanningArgs } from './command/command.ts'
import { isObstacle } from './command/command.ts'
import { planFrom, refuse, showFindings } from './planning.ts'

/** Shows what a new plan would do otherwise than the one in force. */
export async function run(args: PlanningArgs, io: CommandIo): Promise<ExitCode> {
  const planned = await planFrom(args, io)
  if (isObstacle(planned)) return refuse(io, 'diff', planned)
  const { outcome, previous, findings } = planned
  showFindings(findings, io)
  const { plans, diff } = outcome
  const text = renderDiff({ previous, plans, changes: diff }, io.color)
  io.stdout(text)
  return text === '' ? 0 : 1
}
