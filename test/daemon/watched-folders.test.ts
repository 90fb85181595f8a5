import { mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { watchedFolders } from '../../daemon/watched-folders.ts'

t.test('a plain file: its folder', async (t) => {
  const root = realpathSync(t.testdir({ plan: '' }))
  t.same(await watchedFolders(join(root, 'plan')), [root])
})

t.test('as git-sync publishes: the folder of the link, and the folder behind it', async (t) => {
  const root = realpathSync(t.testdir({ '.worktrees': { abc: { plans: { plan: '' } } } }))
  symlinkSync('.worktrees/abc', join(root, 'current'))
  t.same(await watchedFolders(join(root, 'current/plans/plan')), [
    root,
    join(root, '.worktrees/abc/plans'),
  ])
})

t.test('as a ConfigMap volume publishes: two links, one of them to a folder', async (t) => {
  const root = realpathSync(t.testdir({ '..2026': { plan: '' } }))
  symlinkSync('..2026', join(root, '..data'))
  symlinkSync('..data/plan', join(root, 'plan'))
  t.same(await watchedFolders(join(root, 'plan')), [root, join(root, '..2026')])
})

t.test('what is missing is awaited in the nearest folder that is there', async (t) => {
  const root = realpathSync(t.testdir({}))
  t.same(await watchedFolders(join(root, 'a/b/plan')), [root])
  symlinkSync('nowhere/plan', join(root, 'plan'))
  t.same(await watchedFolders(join(root, 'plan')), [root])
})

t.test('links that go in a circle end', async (t) => {
  const root = realpathSync(t.testdir({}))
  mkdirSync(join(root, 'x'))
  writeFileSync(join(root, 'x/plan'), '')
  symlinkSync('b', join(root, 'a'))
  symlinkSync('a', join(root, 'b'))
  t.ok((await watchedFolders(join(root, 'a/plan'))).includes(root))
})
