// Compiles everything with tsc into dist/, then bundles the command line into dist/bundle/.
// The bundle exists for start-up time: `bellwether --help` reads one small file instead of sixty.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)

/** The folders of tsconfig.json. */
const SOURCES = JSON.parse(readFileSync(join(root, 'tsconfig.json'), 'utf8')).include

const NATIVE = ['koffi', 'raw-socket']

if (!existsSync(join(root, 'node_modules'))) {
  console.error('bellwether: nothing is installed yet; run "npm ci"')
  process.exit(2)
}
const { build } = await import('esbuild')

function compile() {
  execFileSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', root], {
    stdio: 'inherit',
  })
}

/** Generated validators are JavaScript with hand-written declarations: tsc leaves them behind. */
function copyGenerated() {
  const from = join(root, 'reconciler/generated')
  const to = join(root, 'dist/reconciler/generated')
  mkdirSync(to, { recursive: true })
  for (const name of existsSync(from) ? readdirSync(from) : [])
    if (name.endsWith('.js') || name.endsWith('.d.ts'))
      copyFileSync(join(from, name), join(to, name))
}

/** A removed source file must not live on as a compiled test. */
function removeStale() {
  for (const folder of SOURCES) removeOrphans(join(root, folder), join(root, 'dist', folder))
}

function removeOrphans(source, output) {
  if (!existsSync(output)) return
  for (const entry of readdirSync(output, { withFileTypes: true })) {
    const path = join(output, entry.name)
    if (entry.isDirectory()) removeOrphans(join(source, entry.name), path)
    else if (!hasSource(source, entry.name)) rmSync(path)
  }
}

function hasSource(folder, name) {
  const stem = name.replace(/\.(d\.ts|js)(\.map)?$/, '')
  return ['.ts', '.js', '.d.ts', ''].some((ending) => existsSync(join(folder, stem + ending)))
}

async function bundle() {
  const outdir = join(root, 'dist/bundle')
  rmSync(outdir, { recursive: true, force: true })
  await build({
    entryPoints: [join(root, 'cli/main.ts'), join(root, 'speaker/io/thread/wire-worker.ts')].filter(
      (file) => existsSync(file),
    ),
    outdir,
    entryNames: '[name]',
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    // Less to read and parse at start; names stay, so that a stack trace still tells something.
    minifyWhitespace: true,
    minifySyntax: true,
    external: NATIVE,
    // Asked for by node-fetch, for Nodes without a URL of their own. Its old `punycode` makes Node 24 warn in our log.
    alias: { 'whatwg-url': 'node:url' },
    // Some dependencies are CommonJS and call require() for Node's own modules.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  })
}

removeStale()
compile()
copyGenerated()
await bundle()
chmodSync(join(root, 'bin/bellwether.js'), 0o755)
