import type { AnnouncementPlan } from '../api/objects.ts'
import type { Finding } from '../api/finding.ts'
import type { ClusterState } from '../reconciler/state/snapshot.ts'
import type { Outcome } from '../reconciler/outcome.ts'
import { reconcile } from '../reconciler/reconcile.ts'
import { renderFindings } from '../reconciler/render/findings.ts'
import type { CommandIo, CommandName, ExitCode, Obstacle, PlanningArgs } from './command/command.ts'
import { fail, isObstacle } from './command/command.ts'
import { gather } from './planning-inputs.ts'
import { optionsOf } from './reconcile-options.ts'

export interface Planned {
  readonly outcome: Outcome
  /** The plans in force. */
  readonly previous: readonly AnnouncementPlan[]
  readonly state: ClusterState
  /** Of the state's texts and of the planner. */
  readonly findings: readonly Finding[]
}

/** Reads what the arguments name, and plans. */
export async function planFrom(args: PlanningArgs, io: CommandIo): Promise<Planned | Obstacle> {
  const gathered = await gather(args, io)
  if (isObstacle(gathered)) return gathered
  const { findings, ...inputs } = gathered
  const outcome = reconcile({ ...inputs, options: optionsOf(args) })
  return {
    outcome,
    previous: inputs.previous,
    state: inputs.state,
    findings: [...findings, ...outcome.findings],
  }
}

/** Findings go to standard error: standard output is for what was asked. */
export function showFindings(findings: readonly Finding[], io: CommandIo): void {
  if (findings.length > 0) io.stderr(`${renderFindings(findings, { color: io.color })}\n`)
}

/** Says why there is no plan. */
export function refuse(
  io: CommandIo,
  name: CommandName,
  { message, hint, findings = [] }: Obstacle,
): ExitCode {
  showFindings(findings, io)
  return fail(io, name, message, hint)
}
