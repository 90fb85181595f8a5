// `npm start`: the demo, or a word about what is missing before it.
import { existsSync } from 'node:fs'

const demo = new URL('../dist/demo/quickstart.js', import.meta.url)
if (existsSync(demo)) {
  await import(demo.href)
} else {
  console.error('bellwether: there is no build yet; run "npm ci"')
  process.exitCode = 2
}
