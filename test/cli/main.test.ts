import { join } from 'node:path'
import t from 'tap'
import { main } from '../../cli/main.ts'
import { capturedIo } from '../support/captured-io.ts'
import { root } from '../support/root.ts'

const COMMANDS = ['validate', 'plan', 'diff', 'explain', 'speaker']

t.test('help goes to stdout and exits 0', async (t) => {
  for (const argv of [[], ['--help'], ['-h'], ['help']]) {
    const io = capturedIo()
    t.equal(await main(argv, io), 0, argv.join(' '))
    for (const name of COMMANDS) t.match(io.out(), `\n  ${name} `)
    t.equal(io.err(), '')
  }
})

t.test('every command has help with examples', async (t) => {
  for (const name of COMMANDS) {
    const io = capturedIo()
    t.equal(await main([name, '-h'], io), 0, name)
    t.match(io.out(), `Examples:\n  bellwether ${name} `)
    t.match(io.out(), 'Exit codes:\n  0')
  }
})

t.test('the commands of the speaker have help with examples', async (t) => {
  for (const name of ['status', 'cost']) {
    const io = capturedIo()
    t.equal(await main(['speaker', name, '--help'], io), 0, name)
    t.match(io.out(), `Examples:\n  bellwether speaker ${name}`)
    t.match(io.out(), 'Exit codes:\n  0')
  }
})

t.test('--version prints the version alone', async (t) => {
  const io = capturedIo()
  t.equal(await main(['--version'], io), 0)
  t.match(io.out(), /^\d+\.\d+\.\d+\S*\n$/)
})

interface Misuse {
  readonly name: string
  readonly argv: readonly string[]
  readonly code: number
  readonly says: RegExp
}

const FOLDER = join(root, 'fixtures/quickstart')
const QUICKSTART = ['--pools', join(FOLDER, 'pools'), '--state', join(FOLDER, 'state.yaml')]
const INPUTS = ['--pools', 'p', '--state', 's']

const MISUSES: readonly Misuse[] = [
  { name: 'unknown command', argv: ['frobnicate'], code: 2, says: /unknown command/ },
  { name: 'mistyped command', argv: ['plam'], code: 2, says: /Did you mean plan\?/ },
  {
    name: 'mistyped option',
    argv: ['plan', ...INPUTS, '--outptu', 'json'],
    code: 1,
    says: /Did you mean --output\?/,
  },
  {
    name: 'plan without state',
    argv: ['plan'],
    code: 1,
    says: /no cluster state is named\n {2}name a file with --state, or the live cluster/,
  },
  {
    name: 'diff without state',
    argv: ['diff'],
    code: 2,
    says: /no cluster state is named/,
  },
  {
    name: 'plan without pools',
    argv: ['plan', ...QUICKSTART.slice(2)],
    code: 1,
    says: /no pools are named, and the state holds none\n {2}name files or folders with --pools/,
  },
  {
    name: 'diff without a plan in force',
    argv: ['diff', ...QUICKSTART],
    code: 2,
    says: /no plan in force is named, and the state holds none\n.*--previous/,
  },
  ...['--from-cluster', '--context=lan', '--kubeconfig=lan.yaml'].map((flag) => ({
    name: `state from a file and by ${flag}`,
    argv: ['explain', 'default/web', ...INPUTS, flag],
    code: 2,
    says: /a file with cluster state and a live cluster are both named\n {2}leave out --state/,
  })),
  {
    name: 'validate against a file and a cluster',
    argv: ['validate', 'pools', '--state', 'state.yaml', '--from-cluster'],
    code: 2,
    says: /a file with cluster state and a live cluster are both named/,
  },
  {
    name: 'a kubeconfig that is not there',
    argv: ['plan', '--kubeconfig', '/nowhere/config'],
    code: 1,
    says: /\/nowhere\/config/,
  },
  { name: 'validate without paths', argv: ['validate'], code: 2, says: /validate pools\// },
  {
    name: 'explain whose subject an option took',
    argv: ['explain', ...INPUTS, 'default/web'],
    code: 2,
    says: /Like this: bellwether explain default\/web --pools/,
  },
  { name: 'speaker without a plan', argv: ['speaker'], code: 2, says: /--plan plan\.json/ },
  {
    name: 'speaker with a plan of two kinds',
    argv: ['speaker', '--plan', 'p', '--state-dir', 'd'],
    code: 2,
    says: /--state-dir is for a plan of the API server, but --plan names a file/,
  },
  {
    name: 'speaker of a segment that cannot be',
    argv: ['speaker', '--segment', 'Office'],
    code: 2,
    says: /"Office" is not a name of a segment/,
  },
  {
    name: 'speaker with a Lease that ends before it is renewed',
    argv: ['speaker', '--segment', 'default', '--lease-duration', '4s', '--renew-deadline', '4s'],
    code: 2,
    says: /the lease duration must be greater than the renew deadline/,
  },
  {
    name: 'speaker with a time without a unit',
    argv: ['speaker', '--segment', 'default', '--lease-duration', '4'],
    code: 2,
    says: /like 4s or 500ms/,
  },
  {
    name: 'speaker with a burst that goes back in time',
    argv: ['speaker', '--plan', 'p', '--burst', '0,200,100'],
    code: 2,
    says: /rising times in milliseconds.*like 0,50,200,1100,5000/,
  },
  {
    name: 'speaker that serves nowhere',
    argv: ['speaker', '--plan', 'p', '--http', ':9470'],
    code: 2,
    says: /0\.0\.0\.0:9470 for all, or off/,
  },
  {
    name: 'cost without a plan',
    argv: ['speaker', 'cost'],
    code: 2,
    says: /Like this: bellwether speaker cost --plan/,
  },
  { name: 'no such command of speaker', argv: ['speaker', 'stats'], code: 2, says: /Like this: / },
  {
    name: 'unknown output',
    argv: ['plan', ...INPUTS, '-o', 'xml'],
    code: 1,
    says: /Allowed choices are table, yaml, json/,
  },
  {
    name: 'time in words',
    argv: ['plan', ...INPUTS, '--now', 'noon'],
    code: 1,
    says: /2026-01-31T12:00:00Z/,
  },
  {
    name: 'share in percent',
    argv: ['plan', ...INPUTS, '--max-change-share', '50'],
    code: 1,
    says: /from 0 \(nothing\) to 1/,
  },
  {
    name: 'no candidate',
    argv: ['plan', ...INPUTS, '--candidates', '0'],
    code: 1,
    says: /from 1 to 999/,
  },
  {
    name: 'a kind that is not read',
    argv: ['plan', ...INPUTS, '--assume-none', 'pods'],
    code: 1,
    says: /Allowed are Service, Node, EndpointSlice, Namespace/,
  },
  {
    name: 'an argument too many',
    argv: ['plan', 'pools'],
    code: 1,
    says: /too many arguments|--pools/,
  },
]

for (const { name, argv, code, says } of MISUSES)
  t.test(`hold it wrong: ${name}`, async (t) => {
    const io = capturedIo()
    t.equal(await main(argv, io), code)
    t.match(io.err(), says)
    t.equal(io.out(), '')
    t.notMatch(io.err(), /\n\s+at /)
  })

t.test('what nobody expected is one line, and the stack only on demand', async (t) => {
  const argv = ['plan', '--help']
  const stdout = () => {
    throw new TypeError('first line\nsecond line')
  }
  const io = capturedIo({ stdout })
  t.equal(await main(argv, io), 1)
  t.equal(io.err(), 'bellwether: this is a bug: first line (BELLWETHER_DEBUG=1 shows where)\n')
  const debugged = capturedIo({ stdout, env: { BELLWETHER_DEBUG: '1' } })
  t.equal(await main(argv, debugged), 1)
  t.match(debugged.err(), /TypeError: first line\nsecond line\n\s+at /)
})
