import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import t from 'tap'
import { root } from './support/root.ts'

const run = promisify(execFile)

interface CruiseSummary {
  readonly modules: readonly unknown[]
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string } }[]
    readonly totalDependenciesCruised: number
  }
}

/** Runs the import rules on a folder that has the same layout as this one. */
async function cruise(folder: string): Promise<CruiseSummary> {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const parts = ['reconciler', 'speaker', 'cli']
  const args = [cli, '--config', join(root, '.dependency-cruiser.cjs'), '-T', 'json', ...parts]
  // Violations set the exit status; the report on stdout says all there is to know.
  const options = { cwd: folder, maxBuffer: 64 * 2 ** 20 }
  const { stdout } = await run(process.execPath, args, options).catch((e: { stdout: string }) => e)
  return JSON.parse(stdout) as CruiseSummary
}

interface Teardown {
  readonly teardown: (callback: () => void) => void
}

/** A copy of the sources with one file more, or one replaced. */
function seeded(t: Teardown, file: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-architecture-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  for (const name of ['reconciler', 'speaker', 'cli', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
  return folder
}

t.test('the import rules hold, and see the tree', async (t) => {
  const { summary, modules } = await cruise(root)
  t.strictSame(summary.violations, [])
  t.ok(modules.length > 10, 'modules were found')
  t.ok(summary.totalDependenciesCruised > 10, 'imports were followed')
})

const BREACHES = [
  [
    'pure-files-import-no-core-modules',
    'reconciler/seed.ts',
    "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n",
  ],
  [
    'pure-files-import-no-core-modules',
    'speaker/wire/seed.ts',
    "import { hostname } from 'node:os'\nexport const h = hostname\n",
  ],
  [
    'pure-files-import-no-io',
    'reconciler/seed.ts',
    "import { seed } from './io/seed-io.ts'\nexport const s = seed\n",
  ],
  [
    'reconciler-knows-no-speaker',
    'reconciler/seed.ts',
    "import { BROADCAST } from '../speaker/wire/mac.ts'\nexport const b = BROADCAST\n",
  ],
  [
    'codecs-know-only-addresses',
    'speaker/wire/seed.ts',
    "import { compareText } from '../../reconciler/finding.ts'\nexport const c = compareText\n",
  ],
  [
    'speaker-knows-no-cli',
    'speaker/seed.ts',
    "import { seed } from '../cli/seed-cli.ts'\nexport const s = seed\n",
  ],
  [
    'native-modules-only-in-speaker-io',
    'cli/seed.ts',
    "import koffi from 'koffi'\nexport const k = koffi\n",
  ],
  [
    'no-dev-dependency-in-shipped-code',
    'cli/seed.ts',
    "import fc from 'fast-check'\nexport const f = fc\n",
  ],
  [
    'no-cycles',
    'reconciler/seed.ts',
    "import { two } from './seed-two.ts'\nexport const one = (): unknown => two\n",
  ],
] as const

t.test('every import rule catches a seeded breach', async (t) => {
  for (const [rule, file, text] of BREACHES) {
    const folder = seeded(t, file, text)
    writeFileSync(join(folder, 'reconciler/io/seed-io.ts'), 'export const seed = 1\n')
    writeFileSync(join(folder, 'cli/seed-cli.ts'), 'export const seed = 1\n')
    writeFileSync(
      join(folder, 'reconciler/seed-two.ts'),
      "import { one } from './seed.ts'\nexport const two = one\n",
    )
    const names = (await cruise(folder)).summary.violations.map(({ rule }) => rule.name)
    t.ok(names.includes(rule), `${rule} in ${file}`)
  }
})

const IMPURITIES = [
  'export const now = (): number => Date.now()\n',
  'export const now = (): Date => new Date()\n',
  'export const dice = (): number => Math.random()\n',
  'export const later = (f: () => void): unknown => setTimeout(f, 1)\n',
  "export const home = (): string | undefined => process.env['HOME']\n",
] as const

t.test('pure files may not reach for clocks, timers, chance or the process', async (t) => {
  const eslint = new ESLint({ cwd: root })
  for (const folder of ['reconciler', 'speaker', 'speaker/wire'])
    for (const text of IMPURITIES) {
      const config = (await eslint.calculateConfigForFile(join(root, folder, 'seed.ts'))) as {
        rules: Record<string, unknown>
      }
      const found = await lintWith(config.rules, text)
      t.ok(found > 0, `${folder}: ${text.trim()}`)
    }
})

/** Only the purity rules: the typed ones want a file that is part of the project. */
async function lintWith(rules: Record<string, unknown>, text: string): Promise<number> {
  const names = ['no-restricted-globals', 'no-restricted-properties', 'no-restricted-syntax']
  const { parser } = (await import('typescript-eslint')).default
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: {
      files: ['**/*.ts'],
      languageOptions: { parser: parser },
      rules: Object.fromEntries(names.map((name) => [name, rules[name] as never])),
    },
  })
  const [result] = await eslint.lintText(text, { filePath: join(root, 'seed.ts') })
  return result?.errorCount ?? 0
}
