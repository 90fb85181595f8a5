import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import yaml from 'js-yaml'
import t from 'tap'
import type { AnnouncementPlan } from '../../api/objects.ts'
import { main } from '../../cli/main.ts'
import { capturedIo } from '../support/captured-io.ts'
import { root } from '../support/root.ts'

const QUICKSTART = join(root, 'fixtures/quickstart')
const POOLS = ['--pools', join(QUICKSTART, 'pools')]
const INPUTS = [...POOLS, '--state', join(QUICKSTART, 'state.yaml')]
const FIXED = ['--now', '2026-03-01T09:00:00Z', '--revision', 'abc']

interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

async function plan(...args: string[]): Promise<Ran> {
  const io = capturedIo()
  const code = await main(['plan', ...args], io)
  return { code, out: io.out(), err: io.err() }
}

function inCase(name: string, ...args: string[]): Promise<Ran> {
  const folder = join(root, 'fixtures/cases', name)
  const inputs = ['--pools', join(folder, 'pools'), '--state', join(folder, 'state.yaml')]
  return plan(...inputs, '--previous', join(folder, 'previous.yaml'), ...args)
}

t.test('the table tells what changes, who waits, and the sum', async (t) => {
  const { code, out, err } = await plan(...INPUTS, ...FIXED)
  t.equal(code, 0)
  t.match(out, /^Segment default, pools at abc:\n {2}ADDRESS +SERVICE +POOL +NODE +STANDBYS +WHY\n/)
  t.match(out, /\n\+ 198\.51\.100\.201 +shop\/web +lan +worker-\d/)
  t.match(out, '\nWaiting for an address:\n  media/stream: no IPv4 address, because it asks for')
  t.match(out, /\nPlan: 5 to assign, 0 to move, 0 to release, 0 kept, 1 Service waiting\n$/)
  t.match(err, 'BW4003', 'findings go to standard error')
})

t.test('the same inputs give the same bytes, and JSON and YAML say the same', async (t) => {
  const first = await plan(...INPUTS, ...FIXED, '-o', 'json')
  const second = await plan(...INPUTS, ...FIXED, '-o', 'json')
  t.equal(first.out, second.out)
  const { items } = JSON.parse(first.out) as { items: AnnouncementPlan[] }
  const asYaml = await plan(...INPUTS, ...FIXED, '-o', 'yaml')
  t.same(yaml.loadAll(asYaml.out), items)
  t.equal(items[0]?.spec.revision, 'abc')
})

for (const format of ['json', 'yaml'])
  t.test(`what -o ${format} prints is taken as --previous, and changes nothing`, async (t) => {
    const file = join(t.testdir(), 'plan')
    writeFileSync(file, (await plan(...INPUTS, '-o', format)).out)
    const again = [...INPUTS, '--previous', file, '--detailed-exitcode']
    const { code, out } = await plan(...again)
    t.equal(code, 0)
    t.match(out, 'Plan: 0 to assign, 0 to move, 0 to release, 5 kept')
    t.equal((await plan(...again, '-o', format)).out, readFileSync(file, 'utf8'))
  })

t.test('--detailed-exitcode: 2 if there are changes', async (t) => {
  t.equal((await plan(...INPUTS, '--detailed-exitcode')).code, 2)
  t.equal((await inCase('node-joins-nothing-moves', '--detailed-exitcode')).code, 2)
})

t.test('exit 3 if the guard blocks, until it is allowed', async (t) => {
  const blocked = await inCase('guard-blocks-mass-move', '--detailed-exitcode')
  t.equal(blocked.code, 3)
  t.match(blocked.err, '--allow moves')
  t.equal((await inCase('guard-blocks-mass-move', '--allow', 'moves')).code, 0)
  t.equal((await inCase('guard-blocks-mass-move', '--max-change-share', '1')).code, 0)
  t.equal((await inCase('all-pools-gone')).code, 3)
})

t.test('exit 4 if a kind is missing, until it is said that there is none', async (t) => {
  const { code, err } = await inCase('services-not-exported')
  t.equal(code, 4)
  t.match(err, /add Services to the cluster state/)
  const none = ['--assume-none', 'services', '--allow', 'releases']
  const { code: assumed, out } = await inCase('services-not-exported', ...none)
  t.equal(assumed, 0)
  t.match(out, '2 to release')
})

t.test('exit 1 if a finding is an error, with the plan', async (t) => {
  const { code, out, err } = await inCase('pool-with-a-mistake-keeps-its-addresses')
  t.equal(code, 1)
  t.match(out, '1 kept')
  t.match(err, /lan\.yaml:7:22: error: .*\n.*\n +\| +\^+\n/)
})

t.test('--candidates limits the standbys', async (t) => {
  const { out } = await plan(...INPUTS, '--candidates', '1', '-o', 'json')
  const { items } = JSON.parse(out) as { items: AnnouncementPlan[] }
  for (const { candidates } of items[0]?.spec.announcements ?? []) t.equal(candidates.length, 1)
})

t.test('colour on demand', async (t) => {
  t.match((await plan(...INPUTS, '--color', 'always')).out, '\u001b[32m+ 198.51.100.201')
  t.notMatch((await plan(...INPUTS, '--color', 'never')).out, '\u001b')
})

t.test('pools or state from standard input', async (t) => {
  const state = readFileSync(join(QUICKSTART, 'state.yaml'), 'utf8')
  const io = capturedIo({ stdin: () => Promise.resolve(state) })
  t.equal(await main(['plan', ...POOLS, '--state', '-'], io), 0)
  t.match(io.out(), '5 to assign')
})

interface Misuse {
  readonly name: string
  readonly argv: readonly string[]
  readonly says: RegExp
}

const MISUSES: readonly Misuse[] = [
  {
    name: 'both from standard input',
    argv: ['--pools', '-', '--state', '-'],
    says: /cannot be both the pools and the state\n {2}write one of them to a file/,
  },
  {
    name: 'no such pools',
    argv: ['--pools', '/nowhere', ...INPUTS.slice(2)],
    says: /there is no \/nowhere\n {2}name the files or folders/,
  },
  {
    name: 'no such state',
    argv: [...POOLS, '--state', '/nowhere'],
    says: /\/nowhere cannot be read: there is no such file(.|\n)*export it again/,
  },
  {
    name: 'no such previous plan',
    argv: [...INPUTS, '--previous', '/nowhere'],
    says: /there is no \/nowhere\n {2}for a first plan, leave --previous out/,
  },
  {
    name: 'a folder as previous plan',
    argv: [...INPUTS, '--previous', QUICKSTART],
    says: /cannot be read \(EISDIR\)\n {2}name a file that/,
  },
  {
    name: 'something else as previous plan',
    argv: [...INPUTS, '--previous', join(QUICKSTART, 'pools/lan.yaml')],
    says: /lan\.yaml is not a plan\n {2}name a file that "bellwether plan/,
  },
  {
    name: 'no YAML as previous plan',
    argv: [...INPUTS, '--previous', join(root, 'test/coverage-map.mjs')],
    says: /is not a plan/,
  },
]

for (const { name, argv, says } of MISUSES)
  t.test(`hold it wrong: ${name}`, async (t) => {
    const { code, out, err } = await plan(...argv)
    t.equal(code, 1)
    t.match(err, says)
    t.equal(out, '')
  })

t.test('the revision is the commit, or what git-sync calls it', async (t) => {
  const commit = '0123456789abcdef0123456789abcdef01234567'
  const pool = readFileSync(join(QUICKSTART, 'pools/lan.yaml'), 'utf8')
  const folder = t.testdir({
    '.worktrees': { [commit]: { pools: { 'lan.yaml': pool } } },
    current: t.fixture('symlink', join('.worktrees', commit)),
  })
  const { out } = await plan('--pools', join(folder, 'current/pools'), ...INPUTS.slice(2))
  t.match(out, `Segment default, pools at ${commit}:`)
})
