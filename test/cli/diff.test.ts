import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { main } from '../../cli/main.ts'
import { capturedIo } from '../support/captured-io.ts'
import { root } from '../support/root.ts'

const QUICKSTART = join(root, 'fixtures/quickstart')
const INPUTS = ['--pools', join(QUICKSTART, 'pools'), '--state', join(QUICKSTART, 'state.yaml')]

async function diff(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = capturedIo()
  const code = await main(['diff', ...args], io)
  return { code, out: io.out(), err: io.err() }
}

function inCase(name: string) {
  const folder = join(root, 'fixtures/cases', name)
  const inputs = ['--pools', join(folder, 'pools'), '--state', join(folder, 'state.yaml')]
  return diff(...inputs, '--previous', join(folder, 'previous.yaml'))
}

t.test('exit 0 and nothing printed if nothing would be done otherwise', async (t) => {
  const { code, out } = await inCase('cordoned-node-still-carries')
  t.equal(code, 0)
  t.equal(out, '')
})

t.test('exit 1 and one line for each change', async (t) => {
  const { code, out } = await inCase('service-deleted-releases')
  t.equal(code, 1)
  t.match(
    out,
    /^--- in force\n\+\+\+ planned.*\n- 198\.51\.100\.241 +default\/app-2 +worker-\d -> +released: the Service is gone\n$/,
  )
})

t.test('exit 1 if only nodes differ', async (t) => {
  const file = join(t.testdir(), 'plan.json')
  const io = capturedIo()
  await main(['plan', ...INPUTS, '-o', 'json'], io)
  writeFileSync(file, io.out().replaceAll('"198.51.100.11"', '"198.51.100.21"'))
  const { code, out } = await diff(...INPUTS, '--previous', file)
  t.equal(code, 1)
  t.match(out, '- segment default: node worker-1 at 198.51.100.21')
  t.match(out, '+ segment default: node worker-1 at 198.51.100.11')
})

t.test('exit 2 if it could not run', async (t) => {
  const { code, out, err } = await diff(...INPUTS, '--previous', '/nowhere')
  t.equal(code, 2)
  t.equal(out, '')
  t.match(err, 'bellwether diff: there is no /nowhere')
  t.equal((await diff(...INPUTS)).code, 2, 'there must be something to compare with')
})
