import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import t from 'tap'
import * as library from '../../reconciler/index.ts'
import { root } from '../support/root.ts'

t.test('what can be called', async (t) => {
  t.strictSame(Object.keys(library).sort(), [
    'compareFindings',
    'formatPlan',
    'formatPools',
    'formatState',
    'isAtLeast',
    'parsePlans',
    'parsePools',
    'parseState',
    'reconcile',
  ])
})

/** The declaration files that a user of the package loads, by path. */
function declarations(path: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(path)) return found
  const text = readFileSync(path, 'utf8')
  found.set(path, text)
  for (const [, name = ''] of text.matchAll(/\bfrom '([^']+)'/g)) {
    if (!name.startsWith('.')) throw new Error(`${path} needs the types of ${name}`)
    declarations(join(dirname(path), name.replace(/\.ts$/, '.d.ts')), found)
  }
  return found
}

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

t.test('its types need no other package, and hold neither prose nor any', async (t) => {
  const loaded = declarations(join(root, 'dist/reconciler/index.d.ts'))
  for (const [path, text] of loaded) {
    const code = withoutComments(text)
    const name = relative(root, path)
    t.notMatch(code, /(['"`])[A-Za-z][^'"`\n]* [^'"`\n]*\1/, `${name} holds no prose`)
    t.notMatch(code, /\bany\b/, `${name} says what it means`)
  }
  t.ok(loaded.size > 20)
})
