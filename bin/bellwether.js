#!/usr/bin/env node
// Nothing but a door: the program is built by `npm ci`, and a checkout without a build should say so.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const program = new URL('../dist/bundle/main.js', import.meta.url)
if (existsSync(fileURLToPath(program))) {
  const { runProcess } = await import(program.href)
  await runProcess()
} else {
  console.error(
    'bellwether: there is no build yet; run "npm ci" in ' +
      fileURLToPath(new URL('..', import.meta.url)),
  )
  process.exitCode = 2
}
