import { join } from 'node:path'
import t from 'tap'
import { run } from '../../cli/validate.ts'
import type { ValidateArgs } from '../../cli/command/command.ts'
import { capturedIo } from '../support/captured-io.ts'
import { poolText } from '../support/planning/pool-text.ts'

const A = '  addresses: [192.0.2.16/28]'

const FILES = {
  'good.yaml': poolText(A),
  'status.yaml': `${poolText(A)}status: {}\n`,
  'note.yaml': poolText(`${A}\n  namespaces: [shop]`),
  'namespace.json': JSON.stringify({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: 'web' },
  }),
  'bad.yaml': poolText(`${A}\n  color: red`),
  'overlap.yaml': `${poolText(A, 'name: a')}---\n${poolText(A, 'name: b')}`,
  'both.yaml': poolText('  addresses: [192.0.2.300, 192.0.2.0/28]\n  color: red'),
  'empty.yaml': '',
}

async function validate(paths: readonly string[], args: Partial<ValidateArgs> = {}, stdin = '') {
  const io = capturedIo({ cwd: t.testdir(FILES), stdin: () => Promise.resolve(stdin) })
  const given = { paths, state: [], assumeNone: [], output: 'text', failOn: 'error' } as const
  const code = await run({ ...given, ...args }, io)
  return { code, out: io.out(), err: io.err() }
}

t.test('clean', async (t) => {
  t.same(await validate(['good.yaml']), {
    code: 0,
    out: '',
    err: '1 pool in 1 file: no problems\n',
  })
})

t.test('a finding', async (t) => {
  const { code, out, err } = await validate(['bad.yaml'])
  t.equal(code, 1)
  t.match(out, /^bad\.yaml:6:3: error: `spec` has no field `color` \[BW1201 UnknownField\]\n/)
  t.equal(err, '1 pool in 1 file: 1 error\n')
})

t.test('--fail-on', async (t) => {
  const codes = async (path: string, args: Partial<ValidateArgs> = {}) =>
    Promise.all(
      (['error', 'warning', 'info'] as const).map(
        async (failOn) => (await validate([path], { ...args, failOn })).code,
      ),
    )
  t.same(await codes('status.yaml'), [0, 1, 1])
  const state = [join(t.testdir(FILES), 'namespace.json')]
  const assumeNone = ['Service', 'Node', 'EndpointSlice'] as const
  t.same(await codes('note.yaml', { state, assumeNone }), [0, 0, 1], 'an unknown namespace')
  t.same(await codes('bad.yaml'), [1, 1, 1])
})

t.test('rules between pools, and of what a broken pool has left', async (t) => {
  const { out } = await validate(['overlap.yaml'])
  t.match(out, /BW20\d\d/)
  const both = await validate(['both.yaml'])
  t.match(both.out, 'BW2001')
  t.match(both.out, 'BW1201')
})

t.test('no pools at all', async (t) => {
  const { code, out } = await validate(['empty.yaml'], { failOn: 'warning' })
  t.equal(code, 1)
  t.match(out, /^warning: no AddressPool in empty\.yaml \[BW1011 NoPools\]\n/)
})

t.test('other formats say nothing but data', async (t) => {
  const json = await validate(['bad.yaml'], { output: 'json' })
  t.equal(json.err, '')
  t.match(JSON.parse(json.out), { findings: [{ code: 'BW1201', file: 'bad.yaml', line: 6 }] })
  const github = await validate(['bad.yaml'], { output: 'github' })
  t.match(github.out, /^::error file=bad\.yaml,line=6,col=3,/)
  t.equal(github.err, '')
})

t.test('standard input', async (t) => {
  const { code, out } = await validate(['-'], {}, FILES['bad.yaml'])
  t.equal(code, 1)
  t.match(out, /^<stdin>:6:3: /)
})

t.test('could not run', async (t) => {
  t.match(await validate(['good.yaml', 'nowhere']), {
    code: 2,
    out: '',
    err: /there is no nowhere/,
  })
  t.match(await validate(['-'], { state: ['-'] }), { code: 2, out: '', err: /both/ })
})

const STATE = JSON.stringify({
  kind: 'List',
  items: [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: {
        name: 'shop',
        namespace: 'web',
        annotations: { 'bellwether.dev/addresses': '192.0.2.99' },
      },
      spec: { type: 'LoadBalancer', loadBalancerClass: 'bellwether.dev/layer2' },
    },
  ],
})

t.test('with the state of a cluster', async (t) => {
  const cwd = t.testdir({ ...FILES, 'state.json': STATE })
  const io = capturedIo({ cwd })
  const args = {
    paths: ['good.yaml'],
    state: [`${cwd}/state.json`],
    assumeNone: ['Node', 'EndpointSlice', 'Namespace'],
    output: 'text',
    failOn: 'warning',
  } as const
  t.equal(await run(args, io), 1)
  t.match(io.out(), /web\/shop/)
  t.match(io.out(), /192\.0\.2\.99/)
})
