import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { checkPools } from '../reconciler/pools/check.ts'
import { parsePools } from '../reconciler/source/parse-pools.ts'
import { readPoolDocuments } from '../reconciler/pools/read.ts'
import { schemas } from './support/cluster/crds.ts'
import { root } from './support/root.ts'

const page = readFileSync(join(root, 'docs/pool-reference.md'), 'utf8')

t.test('the example of docs/pool-reference.md is a good one', (t) => {
  const [, text = ''] = /```yaml\n(.*?)```/s.exec(page) ?? []
  const { pools, unreadable } = parsePools([{ path: 'docs/pool-reference.md', text }])
  const read = readPoolDocuments(pools)
  t.equal(read.documents.length, 1)
  t.same([...unreadable, ...read.findings, ...checkPools(read).findings], [])
  t.end()
})

t.test('every field of the specs is in the tables', (t) => {
  for (const plural of ['addresspools', 'announcementplans'] as const)
    for (const { path } of schemas(plural)) {
      const field = path.slice(1)
      const isListed =
        /^spec\..*[^\]}]$/.test(field) && !/\.match(?:Labels|Expressions)/.test(field)
      if (isListed) t.ok(page.includes(`| \`${field}\` |`), field)
    }
  t.end()
})
