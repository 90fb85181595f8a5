import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { root } from './support/root.ts'
import { runScenario } from './support/speaker/scenario.ts'

// REWRITE=1 writes what the machine does now into the transcripts: read the diff before you commit it.
const folder = join(root, 'fixtures/scenarios')

for (const name of readdirSync(folder).sort()) {
  t.test(name, async (t) => {
    const file = join(folder, name)
    const text = readFileSync(file, 'utf8')
    const now = runScenario(text)
    if (process.env['REWRITE'] === '1') writeFileSync(file, now)
    else t.equal(now, text)
  })
}
