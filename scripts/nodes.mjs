// Fetches the versions of Node that Bellwether is tested with (scripts/node-versions.json) into
// ~/.cache/bellwether/node/VERSION, with their headers, and prints the folders. All of them, or with an argument,
// `24` or `20.19`, that one. They come as npm packages, so a machine that reaches a registry needs nothing else.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const VERSIONS = JSON.parse(readFileSync(new URL('node-versions.json', import.meta.url), 'utf8'))
const PACKAGE = `node-${process.platform}-${process.arch}`
const QUIET = [
  '--no-save',
  '--ignore-scripts',
  '--no-fund',
  '--no-audit',
  '--loglevel=error',
  '--no-update-notifier',
]
const cache = join(homedir(), '.cache/bellwether/node')

function fetch(version, folder) {
  console.error(`nodes: fetching ${PACKAGE} ${version}`)
  mkdirSync(cache, { recursive: true })
  const temporary = mkdtempSync(join(cache, `${version}.new-`))
  try {
    const argv = ['install', '--prefix', temporary, ...QUIET, `${PACKAGE}@${version}`]
    execFileSync('npm', argv, { stdio: ['ignore', 'ignore', 'inherit'] })
    const fetched = join(temporary, 'node_modules', PACKAGE)
    // A binary that this machine cannot run must not be found there.
    execFileSync(join(fetched, 'bin/node'), ['--version'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    renameSync(fetched, folder)
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}

const [wanted = ''] = process.argv.slice(2)
const chosen = VERSIONS.filter((version) => `${version}.`.startsWith(wanted && `${wanted}.`))
if (chosen.length === 0) {
  console.error(
    `nodes: there is no ${wanted} in scripts/node-versions.json: ${VERSIONS.join(', ')}`,
  )
  process.exit(2)
}
for (const version of chosen) {
  const folder = join(cache, version)
  try {
    if (!existsSync(folder)) fetch(version, folder)
    console.log(folder)
  } catch (error) {
    console.error(`nodes: Node ${version} cannot be had here: ${error.message.split('\n')[0]}`)
    process.exitCode = 1
  }
}
