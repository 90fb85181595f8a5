import type { PassSettings } from '../reconciler/publish/pass.ts'
import type { WritingArgs } from './command/command.ts'
import { optionsOf } from './reconcile-options.ts'
import type { AllowedChange } from '../reconciler/reasons/guard.ts'

/** What `apply` and `run` decide by. */
export function settingsOf(
  args: WritingArgs & { readonly allow?: readonly AllowedChange[] },
): Omit<PassSettings, 'files'> {
  return { adopt: args.adopt, options: optionsOf({ allow: [], ...args }) }
}
