// Packs the release before this one as it would be published, for the upgrade gate in test/upgrade. Which commit that is,
// and which Node it is released for, says test/upgrade/release-before.json. A minute the first time; at once afterwards.
import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const { commit, node } = JSON.parse(
  readFileSync(join(root, 'test/upgrade/release-before.json'), 'utf8'),
)
const cache = join(homedir(), '.cache/bellwether/release-before')
const target = join(cache, commit)
const isSameNode = process.versions.node.split('.')[0] === node.split('.')[0]
const QUIET = ['--no-fund', '--no-audit', '--loglevel=error', '--prefer-offline']

function say(line) {
  console.log(`release before: ${line}`)
}

function hasCommit() {
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** The environment in which `node`, and what native modules are built for, is the Node of that release. */
function environment() {
  if (isSameNode) return process.env
  const argv = [join(root, 'scripts/nodes.mjs'), node]
  const folder = execFileSync(process.execPath, argv, { encoding: 'utf8' }).trim()
  const path = [join(folder, 'bin'), process.env.PATH].join(delimiter)
  return { ...process.env, PATH: path, npm_config_nodedir: folder }
}

function pack(folder, env) {
  const source = join(folder, 'source')
  const run = (program, args, options = {}) =>
    execFileSync(program, args, {
      cwd: source,
      env,
      stdio: ['pipe', 'ignore', 'inherit'],
      ...options,
    })
  mkdirSync(source)
  const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 1 << 30 })
  run('tar', ['-x'], { input: archive })
  run('npm', ['ci', ...QUIET])
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder, ...QUIET])
  const [tarball] = execFileSync('sh', ['-c', 'ls *.tgz'], { cwd: folder, encoding: 'utf8' }).split(
    '\n',
  )
  run('tar', ['-xzf', tarball], { cwd: folder })
  run('npm', ['prune', '--omit=dev', '--ignore-scripts', ...QUIET])
  renameSync(join(source, 'node_modules'), join(folder, 'package/node_modules'))
  // The manifests of a release are in the repository, not in the package.
  cpSync(join(source, 'config'), join(folder, 'package/config'), { recursive: true })
  rmSync(source, { recursive: true })
  rmSync(join(folder, tarball))
}

/** Whoever is first makes it; another one at the same time has worked for nothing. */
function build(env) {
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'unfinished-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  process.on('exit', remove)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))
  pack(folder, env)
  if (!existsSync(target)) renameSync(folder, target)
}

const isPacked = existsSync(join(target, 'package'))
if (!isPacked && !hasCommit()) {
  // What needs it reports itself as skipped.
  say(`this clone has no commit ${commit}: "git fetch --unshallow" brings it`)
} else {
  const env = environment()
  if (!isPacked) {
    say(`packing ${commit}`)
    build(env)
  }
  say(`ready in ${target}`)
}
