import type { AnnouncementPlan } from '../api/objects.ts'
import { isChange } from '../reconciler/render/change.ts'
import { hasDifference } from '../reconciler/render/diff.ts'
import { renderPlansAsJson, renderPlansAsYaml } from '../reconciler/render/plan-documents.ts'
import { renderPlan } from '../reconciler/render/plan.ts'
import type { CommandIo, ExitCode, PlanArgs } from './command/command.ts'
import { isObstacle } from './command/command.ts'
import type { Planned } from './planning.ts'
import { planFrom, refuse, showFindings } from './planning.ts'

/** Shows what each Service gets and which node answers for it; changes nothing. */
export async function run(args: PlanArgs, io: CommandIo): Promise<ExitCode> {
  const planned = await planFrom(args, io)
  if (isObstacle(planned)) return refuse(io, 'plan', planned)
  showFindings(planned.findings, io)
  io.stdout(render(planned, args, io))
  return exitCodeOf(planned, args)
}

function render({ outcome }: Planned, { output }: PlanArgs, io: CommandIo): string {
  if (output === 'json') return renderPlansAsJson(outcome.plans)
  return output === 'yaml' ? renderPlansAsYaml(outcome.plans) : renderPlan(outcome, io.color)
}

/** The gravest first: what blocks a plan, what makes it doubtful, what is wrong, what changes. */
function exitCodeOf({ outcome, previous, findings }: Planned, args: PlanArgs): ExitCode {
  if (outcome.blocked.length > 0) return 3
  if (outcome.incomplete.length > 0) return 4
  if (findings.some(({ severity }) => severity === 'error')) return 1
  return args.detailedExitcode && hasChanges(outcome, previous) ? 2 : 0
}

function hasChanges({ plans, diff }: Planned['outcome'], previous: readonly AnnouncementPlan[]) {
  return diff.some(isChange) || hasDifference({ previous, plans, changes: diff })
}
