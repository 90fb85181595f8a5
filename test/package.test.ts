import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import t from 'tap'
import { installPackage, packCheckout } from './support/packed-package.ts'
import { root } from './support/root.ts'

const STATE = ['--state', 'quickstart/state.yaml', '--now', '2026-01-01T00:00:00Z']

/** The blocks of a page that are fenced as this language. */
function codeOf(page: string, language: string): string[] {
  const text = readFileSync(join(root, page), 'utf8')
  const fenced = text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)
  return [...fenced].filter(([, name]) => name === language).map(([, , code = '']) => code)
}

/** As strict as tsc can be, and the declarations of packages are checked too. */
const STRICT = ['--strict', '--noUncheckedIndexedAccess', '--exactOptionalPropertyTypes']
const PLAIN = ['--module', 'nodenext', '--target', 'es2023', '--lib', 'es2023']
const TSC = createRequire(import.meta.url).resolve('typescript/bin/tsc')
const TYPES_OF_NODE = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')]
/** A project without @types/node. */
const NO_TYPES = ['--typeRoots', 'none']

/** Compiles the file in this folder. Returns what tsc complains of. */
function compile(home: string, file: string, types: readonly string[]): string {
  const args = [TSC, file, ...STRICT, ...PLAIN, '--skipLibCheck', 'false', ...types]
  const { status, stdout } = spawnSync(process.execPath, args, { cwd: home, encoding: 'utf8' })
  return status === 0 ? '' : stdout
}

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

  t.match(bellwether('--help'), /Usage: bellwether/)
  t.equal(bellwether('validate', 'pool.yaml', '-o', 'json').includes('"error"'), false)
  t.match(bellwether('plan', '--pools', 'quickstart/pools', ...STATE), /198\.51\.100\./)

  const quickstart = join(home, 'quickstart')
  const [example = ''] = codeOf('README.md', 'ts')
  writeFileSync(join(quickstart, 'example.ts'), example)
  t.equal(compile(quickstart, 'example.ts', TYPES_OF_NODE), '', 'the example of README compiles')
  const printed = execFileSync(process.execPath, ['example.js'], {
    cwd: quickstart,
    encoding: 'utf8',
  })
  t.ok(codeOf('README.md', '').includes(printed), 'README shows what its example prints')

  const [reuse = ''] = codeOf('docs/library.md', 'ts')
  writeFileSync(join(home, 'reuse.ts'), reuse)
  t.equal(compile(home, 'reuse.ts', NO_TYPES), '', 'the types stand without those of Node')
})
