import type { Command } from 'commander'
import { Option } from 'commander'
import { GUARD_REFUSALS } from '../reconciler/reasons/guard.ts'
import type { PlanningArgs } from './command/command.ts'
import { parseCount, parseShare, parseTime } from './command/option-values.ts'

/** What every command that plans lets people choose. */
export type PlanChoices = Pick<PlanningArgs, 'asDefaultClass' | 'maxChangeShare' | 'candidates'>

export function addPlanChoices(command: Command): Command {
  return command
    .option('--as-default-class', 'also take Services that name no class', false)
    .option('--max-change-share <n>', 'block plans that change more (default: 0.5)', parseShare)
    .option('--candidates <n>', 'owner and standbys for each address (default: 4)', parseCount)
}

/** Undefined stands for the default of `reconcile`. */
export function planChoices(options: Partial<PlanChoices>): PlanChoices {
  const { asDefaultClass = false, maxChangeShare, candidates } = options
  return { asDefaultClass, maxChangeShare, candidates }
}

/** Takes the words of the guard's refusals. */
export function allowOption(): Option {
  const changes = Object.keys(GUARD_REFUSALS)
  return new Option('--allow <change...>', 'let the guard pass these changes this once').choices(
    changes,
  )
}

/** What a single plan is stamped with. */
export function addStamps(command: Command): Command {
  return command
    .option('--now <time>', 'plan as if it were this time (RFC 3339)', parseTime)
    .option('--revision <text>', 'what the plan calls the version of the pools')
}
