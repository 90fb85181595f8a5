import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { remember } from '../../demo/endings.ts'
import { root } from './root.ts'

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/
const QUIET = ['--no-fund', '--no-audit', '--loglevel=error', '--prefer-offline']

/** The folder that it was installed in, or why it could not be. */
export type Installed = { readonly home: string } | { readonly unreachable: string }

function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'bellwether-package-'))
  const remove = () => rmSync(path, { recursive: true, force: true })
  const forget = remember(remove)
  t.teardown(() => {
    remove()
    forget()
  })
  return path
}

function npm(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv): string {
  const options = { cwd, env, encoding: 'utf8', stdio: 'pipe' } as const
  return execFileSync('npm', [...args, ...QUIET], options)
}

/** Packs the checkout as it is built. Returns the path of the archive. */
export function packCheckout(): string {
  const folder = emptyFolder()
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = JSON.parse(npm(root, args, process.env)) as { filename: string }[]
  return join(folder, packed?.filename ?? '')
}

/** Installs the archive in an empty folder, by the npm and the Node that `env` finds. */
export function installPackage(
  archive: string,
  options: readonly string[],
  env = process.env,
): Installed {
  const home = emptyFolder()
  writeFileSync(join(home, 'package.json'), '{ "type": "module", "private": true }\n')
  try {
    npm(home, ['install', ...options, archive], env)
    return { home }
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    if (!NO_NETWORK.test(stderr)) throw error
    return { unreachable: 'the dependencies of the package cannot be fetched' }
  }
}
