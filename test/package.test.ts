import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { root } from './support/root.ts'

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/
const STATE = ['--state', 'quickstart/state.yaml', '--now', '2026-01-01T00:00:00Z']

const LIBRARY_USE = `
import { readFileSync } from 'node:fs'
import { reconcile } from 'bellwether'
const text = readFileSync('pool.yaml', 'utf8')
const { findings } = reconcile({
  pools: [{ path: 'pool.yaml', text }], state: { services: [], nodes: [] }, now: '2026-01-01T00:00:00Z',
})
console.log(findings.filter(({ severity }) => severity === 'error').length)
`

const POOL = `apiVersion: bellwether.dev/v1alpha1
kind: AddressPool
metadata:
  name: lan
spec:
  addresses:
    - 198.51.100.240-198.51.100.250
`

function emptyFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'bellwether-package-'))
  t.teardown(() => rmSync(path, { recursive: true, force: true }))
  return path
}

function npm(cwd: string, ...args: string[]): string {
  const quiet = ['--no-fund', '--no-audit', '--loglevel=error', '--prefer-offline']
  return execFileSync('npm', [...args, ...quiet], { cwd, encoding: 'utf8', stdio: 'pipe' })
}

function pack(): string {
  const folder = emptyFolder()
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const [packed] = JSON.parse(npm(root, ...args)) as { filename: string }[]
  return join(folder, packed?.filename ?? '')
}

/** Without the optional packages: what plans and validates must not need a compiler. */
function install(tarball: string): { home: string } | { unreachable: string } {
  const home = emptyFolder()
  writeFileSync(join(home, 'package.json'), '{ "type": "module", "private": true }\n')
  try {
    npm(home, 'install', '--omit=optional', tarball)
    return { home }
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    if (!NO_NETWORK.test(stderr)) throw error
    return { unreachable: 'the dependencies of the package cannot be fetched' }
  }
}

t.test('the packed package works in an empty folder', async (t) => {
  const installed = install(pack())
  if ('unreachable' in installed) {
    t.plan(0, installed.unreachable)
    return
  }
  const { home } = installed
  const bellwether = (...args: string[]): string =>
    execFileSync(join(home, 'node_modules/.bin/bellwether'), args, { cwd: home, encoding: 'utf8' })
  cpSync(join(root, 'fixtures/quickstart'), join(home, 'quickstart'), { recursive: true })
  writeFileSync(join(home, 'pool.yaml'), POOL)
  writeFileSync(join(home, 'use.js'), LIBRARY_USE)

  t.match(bellwether('--help'), /Usage: bellwether/)
  t.equal(bellwether('validate', 'pool.yaml', '-o', 'json').includes('"error"'), false)
  t.match(bellwether('plan', '--pools', 'quickstart/pools', ...STATE), /198\.51\.100\./)
  t.equal(execFileSync(process.execPath, ['use.js'], { cwd: home, encoding: 'utf8' }), '0\n')
})
