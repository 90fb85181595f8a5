import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { root } from '../support/root.ts'

const PROGRAM = join(root, 'bin/bellwether.js')
const QUICKSTART = join(root, 'fixtures/quickstart')
const INPUTS = ['--pools', join(QUICKSTART, 'pools'), '--state', join(QUICKSTART, 'state.yaml')]

t.test('the exit code of the process is that of the command', (t) => {
  const changes = spawnSync(process.execPath, [PROGRAM, 'plan', ...INPUTS, '--detailed-exitcode'])
  t.equal(changes.status, 2)
  const unknown = spawnSync(process.execPath, [PROGRAM, 'frobnicate'], { encoding: 'utf8' })
  t.equal(unknown.status, 2)
  t.equal(unknown.stdout, '')
  t.end()
})

t.test('a reader that has seen enough is no error', (t) => {
  const words = [process.execPath, PROGRAM, 'plan', ...INPUTS, '-o', 'yaml']
  const line = words.map((word) => `'${word}'`).join(' ')
  const script = `{ ${line} 2>err; echo $? >code; } | head -n 1; cat code err`
  const out = execFileSync('sh', ['-c', script], { cwd: t.testdir(), encoding: 'utf8' })
  t.match(out, /^apiVersion: bellwether\.dev\/v1alpha1\n0\n/)
  t.notMatch(out, /EPIPE|bug/)
  t.end()
})

t.test('what a terminal is told by the environment holds for the process', (t) => {
  const env = { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' }
  const { stdout } = spawnSync(process.execPath, [PROGRAM, 'plan', ...INPUTS], {
    encoding: 'utf8',
    env,
  })
  t.match(stdout, '\u001b[32m+ ')
  t.end()
})
