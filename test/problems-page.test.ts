import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { FINDING_CODES, RETIRED_CODES } from '../api/codes/codes.ts'
import { root } from './support/root.ts'
import type { CodeEntry } from '../api/codes/entry.ts'

const page = readFileSync(join(root, 'docs/problems.md'), 'utf8')
const codes = Object.entries<CodeEntry>(FINDING_CODES)

t.test('docs/problems.md has each code, with its cause and cure', (t) => {
  for (const [code, { name, cause, cure }] of codes) {
    t.ok(page.includes(`### ${code} ${name}\n`), code)
    t.ok(page.includes(`**Cause.** ${cause}\n`), `${code}: cause`)
    t.ok(page.includes(`**Cure.** ${cure}\n`), `${code}: cure`)
  }
  t.equal(page.match(/^### BW/gm)?.length, codes.length, 'and no other')
  t.end()
})

t.test('codes are in order, names are unique within a block, and say it in CamelCase', (t) => {
  const order = codes.map(([code]) => code)
  t.same(order, order.toSorted())
  t.ok(order.every((code) => /^BW[1-5]\d{3}$/.test(code)))
  t.ok(codes.every(([, { name }]) => /^(?:[A-Z][a-z0-9]*)+(?:IPs)?$/.test(name)))
  t.equal(
    new Set(codes.map(([code, { name }]) => `${code.slice(0, 3)} ${name}`)).size,
    codes.length,
  )
  t.end()
})

t.test('a code that is retired is named, and not used again', (t) => {
  for (const code of Object.keys(RETIRED_CODES)) {
    t.ok(page.includes(`- ${code}: `), code)
    t.notOk(code in FINDING_CODES, code)
  }
  t.end()
})
