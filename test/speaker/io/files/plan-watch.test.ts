import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import { stampOf, watchPlanFile } from '../../../../speaker/io/files/plan-watch.ts'

/** Watches, and gives a promise of the next change. */
async function watching(t: Test, path: string) {
  let resolve: () => void = () => undefined
  const next = () => new Promise<void>((done) => (resolve = done))
  const watch = await watchPlanFile(path, await stampOf(path), () => resolve())
  t.teardown(() => watch.close())
  return next
}

t.test('a file that is replaced by a rename, written in place, removed', async (t) => {
  const folder = t.testdir({ plan: 'one' })
  const path = join(folder, 'plan')
  const next = await watching(t, path)
  for (const change of [
    () => {
      writeFileSync(join(folder, 'new'), 'two')
      renameSync(join(folder, 'new'), path)
    },
    () => writeFileSync(path, 'three'),
    () => rmSync(path),
    () => writeFileSync(path, 'four'),
  ]) {
    const changed = next()
    change()
    await changed
  }
  t.pass('all four were noticed')
})

t.test('a link on the way that is swapped, again and again', async (t) => {
  const folder = t.testdir({ a: { plan: 'one' }, b: { plan: 'two' } })
  const link = join(folder, 'current')
  symlinkSync('a', link)
  const next = await watching(t, join(link, 'plan'))
  for (const target of ['b', 'a', 'b']) {
    const changed = next()
    symlinkSync(target, join(folder, 'tmp'))
    renameSync(join(folder, 'tmp'), link)
    await changed
  }
  t.pass('all three were noticed')
})

t.test('a change between reading and watching is not missed', async (t) => {
  const path = join(t.testdir({ plan: 'one' }), 'plan')
  const known = await stampOf(path)
  writeFileSync(path, 'two!')
  await new Promise<void>((resolve) => {
    void watchPlanFile(path, known, resolve).then((watch) => t.teardown(() => watch.close()))
  })
  t.pass()
})
