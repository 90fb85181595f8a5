import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { root } from './support/root.ts'

const page = readFileSync(join(root, 'docs/scenarios.md'), 'utf8')
const cells = page
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .flatMap((line) => line.split('|').map((cell) => cell.trim()))

t.test('every test that docs/scenarios.md names is there', async (t) => {
  const tests = cells.filter((cell) => cell.startsWith('test/'))
  t.ok(tests.length > 30)
  for (const cell of tests) {
    const [file = '', name = ''] = cell.split(' › ')
    const text = existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : ''
    t.ok(name !== '' && text.includes(name), cell)
  }
})

t.test('every case that it names is there', async (t) => {
  const cases = cells.filter((cell) => cell.startsWith('case '))
  t.ok(cases.length > 10)
  for (const cell of cases) t.ok(existsSync(join(root, 'fixtures/cases', cell.slice(5))), cell)
})
