// Runs after `npm ci` and before `npm pack`. Without the compiler (`npm ci --omit=dev`) there is nothing
// to build with, and failing the installation for it would help nobody.
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

function has(name) {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}

if (has('typescript/bin/tsc') && has('esbuild')) await import('./build.mjs')
else console.error('bellwether: no compiler installed (--omit=dev), so nothing was built')
