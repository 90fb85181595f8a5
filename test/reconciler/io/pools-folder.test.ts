import { execFileSync } from 'node:child_process'
import { mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import t from 'tap'
import type { Test } from 'tap'
import type { PoolsInForce } from '../../../reconciler/watch/pools-in-force.ts'
import { poolInputs } from '../../../reconciler/watch/pools-in-force.ts'
import { followPoolsFolder } from '../../../reconciler/io/pools-folder.ts'
import { reconcile } from '../../../reconciler/reconcile.ts'

const POLL = 400

/** Follows, and tells when what is in force fits. */
async function following(t: Test, path: string, pollMilliseconds = POLL) {
  let check: () => void = () => undefined
  const changes: PoolsInForce[] = []
  const folder = await followPoolsFolder(path, {
    pollMilliseconds,
    changed: () => {
      changes.push(folder.inForce)
      check()
    },
  })
  t.teardown(() => folder.close())
  const until = (fits: (now: PoolsInForce) => boolean) =>
    new Promise<PoolsInForce>((resolve) => {
      check = () => fits(folder.inForce) && resolve(folder.inForce)
      check()
    })
  return { folder, changes, until, texts: (text: string) => until((now) => textsOf(now) === text) }
}

function textsOf({ reading }: PoolsInForce): string {
  return (reading?.sources ?? []).map(({ text }) => text).join(' ')
}

t.test('a plain folder: written, added, removed', async (t) => {
  const path = t.testdir({ 'a.yaml': 'one', 'README.md': 'no', '.hidden.yaml': 'no' })
  const { folder, texts } = await following(t, path)
  t.match(folder.inForce, {
    reading: { sources: [{ path: join(path, 'a.yaml'), text: 'one' }] },
    problem: undefined,
  })
  writeFileSync(join(path, 'a.yaml'), 'two')
  await texts('two')
  writeFileSync(join(path, 'b.yaml'), 'three')
  await texts('two three')
  rmSync(join(path, 'a.yaml'))
  await texts('three')
  mkdirSync(join(path, 'below'))
  writeFileSync(join(path, 'below/c.yaml'), 'four')
  await texts('three four')
})

t.test('an empty folder is in force: the guard judges it', async (t) => {
  const path = t.testdir({ 'a.yaml': 'one' })
  const { folder, texts } = await following(t, path)
  rmSync(join(path, 'a.yaml'))
  await texts('')
  t.match(folder.inForce, { reading: { sources: [] }, problem: undefined })
})

t.test('a file that may not be read: the last reading stays', async (t) => {
  const path = t.testdir({ 'a.yaml': 'one' })
  const { until } = await following(t, path)
  symlinkSync('nowhere.yaml', join(path, 'b.yaml'))
  const stale = await until(({ problem }) => problem !== undefined)
  t.equal(textsOf(stale), 'one')
  t.match(stale.problem?.message, /b\.yaml: cannot be read/)
  unlinkSync(join(path, 'b.yaml'))
  t.equal(textsOf(await until(({ problem }) => problem === undefined)), 'one')
})

/** A repository, and what git-sync does with it: a worktree named after the commit, then a link by rename. */
function repository(t: Test) {
  const root = t.testdir({ repo: {}, sync: { '.worktrees': {} } })
  const repo = join(root, 'repo')
  const sync = join(root, 'sync')
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', repo, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      encoding: 'utf8',
      stdio: 'pipe',
    }).trim()
  git('init', '-q', '-b', 'main')
  let former: string | undefined
  return {
    link: join(sync, 'current'),
    /** `files` below pools/; without, the commit has no such folder. */
    commit: (files: Readonly<Record<string, string>> | undefined): string => {
      rmSync(join(repo, 'pools'), { recursive: true, force: true })
      if (files !== undefined) mkdirSync(join(repo, 'pools'))
      for (const [name, text] of Object.entries(files ?? {}))
        writeFileSync(join(repo, 'pools', name), text)
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', 'change')
      return git('rev-parse', 'HEAD')
    },
    publish: (hash: string): void => {
      const worktree = join(sync, '.worktrees', hash)
      git('worktree', 'add', '-q', '--detach', worktree, hash)
      symlinkSync(join('.worktrees', hash), join(sync, 'tmp-link'))
      renameSync(join(sync, 'tmp-link'), join(sync, 'current'))
      if (former !== undefined) git('worktree', 'remove', '--force', former)
      former = worktree
    },
  }
}

t.test('git-sync swaps its link, and removes the old checkout at once', async (t) => {
  const { link, commit, publish } = repository(t)
  publish(commit({ 'a.yaml': 'one' }))
  const { until, changes } = await following(t, join(link, 'pools'), 60_000)
  for (const text of ['two', 'three', 'four']) {
    const hash = commit({ 'a.yaml': text, [`${text}.yaml`]: 'more' })
    publish(hash)
    const now = await until(({ reading }) => reading?.revision === hash)
    t.equal(textsOf(now), `${text} more`)
  }
  t.equal(changes.length, 3, 'each commit is seen once, and by notification')
  t.ok(changes.every(({ reading }) => reading?.sources.every(({ path }) => path.startsWith(link))))
})

t.test('a commit without the folder: the last reading stays in force, and is stale', async (t) => {
  const { link, commit, publish } = repository(t)
  const first = commit({ 'a.yaml': 'one' })
  publish(first)
  const { until } = await following(t, join(link, 'pools'), 60_000)
  publish(commit(undefined))
  const stale = await until(({ problem }) => problem !== undefined)
  t.match(stale, { reading: { revision: first }, problem: { message: /there is no folder/ } })
  const third = commit({ 'a.yaml': 'three' })
  publish(third)
  const back = await until(({ problem }) => problem === undefined)
  t.match(back, { reading: { revision: third } })
})

t.test('the link is not there at the start: pools are unknown, not none', async (t) => {
  const { link, commit, publish } = repository(t)
  const { folder, until } = await following(t, join(link, 'pools'), 60_000)
  t.match(folder.inForce, { reading: undefined, problem: { message: /there is no folder/ } })
  const inputs = poolInputs(folder.inForce, join(link, 'pools'))
  const outcome = reconcile({
    ...inputs,
    state: { services: [], nodes: [] },
    now: '2026-01-01T00:00:00Z',
  })
  t.match(outcome.incomplete, [{ input: 'AddressPool' }])
  const hash = commit({ 'a.yaml': 'one' })
  publish(hash)
  t.equal(basename((await until(({ reading }) => reading !== undefined)).reading!.revision), hash)
})

/** What the kubelet does (AtomicWriter): a new folder, a link to it, then the rename. */
function configMap(volume: string) {
  let count = 0
  return (files: Readonly<Record<string, string>>) => {
    const folder = `..2026_${++count}`
    mkdirSync(join(volume, folder))
    for (const [name, text] of Object.entries(files))
      writeFileSync(join(volume, folder, name), text)
    for (const name of Object.keys(files)) {
      rmSync(join(volume, name), { force: true })
      symlinkSync(join('..data', name), join(volume, name))
    }
    symlinkSync(folder, join(volume, '..data_tmp'))
    renameSync(join(volume, '..data_tmp'), join(volume, '..data'))
    if (count > 1) rmSync(join(volume, `..2026_${count - 1}`), { recursive: true })
  }
}

t.test('a ConfigMap volume', async (t) => {
  const volume = t.testdir({})
  const write = configMap(volume)
  write({ 'a.yaml': 'one' })
  const { texts, changes } = await following(t, volume, 60_000)
  write({ 'a.yaml': 'two' })
  await texts('two')
  write({ 'a.yaml': 'three', 'b.yaml': 'more' })
  await texts('three more')
  t.ok(
    changes.every((now) => ['two', 'three more'].includes(textsOf(now))),
    'never one file of this and one of that',
  )
})

t.test('without any notification the poll finds the change', async (t) => {
  const path = t.testdir({ below: { deep: { 'a.yaml': 'one' } } })
  const { texts } = await following(t, path, 200)
  writeFileSync(join(path, 'below/deep/a.yaml'), 'two')
  await texts('two')
  t.pass()
})
