// Runs a program of dist/ with the arguments after its name, or says what is missing before it.
import { existsSync } from 'node:fs'

const [name = ''] = process.argv.splice(2, 1)
const program = new URL(`../dist/${name}`, import.meta.url)
if (existsSync(program)) {
  await import(program.href)
} else {
  console.error('bellwether: there is no build yet; run "npm ci"')
  process.exitCode = 2
}
