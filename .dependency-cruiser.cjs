// The import rules of the project, built from scripts/rooms.json. test/architecture.test.ts runs them on the
// tree, and on seeded violations that must fail, so that a rule which silently matches nothing is noticed.
const { rooms, beside } = require('./scripts/rooms.json')

const TOPS = [...new Set(rooms.map(({ folder }) => folder.split('/')[0]))]
const SHIPPED = `^(${TOPS.join('|')})/`
const OURS = `^(${[...TOPS, ...beside].join('|')})/`

/** The files of these folders, not those of folders within. */
const filesOf = (...folders) => `^(${folders.join('|')})/[^/]+$`
const PURE = filesOf(
  ...rooms.filter(({ touchesWorld }) => !touchesWorld).map((room) => room.folder),
)
const WORLD = filesOf(
  ...rooms.filter(({ touchesWorld }) => touchesWorld).map((room) => room.folder),
)

/** A room imports the rooms and the packages that its entry names, and nothing else. */
function rulesOf({ folder, imports, packages = [] }) {
  return [
    {
      name: `imports-of-${folder}`,
      comment: `"imports" of ${folder} in scripts/rooms.json names what it may import`,
      severity: 'error',
      from: { path: filesOf(folder) },
      to: { path: OURS, pathNot: filesOf(folder, ...imports) },
    },
    {
      name: `packages-of-${folder}`,
      comment: `"packages" of ${folder} in scripts/rooms.json names what it may import`,
      severity: 'error',
      from: { path: filesOf(folder) },
      to: { path: 'node_modules/', pathNot: `node_modules/(@types/)?(${packages.join('|')})/` },
    },
  ]
}

/** Pure rooms that say so may use a part of Node that does no I/O: a hash is arithmetic. */
function coreRuleOf({ folder, packages = [] }) {
  const named = packages.filter((name) => name.startsWith('node:')).map((name) => name.slice(5))
  return {
    name: `core-modules-of-${folder}`,
    comment: 'what does not touch the world takes what it needs as an argument',
    severity: 'error',
    from: { path: filesOf(folder) },
    to: { dependencyTypes: ['core'], pathNot: `^(node:)?(${named.join('|')})$` },
  }
}

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...rooms.flatMap(rulesOf),
    ...rooms.filter(({ touchesWorld }) => !touchesWorld).map(coreRuleOf),
    {
      name: 'pure-rooms-import-no-world',
      comment: 'whatever their entries say: a value has no socket in it',
      severity: 'error',
      from: { path: PURE },
      to: { path: WORLD },
    },
    {
      name: 'reconciler-knows-no-speaker',
      comment: 'whatever their entries say: both stand on api/',
      severity: 'error',
      from: { path: '^reconciler/' },
      to: { path: '^speaker/' },
    },
    {
      name: 'speaker-knows-no-reconciler',
      severity: 'error',
      from: { path: '^speaker/' },
      to: { path: '^reconciler/' },
    },
    {
      name: 'no-unknown-room',
      comment: 'every folder of sources has an entry in scripts/rooms.json',
      severity: 'error',
      from: { path: SHIPPED },
      to: { path: SHIPPED, pathNot: filesOf(...rooms.map(({ folder }) => folder)) },
    },
    {
      name: 'no-dev-dependency-in-shipped-code',
      severity: 'error',
      from: { path: SHIPPED },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Types count too: whoever reads a file has to read what its types say.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}
