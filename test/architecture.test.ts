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
import { pathToFileURL } from 'node:url'
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

/** An entry of scripts/rooms.json. */
interface Room {
  readonly folder: string
  readonly holds: string
  readonly start: string
  readonly imports: readonly string[]
  readonly packages?: readonly string[]
  readonly touchesWorld?: boolean
}

interface Rooms {
  readonly rooms: readonly Room[]
  readonly beside: readonly string[]
  readonly crowded: readonly string[]
}

interface RoomsScript {
  readonly readRooms: (root: string) => Rooms
  readonly roomProblems: (root: string) => readonly string[]
}

/** A script of the checkout, which is not compiled. */
const script = async (path: string): Promise<unknown> =>
  import(pathToFileURL(join(root, path)).href)

const { readRooms, roomProblems } = (await script('scripts/rooms.mjs')) as RoomsScript
const { rooms } = readRooms(root)
const pureRooms = rooms.filter(({ touchesWorld }) => touchesWorld !== true)

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-architecture-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  return folder
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
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
  const folder = temporaryFolder()
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const [file, text] of [...SEEDS, ...CYCLES, ...BREACHES.map(([, ...seed]) => seed)])
    write(folder, file, text)
  return folder
}

/** What the breaches import. */
const SEEDS = [
  ...['api/codes/seed', 'reconciler/io/seed', 'reconciler/model/seed', 'reconciler/guard/seed'],
  ...['reconciler/seed', 'speaker/wire/seed', 'speaker/lan/seed', 'cli/seed', 'demo/seed'],
  'speaker/attic/seed',
].map((name) => [`${name}.ts`, 'export const seed = 1\nexport type Seed = 1\n'] as const)

/** The other half of a cycle, which is reported once. */
const CYCLES = [
  ['reconciler/two.ts', "export * from './one.ts'\n"],
  ['speaker/lan/two.ts', "import type { One } from './one.ts'\nexport type Two = One\n"],
] as const

function importing(path: string): string {
  return `import { seed } from '${path}'\nexport const use = seed\n`
}

function importingType(path: string): string {
  return `import type { Seed } from '${path}'\nexport type Use = Seed\n`
}

/** The rule, the file that breaks it, and how. */
const BREACHES: readonly (readonly [rule: string, file: string, text: string])[] = [
  // A room after it, a room that its entry does not name, a type of one, the other side.
  ['imports-of-reconciler/model', 'reconciler/model/up.ts', importing('../guard/seed.ts')],
  ['imports-of-speaker/election', 'speaker/election/far.ts', importing('../wire/seed.ts')],
  ['imports-of-reconciler/plan', 'reconciler/plan/type.ts', importingType('../guard/seed.ts')],
  ['imports-of-speaker/wire', 'speaker/wire/far.ts', importing('../../reconciler/seed.ts')],
  ['imports-of-kubernetes/lease', 'kubernetes/lease/up.ts', importing('../../reconciler/seed.ts')],
  ['imports-of-api', 'api/up.ts', importing('../speaker/lan/seed.ts')],
  ['imports-of-cli', 'cli/demo.ts', importing('../demo/seed.ts')],
  ['reconciler-knows-no-speaker', 'reconciler/up.ts', importingType('../speaker/wire/seed.ts')],
  ['speaker-knows-no-reconciler', 'speaker/wire/far.ts', importing('../../reconciler/seed.ts')],
  ['pure-rooms-import-no-world', 'reconciler/watch/reads.ts', importing('../io/seed.ts')],
  ['no-unknown-room', 'speaker/lan/attic.ts', importing('../attic/seed.ts')],
  ['core-modules-of-reconciler', 'reconciler/files.ts', "export * from 'node:fs'\n"],
  ['core-modules-of-speaker/wire', 'speaker/wire/host.ts', "export * from 'node:os'\n"],
  ['core-modules-of-api', 'api/hashed.ts', "export * from 'node:crypto'\n"],
  ['packages-of-reconciler/schema', 'reconciler/schema/yaml.ts', "export * from 'yaml'\n"],
  ['packages-of-cli', 'cli/native.ts', "export * from 'koffi'\n"],
  ['no-dev-dependency-in-shipped-code', 'cli/dev.ts', "export * from 'fast-check'\n"],
  ['resolvable', 'cli/gone.ts', "export * from './gone-for-good.ts'\n"],
  ['no-cycles', 'reconciler/one.ts', "export * from './two.ts'\n"],
  [
    'no-cycles',
    'speaker/lan/one.ts',
    "import type { Two } from './two.ts'\nexport type One = Two | 1\n",
  ],
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
  /** Most rooms have the same rules: each set of rules is tried once. */
  const foundBy = new Map<string, Promise<number>>()
  for (const { folder } of pureRooms) {
    const config = (await eslint.calculateConfigForFile(join(root, folder, 'seed.ts'))) as
      { rules: Record<string, unknown> } | undefined
    // What is generated is not linted.
    if (config === undefined && folder === 'reconciler/generated') continue
    const rules = purityRules(config?.rules ?? {})
    const key = JSON.stringify(rules)
    const found = foundBy.get(key) ?? lintWith(rules, IMPURITIES.join(''))
    foundBy.set(key, found)
    t.equal(await found, IMPURITIES.length, folder)
  }
})

/** The typed rules want a file that is part of the project. */
function purityRules(rules: Record<string, unknown>): Record<string, never> {
  const names = ['no-restricted-globals', 'no-restricted-properties', 'no-restricted-syntax']
  return Object.fromEntries(names.map((name) => [name, rules[name] as never]))
}

async function lintWith(rules: Record<string, never>, text: string): Promise<number> {
  const { parser } = (await import('typescript-eslint')).default
  const config = { files: ['**/*.ts'], languageOptions: { parser }, rules }
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: config })
  const [result] = await eslint.lintText(text, { filePath: join(root, 'seed.ts') })
  return result?.errorCount ?? 0
}

t.test('the rooms are as scripts/rooms.json says', async (t) =>
  t.strictSame(roomProblems(root), []),
)

/** A house of two rooms in which all is well. */
const SMALL_HOUSE: Rooms = {
  rooms: [
    { folder: 'api', holds: '', start: 'a.ts', imports: [] },
    { folder: 'cli', holds: '', start: 'c.ts', imports: ['api'], packages: ['yaml'] },
  ],
  beside: ['test'],
  crowded: [],
}
const [SMALL_API, SMALL_CLI] = SMALL_HOUSE.rooms as [Room, Room]

/** What is built into a tree, beside or instead of what is well. */
interface House {
  readonly rooms?: Partial<Rooms>
  readonly files?: Readonly<Record<string, string>>
  readonly package?: object
  readonly include?: readonly string[]
}

function smallHouse(house: House): string {
  const folder = temporaryFolder()
  const pkg = { files: ['api', 'cli', 'dist/api', 'dist/cli'], exports: {}, bin: {} }
  const files = {
    'scripts/rooms.json': JSON.stringify({ ...SMALL_HOUSE, ...house.rooms }),
    'package.json': JSON.stringify({ ...pkg, ...house.package }),
    'tsconfig.json': JSON.stringify({ include: house.include ?? ['api', 'cli', 'test'] }),
    '.prettierignore': 'dist\n',
    'api/a.ts': 'export const a = 1\n',
    'cli/c.ts': "import 'yaml'\nimport type { a } from '../api/a.ts'\nexport type C = typeof a\n",
    'test/t.ts': '',
    ...house.files,
  }
  for (const [file, text] of Object.entries(files)) write(folder, file, text)
  return folder
}

const MANY = Object.fromEntries(Array.from({ length: 25 }, (_, n) => [`api/many-${n}.ts`, '']))
const PACKED = ['api', 'cli', 'dist/api', 'dist/cli']

/** What is wrong with a house, and the sentence that says so. */
const FAULTS: Readonly<Record<string, readonly [fault: House, said: string]>> = {
  'a folder without an entry': [
    { files: { 'api/attic/old.ts': '' } },
    'api/attic/ has sources and no entry in "rooms"',
  ],
  'a folder at the top without an entry': [
    { files: { 'attic/old.ts': '' } },
    'attic/ has sources and no entry in "rooms"',
  ],
  'an entry without a folder': [
    { rooms: { rooms: [SMALL_API, SMALL_CLI, { ...SMALL_API, folder: 'api/gone' }] } },
    'the entry api/gone names no folder of sources',
  ],
  'a file to start with that is not there': [
    { rooms: { rooms: [{ ...SMALL_API, start: 'gone.ts' }, SMALL_CLI] } },
    'api has no gone.ts to start with',
  ],
  'an arrow against the order': [
    {
      rooms: { rooms: [{ ...SMALL_API, imports: ['cli'] }, SMALL_CLI] },
      files: { 'api/a.ts': "export { type C } from '../cli/c.ts'\n" },
    },
    'api may import cli, which is no room before it',
  ],
  'an arrow that nothing needs': [
    { files: { 'cli/c.ts': "import 'yaml'\n" } },
    'cli may import api and does not: take that out',
  ],
  'a package that nothing needs': [
    { files: { 'cli/c.ts': "import '../api/a.ts'\n" } },
    'cli may import yaml and does not: take that out',
  ],
  'a crowd': [{ files: MANY }, 'api/ has 26 sources, more than 25'],
  'an exception for a crowd that has gone': [
    { rooms: { crowded: ['cli'] } },
    'cli/ is not crowded: take it out of "crowded"',
  ],
  'a shipped folder that is not there': [
    { package: { files: [...PACKED, 'gone'] } },
    'gone in "files" matches nothing',
  ],
  'a built folder without sources': [
    { package: { files: [...PACKED, 'dist/gone'] } },
    'dist/gone in "files" matches nothing',
  ],
  'an export of what is not there': [
    { package: { exports: { '.': { types: './dist/api/gone.d.ts' } } } },
    './dist/api/gone.d.ts in "exports" matches nothing',
  ],
  'a program that is not there': [
    { package: { bin: { gone: 'bin/gone.js' } } },
    'bin/gone.js in "bin" matches nothing',
  ],
  'a compiled folder that is not there': [
    { include: ['api', 'cli', 'test', 'gone'] },
    'gone in "include" matches nothing',
  ],
  'a folder that is not compiled': [
    { include: ['api', 'cli'] },
    'test is missing in "include" of tsconfig.json',
  ],
  'a room that is not shipped': [
    { package: { files: ['api', 'cli', 'dist/api'] } },
    'dist/cli is missing in "files" of package.json',
  ],
  'a path that is kept from Prettier and is not there': [
    { files: { '.prettierignore': 'dist\ngone\n' } },
    'gone in ".prettierignore" matches nothing',
  ],
}

t.test('nothing is wrong with a small house', async (t) =>
  t.strictSame(roomProblems(smallHouse({})), []),
)

for (const [name, [fault, said]] of Object.entries(FAULTS))
  t.test(`${name} is found`, async (t) => t.strictSame(roomProblems(smallHouse(fault)), [said]))

t.test('the coverage map knows the pure rooms, and no others', async (t) => {
  const map = (await script('test/coverage-map.mjs')) as {
    default: (test: string) => string | null
  }
  for (const { folder, touchesWorld } of rooms)
    t.equal(
      map.default(`dist/test/${folder}/seed.test.js`),
      touchesWorld === true ? null : `dist/${folder}/seed.js`,
      folder,
    )
})
