import { execFileSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import t from 'tap'
import { root } from './support/root.ts'

/*
 * There is not a container engine wherever this is tested, so the image is made as a folder: what the last stage
 * of the Containerfile copies is copied from here, and must be enough.
 */

/** One source of a COPY line of the last stage, from the root of the checkout, and where it goes. */
interface Copied {
  readonly from: string
  readonly to: string
}

const containerfile = readFileSync(join(root, 'Containerfile'), 'utf8')
const lines = containerfile.split('\n').filter((line) => !line.startsWith('#'))
const lastStage = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')))

function copies(): readonly Copied[] {
  return lastStage
    .filter((line) => line.startsWith('COPY '))
    .flatMap((line) => {
      const words = line.split(/ +/).slice(1)
      const to = words.pop() ?? ''
      return words
        .filter((word) => word !== '--from=build')
        .map((word) => ({ from: word.replace(/^\/src\//, ''), to }))
    })
}

/** As COPY has it: a folder's contents, or a file into a folder. */
function makeImage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-image-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  for (const { from, to } of copies()) {
    const target = from.endsWith('/') ? join(folder, to) : join(folder, to, basename(from))
    mkdirSync(join(folder, to), { recursive: true })
    cpSync(join(root, from), target, { recursive: true })
  }
  return folder
}

const image = makeImage()

/** Runs the entry point from a folder that has nothing of the checkout. */
function bellwether(...args: string[]): string {
  const env = { PATH: process.env['PATH'] ?? '', HOME: image }
  const argv = [join(image, 'bin/bellwether.js'), ...args]
  return execFileSync(process.execPath, argv, { cwd: image, env, encoding: 'utf8' })
}

t.test('every source of a COPY line is in a built checkout', (t) => {
  t.ok(copies().length >= 6)
  t.same(
    copies().filter(({ from }) => !existsSync(join(root, from))),
    [],
  )
  t.end()
})

t.test('the entry point runs from the copied files alone', (t) => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string
  }
  t.equal(bellwether('--version').trim(), version)
  const quickstart = join(root, 'fixtures/quickstart')
  const inputs = ['--pools', join(quickstart, 'pools'), '--state', join(quickstart, 'state.yaml')]
  const plan = ['plan', ...inputs, '--now', '2026-01-01T00:00:00Z', '--revision', 'test']
  const here = execFileSync(
    process.execPath,
    [join(root, 'bin/bellwether.js'), ...plan, '-o', 'json'],
    { encoding: 'utf8' },
  )
  t.equal(bellwether(...plan, '-o', 'json'), here, 'and plans the same bytes')
  t.match(bellwether('speaker', '--help'), /--segment/)
  t.end()
})

t.test('the native modules load from there', { skip: nativeRefusal() }, (t) => {
  const script = `
    const { createRequire } = require('node:module')
    const load = createRequire(${JSON.stringify(join(image, 'dist/bundle/main.js'))})
    const pid = load('koffi').load(null).func('int getpid()')()
    console.log(pid === process.pid, typeof load('raw-socket').createSocket)`
  const env = { PATH: process.env['PATH'] ?? '' }
  const said = execFileSync(process.execPath, ['-e', script], { cwd: image, env, encoding: 'utf8' })
  t.equal(said, 'true function\n')
  t.end()
})

function nativeRefusal(): string | false {
  const built = existsSync(join(root, 'node_modules/raw-socket/build/Release/raw.node'))
  return built ? false : 'raw-socket could not be built here'
}

t.test('the Containerfile: what the manifests rely on', (t) => {
  t.match(lastStage[0], /node:24-[a-z]+-slim$/, 'Node 24, as the tests have it')
  t.ok(lastStage.includes('USER 65532:65532'), 'a number that is not root')
  t.ok(lastStage.includes('ENTRYPOINT ["bellwether"]'))
  t.notMatch(lastStage.join('\n'), /npm|apt-get|curl/, 'nothing is fetched into the image')
  t.end()
})

/** What the first stage runs, a command a line. */
function buildSteps(): readonly string[] {
  const first = lines.slice(0, lines.length - lastStage.length)
  return first.filter((line) => line.startsWith('RUN ')).map((line) => line.slice('RUN '.length))
}

const NO_NETWORK = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENOTCACHED/

t.test('the steps of the first stage make these files', { skip: buildRefusal() }, (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bellwether-build-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  // What is committed or could be, as .containerignore leaves it.
  const listed = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const files = execFileSync('git', listed, { cwd: root, encoding: 'utf8' }).split('\0')
  for (const file of files.filter((file) => file !== '' && existsSync(join(root, file))))
    cpSync(join(root, file), join(folder, file))
  const { NODE_OPTIONS: _, ...env } = process.env
  try {
    for (const step of buildSteps())
      execFileSync('sh', ['-ec', step], { cwd: folder, env, stdio: 'pipe', encoding: 'utf8' })
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string }
    if (!NO_NETWORK.test(stderr)) throw error
    t.pass('skipped: the dependencies cannot be fetched')
    t.end()
    return
  }
  t.same(
    copies().filter(({ from }) => !existsSync(join(folder, from))),
    [],
  )
  const bundle = readdirSync(join(folder, 'dist/bundle')).sort()
  t.same(bundle, readdirSync(join(root, 'dist/bundle')).sort(), 'the same bundle, by content')
  t.ok(existsSync(join(folder, 'node_modules/raw-socket/build/Release/raw.node')))
  t.end()
})

/** Minutes on a small machine, and the network is asked. */
function buildRefusal(): string | false {
  if (!process.env['BELLWETHER_IMAGE_BUILD']) return 'takes minutes: set BELLWETHER_IMAGE_BUILD=1'
  return nativeRefusal() || (existsSync(join(root, '.git')) ? false : 'needs a Git checkout')
}
