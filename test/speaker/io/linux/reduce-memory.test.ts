import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import t from 'tap'
import { root } from '../../../support/root.ts'

const MODULE = join(root, 'dist/speaker/io/linux/reduce-memory.js')

// In a process of its own: what it sets cannot be taken back.
t.test('it needs no privilege, and throws nothing', (t) => {
  const script = `import('${MODULE}').then(({ reduceMemory }) => reduceMemory())`
  const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' })
  t.equal(stderr, '')
  t.equal(status, 0)
  t.end()
})
