// `npm run cluster`: a cluster to play with, or a word about what is missing before it.
import { existsSync } from 'node:fs'

const program = new URL('../dist/demo/cluster/main.js', import.meta.url)
if (existsSync(program)) {
  await import(program.href)
} else {
  console.error('bellwether: there is no build yet; run "npm ci"')
  process.exitCode = 2
}
