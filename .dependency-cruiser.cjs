// The import rules of the project. test/architecture.test.ts runs them on the tree, and on seeded
// violations that must fail, so that a rule which silently matches nothing is noticed.
/** Only io/, daemon/ and cli/ touch the world. */
const PURE = '^(api|kubernetes|reconciler|speaker)/(?!io/)'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'pure-files-import-no-io',
      comment: 'what is not in an io/ folder, nor the edge of a process, touches nothing',
      severity: 'error',
      from: { path: PURE },
      // What a page server reports is a value.
      to: {
        path: '^(daemon|kubernetes/io|reconciler/io|speaker/io)/',
        pathNot: '^daemon/page-server-report\\.ts$',
      },
    },
    {
      name: 'pure-files-import-no-core-modules',
      comment: 'a hash is arithmetic; everything else of Node is I/O',
      severity: 'error',
      from: { path: PURE },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'kubernetes-knows-neither-side',
      comment: 'what both sides know of the API server',
      severity: 'error',
      from: { path: '^kubernetes/' },
      to: { path: '^(daemon|reconciler|speaker|cli|demo|bench|test)/' },
    },
    {
      name: 'reconciler-knows-no-speaker',
      severity: 'error',
      from: { path: '^reconciler/' },
      to: { path: '^(speaker|cli|demo|bench|test)/' },
    },
    {
      name: 'speaker-knows-no-cli',
      severity: 'error',
      from: { path: '^speaker/' },
      to: { path: '^(cli|demo|bench|test)/' },
    },
    {
      name: 'codecs-know-only-addresses',
      severity: 'error',
      from: { path: '^speaker/wire/' },
      to: {
        path: '^(api|kubernetes|daemon|reconciler|speaker)/',
        pathNot: '^speaker/wire/|^api/address\\.ts$',
      },
    },
    {
      name: 'shipped-code-uses-no-tests',
      severity: 'error',
      from: { path: '^(api|kubernetes|daemon|reconciler|speaker|cli)/' },
      to: { path: '^(test|bench|demo)/' },
    },
    {
      name: 'native-modules-only-in-speaker-io',
      comment: 'planning and validating work without a compiler',
      severity: 'error',
      from: { pathNot: '^speaker/io/' },
      to: { path: 'node_modules/(koffi|raw-socket)/' },
    },
    {
      name: 'no-dev-dependency-in-shipped-code',
      severity: 'error',
      from: { path: '^(api|kubernetes|daemon|reconciler|speaker|cli)/' },
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
