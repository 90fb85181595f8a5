import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { run } from '../cli/validate.ts'
import { TEXT_CODES } from '../api/codes/text.ts'
import { MAX_TEXT_LENGTH } from '../reconciler/source/documents.ts'
import { capturedIo } from './support/captured-io.ts'
import { root } from './support/root.ts'

const FOLDER = join(root, 'fixtures/invalid')

interface Shown {
  readonly code: string
  readonly line?: number
  readonly column?: number
  readonly file?: string
}

async function validate(cwd: string, path: string): Promise<readonly Shown[]> {
  const io = capturedIo({ cwd })
  const args = { paths: [path], state: [], assumeNone: [], output: 'json', failOn: 'info' } as const
  t.equal(await run(args, io), 1, `${path} has a finding`)
  return (JSON.parse(io.out()) as { findings: readonly Shown[] }).findings
}

/** The first line of a fixture says what is found where: `# BW1201 at 7:3`. */
function expected(name: string): readonly [string, string] {
  const path = join(FOLDER, name)
  const text = statSync(path).isDirectory() ? '' : readFileSync(path, 'utf8')
  const [, code, place] = /^# (BW\d{4}) at (\d+:\d+)/.exec(text) ?? []
  return [code ?? name.slice(0, 6), place ?? '']
}

const names = readdirSync(FOLDER)
  .filter((name) => name.startsWith('BW1'))
  .sort()

for (const name of names)
  t.test(name, async (t) => {
    const [code, place] = expected(name)
    const findings = await validate(FOLDER, name)
    t.equal(code, name.slice(0, 6))
    t.same(
      findings.map((finding) => finding.code),
      [code],
      'this and nothing else',
    )
    const [finding] = findings
    if (place !== '') t.equal(`${finding?.line}:${finding?.column}`, place)
    t.end()
  })

t.test('BW1007 TextTooLarge', async (t) => {
  const cwd = t.testdir({})
  writeFileSync(join(cwd, 'a.yaml'), '#'.repeat(MAX_TEXT_LENGTH + 1))
  t.match(await validate(cwd, 'a.yaml'), [{ code: 'BW1007', line: 1, column: 1 }])
})

t.test('BW1010 Unreadable', async (t) => {
  const cwd = t.testdir({ pools: { 'a.yaml': t.fixture('symlink', 'nowhere.yaml') } })
  t.match(await validate(cwd, 'pools'), [{ code: 'BW1010', file: 'pools/a.yaml' }])
})

t.test('each code of the block BW1 is shown by a fixture or a test here', (t) => {
  const made = ['BW1007', 'BW1010']
  const shown = new Set([...names.map((name) => name.slice(0, 6)), ...made])
  t.same([...shown].sort(), Object.keys(TEXT_CODES).sort())
  t.end()
})
