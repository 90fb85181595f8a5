// Runs the built tests that need neither root nor a cluster, each file by itself with the Node that runs this: a
// fifth of the time that tap takes, which starts its hooks for each file. For a second and third version of Node;
// `npm test` is the whole. Ends with the closing line of tap.
import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = join(root, 'dist/test')
/** What needs more than Node, or minutes. */
const LEFT_OUT =
  /^(cluster|demo|e2e|model|privileged|properties|simulation|support|upgrade)\/|^(architecture|container-image|package.*)\.test\.js$/
const TIMEOUT_SECONDS = '300'
/** A test point, and not the line that sums up a subtest, which has its time. */
const POINT = /^ *(not )?ok \d+(?!.*# time=).*$/gm

const { NODE_OPTIONS: _, ...env } = process.env
const total = { total: 0, pass: 0, fail: 0, skip: 0 }

/** What a file says, and whether it failed. */
function run(file) {
  return new Promise((resolve) => {
    const options = { cwd: root, env: { ...env, TAP_TIMEOUT: TIMEOUT_SECONDS } }
    const child = spawn(process.execPath, [join(folder, file)], options)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += data))
    child.on('close', (status) => resolve({ said, failed: status !== 0 }))
  })
}

function count(file, { said, failed }) {
  const points = said.match(POINT) ?? []
  const skip = points.filter((point) => /# SKIP/i.test(point)).length
  const told = points.filter(
    (point) => /^ *not ok/.test(point) && !/# (SKIP|TODO)/i.test(point),
  ).length
  // A file that ends before it has said what failed has failed all the same.
  const fail = failed ? Math.max(told, 1) : 0
  total.skip += skip
  total.fail += fail
  total.pass += points.length - skip - told
  if (failed) console.log(`not ok - ${file}\n${said.slice(-4000)}`)
}

const files = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.test.js') && !LEFT_OUT.test(file))
  .sort()
const waiting = [...files]
async function work() {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift())
    count(file, await run(file))
}
await Promise.all(Array.from({ length: availableParallelism() }, work))
total.total = total.pass + total.fail + total.skip
if (files.length === 0) console.error('unit tests: nothing is built; run "npm run build"')
const figures = Object.entries(total).filter(([name, value]) => name === 'total' || value > 0)
console.log(`# { ${figures.map(([name, value]) => `${name}: ${value}`).join(', ')} }`)
process.exitCode = total.fail > 0 || files.length === 0 ? 1 : 0
