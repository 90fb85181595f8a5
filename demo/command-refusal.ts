import { spawnSync } from 'node:child_process'

/** Why a command that others come with cannot be used here; undefined if it can. */
export function commandRefusal(name: string, packageName: string): string | undefined {
  // Not every command knows this option; each that is there can be started.
  const { error } = spawnSync(name, ['--version'], { stdio: 'ignore' })
  return error && `needs the command "${name}" (package ${packageName})`
}
