import type { PlanningArgs } from './command/command.ts'
import type { ReconcileOptions } from '../reconciler/guard/options.ts'

type OptionArgs = Pick<PlanningArgs, 'asDefaultClass' | 'allow' | 'candidates' | 'maxChangeShare'>

/** What was not given is left out, so that the default of `reconcile` holds. */
export function optionsOf(args: OptionArgs): ReconcileOptions {
  const { asDefaultClass, allow, candidates, maxChangeShare } = args
  return {
    asDefaultClass,
    allow,
    ...(candidates === undefined ? {} : { candidatesPerAddress: candidates }),
    ...(maxChangeShare === undefined ? {} : { maxChangeShare }),
  }
}
