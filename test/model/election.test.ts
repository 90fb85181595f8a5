import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { commandRefusal } from '../../demo/command-refusal.ts'
import { root } from '../support/root.ts'

/*
 * election.pml states the rules of docs/election.md for spin, which looks at every order of events: three speakers,
 * lost beacons and answers, crashes, a LAN in two parts. The simulation (test/properties) runs the product's own code
 * through fewer of them.
 */

const MODEL = join(root, 'test/model/election.pml')
const FAULTS = Number(process.env['BELLWETHER_MODEL_FAULTS'] ?? 4)
const run = promisify(execFile)

const skip = commandRefusal('spin', 'spin') ?? commandRefusal('gcc', 'gcc') ?? false

interface Verdict {
  readonly errors: number
  readonly states: number
}

async function check(claim: string, ...defines: readonly string[]): Promise<Verdict> {
  const cwd = await mkdtemp(join(tmpdir(), 'bellwether-model-'))
  try {
    await run('spin', ['-a', `-DFAULTS=${FAULTS}`, ...defines, MODEL], { cwd })
    // Without partial order reduction: it does not go with claims that look at every state.
    await run('gcc', ['-O2', '-w', '-DNOREDUCE', '-DCOLLAPSE', '-o', 'pan', 'pan.c'], { cwd })
    const { stdout } = await run('./pan', ['-a', '-m1000000', '-N', claim], { cwd })
    return { errors: count(/errors: (\d+)/, stdout), states: count(/(\d+) states, stored/, stdout) }
  } finally {
    await rm(cwd, { recursive: true })
  }
}

function count(pattern: RegExp, text: string): number {
  return Number(pattern.exec(text)?.[1] ?? NaN)
}

const CLAIMS = {
  one_owner: 'never two owners on one side of the LAN after settling',
  some_owner: 'some owner whenever one can be, after settling',
  always_again: 'there is always an owner again',
}

for (const [claim, sentence] of Object.entries(CLAIMS))
  t.test(`${sentence}, with ${FAULTS} faults`, { skip }, async (t) => {
    const { errors, states } = await check(claim)
    t.equal(errors, 0)
    t.ok(states > 10_000, `${states} states`)
  })

t.test(
  'the model notices when nobody gives way to a speaker that it hears',
  { skip },
  async (t) => {
    t.equal((await check('one_owner', '-DNO_YIELD')).errors, 1)
  },
)

t.test('the model notices when nobody answers without the Lease', { skip }, async (t) => {
  t.equal((await check('some_owner', '-DNO_STANDIN')).errors, 1)
})
