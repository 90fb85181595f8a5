import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { machine } from './harness.ts'
import type { Section } from './performance-page.ts'
import { writeSections } from './performance-page.ts'

/**
 * `npm run bench`: every figure but those of fail-over (failover.ts), each group in a process of its own, so that
 * none warms up or fills the memory of another. With `--write` the result goes into docs/performance.md.
 */
const GROUPS = [
  ['Start-up and whole processes', 'processes.js'],
  ['Planning in a warm process', 'plan.js'],
  ['The size of a plan', 'plan-size.js'],
  ['Replies on the wire', 'replies.js'],
  ['A flood of requests', 'flood.js'],
  ['The speaker as a process', 'speaker-process.js'],
] as const

function measure([title, file]: (typeof GROUPS)[number]): Section {
  const script = fileURLToPath(new URL(file, import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  const text = stdout === '' ? `Not measured: ${stderr.trim().split('\n').at(-1)}` : stdout.trim()
  return { title, text }
}

const machineSection = { title: 'The machine', text: `${machine()}.` }
const sections: Section[] = [machineSection]
for (const group of GROUPS) {
  const section = measure(group)
  console.log(`## ${section.title}\n\n${section.text}\n`)
  sections.push(section)
}
if (process.argv.includes('--write')) writeSections(sections)
