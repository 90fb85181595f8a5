import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from '../test/support/root.ts'
import { machine } from './harness.ts'

/**
 * `npm run bench`: every figure, each group in a process of its own, so that none warms up or fills the memory
 * of another. With `--write` the result is docs/performance.md.
 */
const GROUPS = [
  ['Start-up and whole processes', 'processes.js'],
  ['Planning in a warm process', 'plan.js'],
  ['The size of a plan', 'plan-size.js'],
  ['Replies on the wire', 'replies.js'],
  ['A flood of requests', 'flood.js'],
  ['The speaker as a process', 'speaker-process.js'],
] as const

const INTRODUCTION = `# Performance

Written by \`npm run bench -- --write\`. Compare only within one run on one machine: each figure stands beside a yardstick
that was measured in turn with it. Medians. Groups that need root, Linux, iproute2 or a C compiler say so where they were left out.
`

function measure([title, file]: (typeof GROUPS)[number]): string {
  const script = fileURLToPath(new URL(file, import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  if (stdout === '') return `## ${title}\n\nNot measured: ${stderr.trim().split('\n').at(-1)}\n`
  return `## ${title}\n\n${stdout.trim()}\n`
}

const parts: string[] = [INTRODUCTION, `Machine: ${machine()}.\n`]
for (const group of GROUPS) {
  const part = measure(group)
  console.log(part)
  parts.push(part)
}
if (process.argv.includes('--write'))
  writeFileSync(join(root, 'docs/performance.md'), parts.join('\n'))
