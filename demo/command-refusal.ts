import { execFileSync } from 'node:child_process'

/** Why a command that others come with cannot be used here; undefined if it can. */
export function commandRefusal(name: string, packageName: string): string | undefined {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' })
    return undefined
  } catch {
    return `needs the command "${name}" (package ${packageName})`
  }
}
