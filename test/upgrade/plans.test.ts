import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import yaml from 'js-yaml'
import t from 'tap'
import { root } from '../support/root.ts'
import type { Printed } from './command-child.ts'
import { startCommands, type Commands } from './commands.ts'
import { releaseBeforeRefusal, type Release } from './release-before.ts'

/*
 * Two releases by their command lines: each reads the plan that the other one has written, and goes on from it as from
 * its own. Each writes its own bytes whichever of them wrote what it starts from.
 */

const skip = releaseBeforeRefusal() ?? false
const CASES = join(root, 'fixtures/cases')
const RELEASES: readonly Release[] = ['before', 'present']

interface Case {
  readonly now: string
  readonly options?: { readonly asDefaultClass?: boolean; readonly allow?: readonly string[] }
}

let commands: Readonly<Record<Release, Commands>>
t.before(() => {
  if (skip === false)
    commands = { before: startCommands('before'), present: startCommands('present') }
})
t.teardown(() => {
  for (const release of RELEASES) commands?.[release].end()
})

function inputsOf(folder: string, previous: string): string[] {
  const { now, options = {} } = yaml.load(readFileSync(join(folder, 'case.yaml'), 'utf8')) as Case
  return [
    ...['--pools', 'pools', '--state', 'state.yaml', '--now', now, '--revision', 'one'],
    ...(options.asDefaultClass === true ? ['--as-default-class'] : []),
    ...(options.allow === undefined ? [] : ['--allow', ...options.allow]),
    ...(existsSync(previous) ? ['--previous', previous] : []),
  ]
}

/** What both releases print. */
type Both = Readonly<Record<Release, Printed>>

async function both(cwd: string, args: readonly string[]): Promise<Both> {
  const { before, present } = commands
  const [former, now] = await Promise.all([before.run(cwd, args), present.run(cwd, args)])
  return { before: former, present: now }
}

const names = skip !== false ? [] : readdirSync(CASES).filter((name) => !name.includes('.'))

t.test('there are cases', { skip }, async (t) => {
  t.ok(names.length >= 25)
})

for (const name of names)
  t.test(name, async (t) => {
    const home = mkdtempSync(join(tmpdir(), 'bellwether-plans-'))
    t.teardown(() => rmSync(home, { recursive: true, force: true }))
    const folder = join(CASES, name)
    const given = inputsOf(folder, join(folder, 'previous.yaml'))
    const plans = await both(folder, ['plan', ...given, '-o', 'json'])
    const file = (release: Release) => join(home, `${release}.json`)
    for (const release of RELEASES) writeFileSync(file(release), plans[release].out)

    // Where both write the same bytes, what one makes of them needs to be asked once.
    const writers = RELEASES.slice(plans.before.out === plans.present.out ? 1 : 0)
    for (const writer of writers) {
      const from = `from the plan of the release ${writer}`
      const inputs = inputsOf(folder, file(writer))
      const again = await both(folder, ['plan', ...inputs, '-o', 'json'])
      for (const release of RELEASES)
        t.equal(again[release].out, plans[release].out, `${release}: the same plan ${from}`)

      const differences = await both(folder, ['diff', ...inputs])
      for (const release of RELEASES)
        t.equal(
          `${differences[release].status} ${differences[release].out}`,
          '0 ',
          `${release}: no difference ${from}`,
        )

      const costs = await both(home, ['speaker', 'cost', '--plan', file(writer)])
      t.equal(costs.present.status, 0, costs.present.messages)
      t.strictSame(costs.present, costs.before, `the speakers would do the same ${from}`)
    }
  })
