import { execFileSync } from 'node:child_process'
import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { installPackage, packCheckout } from './support/packed-package.ts'
import { root } from './support/root.ts'

const STATE = ['--state', 'quickstart/state.yaml', '--now', '2026-01-01T00:00:00Z']

const LIBRARY_USE = `
import { readFileSync } from 'node:fs'
import { parsePools, reconcile } from 'bellwether'
const text = readFileSync('pool.yaml', 'utf8')
const { findings } = reconcile({
  ...parsePools([{ path: 'pool.yaml', text }]), state: { services: [], nodes: [] }, now: '2026-01-01T00:00:00Z',
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

t.test('the packed package works in an empty folder', async (t) => {
  // Without the optional packages: what plans and validates must not need them.
  const installed = installPackage(packCheckout(), ['--omit=optional'])
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
