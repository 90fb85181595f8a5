import { execFile } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { ESLint } from 'eslint'
import t from 'tap'
import { root } from './support/root.ts'

const run = promisify(execFile)

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

interface CruiseSummary {
  readonly modules: readonly unknown[]
  readonly summary: {
    readonly violations: readonly Violation[]
    readonly totalDependenciesCruised: number
  }
}

/** Runs the import rules on a folder that has the same layout as this one. */
async function cruise(folder: string): Promise<CruiseSummary> {
  const cli = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const parts = ['api', 'kubernetes', 'daemon', 'reconciler', 'speaker', 'cli'].filter((part) =>
    existsSync(join(folder, part)),
  )
  const args = [cli, '--config', join(root, '.dependency-cruiser.cjs'), '-T', 'json', ...parts]
  // Violations set the exit status; the report on stdout says all there is to know.
  const options = { cwd: folder, maxBuffer: 64 * 2 ** 20 }
  const { stdout } = await run(process.execPath, args, options).catch((e: { stdout: string }) => e)
  return JSON.parse(stdout) as CruiseSummary
}

/** A small tree of the same layout, with nothing in it but files that break rules. */
function seededTree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-architecture-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, text] of [...SEEDS, CYCLE, ...BREACHES.map(([, ...seed]) => seed)]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  return folder
}

/** What the breaches import. */
const SEEDS = ['reconciler/io/io', 'reconciler/pure', 'speaker/wire/codec', 'cli/command'].map(
  (name) => [`${name}.ts`, 'export const seed = 1\n'] as const,
)

/** The other half of a cycle, which is reported once. */
const CYCLE = ['reconciler/two.ts', "export * from './one.ts'\n"] as const

function importing(path: string): string {
  return `import { seed } from '${path}'\nexport const use = seed\n`
}

/** The rule, the file that breaks it, and how. */
const BREACHES: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['pure-files-import-no-core-modules', 'reconciler/files.ts', "export * from 'node:fs'\n"],
  ['pure-files-import-no-core-modules', 'speaker/wire/host.ts', "export * from 'node:os'\n"],
  ['pure-files-import-no-io', 'reconciler/reads.ts', importing('./io/io.ts')],
  ['kubernetes-knows-neither-side', 'kubernetes/up.ts', importing('../reconciler/pure.ts')],
  ['reconciler-knows-no-speaker', 'reconciler/up.ts', importing('../speaker/wire/codec.ts')],
  ['codecs-know-only-addresses', 'speaker/wire/far.ts', importing('../../reconciler/pure.ts')],
  ['speaker-knows-no-cli', 'speaker/up.ts', importing('../cli/command.ts')],
  ['native-modules-only-in-speaker-io', 'cli/native.ts', "export * from 'koffi'\n"],
  ['no-dev-dependency-in-shipped-code', 'cli/dev.ts', "export * from 'fast-check'\n"],
  ['no-cycles', 'reconciler/one.ts', "export * from './two.ts'\n"],
]

t.test('the import rules hold, and see the tree', async (t) => {
  const { summary, modules } = await cruise(root)
  t.strictSame(summary.violations, [])
  t.ok(modules.length > 100, 'modules were found')
  t.ok(summary.totalDependenciesCruised > 200, 'imports were followed')
})

t.test('every import rule catches a seeded breach', async (t) => {
  const { summary } = await cruise(seededTree())
  const caught = summary.violations.map(({ rule, from }) => `${rule.name} in ${from}`)
  for (const [rule, file] of BREACHES)
    t.ok(caught.includes(`${rule} in ${file}`), `${rule}: ${file}`)
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
  for (const folder of ['kubernetes', 'reconciler', 'speaker', 'speaker/wire'])
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
